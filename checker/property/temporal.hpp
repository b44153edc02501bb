#pragma once
// Does a temporal formula hold in every fair run?

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/graph/distances.hpp"
#include "checker/graph/space.hpp"
#include "checker/property/fairness.hpp"
#include "checker/property/lasso.hpp"
#include "checker/schedule/path.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"
#include "model/program/specification.hpp"

namespace checker::property {

struct Violation {
  std::string message;  ///< "does not hold", or that an expression panics
  schedule::Path path;  ///< from the initial state: stem, then cycle
  /// Steps of the stem; those after it repeat for ever (none: the run has ended). Absent where an expression panics.
  std::optional<std::uint32_t> cycle_from;
};

/// Of the explored part of the graph: a violation is one of the program also if the search was cut off.
/// Nothing may have been left out of it, and no state passed.
std::optional<Violation> check(const graph::Space& space, const graph::Distances& distances, std::uint32_t expanded,
                               const model::program::SpecFormula& formula, Fairness fairness);

/// The letters that a formula reads along a path whose steps from `cycle_from` on repeat for ever. Nothing if they do not: the path
/// does not come back, or something may follow where nothing should.
std::optional<Lasso> read(const model::Machine& machine, const Atoms& atoms, const schedule::Path& path,
                          std::uint32_t cycle_from);
/// Does the formula hold on this path?
bool holds_on(const model::program::SpecFormula& formula, const Lasso& word);

}  // namespace checker::property
