#pragma once
// What the annotations of a file expect: wanted findings, ignored ones.

#include <vector>

#include "checker/finding/result.hpp"
#include "model/compile.hpp"

namespace checker::finding {

/// Marks wanted and suppressed findings and settles the verdict. `used`: of each ignore, has it matched something?
void apply_expectations(const std::vector<model::Want>& wants,
                        const std::vector<model::Ignore>& ignores, std::vector<bool>& used,
                        Result& result);

/// The verdict by what is found and neither wanted nor suppressed, by what is missing, and by what was not explored.
void settle_verdict(Result& result);

}  // namespace checker::finding
