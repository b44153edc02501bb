#pragma once
// From a state of the store back to the initial one, and forward again as transitions.

#include <cstdint>
#include <vector>

#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::schedule {

/// Ordinals into enabled(), from the initial state on.
using Path = std::vector<std::uint32_t>;

/// A shortest path to state `id`. The store keeps who reached a state first; by which transition is found by trying.
Path path_to(const model::Machine& machine, const store::StateStore& store, store::StateId id);

}  // namespace checker::schedule
