#pragma once
// A look ahead of the search: some walks through the program, to see at which abstract locations it writes.

#include <cstdint>
#include <vector>

#include "model/machine.hpp"

namespace checker::search {

/// Locations of which reads have to be remembered, sorted: those for which a step of a walk asked (Failure::NeedsReads). What
/// the walks do not come to the search will ask for, at the price of another round. Deterministic.
std::vector<std::uint64_t> written_on_walks(const model::Machine& machine);

}  // namespace checker::search
