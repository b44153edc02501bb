#pragma once
// Typed trees to a Program: the functions that the entries can reach, with the types, variables and constants they mention.

#include <memory>

#include "model/package/package.hpp"
#include "model/program/program.hpp"
#include "model/property/resolve.hpp"
#include "model/types/checker.hpp"
#include "model/types/info.hpp"

namespace model::lower {

/// `checker` has checked all packages of the unit without an error; bodies of library functions are checked as they are
/// reached, and those with an error are not modelled.
struct Lowered {
  std::shared_ptr<program::Program> program;
  bool met_invalid = false;  ///< something reachable is not lowered because a library does not type check
};
Lowered lower(const package::Unit& unit, const types::Info& info,
                                        types::Checker& checker, const property::Resolved& annotations);

}  // namespace model::lower
