#pragma once
// A program that runs for ever and gets nowhere.

#include <cstdint>
#include <string>
#include <vector>

#include "checker/finding/cause.hpp"
#include "checker/graph/space.hpp"
#include "model/machine.hpp"

namespace checker::finding {

/// `states`: a bottom component with a cycle in which main, or else the test, stands and moves. Adds a livelock, and returns
/// true, if no step in it transfers, prints, starts, ends or waits for time: only failed tries, loads, receives from closed
/// channels, locks that are given back, yields; and, where nobody else moves, atomic writes, which nobody is left to see.
bool find_livelock(const graph::Space& space, const std::vector<std::uint32_t>& states, bool of_main, Causes& causes);

}  // namespace checker::finding
