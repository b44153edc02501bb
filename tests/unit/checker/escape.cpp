// Points of no return.

#include "checker/graph/escape.hpp"

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

namespace {

using checker::graph::PackedGraph;

void fill(PackedGraph& graph, const std::vector<std::vector<std::uint32_t>>& rows) {
  for (const auto& row : rows) {
    std::vector<PackedGraph::Edge> edges;
    for (const std::uint32_t to : row) edges.push_back({to, 1});
    graph.add_row(edges);
  }
}

std::vector<bool> escapes(const std::vector<std::vector<std::uint32_t>>& rows, std::uint32_t expanded,
                          const std::vector<std::uint32_t>& bad_states, const std::vector<std::uint32_t>& returned_states = {}) {
  PackedGraph graph;
  fill(graph, rows);
  const auto components = checker::graph::strong_components(graph, expanded);
  std::vector<bool> bad;
  for (const auto& bottom : components.bottoms) {
    bool is_bad = false;
    for (const std::uint32_t state : bad_states) is_bad = is_bad || bottom.front() == state;
    bad.push_back(is_bad);
  }
  std::vector<bool> returned(components.count, false);
  for (const std::uint32_t state : returned_states) returned[components.of[state]] = true;
  return checker::graph::can_escape(graph, components, bad, returned);
}

}  // namespace

TEST_CASE("a state escapes iff a good end can be reached", "[escape]") {
  // 0 -> 1 -> 3 (bad), 0 -> 2 -> 4 (good), 1 -> 3 only.
  CHECK(escapes({{1, 2}, {3}, {3, 4}, {}, {}}, 5, {3}) == std::vector<bool>{true, false, true, false, true});
  CHECK(escapes({{1, 2}, {3}, {3, 4}, {}, {}}, 5, {3, 4}) == std::vector<bool>(5, false));
}

TEST_CASE("cycles: fair runs leave them", "[escape]") {
  // 0 <-> 1, 1 -> 2 (bad): however long it turns, it ends in 2.
  CHECK(escapes({{1}, {0, 2}, {}}, 3, {2}) == std::vector<bool>(3, false));
  // A bottom cycle that is good.
  CHECK(escapes({{1, 2}, {3}, {}, {1}}, 4, {2}) == std::vector<bool>{true, true, false, true});
}

TEST_CASE("a crash behind main's return comes too late, a leak does not", "[escape]") {
  // 0 -> 1 (main returned) -> 2 (crashed), 0 -> 2.
  CHECK(escapes({{1, 2}, {2}, {}}, 3, {2}, {1}) == std::vector<bool>{true, true, false});
  // 0 -> 1 (main returned) -> 2 (somebody is left behind).
  CHECK(escapes({{1}, {2}, {}}, 3, {2}, {1, 2}) == std::vector<bool>(3, false));
}

TEST_CASE("what was not expanded may be good", "[escape]") {
  CHECK(escapes({{1, 2}, {}}, 2, {1}) == std::vector<bool>{true, false, true});
}
