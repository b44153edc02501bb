#pragma once
// Goroutines and pending timers of a component's states, followed through the steps: which of them can ever move again.

#include <cstdint>
#include <vector>

#include "checker/graph/space.hpp"
#include "model/machine.hpp"

namespace checker::graph {

/// States are named by their index in the component's list, goroutines by their slot in that state; a state's pending timers
/// follow its goroutines as slots.
class SlotGraph {
 public:
  SlotGraph(const Space& space, const std::vector<std::uint32_t>& states);

  std::uint32_t goroutines(std::uint32_t state) const { return goroutines_[state]; }
  /// No path in the component leads from here to a move of this goroutine.
  bool stuck(std::uint32_t state, std::uint32_t slot) const {
    return !can_move_[base_[state] + slot];
  }
  /// Does the transition, enabled in this state, move somebody who never moves in the component?
  bool ignored(std::uint32_t state, const model::Transition& transition) const;
  /// Is there one in this state that is stuck and not yet seen?
  bool any_unseen_stuck(std::uint32_t state) const;
  /// Marks a stuck goroutine as seen, in this and all states it comes into. False if it was before.
  bool see(std::uint32_t state, std::uint32_t slot);

 private:
  std::vector<std::uint32_t> base_;        // first node of each state
  std::vector<std::uint32_t> goroutines_;  // of each state
  std::vector<std::uint32_t> out_;   // edges by source node: first, then targets
  std::vector<std::uint32_t> targets_;
  std::vector<bool> can_move_;
  std::vector<bool> seen_;
};

}  // namespace checker::graph
