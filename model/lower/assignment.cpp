// Assignments and short variable declarations (Go spec, "Assignment statements"), in gc's order: calls first, then the
// operands of the left side and the values, then the assignments from left to right.

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using types::Type;

/// First pass over the operands of a left side.
void FunctionLowering::precompute_place(const Expr* e) {
  e = strip(e);
  switch (e->kind) {
    case Kind::Ident: return;
    case Kind::SelectorExpr:
      if (info_.selection(as<SelectorExpr>(e)) != nullptr) precompute_place(as<SelectorExpr>(e)->x);
      return;
    case Kind::IndexExpr:
      precompute_place(as<IndexExpr>(e)->x);
      return precompute(as<IndexExpr>(e)->indices[0]);
    case Kind::StarExpr: return precompute(as<StarExpr>(e)->x);
    default: return precompute(e);
  }
}

bool FunctionLowering::is_comma_ok(const Expr* e) {
  e = strip(e);
  return types::is<types::Tuple>(info_.type_of(e)) && !is<CallExpr>(e);
}

Type* FunctionLowering::comma_ok_type(const Expr* e) {
  return resolve(types::as<types::Tuple>(info_.type_of(strip(e)))->vars[0]->type);
}

/// v, ok forms: into the slots from `values`. False if `e` is none.
bool FunctionLowering::comma_ok(const Expr* e, Slot values, std::vector<Type*>& types) {
  e = strip(e);
  if (!is_comma_ok(e)) return false;
  const auto* tuple = types::as<types::Tuple>(resolve(info_.type_of(e)));
  Type* type = resolve(tuple->vars[0]->type);
  types = {type, resolve(tuple->vars[1]->type)};
  const Slot ok = values + slots(type);
  switch (e->kind) {
    case Kind::IndexExpr: map_load(as<IndexExpr>(e), values, ok); break;
    case Kind::UnaryExpr: receive(as<UnaryExpr>(e), values, ok); break;
    default: {
      const auto* assertion = as<TypeAssertExpr>(e);
      const Slot x = expr(assertion->x);
      require_values_of(type, x, e->position);
      add(e->position, {.op = Op::TypeAssert, .a = values, .b = x, .c = type_id(type_of(assertion->x)),
                        .d = type_id(type), .e = ok});
    }
  }
  return true;
}

/// May the value be made in the variable itself, though it may read it?
bool FunctionLowering::writes_at_end(const Expr* e) {
  return !is<CompositeLit>(strip(e));
}

/// One value to one side, `value` being of type `type`.
void FunctionLowering::assign_value(const Expr* lhs, Slot value, Type* type, bool define, Position position) {
  lhs = strip(lhs);
  if (const auto* name = try_as<Ident>(lhs)) {
    if (name->is_blank()) return;
    if (define) {
      if (auto* v = types::try_as<types::Var>(info_.def(name))) {
        return initialise(v, assign_convert(value, type, resolve(v->type), position), position);
      }
    }
  }
  const Place p = place_of(lhs);
  store(p, assign_convert(value, type, p.type, position), position);
}

void FunctionLowering::assign_one(const Expr* lhs, const Expr* rhs, bool define, Position position) {
  lhs = strip(lhs);
  const auto* name = try_as<Ident>(lhs);
  if (name != nullptr && name->is_blank()) {
    Type* type = type_of(rhs);
    if (type == nullptr || types::is_untyped_nil(type)) return;
    const Slot mark = top_;
    expr(rhs);  // it may panic
    top_ = mark;
    return;
  }
  types::Var* defined = define && name != nullptr ? types::try_as<types::Var>(info_.def(name)) : nullptr;
  if (defined != nullptr) {
    Type* type = resolve(defined->type);
    if (analysis_->boxed(defined)) {
      // The reference stays in its slot below the value, which is made first.
      const Slot ref = alloc(1);
      const Slot mark = top_;
      const Slot value = expr_as(rhs, type);
      add(defined->position, {.op = Op::New, .a = ref, .d = type_id(type)});
      add(position, {.op = Op::Store, .a = ref, .b = value, .c = 0, .n = slots(type)});
      variables_[defined] = {ref, true};
      out_.variables.push_back({defined->name, types().id(type), ref, defined->position, true});
      top_ = mark;
    } else {
      const Slot slot = alloc(slots(type));
      const Slot mark = top_;
      expr_as(rhs, type, slot);
      variables_[defined] = {slot, false};
      out_.variables.push_back({defined->name, types().id(type), slot, defined->position, false});
      top_ = mark;
    }
    return;
  }
  const Slot mark = top_;
  precompute_place(lhs);
  precompute(rhs);
  auto* v = name == nullptr ? nullptr : types::try_as<types::Var>(info_.object_of(name));
  if (v != nullptr && v->var_kind != types::VarKind::Package && !variables_.at(v).boxed) {
    Type* type = resolve(v->type);
    const Slot slot = variables_.at(v).slot;
    if (writes_at_end(rhs)) {
      emit_as(rhs, type, slot);
    } else {
      copy(position, slot, emit_as(rhs, type), slots(type));
    }
  } else {
    Type* type = type_of(lhs);
    const Slot value = emit_as(rhs, type);
    store(place_of(lhs), value, position);
  }
  top_ = mark;
}

