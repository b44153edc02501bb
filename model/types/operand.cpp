// Operands as messages describe them (wording of go/types' operandString).

#include "model/types/operand.hpp"

#include "model/types/expression_text.hpp"
#include "model/types/predicates.hpp"
#include "model/types/type_string.hpp"

namespace model::types {

namespace {

const char* mode_text(Mode mode) {
  switch (mode) {
    case Mode::Invalid:
      return "invalid operand";
    case Mode::NoValue:
      return "no value";
    case Mode::Builtin:
      return "built-in";
    case Mode::TypeExpr:
      return "type";
    case Mode::Constant:
      return "constant";
    case Mode::Variable:
      return "variable";
    case Mode::MapIndex:
      return "map index expression";
    case Mode::Value:
      return "value";
    case Mode::NilValue:
      return "nil";
    case Mode::CommaOk:
      return "comma, ok expression";
  }
  return "";
}

bool shows_type(Mode mode) {
  return mode != Mode::Invalid && mode != Mode::NoValue && mode != Mode::Builtin &&
         mode != Mode::TypeExpr;
}

}  // namespace

std::string operand_string(const Operand& x, const Package* current) {
  if (x.mode == Mode::NilValue) {
    if (x.type == nullptr || !is_valid(x.type)) return "nil (with invalid type)";
    return is_untyped_nil(x.type) ? "nil" : "nil (of type " + type_string(x.type, current) + ")";
  }
  std::string expr;
  if (x.expr != nullptr) {
    expr = expression_text(x.expr);
  } else if (x.mode == Mode::Builtin) {
    expr = builtin_info(x.builtin).name;
  } else if (x.mode == Mode::TypeExpr) {
    expr = type_string(x.type, current);
  } else if (x.mode == Mode::Constant) {
    expr = constant::to_string(x.value);
  }
  std::string out = expr.empty() ? "" : expr + " (";
  bool has_type = false;
  if (shows_type(x.mode) && x.type != nullptr) {
    if (is_untyped(x.type)) {
      out += as<Basic>(x.type)->name + " ";
    } else {
      has_type = true;
    }
  }
  out += mode_text(x.mode);
  if (x.mode == Mode::Constant) {
    const std::string value = constant::to_string(x.value);
    if (value != expr) out += " " + value;
  }
  if (has_type) {
    if (is_valid(x.type)) {
      std::string description = is_generic(x.type) ? "generic " : "";
      const auto* parameter = try_unalias<TypeParam>(x.type);
      if (parameter == nullptr && (is<Alias>(x.type) || is<Named>(x.type))) {
        std::string what = composite_kind(x.type);
        if (what.empty()) {
          if (const auto* b = under<Basic>(x.type)) what = b->name;
        }
        description += what + " ";
      }
      out += " of " + description + "type " + type_string(x.type, current);
      if (parameter != nullptr && parameter->bound != nullptr) {
        out += " constrained by " + type_string(parameter->bound, current);
        if (const auto* bound = under<Interface>(parameter->bound)) {
          if (bound->type_set != nullptr && bound->type_set->is_empty()) {
            out += " with empty type set";
          }
        }
      }
    } else {
      out += " with invalid type";
    }
  }
  if (!expr.empty()) out += ')';
  return out;
}

}  // namespace model::types
