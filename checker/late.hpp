#pragma once
// Findings that need a timer to be late.

#include "checker/check.hpp"

namespace checker {

/// With --time any a timer may fire as late as it likes. Looks once more, with --time virtual, for the findings whose schedules have
/// timers or sleeps: of those that are not there `explanation` says so. Says nothing where that search is too long.
void tell_late(const model::Unit& unit, const model::EntryInfo& entry, const CheckOptions& options, finding::Result& result);

}  // namespace checker
