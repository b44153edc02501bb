#pragma once
// Which statements never let control pass them by (Go spec, "Terminating statements").

#include <unordered_set>

#include "model/syntax/tree.hpp"

namespace model::types {

/// Calls of the predeclared panic, as only the checker knows them.
using PanicCalls = std::unordered_set<const syntax::CallExpr*>;

bool is_terminating(const syntax::Stmt* statement, const PanicCalls& panics);

}  // namespace model::types
