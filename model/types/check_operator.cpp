// Operators (Go spec, "Operators").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

namespace {

bool is_comparison(Token op) {
  switch (op) {
    case Token::Eql:
    case Token::Neq:
    case Token::Lss:
    case Token::Leq:
    case Token::Gtr:
    case Token::Geq: return true;
    default: return false;
  }
}

}  // namespace

bool PackageCheck::operator_defined(const Operand& x, Token op, bool is_unary) {
  bool defined = false;
  switch (op) {
    case Token::Add: defined = is_unary ? all_numeric(x.type) : all_numeric_or_string(x.type); break;
    case Token::Sub:
    case Token::Mul:
    case Token::Quo: defined = all_numeric(x.type); break;
    case Token::Rem:
    case Token::And:
    case Token::Or:
    case Token::Xor:
    case Token::AndNot: defined = all_integer(x.type); break;
    case Token::LAnd:
    case Token::LOr:
    case Token::Not: defined = all_boolean(x.type); break;
    default: break;
  }
  if (!defined) {
    error(start_of(x), "UndefinedOp",
          fmt::format("invalid operation: operator {} not defined on {}", token_text(op), str(x)));
  }
  return defined;
}

void PackageCheck::unary(Operand& x, const UnaryExpr* e) {
  expr(x, e->x);
  if (x.mode == Mode::Invalid) return;
  Token op = e->op;
  if (op == Token::And) {
    if (!is<CompositeLit>(without_parens(e->x)) && x.mode != Mode::Variable) {
      error(start_of(x), "UnaddressableOperand",
            fmt::format("invalid operation: cannot take address of {}", str(x)));
      x.mode = Mode::Invalid;
      return;
    }
    note_address(e->x);
    x.mode = Mode::Value;
    x.type = context().pointer(x.type);
    return;
  }
  if (op == Token::Arrow) {
    Type* element = channel_element(start_of(x), x, true);
    x.mode = element != nullptr ? Mode::CommaOk : Mode::Invalid;
    if (element == nullptr) return;
    x.type = element;
    env_.has_call_or_receive = true;
    return;
  }
  if (op == Token::Tilde) {
    const bool integer = all_integer(x.type);
    error(e->position, "UndefinedOp",
          integer ? "cannot use ~ outside of interface or type constraint (use ^ for bitwise "
                    "complement)"
                  : "cannot use ~ outside of interface or type constraint");
    if (!integer) {
      x.mode = Mode::Invalid;
      return;
    }
    op = Token::Xor;
  }
  if (!operator_defined(x, op, true)) {
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant) {
    if (!x.value.known()) return;
    const unsigned bits =
        is_unsigned(x.type) ? static_cast<unsigned>(size_of(x.type)) * 8 : 0;
    x.value = constant::unary_op(op, x.value, bits);
    x.expr = e;
    return overflow(x, e->position);
  }
  x.mode = Mode::Value;
}

Type* PackageCheck::channel_element(Position position, const Operand& x, bool is_receive) {
  const char* code = is_receive ? "InvalidReceive" : "InvalidSend";
  const char* verb = is_receive ? "receive from" : "send to";
  const ChanDir wrong = is_receive ? ChanDir::Send : ChanDir::Recv;
  const char* wrong_kind = is_receive ? "send-only channel" : "receive-only channel";
  std::string why;
  const bool valid = all_in_type_set(x.type, [&](Type* t, Type* u) {
    const auto* channel = try_as<Chan>(u);
    if (u == nullptr) {
      why = "no specific channel type";
    } else if (channel == nullptr) {
      why = "non-channel " + str(t);
    } else if (channel->dir == wrong) {
      why = fmt::format("{} {}", wrong_kind, str(t));
    }
    return why.empty();
  });
  auto* channel = valid ? try_as<Chan>(common_under(x.type, &why, package_)) : nullptr;
  if (channel != nullptr) return channel->elem;
  if (is_type_param(x.type)) {
    error(position, code,
          fmt::format("invalid operation: cannot {} {}: {}", verb, str(x), why));
  } else {
    error(position, code,
          fmt::format("invalid operation: cannot {} {} {}", verb,
                      under<Chan>(x.type) != nullptr ? wrong_kind : "non-channel", str(x)));
  }
  return nullptr;
}

