// Untyped constants and values: their way to a type (Go spec, "Constants", "Representability").
//
// `1 << n` in `var x int64 = 1 << n + 2` is an int64 for its whole tree, which is known only at the assignment. So an
// untyped expression is kept in untyped_, and update_type() walks down from where the type turns up. What is left at the
// end keeps its untyped type.

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

void PackageCheck::record(const Operand& x) {
  if (x.mode == Mode::Invalid) return;
  if (x.mode != Mode::NoValue && x.mode != Mode::Builtin && is_untyped(x.type)) {
    untyped_[x.expr] = {false, x.mode, x.type,
                        x.mode == Mode::Constant ? x.value : constant::Value{}};
    return;
  }
  record_type(x.expr, x.mode, x.mode == Mode::NoValue ? nullptr : x.type,
              x.mode == Mode::Constant ? x.value : constant::Value{});
}

void PackageCheck::record_type(const Expr* e, Mode mode, Type* type, constant::Value value) {
  TypeAndValue tv;
  tv.mode = mode;
  tv.type = type;
  tv.value = std::move(value);
  info_.record(e, std::move(tv));
}

void PackageCheck::record_comma_ok(const Expr* e, const std::vector<Operand>& values) {
  for (;; e = as<ParenExpr>(e)->x) {
    TypeAndValue tv = info_.type_and_value(e);
    tv.type = context().tuple_of({values[0].type, values[1].type});
    info_.record(e, std::move(tv));
    if (!is<ParenExpr>(e)) return;
  }
}

void PackageCheck::record_builtin(const Expr* fun, Type* result, const std::vector<Type*>& params,
                                  bool variadic) {
  std::vector<Type*> types;
  for (Type* t : params) types.push_back(default_type(t));
  std::vector<Type*> results;
  if (result != nullptr) results.push_back(result);
  auto* signature = context().signature(nullptr, context().tuple_of(types),
                                        context().tuple_of(results), variadic);
  for (;; fun = as<ParenExpr>(fun)->x) {
    record_type(fun, Mode::Builtin, signature);
    if (!is<ParenExpr>(fun)) return;
  }
}

void PackageCheck::record_untyped() {
  for (const auto& [e, info] : untyped_) record_type(e, info.mode, info.type, info.value);
  untyped_.clear();
}

void PackageCheck::update_value(const Expr* e, const constant::Value& value) {
  const auto found = untyped_.find(e);
  if (found != untyped_.end()) found->second.value = value;
}

void PackageCheck::update_type(const Expr* e, Type* type, bool final) {
  const auto found = untyped_.find(e);
  if (found == untyped_.end()) return;
  const Untyped old = found->second;

  // Operands of a constant are never there at run time: their types do not matter.
  if (const auto* parens = try_as<ParenExpr>(e)) {
    update_type(parens->x, type, final);
  } else if (const auto* unary = try_as<UnaryExpr>(e)) {
    if (!old.value.known()) update_type(unary->x, type, final);
  } else if (const auto* binary = try_as<BinaryExpr>(e); binary != nullptr && !old.value.known()) {
    switch (binary->op) {
      case Token::Eql:
      case Token::Neq:
      case Token::Lss:
      case Token::Leq:
      case Token::Gtr:
      case Token::Geq: break;  // the operands have their types already
      case Token::Shl:
      case Token::Shr: update_type(binary->x, type, final); break;
      default:
        update_type(binary->x, type, final);
        update_type(binary->y, type, final);
        break;
    }
  }
  if (!final && is_untyped(type)) {
    untyped_[e].type = underlying(type);
    return;
  }
  untyped_.erase(e);
  if (old.is_shift_lhs && !all_integer(type)) {
    return error(start_of(e), "InvalidShiftOperand",
                 fmt::format("invalid operation: shifted operand {} (type {}) must be integer",
                             str(e), str(type)));
  }
  constant::Value value = old.value;
  if (value.known()) {
    Operand c;
    c.mode = old.mode;
    c.expr = e;
    c.type = old.type;
    c.value = value;
    convert_untyped(c, type);
    if (c.mode == Mode::Invalid) return;
    if (is_const_type(type)) value = c.value;
  }
  record_type(e, old.mode, type, std::move(value));
}

