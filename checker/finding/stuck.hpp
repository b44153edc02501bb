#pragma once
// Who is stuck for good: decided on the bottom strong components of the explored graph.

#include <vector>

#include "checker/finding/cause.hpp"
#include "checker/graph/components.hpp"
#include "checker/graph/space.hpp"
#include "model/machine.hpp"

namespace checker::finding {

/// Adds the deadlocks, hangs, leaks and livelocks of all bottom components.
void find_stuck(const graph::Space& space, const graph::Components& components, Causes& causes);

/// The same of a state in which nothing is enabled.
void stuck_at(const model::Machine& machine, const model::StateWords& state, const Cause::Seen& seen, Causes& causes);

/// Of each component: has main returned, and nothing crashed (which would be a finding of its own)?
std::vector<bool> main_returned(const graph::Space& space, const graph::Components& components);

/// Of each bottom component (as `components.bottoms` counts): do runs that end in it show a finding? Stuck goroutines, or a
/// process that has crashed.
std::vector<bool> bad_ends(const graph::Space& space, const graph::Components& components);

}  // namespace checker::finding
