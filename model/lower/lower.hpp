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
/// reached. Null if one of those has an error (it is in the checker's diagnostics).
std::shared_ptr<program::Program> lower(const package::Unit& unit, const types::Info& info,
                                        types::Checker& checker, const property::Resolved& annotations);

}  // namespace model::lower
