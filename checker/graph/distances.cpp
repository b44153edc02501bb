#include "checker/graph/distances.hpp"

#include <algorithm>
#include <array>

namespace checker::graph {

Distances::Distances(const PackedGraph& graph) : graph_(graph) {
  const std::uint32_t n = graph.vertices();
  distance_.assign(n, kUnreached);
  constexpr std::uint32_t kBuckets = 65;  // no edge is longer than 64
  std::array<std::vector<std::uint32_t>, kBuckets> buckets;
  std::uint32_t waiting = 1;
  distance_[0] = 0;
  buckets[0].push_back(0);
  PackedGraph::Cursor e;
  for (std::uint32_t d = 0; waiting > 0; ++d) {
    std::vector<std::uint32_t> here = std::move(buckets[d % kBuckets]);
    buckets[d % kBuckets].clear();
    waiting -= static_cast<std::uint32_t>(here.size());
    std::ranges::sort(here);
    for (const std::uint32_t v : here) {
      if (distance_[v] != d) continue;  // it was reached on a shorter way
      farthest_ = d;
      for (graph.read(v, e); !e.at_end(); ++e) {
        if (d + e->steps >= distance_[e->target]) continue;
        distance_[e->target] = d + e->steps;
        buckets[(d + e->steps) % kBuckets].push_back(e->target);
        ++waiting;
      }
    }
  }
}

std::uint32_t Distances::before(std::uint32_t v) const {
  if (before_.empty()) {
    before_.assign(distance_.size(), kUnreached);
    PackedGraph::Cursor e;
    for (std::uint32_t from = 0; from < graph_.rows(); ++from) {
      if (distance_[from] == kUnreached) continue;
      for (graph_.read(from, e); !e.at_end(); ++e) {
        std::uint32_t& before = before_[e->target];
        if (distance_[from] + e->steps != distance_[e->target]) continue;
        if (before == kUnreached || distance_[from] < distance_[before]) before = from;
      }
    }
  }
  return before_[v];
}

}  // namespace checker::graph
