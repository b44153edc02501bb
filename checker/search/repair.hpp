#pragma once
// A reduced search that ignores nobody.

#include "checker/graph/components.hpp"
#include "checker/graph/packed_graph.hpp"
#include "checker/search/breadth_first.hpp"

namespace checker::search {

/// After explore() with a reduction, whose `observer` writes `graph`: goes on until in each bottom component everybody who
/// could move there does. Returns the finished graph's components; of an incomplete search those where that is so.
graph::Components repair(const model::Machine& machine, reduction::Reduction& reduction, reduction::Chaining chaining,
                         store::StateStore& store, graph::PackedGraph& graph, Observer& observer,
                         Budget& budget, Progress& progress, Coverage& coverage);

}  // namespace checker::search