void PackageCheck::binary(Operand& x, const Expr* e, const Expr* lhs, const Expr* rhs, Token op,
                          Position op_position) {
  // `e` is null for the operation in an assignment x op= y.
  Operand y;
  expr(x, lhs);
  expr(y, rhs);
  if (x.mode == Mode::Invalid) return;
  if (y.mode == Mode::Invalid) {
    x.mode = Mode::Invalid;
    x.expr = y.expr;
    return;
  }
  if (op == Token::Shl || op == Token::Shr) return shift(x, y, e, op, op_position);

  match_types(x, y);
  if (x.mode == Mode::Invalid) return;
  if (is_comparison(op)) return comparison(x, y, op, false);

  if (!identical(x.type, y.type)) {
    if (is_valid(x.type) && is_valid(y.type)) {
      const std::string types =
          fmt::format("(mismatched types {} and {})", str(x.type), str(y.type));
      error(start_of(x), "MismatchedTypes",
            e != nullptr ? fmt::format("invalid operation: {} {}", str(e), types)
                         : fmt::format("invalid operation: {} {}= {} {}", str(lhs), token_text(op),
                                       str(rhs), types));
    }
    x.mode = Mode::Invalid;
    return;
  }
  if (!operator_defined(x, op, false)) {
    x.mode = Mode::Invalid;
    return;
  }
  if ((op == Token::Quo || op == Token::Rem) && zero_divisor(x, y)) {
    error(start_of(y), "DivByZero", "invalid operation: division by zero");
    x.mode = Mode::Invalid;
    return;
  }
  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    if (!x.value.known() || !y.value.known()) {
      x.value = {};
      return;
    }
    x.value = constant::binary_op(x.value, op, y.value, op == Token::Quo && is_integer(x.type));
    x.expr = e;
    return overflow(x, op_position);
  }
  x.mode = Mode::Value;
}

bool PackageCheck::zero_divisor(const Operand& x, const Operand& y) {
  if (y.mode != Mode::Constant || !y.value.known()) return false;
  if ((x.mode == Mode::Constant || all_integer(x.type)) && constant::sign(y.value) == 0) {
    return true;
  }
  if (x.mode != Mode::Constant || !is_complex(x.type)) return false;
  // |y|² may underflow to zero.
  const auto square = [](const constant::Value& v) {
    return constant::binary_op(v, Token::Mul, v);
  };
  return constant::sign(square(constant::real(y.value))) == 0 &&
         constant::sign(square(constant::imag(y.value))) == 0;
}

void PackageCheck::match_types(Operand& x, Operand& y) {
  // Converts an untyped operand to the other's type where the two can meet at all; where they cannot, the caller reports
  // mismatched types.
  const auto may_convert = [&] {
    if (is_typed(x.type) && is_typed(y.type)) return false;
    if (all_numeric(x.type) != all_numeric(y.type)) return false;
    if (is_non_type_param_interface(x.type) || is_non_type_param_interface(y.type)) return true;
    if (all_boolean(x.type) != all_boolean(y.type)) return false;
    if (all_string(x.type) != all_string(y.type)) return false;
    if (x.is_nil()) return has_nil(y.type);
    if (y.is_nil()) return has_nil(x.type);
    return !is<Pointer>(underlying(x.type)) && !is<Pointer>(underlying(y.type));
  };
  if (!may_convert()) return;
  convert_untyped(x, y.type);
  if (x.mode == Mode::Invalid) return;
  convert_untyped(y, x.type);
  if (y.mode == Mode::Invalid) x.mode = Mode::Invalid;
}

bool PackageCheck::shift_count(Operand& y, constant::Value& count) {
  if (y.mode == Mode::Constant) {
    count = constant::to_int(y.value);
    if (count.kind() == constant::Kind::Int && constant::sign(count) < 0) {
      error(start_of(y), "InvalidShiftCount",
            fmt::format("invalid operation: negative shift count {}", str(y)));
      return false;
    }
    if (is_untyped(y.type)) {
      representable(y, basic(BasicKind::Uint));
      if (y.mode == Mode::Invalid) return false;
    }
    return true;
  }
  if (all_integer(y.type)) {
    return all_unsigned(y.type) ||
           require_version(start_of(y), 13,
                           fmt::format("invalid operation: signed shift count {}", str(y)));
  }
  if (is_untyped(y.type)) {
    convert_untyped(y, basic(BasicKind::Uint));
    return y.mode != Mode::Invalid;
  }
  error(start_of(y), "InvalidShiftCount",
        fmt::format("invalid operation: shift count {} must be integer", str(y)));
  return false;
}

