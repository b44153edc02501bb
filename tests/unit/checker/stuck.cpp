// Who is stuck, on small graphs: the rows of the table in finding/stuck.cpp and its traps.

#include <vector>

#include "checker/finding/stuck.hpp"
#include "checker/graph/components.hpp"
#include "checker/search/breadth_first.hpp"
#include "tests/unit/catch.hpp"
#include "tests/unit/checker/fake_machine.hpp"

namespace {

using checker::finding::Kind;
using fake::Go;
using fake::Node;
using fake::Status;

struct Record final : checker::search::Observer {
  checker::graph::PackedGraph graph;
  void on_state(std::uint32_t, const model::StateWords&, const std::vector<model::Transition>&,
                const std::vector<std::uint32_t>&) override {
  }
  void on_edges(std::uint32_t, const std::vector<checker::graph::PackedGraph::Edge>& edges) override { graph.add_row(edges); }
};

std::vector<Kind> found(std::vector<Node> nodes, std::uint64_t max_states = 1000) {
  const fake::GraphMachine machine(std::move(nodes));
  checker::search::Limits limits;
  limits.max_states = max_states;
  checker::search::Budget budget(limits);
  checker::search::Progress progress("", false);
  checker::reduction::None reduction;
  checker::store::StateStore store;
  Record record;
  const auto coverage =
      checker::search::explore(machine, {0}, reduction, checker::reduction::Chaining::Off, store, record, budget, progress);
  const auto components = checker::graph::strong_components(
      record.graph, static_cast<std::uint32_t>(coverage.expanded));
  checker::finding::Causes causes;
  checker::finding::find_stuck({machine, store, record.graph, reduction}, components, causes);
  std::vector<Kind> kinds;
  for (const auto& cause : causes.sorted()) kinds.push_back(cause.kind);
  return kinds;
}

const Go kFinished{"", Status::Finished, 1};
const Go kSend{"chan send", Status::Standing, 7};
const Go kReceive{"chan receive", Status::Standing, 9};

}  // namespace

TEST_CASE("terminal states") {
  REQUIRE(found({{{kFinished}, {}}}).empty());
  REQUIRE(found({{{kReceive}, {}}}) == std::vector{Kind::Deadlock});
  REQUIRE(found({{{kFinished, kSend}, {}}}) == std::vector{Kind::Leak});
  // Two goroutines at one line: one cause. Two lines: two.
  REQUIRE(found({{{kFinished, kSend, kSend}, {}}}).size() == 1);
  REQUIRE(found({{{kFinished, kSend, kReceive}, {}}}).size() == 2);
  // Others that are stuck beside a deadlock belong to it.
  REQUIRE(found({{{kReceive, kSend}, {}}}) == std::vector{Kind::Deadlock});
  const Go goexited{"", Status::Goexited, 1};
  REQUIRE(found({{{goexited, kSend}, {}}}) == std::vector{Kind::Deadlock});
  REQUIRE(found({{{goexited}, {}}}) == std::vector{Kind::Deadlock});
}

TEST_CASE("a crash and os.Exit leave no leak") {
  REQUIRE(found({{{{"", Status::Crashed, 1}, kSend}, {}}}).empty());
  REQUIRE(found({{{{"", Status::Exited, 1}, kSend}, {}}}).empty());
}

TEST_CASE("main stuck beside a runner is a hang") {
  REQUIRE(found({{{kReceive, {}}, {{0, {1}, {}, "send"}}}}) == std::vector{Kind::Hang});
  REQUIRE(found({{{kReceive, {}, kSend}, {{0, {1}, {}, "send"}}}}) == std::vector{Kind::Hang});
}

TEST_CASE("stuck beside a main that goes on is a leak") {
  REQUIRE(found({{{{}, kSend}, {{0, {0}, {}, "send"}}}}) == std::vector{Kind::Leak});
}

TEST_CASE("workers that take turns are not stuck") {
  // One state whose step swaps the workers: in it some worker always stands at line 7, never the same.
  REQUIRE(found({{{kFinished, {}, kSend}, {{0, {1}, {0, 2, 1}, "send"}}}}).empty());
  // A third one that stays is a leak.
  REQUIRE(found({{{kFinished, {}, kSend, kReceive}, {{0, {1}, {0, 2, 1, 3}, "send"}}}}) ==
          std::vector{Kind::Leak});
}

TEST_CASE("a loop that can be left is no bottom component") {
  REQUIRE(found({{{{}, kSend}, {{0, {0}, {}, "load"}, {1, {0, 1}, {}, "receive"}}}, {{kFinished}, {}}})
              .empty());
}

TEST_CASE("livelock: only steps that get nowhere") {
  REQUIRE(found({{{{}}, {{0, {0}, {}, "yield"}}}}) == std::vector{Kind::Livelock});
  REQUIRE(found({{{{}}, {{0, {0}, {}, "print"}}}}).empty());
}

TEST_CASE("what was not explored is not judged") {
  // The second state is never expanded: is its goroutine stuck? Nobody knows.
  const std::vector<Node> nodes = {{{{}, kSend}, {{1, {0}, {}, "send"}}},
                                   {{{}, kSend}, {{2, {0}, {}, "send"}}},
                                   {{{}, kSend}, {{3, {0}, {}, "send"}}},
                                   {{kFinished, kSend}, {}}};
  REQUIRE(found(nodes) == std::vector{Kind::Leak});
  REQUIRE(found(nodes, 2).empty());
}
