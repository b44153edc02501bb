#pragma once
// Strong components of the finished graph, and those of them that nothing leaves.

#include <cstdint>
#include <vector>

#include "checker/graph/packed_graph.hpp"

namespace checker::graph {

struct Components {
  std::vector<std::uint32_t> of;  ///< component of each state
  std::uint32_t count = 0;
  std::vector<bool> bottom;  ///< of each component
  /// States of the bottom components, ascending within each; the components by their first state.
  std::vector<std::vector<std::uint32_t>> bottoms;
};

/// Components are numbered as they are completed: an edge that leaves one leads to a smaller number. States from `expanded` on
/// have not been expanded: what comes to one of them is in no bottom component. Time: linear; see components.cpp for memory.
Components strong_components(PackedGraph& graph, std::uint32_t expanded);

}  // namespace checker::graph