void PackageCheck::overflow(Operand& x, Position op_position) {
  if (!x.value.known()) {
    return error(op_position, "InvalidConstVal", "constant result is not representable");
  }
  if (is_typed(x.type)) return representable(x, under<Basic>(x.type));
  constexpr std::size_t kMaxBits = 512;
  if (x.value.kind() != constant::Kind::Int || constant::bit_length(x.value) <= kMaxBits) return;
  const char* operation = "";
  if (const auto* binary = try_as<BinaryExpr>(x.expr)) {
    switch (binary->op) {
      case Token::Add: operation = "addition "; break;
      case Token::Sub: operation = "subtraction "; break;
      case Token::Xor: operation = "bitwise XOR "; break;
      case Token::Mul: operation = "multiplication "; break;
      case Token::Shl: operation = "shift "; break;
      default: break;
    }
  } else if (const auto* unary = try_as<UnaryExpr>(x.expr)) {
    if (unary->op == Token::Xor) operation = "bitwise complement ";
  }
  error(op_position, "InvalidConstVal", fmt::format("constant {}overflow", operation));
  x.value = {};
}

PackageCheck::Conversion PackageCheck::representation(const Operand& x, const Basic* type,
                                                      constant::Value& value) {
  if (!x.value.known()) {  // follows from an error
    value = x.value;
    return Conversion::Ok;
  }
  if (constant::representable(x.value, type, &value)) return Conversion::Ok;
  if (!is_numeric(x.type) || !is_numeric(type)) return Conversion::Impossible;
  return !is_integer(x.type) && is_integer(type) ? Conversion::Truncated : Conversion::Overflow;
}

void PackageCheck::representable(Operand& x, const Basic* type) {
  constant::Value value = x.value;
  const Conversion result = representation(x, type, value);
  if (result == Conversion::Ok) {
    x.value = value;
    return;
  }
  invalid_conversion(result, x, const_cast<Basic*>(type));
  x.mode = Mode::Invalid;
}

void PackageCheck::invalid_conversion(Conversion why, const Operand& x, Type* target) {
  switch (why) {
    case Conversion::Ok: return;
    case Conversion::Truncated:
      return error(start_of(x), "TruncatedFloat",
                   fmt::format("{} truncated to {}", str(x), str(target)));
    case Conversion::Overflow:
      return error(start_of(x), "NumericOverflow",
                   fmt::format("{} overflows {}", str(x), str(target)));
    case Conversion::Impossible:
      return error(start_of(x), "InvalidUntypedConversion",
                   fmt::format("cannot convert {} to type {}", str(x), str(target)));
  }
}

PackageCheck::Conversion PackageCheck::implicit_conversion(const Operand& x, Type* target,
                                                           Type*& type, constant::Value& value) {
  type = x.type;
  if (x.mode == Mode::Invalid || is_typed(x.type) || !is_valid(target)) return Conversion::Ok;
  if (is_untyped(target)) {
    type = max_type(x.type, target);
    return type != nullptr ? Conversion::Ok : Conversion::Impossible;
  }
  type = target;
  if (x.is_nil()) return has_nil(target) ? Conversion::Ok : Conversion::Impossible;

  const bool is_param = is_type_param(target);
  if (auto* u = under<Basic>(target)) {
    if (x.mode == Mode::Constant) {
      return representation(x, u, value);
    }
    // Without a value: comparisons, and shifts whose type is not known yet.
    const bool fits = is_boolean(x.type)   ? is_boolean(target)
                      : is_numeric(x.type) ? is_numeric(target)
                                           : is_string(x.type) && is_string(target);
    return fits ? Conversion::Ok : Conversion::Impossible;
  }
  if (is_param) {
    const bool all = all_in_type_set(target, [&](Type*, Type* u) {
      Type* t = nullptr;
      constant::Value v;
      return u != nullptr && implicit_conversion(x, u, t, v) == Conversion::Ok;
    });
    return all ? Conversion::Ok : Conversion::Impossible;
  }
  auto* interface = under<Interface>(target);
  if (interface == nullptr || !types::type_set(interface).is_all()) return Conversion::Impossible;
  type = default_type(x.type);
  return Conversion::Ok;
}

void PackageCheck::convert_untyped(Operand& x, Type* target) {
  Type* type = nullptr;
  constant::Value value;
  const Conversion result = implicit_conversion(x, target, type, value);
  if (result != Conversion::Ok) {
    invalid_conversion(result, x, is_type_param(target) ? target : underlying(target));
    x.mode = Mode::Invalid;
    return;
  }
  if (value.known()) {
    x.value = value;
    update_value(x.expr, value);
  }
  if (type != x.type) {
    x.type = type;
    update_type(x.expr, type, false);
  }
}

}  // namespace model::types
