#pragma once
// Expressions as the compiler's messages show them: one line, bodies and elements shortened to `…`.

#include <string>
#include <vector>

#include "model/syntax/tree.hpp"

namespace model::types {

std::string expression_text(const syntax::Expr* x);
/// In brackets, with commas: [A, B].
std::string expression_list_text(const std::vector<syntax::Expr*>& list);

}  // namespace model::types
