#pragma once
// A repair, where the shape of a finding is known.

#include <cstdint>
#include <string>

#include "checker/finding/result.hpp"

namespace checker::finding {

/// Where the waiting comes from: whoever is stuck at the finding's place waits for somebody, who waits for somebody, and so on
/// to `goroutine`, whom nobody can help, or who is one of those that wait for each other.
struct Root {
  std::uint32_t goroutine = 0;  ///< 0: not known
  bool in_circle = false;
};

/// One sentence, or nothing.
std::string suggestion(const Finding& finding, const Root& root = {});

}  // namespace checker::finding
