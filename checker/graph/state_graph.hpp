#pragma once
// The explored graph: states by id, one edge for each transition taken, in order. Compressed sparse rows, written as the
// search goes. It models Boost.Graph's concepts (bgl.hpp).

#include <cstdint>

#include "checker/store/chunked_array.hpp"

namespace checker::graph {

class StateGraph {
 public:
  using Vertex = std::uint32_t;
  using EdgeIndex = std::uint64_t;

  explicit StateGraph(std::size_t limit = SIZE_MAX)
      : account_{0, limit}, first_(account_), targets_(account_) {}

  /// Starts the row of the next state: call once for each state, in order of ids.
  void begin_row() { first_.push_back(targets_.size()); }
  /// Adds an edge to the row begun last. `ordinal`: which of the state's enabled transitions it is.
  void add_edge(Vertex target, std::uint32_t ordinal) {
    targets_.push_back({target, ordinal});
  }

  /// From now on memory is no limit: the search is over.
  void lift_limit() { account_.limit = SIZE_MAX; }

  /// States with a row; edges may lead to states beyond, which have none (the search stopped before).
  Vertex rows() const { return static_cast<Vertex>(first_.size()); }
  EdgeIndex edges() const { return targets_.size(); }
  EdgeIndex first(Vertex v) const { return v < first_.size() ? first_[v] : targets_.size(); }
  EdgeIndex last(Vertex v) const {
    return v + std::size_t{1} < first_.size() ? first_[v + 1] : targets_.size();
  }
  Vertex target(EdgeIndex edge) const { return targets_[edge].vertex; }
  std::uint32_t ordinal(EdgeIndex edge) const { return targets_[edge].ordinal; }
  std::size_t memory_bytes() const { return account_.used.load(std::memory_order_relaxed); }

 private:
  struct Target {
    Vertex vertex;
    std::uint32_t ordinal;
  };

  store::Account account_;
  store::ChunkedArray<EdgeIndex> first_;
  store::ChunkedArray<Target, 16, (std::size_t{1} << 20)> targets_;
};

}  // namespace checker::graph
