// States known by hash, and depth-first searches with them.

#include <algorithm>
#include <set>
#include <vector>

#include "checker/search/bitstate.hpp"
#include "checker/search/depth_first.hpp"
#include "tests/unit/catch.hpp"
#include "tests/unit/checker/fake_machine.hpp"

namespace {

using checker::search::Bitstate;
using checker::search::DepthFirst;

struct Listener final : checker::search::PathListener {
  std::set<model::StateWords> seen, ends;
  std::size_t longest = 0;
  std::uint64_t steps = 0, enough = UINT64_MAX;

  void on_path_step(const checker::reduction::Ordinals& path, const model::Step& step) override {
    ++steps;
    seen.insert(step.state);
    longest = std::max(longest, path.size());
  }
  void on_path_end(const checker::reduction::Ordinals&, const model::StateWords& state) override { ends.insert(state); }
  bool is_enough() override { return steps >= enough; }
};

DepthFirst::End search(Listener& listener, DepthFirst::Choice choice, const DepthFirst::Limits& limits = {}) {
  const fake::CountingMachine machine({3, 4, 5}, {false, false, false});
  checker::reduction::None none;
  Bitstate visited(20);
  std::vector<model::Failure> failures;
  const model::StateWords initial = machine.initial(failures);
  visited.insert(initial);
  return DepthFirst(machine, none, visited, listener).run(initial, choice, 1, limits);
}

}  // namespace

TEST_CASE("a state's bits are new once") {
  Bitstate bits(20);
  for (std::uint32_t i = 0; i < 1000; ++i) REQUIRE(bits.insert(std::vector<std::uint32_t>{i, 7}));
  for (std::uint32_t i = 0; i < 1000; ++i) REQUIRE_FALSE(bits.insert(std::vector<std::uint32_t>{i, 7}));
  REQUIRE(bits.states() == 1000);
  REQUIRE(bits.missed() < 0.1);
  REQUIRE(bits.insert(std::vector<std::uint32_t>{1, 7, 0}));
}

TEST_CASE("about as many states are missed as is expected") {
  Bitstate bits(12);
  std::uint32_t states = 0;
  for (std::uint32_t i = 0; i < 1500; ++i) {
    bits.insert(std::vector<std::uint32_t>{i * 3, i});
    ++states;
  }
  const double missed = static_cast<double>(states - bits.states());
  REQUIRE(missed > 20);
  REQUIRE(bits.missed() > missed * 0.6);
  REQUIRE(bits.missed() < missed * 1.6);
}

TEST_CASE("depth first comes to every state, in any order") {
  for (const auto choice : {DepthFirst::Choice::InOrder, DepthFirst::Choice::Random, DepthFirst::Choice::Narrowest}) {
    Listener listener;
    REQUIRE(search(listener, choice) == DepthFirst::End::Done);
    REQUIRE(listener.seen.size() == 4 * 5 * 6 - 1);  // all but the first
    REQUIRE(listener.ends.size() == 1);
    REQUIRE(listener.longest == 12);
  }
}

TEST_CASE("depth first keeps to its limits") {
  Listener shallow;
  REQUIRE(search(shallow, DepthFirst::Choice::InOrder, {.depth = 3}) == DepthFirst::End::Cut);
  REQUIRE(shallow.longest == 3);
  REQUIRE(shallow.ends.empty());
  Listener few;
  REQUIRE(search(few, DepthFirst::Choice::InOrder, {.steps = 5}) == DepthFirst::End::Cut);
  REQUIRE(few.steps == 5);
  Listener enough;
  enough.enough = 7;
  REQUIRE(search(enough, DepthFirst::Choice::Random) == DepthFirst::End::Enough);
  REQUIRE(enough.steps == 7);
}
