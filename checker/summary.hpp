#pragma once
// What the author of a protocol asks besides, after the search: how many goroutines are alive at once, how full buffers get, which
// events always happen in one order.

#include "checker/finding/result.hpp"
#include "checker/search/budget.hpp"
#include "model/compile.hpp"
#include "model/machine.hpp"

namespace checker {

/// Fills the statistics' `goroutines`, buffers and `orders`, by searches of their own where the first one cannot tell. `options`
/// are those of the last round. Searches beyond some 100,000 states are not made; what is not known then stays empty.
void summarise(const model::Unit& unit, const model::EntryInfo& entry, const model::MachineOptions& options,
               search::Budget& budget, finding::Result& result);

}  // namespace checker
