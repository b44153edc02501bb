#pragma once
// From where some schedule still ends well.

#include <vector>

#include "checker/graph/components.hpp"
#include "checker/graph/state_graph.hpp"

namespace checker::graph {

/// Of each state: does a path lead from it to a bottom component that is not `bad` (one flag for each of
/// `components.bottoms`)? A fair run ends in a bottom component, so where none does every schedule ends badly. States that
/// lead to unexpanded ones count as ones that can.
std::vector<bool> can_escape(const StateGraph& graph, const Components& components, const std::vector<bool>& bad);

}  // namespace checker::graph
