#pragma once
// What was there before: the findings of another revision of the same program.

#include <string>
#include <vector>

#include "checker/gate/baseline.hpp"

namespace checker::gate {

/// Checks `patterns` as they are at git's revision `rev`, with the same flags, in a folder of its own: what is found there is
/// not new. (Lines changed since then would not do: a deadlock is often reported at a line that nobody touched.) Returns what
/// is wrong, or nothing. Patterns that are not there at `rev` had no findings.
std::string findings_at(const std::string& rev, const std::vector<std::string>& patterns, const std::vector<std::string>& flags,
                        std::vector<Known>& known);

}  // namespace checker::gate
