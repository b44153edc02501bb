#pragma once
// A shortest path, whatever a reduction left out.

#include <cstdint>
#include <functional>
#include <optional>

#include "checker/schedule/path.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::schedule {

/// Is this step what is looked for?
using Wanted = std::function<bool(const model::Step&)>;

/// Looks for a path of at most `longest` steps whose last step is wanted, over all transitions, nearest first. Nothing if
/// there is none or `most_states` or `most_steps` were not enough to tell; `most_steps` is what is left of it afterwards.
std::optional<Path> shortest(const model::Machine& machine, std::size_t longest, const Wanted& wanted,
                             std::uint32_t most_states, std::uint64_t& most_steps);

/// Puts all states that can be reached from `state` into the empty `store`; false if they are more than `most_states`.
bool closure(const model::Machine& machine, const model::StateWords& state, store::StateStore& store,
             std::uint32_t most_states);

}  // namespace checker::schedule
