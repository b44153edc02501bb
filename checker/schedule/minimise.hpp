#pragma once
// A shorter schedule with the same end.

#include "checker/schedule/path.hpp"
#include "checker/schedule/rebuild.hpp"
#include "model/machine.hpp"

namespace checker::schedule {

/// `path` without the steps that its last one, which fails as `goal` says, does not need.
Path minimise(const model::Machine& machine, const Path& path, const Goal& goal);

/// `path` in an order with fewer changes from one goroutine to another, and the same state at its end.
Path fewer_switches(const model::Machine& machine, const Path& path);

}  // namespace checker::schedule
