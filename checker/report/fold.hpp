#pragma once
// Which steps of a schedule a reader need not see one by one.

#include <cstddef>
#include <string>
#include <vector>

#include "checker/finding/result.hpp"

namespace checker::report {

/// Lines first <= i < last of a schedule. `text`: what stands for them; empty: the one line itself.
struct Fold {
  std::size_t first = 0, last = 0;
  std::string text;
};

/// All lines of the finding's schedule, in order. JSON and replay have them unfolded.
std::vector<Fold> fold(const finding::Finding& finding);

}  // namespace checker::report
