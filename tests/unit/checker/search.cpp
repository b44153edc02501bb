// Search, budgets, paths and their shortening on machines of counting goroutines.

#include <random>
#include <span>

#include "checker/finding/failures.hpp"
#include "checker/graph/distances.hpp"
#include "checker/graph/packed_graph.hpp"
#include "checker/graph/space.hpp"
#include "checker/schedule/minimise.hpp"
#include "checker/schedule/path.hpp"
#include "checker/schedule/rebuild.hpp"
#include "checker/schedule/trace.hpp"
#include "checker/search/breadth_first.hpp"
#include "checker/store/state_store.hpp"
#include "tests/unit/catch.hpp"
#include "tests/unit/checker/fake_machine.hpp"

namespace {

struct Watch final : checker::search::Observer {
  std::uint32_t next = 0;
  std::uint64_t steps = 0;
  checker::graph::PackedGraph graph;
  checker::finding::Failures failures;

  void on_state(std::uint32_t id, const model::StateWords&, const std::vector<model::Transition>&,
                const std::vector<std::uint32_t>&) override {
    REQUIRE(id == next++);
  }
  void on_step(std::uint32_t from, std::span<const std::uint32_t> path, const model::Step& step) override {
    for (const auto& failure : step.failures) failures.add(failure, {from, {path.begin(), path.end()}});
  }
  void on_edges(std::uint32_t, const std::vector<checker::graph::PackedGraph::Edge>& edges) override {
    steps += edges.size();
    graph.add_row(edges);
  }
};

struct Run {
  checker::reduction::None reduction;
  checker::store::StateStore store;
  Watch watch;
  checker::search::Coverage coverage;

  explicit Run(const model::Machine& machine, checker::search::Limits limits = {}) {
    checker::search::Budget budget(limits);
    checker::search::Progress progress("", false);
    std::vector<model::Failure> failures;
    coverage = checker::search::explore(machine, machine.initial(failures), reduction, checker::reduction::Chaining::Off,
                                        store, watch, budget, progress);
  }
  checker::graph::Space space(const model::Machine& machine) { return {machine, store, watch.graph, reduction}; }
};

std::vector<std::uint32_t> edges_of(const checker::graph::PackedGraph& graph, std::uint32_t id) {
  std::vector<std::uint32_t> targets;
  for (auto e = graph.row(id); !e.at_end(); ++e) targets.push_back(e->target);
  return targets;
}

}  // namespace

TEST_CASE("every state once, nearest first") {
  const fake::CountingMachine machine({3, 4, 5}, {false, false, false});
  Run run(machine);
  REQUIRE(run.coverage.complete);
  REQUIRE(run.store.size() == 4 * 5 * 6);
  REQUIRE(run.coverage.depth == 12);
  REQUIRE(run.watch.steps == run.coverage.transitions);
  const checker::graph::Distances distances(run.watch.graph);
  REQUIRE(distances.farthest() == 12);
  for (std::uint32_t id = 0; id < run.store.size(); ++id) {
    const auto path = checker::schedule::path_to(run.space(machine), distances, id);
    const auto state = run.store.load(id);
    REQUIRE(path.size() == state[0] + state[1] + state[2]);
  }
}

TEST_CASE("the number of threads changes nothing") {
  const fake::CountingMachine machine({20, 30, 40}, {false, true, false});
  const Run alone(machine);
  for (const unsigned jobs : {2U, 5U}) {
    checker::search::Limits limits;
    limits.jobs = jobs;
    const Run together(machine, limits);
    REQUIRE(together.store.size() == alone.store.size());
    REQUIRE(together.coverage.transitions == alone.coverage.transitions);
    REQUIRE(together.coverage.depth == alone.coverage.depth);
    for (std::uint32_t id = 0; id < alone.store.size(); ++id) {
      REQUIRE(together.store.load(id) == alone.store.load(id));
      REQUIRE(edges_of(together.watch.graph, id) == edges_of(alone.watch.graph, id));
    }
  }
}

