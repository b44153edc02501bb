// Tables about tokens.

#include "model/syntax/token.hpp"

#include <cstddef>

namespace model::syntax {

const char* token_text(Token token) {
  static constexpr const char* kTexts[] = {
#define X(name, text) text,
#include "model/syntax/token.def"
  };
  return kTexts[static_cast<std::size_t>(token)];
}

int precedence(Token token) {
  if (token == Token::LOr) return 1;
  if (token == Token::LAnd) return 2;
  if (token == Token::Eql || token == Token::Neq || token == Token::Lss || token == Token::Leq ||
      token == Token::Gtr || token == Token::Geq) {
    return 3;
  }
  if (token == Token::Add || token == Token::Sub || token == Token::Or || token == Token::Xor) {
    return 4;
  }
  if (token == Token::Mul || token == Token::Quo || token == Token::Rem || token == Token::Shl ||
      token == Token::Shr || token == Token::And || token == Token::AndNot) {
    return 5;
  }
  return 0;
}

Token assignment_operator(Token token) {
  if (token < Token::AddAssign || token > Token::AndNotAssign) return Token::Illegal;
  const int distance = static_cast<int>(Token::AddAssign) - static_cast<int>(Token::Add);
  return static_cast<Token>(static_cast<int>(token) - distance);
}

bool is_keyword(Token token) { return token >= Token::Break && token <= Token::Var; }

}  // namespace model::syntax
