// Conversions (Go spec, "Conversions").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

ExprUse PackageCheck::conversion_call(Operand& x, const CallExpr* call) {
  non_generic(nullptr, x);
  if (x.mode == Mode::Invalid) {
    use(call->args);
    return ExprUse::Conversion;
  }
  Type* type = x.type;
  x.mode = Mode::Invalid;
  if (call->args.empty()) {
    error(start_of(call), "WrongArgCount", "missing argument in conversion to " + str(type));
    return ExprUse::Conversion;
  }
  if (call->args.size() > 1) {
    use(call->args);
    error(start_of(call->args.back()), "WrongArgCount",
          "too many arguments in conversion to " + str(type));
    return ExprUse::Conversion;
  }
  expr(x, call->args[0]);
  if (x.mode == Mode::Invalid) return ExprUse::Conversion;
  if (is_constraint_interface(type)) {
    error(start_of(call), "MisplacedConstraintIface",
          fmt::format("cannot use interface {} in conversion (contains specific type constraints or "
                      "is comparable)",
                      str(type)));
    x.mode = Mode::Invalid;
  } else if (call->has_ellipsis()) {
    error(start_of(call->args[0]), "BadDotDotDotSyntax",
          "invalid use of ... in conversion to " + str(type));
    x.mode = Mode::Invalid;
  } else {
    conversion(x, type);
  }
  return ExprUse::Conversion;
}

bool PackageCheck::convert_constant(const Operand& x, Type* type, constant::Value* value) {
  const auto* target = under<Basic>(type);
  if (target == nullptr) return false;
  if (!x.value.known()) return true;
  if (constant::representable(x.value, target, value)) return true;
  if (value != nullptr && is_integer(target)) {  // for the message: the integer it would be
    const constant::Value integer = constant::to_int(x.value);
    if (integer.known()) *value = integer;
  }
  if (!is_integer(x.type) || !is_string(target)) return false;
  if (value != nullptr) *value = constant::make_string(constant::rune_string(x.value));
  return true;
}

void PackageCheck::conversion(Operand& x, Type* type) {
  const bool is_const = x.mode == Mode::Constant;
  const bool to_const = is_const_type(type) && !is_type_param(type);
  bool valid = false;
  std::string why;
  if (is_const && to_const) {
    constant::Value value = x.value;
    valid = convert_constant(x, type, &value);
    if (!valid && is_integer(x.type) && is_integer(type)) {
      error(start_of(x), "InvalidConversion",
            fmt::format("constant {} overflows {}", constant::to_string(x.value), str(type)));
      x.mode = Mode::Invalid;
      return;
    }
    x.value = value;
  } else if (is_const && is_type_param(type)) {
    valid = all_in_type_set(type, [&](Type*, Type* u) {
      if (u == nullptr) {
        why = str(type) + " does not contain specific types";
        return false;
      }
      if (is_string(x.type) && is_bytes_or_runes(u)) return true;
      if (convert_constant(x, u, nullptr)) return true;
      why = is_integer(x.type) && is_integer(u)
                ? fmt::format("constant {} overflows {} (in {})", constant::to_string(x.value),
                              str(u), str(type))
                : fmt::format("cannot convert {} to type {} (in {})", str(x), str(u), str(type));
      return false;
    });
    x.mode = Mode::Value;
  } else {
    valid = convertible_to(x, type, cause(&why));
    auto* slice = valid ? under<Slice>(x.type) : nullptr;
    if (slice != nullptr) {  // to an array, or a pointer to one
      if (under<Array>(type) != nullptr && !allow_version(20)) {
        valid = false;
        why = "conversion of slice to array requires go1.20 or later";
      } else if (under<Pointer>(type) != nullptr && !allow_version(17)) {
        valid = false;
        why = "conversion of slice to array pointer requires go1.17 or later";
      }
    }
    if (valid) x.mode = Mode::Value;
  }
  if (!valid) {
    error(start_of(x), "InvalidConversion",
          fmt::format("cannot convert {} to type {}{}{}", str(x), str(type), why.empty() ? "" : ": ",
                      why));
    x.mode = Mode::Invalid;
    return;
  }
  if (is_untyped(x.type)) {
    // The type of the argument itself, as it is at run time.
    Type* final = type;
    const bool is_nil = is_untyped_nil(x.type);
    if (!is_nil && (is_non_type_param_interface(type) || (is_const && !to_const))) {
      final = default_type(x.type);
    } else if (x.mode == Mode::Constant && is_integer(x.type) && all_string(type)) {
      final = x.type;
    }
    update_type(x.expr, final, true);
  }
  x.type = type;
}

}  // namespace model::types