/// Several values, there before any of the sides changes: operands of the sides first, then from left to right.
void FunctionLowering::assign_several(const std::vector<Expr*>& lhs, const std::vector<Slot>& values,
                                      const std::vector<Type*>& types, bool define, Position position) {
  std::vector<Place> places(lhs.size());
  for (std::size_t i = 0; i < lhs.size(); ++i) {
    const auto* name = try_as<Ident>(strip(lhs[i]));
    if (!define || name == nullptr || info_.def(name) == nullptr) places[i] = place_of(lhs[i], true);
  }
  for (std::size_t i = 0; i < lhs.size(); ++i) {
    if (places[i].kind == Place::Kind::Blank) {
      assign_value(lhs[i], values[i], types[i], define, position);
    } else {
      store(places[i], assign_convert(values[i], types[i], places[i].type, position), position);
    }
  }
}

/// The values of a call with several results, or of a v, ok form, in consecutive slots.
Slot FunctionLowering::several(const Expr* e, std::vector<Type*>& types) {
  if (is_comma_ok(e)) {
    const Slot values = alloc(slots(comma_ok_type(e)) + 1);
    comma_ok(e, values, types);
    return values;
  }
  const Slot values = expr(e);
  for (const types::Var* v : types::as<types::Tuple>(resolve(info_.type_of(strip(e))))->vars) {
    types.push_back(resolve(v->type));
  }
  return values;
}

void FunctionLowering::assign_parallel(const AssignStmt* s) {
  const bool define = s->op == Token::Define;
  const auto defined = [&](const Expr* e) -> types::Var* {
    const auto* name = try_as<Ident>(e);
    return define && name != nullptr ? types::try_as<types::Var>(info_.def(name)) : nullptr;
  };
  for (const Expr* e : s->lhs) {
    if (defined(e) == nullptr) precompute_place(e);
  }
  for (const Expr* e : s->rhs) precompute(e);
  std::vector<Place> places;
  for (const Expr* e : s->lhs) places.push_back(defined(e) == nullptr ? place_of(e, true) : Place{});
  std::vector<Slot> values;
  std::vector<Type*> types;
  for (std::size_t i = 0; i < s->lhs.size(); ++i) {
    const types::Var* v = defined(s->lhs[i]);
    Type* type = v != nullptr ? resolve(v->type) : places[i].type;
    if (type == nullptr) {
      type = type_of(s->rhs[i]);
      if (types::is_untyped_nil(type)) type = types::universe().empty_interface;
    }
    const Slot slot = alloc(slots(type));
    emit_as(s->rhs[i], type, slot);
    values.push_back(slot);
    types.push_back(type);
  }
  for (std::size_t i = 0; i < s->lhs.size(); ++i) {
    if (types::Var* v = defined(s->lhs[i])) {
      if (v->name != "_") initialise(v, values[i], s->position);
    } else {
      store(places[i], values[i], s->lhs[i]->position);
    }
  }
}

void FunctionLowering::assignment(const AssignStmt* s) {
  if (s->op != Token::Assign && s->op != Token::Define) {
    const auto step = static_cast<int>(Token::AddAssign) - static_cast<int>(Token::Add);
    return operate(s->lhs[0], static_cast<Token>(static_cast<int>(s->op) - step), s->rhs[0], s->position);
  }
  const bool define = s->op == Token::Define;
  if (s->lhs.size() == 1) return assign_one(s->lhs[0], s->rhs[0], define, s->position);
  if (s->rhs.size() == s->lhs.size()) return assign_parallel(s);
  for (const Expr* e : s->lhs) {
    const auto* name = try_as<Ident>(e);
    if (!define || name == nullptr || info_.def(name) == nullptr) precompute_place(e);
  }
  std::vector<Type*> types;
  std::vector<Slot> values{several(s->rhs[0], types)};
  for (std::size_t i = 0; i + 1 < types.size(); ++i) values.push_back(values[i] + slots(types[i]));
  assign_several(s->lhs, values, types, define, s->position);
}

/// lhs op= rhs; without rhs, 1. The left side's operands are evaluated once.
void FunctionLowering::operate(const Expr* lhs, Token op, const Expr* rhs, Position position) {
  precompute_place(lhs);
  if (rhs != nullptr) precompute(rhs);
  Type* type = type_of(lhs);
  Slot y = kNoSlot;
  Type* y_type = type;
  if (rhs == nullptr) {
    y = constant(types::constant::make_int(1), type, position, kNoSlot);
  } else if (op == Token::Shl || op == Token::Shr) {
    const bool is_constant = info_.type_and_value(strip(rhs)).is_constant();
    y = is_constant ? index_value(rhs) : emit(rhs);
    y_type = is_constant ? types::basic(types::BasicKind::Uint) : type_of(rhs);
  } else {
    y = emit(rhs);
  }
  const Place p = place_of(lhs);
  const Slot x = load(p, position);
  if (p.kind == Place::Kind::Map) out_.code.back().flag = 1;  // mapassign alone finds the entry
  const Slot result = arithmetic(position, op, type, x, y, y_type,
                                 p.kind == Place::Kind::Frame ? p.slot : kNoSlot);
  if (p.kind != Place::Kind::Frame) store(p, result, position);
}

}  // namespace model::lower
