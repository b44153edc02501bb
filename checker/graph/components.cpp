// Strong components (Tarjan 1972; Nuutila's variant in Boost.Graph), then the bottom ones.

#include "checker/graph/components.hpp"

#include <boost/graph/strong_components.hpp>
#include <boost/graph/two_bit_color_map.hpp>

#include "checker/graph/bgl.hpp"

namespace checker::graph {

Components strong_components(PackedGraph& graph, std::uint32_t expanded) {
  Components result;
  // A vertex for every state that an edge leads to.
  const std::uint32_t n = graph.rows() == 0 ? 0 : graph.vertices();
  graph.lift_limit();
  result.of.resize(n);
  if (n == 0) return result;
  const auto index = boost::typed_identity_property_map<std::uint32_t>();
  const auto map = boost::make_iterator_property_map(result.of.begin(), index);
  const auto colours = boost::make_two_bit_color_map(n, index);  // Boost's own choice is four bytes for each
  result.count = boost::strong_components(graph, map, boost::vertex_index_map(index).color_map(colours));
  result.bottom.assign(result.count, true);
  for (std::uint32_t v = 0; v < n; ++v) {
    if (v >= expanded) result.bottom[result.of[v]] = false;
    for (auto e = graph.row(v); !e.at_end(); ++e) {
      if (result.of[e->target] != result.of[v]) result.bottom[result.of[v]] = false;
    }
  }
  constexpr std::uint32_t kUnseen = 0xffffffff;
  std::vector<std::uint32_t> place(result.count, kUnseen);
  for (std::uint32_t v = 0; v < n; ++v) {
    const std::uint32_t c = result.of[v];
    if (!result.bottom[c]) continue;
    if (place[c] == kUnseen) {
      place[c] = static_cast<std::uint32_t>(result.bottoms.size());
      result.bottoms.emplace_back();
    }
    result.bottoms[place[c]].push_back(v);
  }
  return result;
}

}  // namespace checker::graph
