#pragma once
// Expressions and types as messages show them.

#include <string>

#include "model/syntax/tree.hpp"

namespace model::syntax {

/// As cmd/compile's messages print an expression: bodies and literal elements shortened to `…`.
std::string to_string(const Expr* x);
/// `x, y`.
std::string to_string(const std::vector<Expr*>& list);
/// A simple statement on one line.
std::string to_string(const Stmt* s);

}  // namespace model::syntax