void PackageCheck::shift(Operand& x, Operand& y, const Expr* e, Token op, Position op_position) {
  const auto fail = [&](bool report) {
    if (report) {
      error(start_of(x), "InvalidShiftOperand",
            fmt::format("invalid operation: shifted operand {} must be integer", str(x)));
    }
    x.mode = Mode::Invalid;
  };
  constant::Value left;
  if (x.mode == Mode::Constant) left = constant::to_int(x.value);
  if (!all_integer(x.type) &&
      !(is_untyped(x.type) && left.kind() == constant::Kind::Int)) {
    return fail(true);
  }
  constant::Value count;
  if (!shift_count(y, count)) return fail(false);

  if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
    if (!is_integer(x.type)) x.type = basic(BasicKind::UntypedInt);  // 1.0 << 3
    if (!x.value.known() || !y.value.known()) {
      x.value = {};
      return;
    }
    constexpr std::uint64_t kMaxShift = 1023 - 1 + 52;  // as far as the smallest float64
    const auto n = constant::uint64_value(count);
    if (!n || *n > kMaxShift) {
      error(start_of(y), "InvalidShiftCount",
            fmt::format("invalid operation: invalid shift count {}", str(y)));
      x.mode = Mode::Invalid;
      return;
    }
    x.value = constant::shift(left, op, static_cast<unsigned>(*n));
    x.expr = e;
    return overflow(x, op_position);
  }
  if (x.mode == Mode::Constant && is_untyped(x.type)) {
    // The constant's type is what it would be without the shift: known only later.
    const auto found = untyped_.find(x.expr);
    if (found != untyped_.end()) found->second.is_shift_lhs = true;
    x.mode = Mode::Value;
    return;
  }
  if (!all_integer(x.type)) return fail(true);
  x.mode = Mode::Value;
}

std::string PackageCheck::incomparable_cause(Type* type) {
  Type* u = underlying(type);
  if (is<Slice>(u) || is<Signature>(u) || is<Map>(u)) {
    return fmt::format("{} can only be compared to nil", composite_kind(type));
  }
  std::string why;
  comparable(type, true, &why, package_);
  return why;
}

void PackageCheck::comparison(Operand& x, Operand& y, Token op, bool switch_case) {
  if (!is_valid(x.type) || !is_valid(y.type)) {
    x.mode = Mode::Invalid;
    return;
  }
  if (switch_case) op = Token::Eql;
  const Operand* wrong = nullptr;
  std::string why;
  const char* code = "MismatchedTypes";
  if (!assignable_to(x, y.type) && !assignable_to(y, x.type)) {
    wrong = &y;
    why = fmt::format("mismatched types {} and {}", str(x.type), str(y.type));
  } else {
    code = "UndefinedOp";
    if (op == Token::Eql || op == Token::Neq) {
      if (x.is_nil() || y.is_nil()) {
        if (!has_nil(x.is_nil() ? y.type : x.type) || (x.is_nil() && y.is_nil())) wrong = &y;
      } else if (!comparable(x.type)) {
        wrong = &x;
        why = incomparable_cause(x.type);
      } else if (!comparable(y.type)) {
        wrong = &y;
        why = incomparable_cause(y.type);
      }
    } else if (!all_ordered(x.type)) {
      wrong = &x;
    } else if (!all_ordered(y.type)) {
      wrong = &y;
    }
  }
  if (wrong == nullptr) {
    if (x.mode == Mode::Constant && y.mode == Mode::Constant) {
      x.value = x.value.known() && y.value.known()
                    ? constant::make_bool(constant::compare(x.value, op, y.value))
                    : constant::Value{};
    } else {
      x.mode = Mode::Value;
      update_type(x.expr, default_type(x.type), true);
      update_type(y.expr, default_type(y.type), true);
    }
    x.type = basic(BasicKind::UntypedBool);
    return;
  }
  if (why.empty()) {
    if (is_type_param(x.type) || is_type_param(y.type)) {
      if (!is_type_param(x.type)) wrong = &y;
      why = fmt::format("type parameter {} cannot use operator {}", str(wrong->type),
                        token_text(op));
    } else {
      std::string what = composite_kind(wrong->type);
      if (what.empty()) what = str(wrong->type);
      why = fmt::format("operator {} not defined on {}", token_text(op), what);
    }
  }
  if (switch_case) {
    error(start_of(x), code,
          fmt::format("invalid case {} in switch on {} ({})", str(x.expr), str(y.expr), why));
  } else {
    error(start_of(*wrong), code,
          fmt::format("invalid operation: {} {} {} ({})", str(x.expr), token_text(op), str(y.expr),
                      why));
  }
  x.mode = Mode::Invalid;
}

}  // namespace model::types
