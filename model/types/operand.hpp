#pragma once
// What an expression is found to be, and how messages describe it.

#include <string>

#include "model/syntax/tree.hpp"
#include "model/types/constant.hpp"
#include "model/types/object.hpp"
#include "model/types/type.hpp"

namespace model::types {

enum class Mode : std::uint8_t {
  Invalid,
  NoValue,   ///< call without results
  Builtin,   ///< predeclared function, to be called
  TypeExpr,  ///< a type
  Constant,
  Variable,  ///< addressable
  MapIndex,  ///< assignable, not addressable; comma-ok
  Value,
  NilValue,  ///< untyped nil
  CommaOk,   ///< a value that may also give a bool: assertion, receive
};

struct Operand {
  Mode mode = Mode::Invalid;
  BuiltinId builtin = BuiltinId::Append;  ///< of a Builtin
  const syntax::Expr* expr = nullptr;
  Type* type = nullptr;
  constant::Value value;  ///< of a Constant

  bool is_nil() const { return mode == Mode::NilValue; }
  Position position() const { return expr != nullptr ? expr->position : Position{}; }
};

/// "x (variable of type int)", "1.5 (untyped float constant)", "nil", "f() (value of struct type
/// T)", ... as in messages of package `current`.
std::string operand_string(const Operand& x, const Package* current);

}  // namespace model::types
