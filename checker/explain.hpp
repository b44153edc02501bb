#pragma once
// What a finding's reader wants to know beyond the schedule: when it was too late, who waits for whom, what would help.

#include <vector>

#include "checker/finding/result.hpp"
#include "checker/graph/state_graph.hpp"
#include "checker/schedule/path.hpp"
#include "model/machine.hpp"

namespace checker {

/// Where in the explored graph schedules can still end well (graph::can_escape).
struct Escapes {
  const graph::StateGraph* graph = nullptr;
  std::vector<bool> can;
};

/// Fills `doomed_from` and `explanation`. `path`: the shown schedule's transitions; `escapes.can` may be empty.
void explain(const model::Machine& machine, const model::base::FileSet& files, const schedule::Path& path,
             const Escapes& escapes, finding::Finding& finding);

/// The explored graph if it is small, else nothing.
finding::SmallGraph small_graph(const graph::StateGraph& graph, const std::vector<bool>& can_escape);

}  // namespace checker
