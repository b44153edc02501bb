#pragma once
// Shortest ways from the initial state, in steps (edges have lengths). Dijkstra 1959 with a bucket for each distance (Dial 1969).

#include <cstdint>
#include <vector>

#include "checker/graph/packed_graph.hpp"

namespace checker::graph {

class Distances {
 public:
  /// `graph` must stay as it is.
  explicit Distances(const PackedGraph& graph);

  static constexpr std::uint32_t kUnreached = 0xffffffff;
  /// Steps from state 0.
  std::uint32_t to(std::uint32_t v) const { return distance_[v]; }
  /// The last state on a shortest way to v, of several the nearest to state 0, and of these the one with the smallest number; kUnreached for state 0.
  std::uint32_t before(std::uint32_t v) const;
  std::uint32_t farthest() const { return farthest_; }

 private:
  const PackedGraph& graph_;
  std::vector<std::uint32_t> distance_;
  mutable std::vector<std::uint32_t> before_;  ///< worked out when it is first asked for: only findings have need of it
  std::uint32_t farthest_ = 0;
};

}  // namespace checker::graph
