// Backward reachability on the condensed graph. Tarjan's algorithm numbers components as it completes them: an edge that
// leaves one leads to a smaller number, so one pass in ascending order sees all successors first.

#include "checker/graph/escape.hpp"

namespace checker::graph {

std::vector<bool> can_escape(const PackedGraph& graph, const Components& components, const std::vector<bool>& bad,
                             const std::vector<bool>& returned) {
  const auto n = static_cast<std::uint32_t>(components.of.size());
  std::vector<std::uint32_t> first(components.count + std::size_t{1}, 0);
  for (std::uint32_t v = 0; v < n; ++v) ++first[components.of[v] + std::size_t{1}];
  for (std::uint32_t c = 0; c < components.count; ++c) first[c + std::size_t{1}] += first[c];
  std::vector<std::uint32_t> members(n), next(first.begin(), first.end());
  for (std::uint32_t v = 0; v < n; ++v) members[next[components.of[v]]++] = v;

  std::vector<bool> good(components.count, false);
  std::vector<bool> is_bad_bottom(components.count, false);
  for (std::size_t b = 0; b < components.bottoms.size(); ++b) {
    const std::uint32_t c = components.of[components.bottoms[b].front()];
    good[c] = !bad[b];
    is_bad_bottom[c] = bad[b];
  }
  for (std::uint32_t c = 0; c < components.count; ++c) {
    bool leaves = false;
    for (std::uint32_t i = first[c]; i < first[c + std::size_t{1}]; ++i) {
      const std::uint32_t v = members[i];
      for (auto e = graph.row(v); !e.at_end(); ++e) {
        const std::uint32_t to = components.of[e->target];
        if (to == c) continue;
        leaves = true;
        if (good[to] || (returned[c] && !returned[to])) good[c] = true;
      }
    }
    // Nothing leaves it and it is no bottom: it has not been expanded.
    if (!leaves && !components.bottom[c] && !is_bad_bottom[c]) good[c] = true;
  }
  std::vector<bool> result(n);
  for (std::uint32_t v = 0; v < n; ++v) result[v] = good[components.of[v]];
  return result;
}

}  // namespace checker::graph
