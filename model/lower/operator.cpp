// Binary operators, comparisons, && and || (Go spec, "Operators").

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/universe.hpp"
#include "model/types/predicates.hpp"

namespace model::lower {

using namespace syntax;
using program::TypeKind;
using types::Type;

namespace {

bool is_comparison(Token op) {
  return op == Token::Eql || op == Token::Neq || op == Token::Lss || op == Token::Leq ||
         op == Token::Gtr || op == Token::Geq;
}

BinaryOp operation(Token op) {
  switch (op) {
    case Token::Add: return BinaryOp::Add;
    case Token::Sub: return BinaryOp::Sub;
    case Token::Mul: return BinaryOp::Mul;
    case Token::Quo: return BinaryOp::Div;
    case Token::Rem: return BinaryOp::Rem;
    case Token::And: return BinaryOp::And;
    case Token::Or: return BinaryOp::Or;
    case Token::Xor: return BinaryOp::Xor;
    case Token::AndNot: return BinaryOp::AndNot;
    case Token::Shl: return BinaryOp::ShiftLeft;
    case Token::Shr: return BinaryOp::ShiftRight;
    case Token::Eql: return BinaryOp::Eq;
    case Token::Neq: return BinaryOp::Ne;
    case Token::Lss: return BinaryOp::Lt;
    case Token::Leq: return BinaryOp::Le;
    case Token::Gtr: return BinaryOp::Gt;
    default: assert(op == Token::Geq); return BinaryOp::Ge;
  }
}

}  // namespace

Slot FunctionLowering::arithmetic(Position position, Token op, Type* type, Slot x, Slot y, Type* y_type,
                                  Slot dst) {
  const BinaryOp o = operation(op);
  dst = want(dst, slots(type));
  Instruction in{.op = Op::Binary, .sub = static_cast<std::uint8_t>(o), .kind = kind(type), .a = dst,
                 .b = x, .c = y};
  if (o == BinaryOp::ShiftLeft || o == BinaryOp::ShiftRight) {
    in.d = static_cast<std::int32_t>(kind(y_type));
  }
  add(position, in);
  return dst;
}

Slot FunctionLowering::binary_expr(const BinaryExpr* e, Slot dst) {
  if (e->op == Token::LAnd || e->op == Token::LOr) return logical(e, dst);
  if (is_comparison(e->op)) return compare(e, dst);
  const Slot x = emit(e->x);
  const types::TypeAndValue& count = info_.type_and_value(strip(e->y));
  if ((e->op == Token::Shl || e->op == Token::Shr) && count.is_constant()) {
    // An untyped constant count may have no integer type of its own.
    const Slot y = index_value(e->y);
    return arithmetic(e->op_position, e->op, type_of(e), x, y, types::basic(types::BasicKind::Uint), dst);
  }
  const Slot y = emit(e->y);
  return arithmetic(e->op_position, e->op, type_of(e), x, y, type_of(e->y), dst);
}

Slot FunctionLowering::logical(const BinaryExpr* e, Slot dst) {
  // Not into `dst`: it may be a variable that the right operand reads.
  const Slot result = alloc(1);
  expr(e->x, result);
  Label right, end;
  if (e->op == Token::LAnd) {
    branch(e->op_position, result, right, end);
  } else {
    branch(e->op_position, result, end, right);
  }
  place(right);
  expr(e->y, result);
  place(end);
  if (dst < 0) return result;
  copy(e->op_position, dst, result, 1);
  return dst;
}

Slot FunctionLowering::compare(const BinaryExpr* e, Slot dst) {
  Type* x_type = type_of(e->x);
  Type* y_type = type_of(e->y);
  if (types::is_untyped_nil(x_type)) x_type = y_type;
  if (types::is_untyped_nil(y_type)) y_type = x_type;
  const Slot x = emit_as(e->x, x_type);
  const Slot y = emit_as(e->y, y_type);
  if (e->op != Token::Eql && e->op != Token::Neq) {
    return binary(e->op_position, operation(e->op), kind(x_type), x, y, dst);
  }
  const Slot same = equal(e->op_position, x, x_type, y, y_type, e->op == Token::Eql ? dst : kNoSlot);
  return e->op == Token::Eql ? same : negate(e->op_position, same, dst);
}

Slot FunctionLowering::equal(Position position, Slot x, Type* x_type, Slot y, Type* y_type, Slot dst) {
  const bool x_interface = types::is_interface(x_type), y_interface = types::is_interface(y_type);
  if (x_interface != y_interface) {
    if (x_interface) {
      y = to_interface(y, y_type, position);
    } else {
      x = to_interface(x, x_type, position);
      x_type = y_type;
    }
  }
  switch (const TypeKind k = kind(x_type)) {
    case TypeKind::Struct:
    case TypeKind::Array:
    case TypeKind::Interface:
      dst = want(dst, 1);
      add(position, {.op = Op::Equal, .a = dst, .b = x, .c = y, .d = type_id(x_type)});
      return dst;
    default:
      // A slice is compared with nil only: its first slot decides.
      return binary(position, BinaryOp::Eq, k == TypeKind::Slice ? TypeKind::Pointer : k, x, y, dst);
  }
}

/// Jumps to `yes` or `no`.
void FunctionLowering::condition(const Expr* e, Label& yes, Label& no) {
  e = strip(e);
  if (!info_.type_and_value(e).is_constant()) {
    if (const auto* b = try_as<BinaryExpr>(e); b != nullptr && memo_.count(e) == 0) {
      Label right;
      if (b->op == Token::LAnd) {
        condition(b->x, right, no);
        place(right);
        return condition(b->y, yes, no);
      }
      if (b->op == Token::LOr) {
        condition(b->x, yes, right);
        place(right);
        return condition(b->y, yes, no);
      }
    }
    if (const auto* u = try_as<UnaryExpr>(e); u != nullptr && u->op == Token::Not) {
      return condition(u->x, no, yes);
    }
  }
  branch(e->position, expr(e), yes, no);
}

}  // namespace model::lower
