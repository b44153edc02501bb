#pragma once
// Who is stuck for good: decided on the bottom strong components of the explored graph.

#include "checker/finding/cause.hpp"
#include "checker/graph/components.hpp"
#include "checker/graph/state_graph.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::finding {

/// Adds the deadlocks, hangs, leaks and livelocks of all bottom components.
void find_stuck(const model::Machine& machine, const store::StateStore& store,
                const graph::StateGraph& graph, const graph::Components& components,
                Causes& causes);

}  // namespace checker::finding
