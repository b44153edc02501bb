#pragma once
// Go's tokens and operator precedences (Go spec, "Tokens" and "Operator precedence").

#include <cstdint>

namespace model::syntax {

enum class Token : std::uint8_t {
#define X(name, text) name,
#include "model/syntax/token.def"
};

/// As in source text: `<-`, `func`; `name` and `INT` for those without a text of their own.
const char* token_text(Token token);

/// 1 (`||`) to 5 (`*`); 0 for what is no binary operator.
int precedence(Token token);

/// `+` of `+=`; Illegal for what is no assignment operator.
Token assignment_operator(Token token);

bool is_keyword(Token token);

}  // namespace model::syntax
