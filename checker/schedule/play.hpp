#pragma once
// Takes the steps of a trace.

#include "checker/schedule/schedule.hpp"
#include "checker/schedule/trace.hpp"

namespace checker::schedule {

/// False if the trace asks for a transition that is not there.
bool play(Player& player, const Trace& trace);

}  // namespace checker::schedule
