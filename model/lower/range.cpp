// for range over everything but functions (Go spec, "For statements with range clause").

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using program::TypeKind;
using types::Type;

namespace {

bool is_wanted(const Expr* e) {
  const auto* name = e == nullptr ? nullptr : try_as<Ident>(e);
  return e != nullptr && (name == nullptr || !name->is_blank());
}

}  // namespace

void FunctionLowering::range_statement(const RangeStmt* s) {
  Type* u = types::is_string(type_of(s->x)) ? types::underlying(type_of(s->x)) : types::core_type(type_of(s->x));
  if (types::is<types::Signature>(u)) return range_function(s);
  // Before Go 1.22 all iterations share the variables.
  if (s->op == Token::Define && version_ < 22) {
    for (const Expr* e : {s->key, s->value}) {
      if (!is_wanted(e)) continue;
      if (auto* v = types::try_as<types::Var>(info_.def(as<Ident>(e)))) declare(v, s->position, false);
    }
  }
  if (const auto* pointer = types::try_as<types::Pointer>(u)) u = types::underlying(pointer->elem);
  switch (u->kind) {
    case types::TypeKind::Basic:
      if (types::is_string(u)) return range_string(s);
      return range_integer(s);
    case types::TypeKind::Map: return range_map(s);
    case types::TypeKind::Chan: return range_channel(s);
    default: return range_indexed(s);
  }
}

/// The iteration's values to the variables, then the body.
void FunctionLowering::range_body(const RangeStmt* s, Slot key, Type* key_type, Slot value, Type* value_type) {
  const Slot mark = top_;
  std::vector<Expr*> sides;
  std::vector<Slot> values;
  std::vector<Type*> types;
  const auto give_to = [&](Expr* e, Slot from, Type* type) {
    if (!is_wanted(e)) return;
    if (s->op == Token::Define && version_ < 22) {
      auto* v = types::try_as<types::Var>(info_.def(as<Ident>(e)));
      return store(variable(v, e->position), from, e->position);
    }
    if (s->op != Token::Define) precompute_place(e);
    sides.push_back(e);
    values.push_back(from);
    types.push_back(type);
  };
  give_to(s->key, key, key_type);
  give_to(s->value, value, value_type);
  assign_several(sides, values, types, s->op == Token::Define, s->position);
  block(s->body);
  top_ = mark;
}

void FunctionLowering::range_integer(const RangeStmt* s) {
  Type* type = type_of(s->x);
  const TypeKind k = kind(type);
  const Slot limit = alloc(1), i = alloc(1);
  expr(s->x, limit);
  integer(s->position, 0, i);
  Label head, body, next, end;
  loops_[s] = {&end, &next};
  const Slot mark = top_;
  place(head);
  branch(s->position, binary(s->position, BinaryOp::Lt, k, i, limit), body, end);
  top_ = mark;
  place(body);
  range_body(s, i, type, kNoSlot, nullptr);
  place(next);
  binary(s->position, BinaryOp::Add, k, i, integer(s->position, 1), i);
  top_ = mark;
  jump(s->position, head);
  place(end);
  loops_.erase(s);
}

