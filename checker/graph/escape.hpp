#pragma once
// From where some schedule still ends well.

#include <vector>

#include "checker/graph/components.hpp"
#include "checker/graph/packed_graph.hpp"

namespace checker::graph {

/// Of each state: does a path lead from it to a bottom component that is not `bad` (one flag for each of
/// `components.bottoms`)? A fair run ends in a bottom component, so where none does every schedule ends badly. States that
/// lead to unexpanded ones count as ones that can.
/// `returned`, one flag for each component: main has returned, so the process may end here, and the graph goes on only to see
/// who is left behind. A component that is not `returned` behind one that is comes too late: the other has escaped it.
std::vector<bool> can_escape(const PackedGraph& graph, const Components& components, const std::vector<bool>& bad,
                             const std::vector<bool>& returned);

}  // namespace checker::graph
