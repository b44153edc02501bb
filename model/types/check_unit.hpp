#pragma once
// All packages of a loaded unit, checked.

#include <memory>

#include "model/package/package.hpp"
#include "model/types/checker.hpp"

namespace model::types {

/// Checks the packages of `unit` into `info`; there were errors if `diagnostics` grew. Bodies of functions of library
/// packages are left to Checker::check_body. The checker lives no longer than info, diagnostics and unit.
std::unique_ptr<Checker> check(const package::Unit& unit, Info& info,
                               base::Diagnostics& diagnostics);

}  // namespace model::types