TEST_CASE("a budget of states ends the search") {
  const fake::CountingMachine machine({30, 40, 50}, {false, false, false});
  checker::search::Limits limits;
  limits.max_states = 1000;
  const Run run(machine, limits);
  REQUIRE(!run.coverage.complete);
  REQUIRE(run.coverage.reason == "--max-states reached");
  REQUIRE(run.store.size() < 1010);
}

TEST_CASE("a budget of memory ends the search") {
  const fake::CountingMachine machine({300, 400, 500, 600}, {false, false, false, false});
  checker::search::Limits limits;
  limits.max_memory = std::size_t{16} << 20;
  const Run run(machine, limits);
  REQUIRE(!run.coverage.complete);
  REQUIRE(run.store.memory_bytes() <= limits.max_memory);
}

TEST_CASE("foreign steps are cut from a schedule") {
  const fake::CountingMachine machine({2, 3, 4}, {false, true, false});
  const Run run(machine);
  const auto causes = run.watch.failures.causes.sorted();
  REQUIRE(causes.size() == 1);
  REQUIRE(causes[0].message == "boom");
  REQUIRE(causes[0].code == "CC1099");
  const auto goal = [](const model::Failure& f) { return f.message == "boom"; };
  // A detour: everybody else first.
  const checker::schedule::Path detour = {0, 0, 1, 1, 1, 1, 0, 0, 0};
  REQUIRE(checker::schedule::minimise(machine, detour, goal) == checker::schedule::Path{1, 1, 1});
  const auto rebuilt = checker::schedule::rebuild(machine, detour, goal, {});
  REQUIRE(rebuilt.schedule.steps == 3);
  const auto trace = checker::schedule::decode(rebuilt.trace);
  REQUIRE(trace);
  REQUIRE(trace->steps == 3);
  REQUIRE(trace->choices == std::vector<std::uint32_t>{1, 1, 1});
}

TEST_CASE("traces survive as text") {
  std::mt19937_64 random(3);
  for (int i = 0; i < 300; ++i) {
    checker::schedule::Trace trace;
    trace.hash = random();
    trace.entry = i % 2 == 0 ? "main" : "TestX";
    trace.options.outcomes = i % 3 == 0;
    trace.options.races = i % 5 != 0;
    trace.options.reduction = i % 7 == 0 ? model::Reduction::None : model::Reduction::Por;
    trace.options.go_version = static_cast<std::uint32_t>(1 + i % 30);
    for (std::uint64_t n = random() % 40; n > 0; --n) {
      trace.choices.insert(trace.choices.end(), random() % 9,
                           static_cast<std::uint32_t>(random() % (n % 4 == 0 ? 100000 : 3)));
    }
    trace.steps = static_cast<std::uint32_t>(trace.choices.size() + random() % 5);
    for (std::uint64_t n = random() % 3; n > 0; --n) trace.options.visible_locations.push_back(random());
    const std::string text = checker::schedule::encode(trace);
    const auto back = checker::schedule::decode(text);
    REQUIRE(back);
    REQUIRE(back->hash == trace.hash);
    REQUIRE(back->entry == trace.entry);
    REQUIRE(back->steps == trace.steps);
    REQUIRE(back->choices == trace.choices);
    REQUIRE(back->options.visible_locations == trace.options.visible_locations);
    REQUIRE(checker::schedule::encode(*back) == text);
  }
  for (const char* bad : {"", "1", "2:a:main:ga26:0:", "1:a:main:ga26:0:*5.", "1:a:main:xx26:0:", "1:a:main:ga26:0:~",
                          "1:a:main:ga:0:", "1:!:main:ga26:0:", "1:a:main:ga26:0:0*zzzzzz."}) {
    REQUIRE(!checker::schedule::decode(bad));
  }
}
