#pragma once
// A repair, where the shape of a finding is known.

#include <string>

#include "checker/finding/result.hpp"

namespace checker::finding {

/// One sentence, or nothing.
std::string suggestion(const Finding& finding);

}  // namespace checker::finding
