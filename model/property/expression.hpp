#pragma once
// Expressions of annotations: which forms they may have, and the parts that reports show.

#include <vector>

#include "model/base/diagnostic.hpp"
#include "model/syntax/tree.hpp"
#include "model/types/info.hpp"

namespace model::property {

/// Package variables and constants, fields, elements, conversions, operators, len, cap, closed, x.Load() of atomics. Reports
/// the first part that is something else.
bool allowed(const syntax::Expr* e, const types::Info& info, base::Diagnostics& diagnostics);

/// The largest parts that are no operators and no constants, each text once.
std::vector<const syntax::Expr*> terms(const syntax::Expr* e, const types::Info& info);

}  // namespace model::property