void FunctionLowering::range_indexed(const RangeStmt* s) {
  const Position position = s->position;
  Type* type = type_of(s->x);
  Type* u = types::core_type(type);
  const auto* pointer = types::try_as<types::Pointer>(u);
  const auto* slice = types::try_as<types::Slice>(u);
  const auto* array = types::under<types::Array>(pointer != nullptr ? pointer->elem : u);
  Type* element = slice != nullptr ? slice->elem : array->elem;
  const bool wants_value = is_wanted(s->value);
  const std::int32_t n = slots(element);
  Slot x = kNoSlot, limit = kNoSlot;
  if (slice != nullptr) {
    x = alloc(3);
    expr(s->x, x);
    limit = x + 1;
  } else {
    // With no more than the key only the length counts, and the operand is evaluated if it has calls or receives; a blank
    // value is a value (Go spec, "For statements with range clause").
    precompute(s->x);
    if (s->value != nullptr) {
      x = alloc(slots(type));
      emit(s->x, x);
    }
    limit = integer(position, array->len);
  }
  const Slot i = integer(position, 0);
  Label head, body, next, end;
  loops_[s] = {&end, &next};
  const Slot mark = top_;
  place(head);
  branch(position, binary(position, BinaryOp::Lt, TypeKind::Int, i, limit), body, end);
  top_ = mark;
  place(body);
  Slot value = kNoSlot;
  if (wants_value) {
    value = alloc(n);
    const auto length = static_cast<std::int32_t>(array == nullptr ? 0 : array->len);
    if (slice == nullptr && pointer == nullptr) {
      add(position, {.op = Op::FrameLoad, .a = value, .b = x, .c = i, .d = length, .n = n});
    } else {
      const Slot ref = alloc(1);
      if (slice != nullptr) {
        add(position, {.op = Op::SliceIndexAddress, .a = ref, .b = x, .c = i, .n = n});
      } else {
        add(position, {.op = Op::ArrayIndexAddress, .a = ref, .b = x, .c = i, .d = length, .n = n});
      }
      add(position, {.op = Op::Load, .a = value, .b = ref, .c = 0, .n = n});
    }
  }
  range_body(s, i, types::basic(types::BasicKind::Int), value, element);
  top_ = mark;
  place(next);
  binary(position, BinaryOp::Add, TypeKind::Int, i, integer(position, 1), i);
  top_ = mark;
  jump(position, head);
  place(end);
  loops_.erase(s);
}

void FunctionLowering::range_string(const RangeStmt* s) {
  const Slot x = alloc(1);
  expr(s->x, x);
  const Slot at = integer(s->position, 0);
  const Slot found = alloc(3);
  Label head, body, end;
  loops_[s] = {&end, &head};
  place(head);
  add(s->position, {.op = Op::StringRangeNext, .a = found, .b = x, .c = at});
  branch(s->position, found, body, end);
  place(body);
  range_body(s, found + 1, types::basic(types::BasicKind::Int), found + 2, types::universe().rune_type);
  jump(s->position, head);
  place(end);
  loops_.erase(s);
}

void FunctionLowering::range_map(const RangeStmt* s) {
  Type* type = type_of(s->x);
  const auto* map = types::core_as<types::Map>(type);
  const Slot iterator = alloc(1), ok = alloc(1);
  const Slot key = is_wanted(s->key) ? alloc(slots(map->key)) : kNoSlot;
  const Slot value = is_wanted(s->value) ? alloc(slots(map->elem)) : kNoSlot;
  const Slot x = expr(s->x);
  add(s->position, {.op = Op::MapIterBegin, .a = iterator, .b = x, .d = type_id(type)});
  Label head, body, end;
  loops_[s] = {&end, &head};
  place(head);
  add(s->position, {.op = Op::MapIterNext, .a = ok, .b = iterator, .c = key, .d = type_id(type), .e = value});
  branch(s->position, ok, body, end);
  place(body);
  range_body(s, key, map->key, value, map->elem);
  jump(s->position, head);
  place(end);
  loops_.erase(s);
}

void FunctionLowering::range_channel(const RangeStmt* s) {
  const auto* chan = types::core_as<types::Chan>(type_of(s->x));
  const std::int32_t n = slots(chan->elem);
  const Slot channel = alloc(1), ok = alloc(1);
  const Slot value = is_wanted(s->key) ? alloc(n) : kNoSlot;
  expr(s->x, channel);
  Label head, body, end;
  loops_[s] = {&end, &head};
  place(head);
  add(s->position, {.op = Op::ChanReceive, .flag = 1, .a = value, .b = channel, .e = ok, .n = n});
  mark_last(lowering_.mark(s));
  branch(s->position, ok, body, end);
  place(body);
  range_body(s, value, chan->elem, kNoSlot, nullptr);
  jump(s->position, head);
  place(end);
  loops_.erase(s);
}

}  // namespace model::lower
