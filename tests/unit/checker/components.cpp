// Strong components are those that Boost.Graph finds.

#include "checker/graph/components.hpp"

#include <boost/graph/strong_components.hpp>
#include <random>
#include <vector>

#include "tests/unit/catch.hpp"
#include "tests/unit/checker/boost_graph.hpp"

namespace {

using checker::graph::Components;
using checker::graph::PackedGraph;

/// Random rows: edges to new states, near ones and any.
void fill(PackedGraph& graph, std::mt19937& random, std::uint32_t rows) {
  std::uint32_t newest = 0;
  const std::uint32_t back = random() % 4;  // how often an edge leads back
  for (std::uint32_t v = 0; v < rows; ++v) {
    std::vector<PackedGraph::Edge> edges;
    for (std::uint32_t i = random() % 4; i > 0; --i) {
      if (random() % 4 >= back) {
        edges.push_back({++newest, 1});
      } else {
        edges.push_back({random() % 2 == 0 ? static_cast<std::uint32_t>(random() % (newest + 1)) : newest - newest / 8, 1});
      }
    }
    if (edges.empty() && v >= newest && v + 1 < rows) edges.push_back({++newest, 1});
    graph.add_row(edges);
  }
}

void compare(const PackedGraph& graph, const Components& found, std::uint32_t expanded) {
  const std::uint32_t n = graph.vertices();
  std::vector<std::uint32_t> of(n);
  const auto index = boost::typed_identity_property_map<std::uint32_t>();
  const std::uint32_t count = boost::strong_components(graph, boost::make_iterator_property_map(of.begin(), index), boost::vertex_index_map(index));
  REQUIRE(found.count == count);
  REQUIRE(found.of.size() == n);
  std::vector<std::uint32_t> other(count, 0xffffffff);
  std::vector<bool> bottom(count, true);
  for (std::uint32_t v = 0; v < n; ++v) {
    if (other[of[v]] == 0xffffffff) other[of[v]] = found.of[v];
    REQUIRE(other[of[v]] == found.of[v]);
    if (v >= expanded) bottom[found.of[v]] = false;
    for (auto e = graph.row(v); !e.at_end(); ++e) {
      REQUIRE(found.of[e->target] <= found.of[v]);
      if (found.of[e->target] != found.of[v]) bottom[found.of[v]] = false;
    }
  }
  REQUIRE(found.bottom == bottom);
  std::vector<std::vector<std::uint32_t>> members(count);
  for (std::uint32_t v = 0; v < n; ++v) members[found.of[v]].push_back(v);
  std::uint32_t last = 0;
  std::size_t bottoms = 0;
  for (const auto& states : found.bottoms) {
    REQUIRE(states == members[found.of[states.front()]]);
    REQUIRE(bottom[found.of[states.front()]]);
    REQUIRE((bottoms == 0 || states.front() > last));
    last = states.front();
    ++bottoms;
  }
  REQUIRE(bottoms == static_cast<std::size_t>(std::count(bottom.begin(), bottom.end(), true)));
}

}  // namespace

TEST_CASE("strong components are those of Boost.Graph", "[components]") {
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    std::mt19937 random(seed);
    PackedGraph graph;
    fill(graph, random, 1 + random() % (seed % 10 == 0 ? 3000 : 40));
    const std::uint32_t expanded = random() % 4 == 0 ? random() % (graph.rows() + 1) : graph.vertices();
    compare(graph, checker::graph::strong_components(graph, expanded), expanded);
  }
}

TEST_CASE("a graph without states, and a cycle of many", "[components]") {
  PackedGraph none;
  REQUIRE(checker::graph::strong_components(none, 0).count == 0);
  PackedGraph ring;
  constexpr std::uint32_t kStates = 300'000;
  for (std::uint32_t v = 0; v < kStates; ++v) ring.add_row({{v + 1 == kStates ? 0 : v + 1, 1}});
  const Components all = checker::graph::strong_components(ring, kStates);
  REQUIRE(all.count == 1);
  REQUIRE(all.bottoms.size() == 1);
  REQUIRE(all.bottoms[0].size() == kStates);
}
