#pragma once
// From an execution with a race to what a finding says of it.

#include <vector>

#include "checker/finding/result.hpp"
#include "checker/schedule/rebuild.hpp"

namespace checker {

/// The races of the last access at `position` with `location`, one for each earlier position.
std::vector<finding::Race> races_at(const schedule::Rebuilt& rebuilt, model::base::Position position,
                                    std::uint64_t location);

/// The first race behind which the execution's end comes: of the goroutine, or of any if 0. Positions of both accesses.
std::optional<std::pair<model::base::Position, model::base::Position>> race_before(
    const schedule::Rebuilt& rebuilt, std::uint32_t goroutine);

}  // namespace checker
