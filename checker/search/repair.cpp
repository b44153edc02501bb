// Nobody waits for ever (the proviso of persistent sets, Valmari 1990 and Godefroid 1996, here per bottom component).
//
// A persistent set may leave out a goroutine in each state of a cycle: a spinner is independent of everybody and goes round
// alone. What the others would do is then not seen: a panic is missed, and who waits for them looks stuck for ever.
// Claim: it is enough that in every bottom strong component of the reduced graph everybody who can move in one of its
//   states moves in one of its states. Outside of bottom components nothing is needed: whoever is left out can still move
//   when the component is left.
// Why: let w be steps that the full graph has from a state s of a bottom component B, g the goroutine of the first of them.
//   While none of w is taken, what is taken commutes with all of w. By the condition some path in B leads from s to a state
//   where g is in the persistent set, and the first step of w that is in such a set commutes to the front; so B has all
//   steps of w.
// Goroutines are followed by SlotGraph, since with symmetry a slot is not the same goroutine in every state.
// Price: such a state is expanded with all its transitions. Off: --por off. Tests: tests/soundness, mutation Repair.

#include "checker/search/repair.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "checker/graph/slot_graph.hpp"

namespace checker::search {
namespace {

/// The first state of the component in which somebody can move who never does, or kNoState.
store::StateId find_ignored(const graph::Space& space, const std::vector<std::uint32_t>& states) {
  std::vector<std::pair<std::uint32_t, std::vector<model::Transition>>> left_out;  // where something is left out
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    if (space.graph.is_again(states[i])) continue;
    const model::StateWords state = space.store.load(states[i]);
    std::vector<model::Transition> enabled;
    space.machine.enabled(state, enabled);
    reduction::Ordinals chosen;
    space.reduction.select(space.machine, state, enabled, chosen);
    if (chosen.size() == enabled.size()) continue;
    left_out.emplace_back(i, std::move(enabled));
  }
  if (left_out.empty()) return store::kNoState;
  const graph::SlotGraph slots(space, states);
  for (const auto& [i, enabled] : left_out) {
    for (const model::Transition& t : enabled) {
      if (slots.ignored(i, t)) return states[i];
    }
  }
  return store::kNoState;
}

}  // namespace

graph::Components repair(const model::Machine& machine, reduction::Reduction& reduction, reduction::Chaining chaining,
                         store::StateStore& store, graph::PackedGraph& graph, Observer& observer,
                         Budget& budget, Progress& progress, Coverage& coverage) {
  const graph::Space space{machine, store, graph, reduction, chaining};
  for (;;) {
    store.drop_index();
    machine.forget();
    auto components =
        graph::strong_components(graph, static_cast<std::uint32_t>(coverage.expanded));
    std::vector<std::uint32_t> again;
    const auto is_repaired = [&](const std::vector<std::uint32_t>& states) {
      const store::StateId ignored = find_ignored(space, states);
      if (ignored != store::kNoState) again.push_back(ignored);
      return ignored == store::kNoState;
    };
    const auto ends = std::stable_partition(components.bottoms.begin(), components.bottoms.end(), is_repaired);
    if (!coverage.complete) {
      // Nobody goes on where somebody is ignored, so who waits there may not wait for ever.
      for (auto states = ends; states != components.bottoms.end(); ++states) components.bottom[components.of[states->front()]] = false;
      components.bottoms.erase(ends, components.bottoms.end());
      return components;
    }
    if (again.empty()) return components;
    resume(machine, reduction, chaining, store, observer, budget, progress, again, coverage);
  }
}

}  // namespace checker::search
