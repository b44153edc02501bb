#pragma once
// A formula on one infinite word, by the definition: independent of automata, so that it can check them.

#include <cstddef>
#include <vector>

#include "checker/property/formula.hpp"

namespace checker::property {

/// letters[0..n) of which those from `loop` on repeat for ever; loop < n.
struct Lasso {
  std::vector<Letter> letters;
  std::size_t loop = 0;
};

bool holds(const Formulas& formulas, Formulas::Id formula, const Lasso& word);

}  // namespace checker::property
