#pragma once
// From a state of the store back to the initial one, and forward again as transitions.

#include <cstdint>
#include <vector>

#include "checker/graph/distances.hpp"
#include "checker/graph/space.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::schedule {

/// Ordinals into enabled(), from the initial state on.
using Path = std::vector<std::uint32_t>;

/// A shortest path to state `id` in the explored graph.
Path path_to(const graph::Space& space, const graph::Distances& distances, store::StateId id);

/// The path to state `id`, by the states from which each state was reached first; by which transition is found by trying.
Path path_to(const model::Machine& machine, const store::StateStore& store, const std::vector<store::StateId>& parents,
             store::StateId id);

}  // namespace checker::schedule
