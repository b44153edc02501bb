#pragma once
// What a finding's reader wants to know beyond the schedule: when it was too late, who waits for whom, what would help.

#include <vector>

#include "checker/finding/result.hpp"
#include "checker/graph/packed_graph.hpp"
#include "checker/graph/space.hpp"
#include "checker/schedule/path.hpp"
#include "checker/whole_graph.hpp"
#include "model/machine.hpp"

namespace checker {

/// Where in a graph without reductions, whose edges are in the order of the transitions, schedules can still end well
/// (graph::can_escape).
struct Escapes {
  const graph::PackedGraph* graph = nullptr;
  std::vector<bool> can;
};

/// The same, worked out anew from the graph of all interleavings: of schedules that a reduction leaves out the outcome is found,
/// but not the way there, so it cannot say that there is none. Nothing can be said (`can` is empty) if there are too many states.
class FullEscapes {
 public:
  explicit FullEscapes(const model::Machine& machine);
  const Escapes& escapes() const { return escapes_; }
  /// Of the states of another search of the same machine; those that it does not know can.
  std::vector<bool> of(const store::StateStore& store);

 private:
  WholeGraph explored_;
  Escapes escapes_;
};

/// Fills `doomed_from` and `explanation`. `path`: the shown schedule's transitions; `escapes.can` may be empty.
void explain(const model::Machine& machine, const model::base::FileSet& files, const schedule::Path& path,
             const Escapes& escapes, finding::Finding& finding);

/// The states on the path, as the explored graph numbers them; shorter if the path leaves it.
/// Of steps on the way to a stored state (reduction/chain.hpp) it is that one.
std::vector<std::uint32_t> states_on(const graph::Space& space, const schedule::Path& path);

/// The explored graph if it is small, else nothing.
finding::SmallGraph small_graph(const graph::PackedGraph& graph, const std::vector<bool>& can_escape);

}  // namespace checker
