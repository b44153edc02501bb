// Rows in, rows out; distances.

#include "checker/graph/packed_graph.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "checker/graph/distances.hpp"
#include "tests/unit/catch.hpp"

namespace {

using checker::graph::PackedGraph;

struct Row {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // target, steps
};

std::vector<PackedGraph::Edge> random_edges(std::mt19937& random, const std::vector<PackedGraph::Edge>& before, std::uint32_t& newest) {
  std::vector<PackedGraph::Edge> edges;
  const std::uint32_t degree = random() % 9 == 0 ? random() % 400 : random() % 20;
  for (std::uint32_t i = 0; i < degree; ++i) {
    const std::uint32_t steps = random() % 3 == 0 ? 1 + random() % 64 : 1;
    const std::size_t like = i + random() % 3;
    if (random() % 2 == 0 && like < before.size() && before[like].target + 1 <= newest) {
      edges.push_back({before[like].target + 1 - std::min(before[like].target, static_cast<std::uint32_t>(random() % 3)), steps});
    } else if (random() % 2 == 0) {
      edges.push_back({++newest, steps});
    } else {
      const std::uint32_t back = random() % 2 == 0 ? random() % 40 : random();
      edges.push_back({newest - std::min(newest, back), steps});
    }
  }
  return edges;
}

Row read(const PackedGraph& graph, std::uint32_t v) {
  Row row;
  for (auto e = graph.row(v); !e.at_end(); ++e) row.edges.emplace_back(e->target, e->steps);
  return row;
}

}  // namespace

TEST_CASE("what is packed comes out again, also of rows that are replaced") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);
    PackedGraph graph;
    std::vector<Row> expected;
    std::uint32_t newest = 0;
    std::vector<PackedGraph::Edge> before;
    std::uint64_t edges = 0;
    for (int i = 0; i < 700; ++i) {
      const bool again = !expected.empty() && random() % 20 == 0;
      const std::uint32_t v = again ? random() % expected.size() : static_cast<std::uint32_t>(expected.size());
      const auto row = random_edges(random, before, newest);
      before = row;
      edges += row.size();
      if (again) {
        graph.add_row_again(v, row);
      } else {
        graph.add_row(row);
        expected.emplace_back();
      }
      expected[v].edges.clear();
      for (const auto& e : row) expected[v].edges.emplace_back(e.target, e.steps);
      if (again) REQUIRE(graph.is_again(v));
    }
    REQUIRE(graph.rows() == expected.size());
    REQUIRE(graph.vertices() == newest + 1);
    REQUIRE(graph.edges() == edges);
    for (std::uint32_t v = 0; v < expected.size(); ++v) {
      REQUIRE(read(graph, v).edges == expected[v].edges);
      REQUIRE(graph.degree(v) == expected[v].edges.size());
    }
    REQUIRE(graph.row(graph.rows()).at_end());
    PackedGraph::Cursor cursor;  // from row to row, on and back
    for (int i = 0; i < 3000; ++i) {
      const auto v = static_cast<std::uint32_t>(random() % 3 == 0 ? random() % expected.size() : i % expected.size());
      graph.read(v, cursor);
      Row row;
      for (; !cursor.at_end(); ++cursor) row.edges.emplace_back(cursor->target, cursor->steps);
      REQUIRE(row.edges == expected[v].edges);
    }
  }
}

TEST_CASE("no room for a row: nothing of it is there") {
  PackedGraph graph(40'000);
  std::uint32_t rows = 0;
  try {
    for (;; ++rows) graph.add_row(std::vector<PackedGraph::Edge>(100, {0, 64}));
  } catch (const checker::store::OutOfBudget&) {
  }
  REQUIRE(rows > 10);
  REQUIRE(graph.rows() == rows);
  REQUIRE(graph.edges() == rows * 100);
  REQUIRE(graph.row(rows - 1).left() == 100);
}

TEST_CASE("distances are in steps, not in edges") {
  PackedGraph graph;
  graph.add_row({{1, 64}, {2, 3}});
  graph.add_row({{3, 1}});
  graph.add_row({{1, 3}, {2, 1}});
  graph.add_row({});
  const checker::graph::Distances distances(graph);
  REQUIRE(distances.to(1) == 6);
  REQUIRE(distances.before(1) == 2);
  REQUIRE(distances.to(3) == 7);
  REQUIRE(distances.before(0) == checker::graph::Distances::kUnreached);
  REQUIRE(distances.farthest() == 7);
}
