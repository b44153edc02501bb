#pragma once
// What race detection costs in states.

#include <string>
#include <vector>

namespace tests::soundness {

/// Prints a table, a line for each entry of the files: its accesses of memory that can be reached by more than one goroutine, states
/// without race detection, with it, and with every plain access as an interleaving point.
void print_cost(const std::vector<std::string>& files);

}  // namespace tests::soundness
