#pragma once
// A shorter schedule with the same end.

#include "checker/schedule/path.hpp"
#include "checker/schedule/rebuild.hpp"
#include "model/machine.hpp"

namespace checker::schedule {

/// `path` without the steps that its last one, which fails as `goal` says, does not need.
Path minimise(const model::Machine& machine, const Path& path, const Goal& goal);

}  // namespace checker::schedule
