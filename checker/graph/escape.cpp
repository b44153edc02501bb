// Backward reachability on the condensed graph.

#include "checker/graph/escape.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/two_bit_color_map.hpp>

#include <utility>

namespace checker::graph {

std::vector<bool> can_escape(const PackedGraph& graph, const Components& components, const std::vector<bool>& bad,
                             const std::vector<bool>& returned) {
  const auto n = static_cast<std::uint32_t>(components.of.size());
  std::vector<bool> good(components.count, false);  // of each component, by itself
  for (std::size_t b = 0; b < components.bottoms.size(); ++b) {
    good[components.of[components.bottoms[b].front()]] = !bad[b];
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> reversed;  // edges between components
  std::vector<bool> leaves(components.count, false);
  PackedGraph::Cursor e;
  for (std::uint32_t v = 0; v < n; ++v) {
    const std::uint32_t c = components.of[v];
    for (graph.read(v, e); !e.at_end(); ++e) {
      const std::uint32_t to = components.of[e->target];
      if (to == c) continue;
      leaves[c] = true;
      reversed.emplace_back(to, c);
      if (returned[c] && !returned[to]) good[c] = true;
    }
  }
  using Condensed = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property, boost::no_property, std::uint32_t>;
  const Condensed condensed(boost::edges_are_unsorted, reversed.begin(), reversed.end(), components.count);
  auto colours = boost::make_two_bit_color_map(components.count, boost::get(boost::vertex_index, condensed));
  boost::queue<std::uint32_t> waiting;
  for (std::uint32_t c = 0; c < components.count; ++c) {
    // Nothing leaves it and it is no bottom: it has not been expanded.
    if (!leaves[c] && !components.bottom[c]) good[c] = true;
    if (good[c] && get(colours, c) == boost::two_bit_white) {
      boost::breadth_first_visit(condensed, c, waiting, boost::default_bfs_visitor(), colours);
    }
  }
  std::vector<bool> result(n);
  for (std::uint32_t v = 0; v < n; ++v) result[v] = get(colours, components.of[v]) != boost::two_bit_white;
  return result;
}

}  // namespace checker::graph
