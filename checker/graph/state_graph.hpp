#pragma once
// The explored graph with its edges numbered, for who keeps something for each: compressed sparse rows.

#include <cstdint>
#include <vector>

#include "checker/graph/packed_graph.hpp"

namespace checker::graph {

/// Of a graph without reductions: edge number `ordinal` of a state is its transition of this ordinal.
class StateGraph {
 public:
  using Vertex = std::uint32_t;
  using EdgeIndex = std::uint64_t;

  explicit StateGraph(const PackedGraph& packed) {
    PackedGraph::Cursor e;
    for (Vertex v = 0; v < packed.rows(); ++v) {
      first_.push_back(targets_.size());
      for (packed.read(v, e); !e.at_end(); ++e) {
        targets_.push_back(e->target);
        ordinals_.push_back(static_cast<std::uint32_t>(targets_.size() - 1 - first_.back()));
      }
    }
    if (packed.rows() > 0) rows_ = packed.vertices();
  }

  /// States with a row or with an edge to them.
  Vertex rows() const { return rows_; }
  EdgeIndex edges() const { return targets_.size(); }
  EdgeIndex first(Vertex v) const { return v < first_.size() ? first_[v] : targets_.size(); }
  EdgeIndex last(Vertex v) const { return v + std::size_t{1} < first_.size() ? first_[v + std::size_t{1}] : targets_.size(); }
  Vertex target(EdgeIndex edge) const { return targets_[edge]; }
  std::uint32_t ordinal(EdgeIndex edge) const { return ordinals_[edge]; }

 private:
  Vertex rows_ = 0;
  std::vector<EdgeIndex> first_;
  std::vector<Vertex> targets_;
  std::vector<std::uint32_t> ordinals_;
};

}  // namespace checker::graph
