// Composite literals (Go spec, "Composite literals"): structs and arrays are built in the frame, slices and maps on the heap.

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"

namespace model::lower {

using namespace syntax;
using types::Type;

Slot FunctionLowering::composite(const CompositeLit* e, Type* type, Slot dst) {
  // `type` may be a pointer: &T with the & elided.
  if (const auto* pointer = types::under<types::Pointer>(type)) {
    const Slot value = composite(e, pointer->elem, kNoSlot);
    dst = want(dst, 1);
    add(e->position, {.op = Op::New, .a = dst, .d = type_id(pointer->elem)});
    add(e->position, {.op = Op::Store, .a = dst, .b = value, .c = 0, .n = slots(pointer->elem)});
    return dst;
  }
  dst = want(dst, slots(type));
  composite_into(e, type, dst);
  return dst;
}

void FunctionLowering::element_into(const Expr* e, Type* type, Slot dst) {
  const Slot mark = top_;
  const auto* literal = try_as<CompositeLit>(strip(e));
  if (literal != nullptr && literal->type == nullptr) {
    composite(literal, type, dst);
  } else {
    emit_as(e, type, dst);
  }
  top_ = mark;
}

void FunctionLowering::composite_into(const CompositeLit* e, Type* type, Slot dst) {
  const Position position = e->position;
  Type* u = types::core_type(type);
  if (const auto* s = types::try_as<types::Struct>(u)) {
    const bool keyed = !e->elts.empty() && is<KeyValueExpr>(e->elts[0]);
    if (keyed || e->elts.empty()) zero(position, dst, slots(type));
    for (std::size_t i = 0; i < e->elts.size(); ++i) {
      std::size_t at = i;
      const Expr* value = e->elts[i];
      if (keyed) {
        const auto* pair = as<KeyValueExpr>(value);
        const std::string& name = as<Ident>(pair->key)->name;
        at = static_cast<std::size_t>(types::field_index(s->fields, setup_.package, name));
        if (at >= s->fields.size()) {
          for (at = 0; s->fields[at]->name != name;) ++at;  // an unexported one, in a generic of another package
        }
        value = pair->value;
      }
      const auto offset = static_cast<std::int32_t>(types().of(type).fields[at].offset);
      element_into(value, s->fields[at]->type, dst + offset);
    }
    return;
  }
  if (const auto* array = types::try_as<types::Array>(u)) {
    std::vector<program::Constant> constants;
    if (!e->elts.empty() && constant_value(e, type, constants)) {
      add(position, {.op = Op::Const, .a = dst, .b = lowering_.constants(constants), .n = slots(type)});
      return;
    }
    if (static_cast<std::int64_t>(e->elts.size()) < array->len ||
        (!e->elts.empty() && is<KeyValueExpr>(e->elts[0]))) {
      zero(position, dst, slots(type));
    }
    return elements(e, array->elem, frame(dst, type), position);
  }
  if (const auto* slice = types::try_as<types::Slice>(u)) {
    std::int64_t length = 0, next = 0;
    for (const Expr* element : e->elts) {
      if (const auto* pair = try_as<KeyValueExpr>(element)) {
        next = types::constant::int64_value(
                   types::constant::to_int(info_.type_and_value(strip(pair->key)).value)).value_or(0);
      }
      length = std::max(length, ++next);
    }
    Type* array = lowering_.context().array(slice->elem, length);
    const Slot ref = alloc(1);
    add(position, {.op = Op::New, .a = ref, .d = type_id(array)});
    std::vector<program::Constant> constants;
    bool is_constant = !e->elts.empty() && length * slots(slice->elem) > 0;
    for (const Expr* element : e->elts) {
      is_constant = is_constant && !is<KeyValueExpr>(element) &&
                    constant_value(element, slice->elem, constants);
    }
    if (is_constant) {
      const Slot mark = top_;
      const auto n = static_cast<std::int32_t>(constants.size());
      const Slot values = alloc(n);
      add(position, {.op = Op::Const, .a = values, .b = lowering_.constants(constants), .n = n});
      add(position, {.op = Op::Store, .a = ref, .b = values, .c = 0, .n = n});
      top_ = mark;
    } else {
      elements(e, slice->elem, memory(ref, array, true), position);
    }
    add(position, {.op = Op::SliceOfArray, .a = dst, .b = ref, .c = static_cast<std::int32_t>(length)});
    return;
  }
  const auto* map = types::as<types::Map>(u);
  // Built aside: the values may read the variable it is assigned to.
  const Slot ref = alloc(1);
  add(position, {.op = Op::MakeMap, .a = ref, .d = type_id(type)});
  for (const Expr* element : e->elts) {
    const Slot mark = top_;
    const auto* pair = as<KeyValueExpr>(element);
    const Slot key = alloc(slots(map->key));
    element_into(pair->key, map->key, key);
    const Slot value = alloc(slots(map->elem));
    element_into(pair->value, map->elem, value);
    add(pair->position, {.op = Op::MapStore, .a = ref, .b = key, .c = value, .d = type_id(type)});
    top_ = mark;
  }
  copy(position, dst, ref, 1);
}

/// Elements of an array or slice literal, keyed or not.
void FunctionLowering::elements(const CompositeLit* e, Type* element, const Place& array,
                                Position position) {
  std::int64_t at = 0;
  const std::int32_t n = slots(element);
  for (const Expr* x : e->elts) {
    const Expr* value = x;
    if (const auto* pair = try_as<KeyValueExpr>(x)) {
      at = types::constant::int64_value(
               types::constant::to_int(info_.type_and_value(strip(pair->key)).value)).value_or(0);
      value = pair->value;
    }
    const auto offset = static_cast<std::int32_t>(at) * n;
    if (array.kind == Place::Kind::Frame) {
      element_into(value, element, array.slot + offset);
    } else {
      const Slot mark = top_;
      const Slot slot = alloc(n);
      element_into(value, element, slot);
      if (n > 0) add(position, {.op = Op::Store, .a = array.slot, .b = slot, .c = offset, .n = n});
      top_ = mark;
    }
    ++at;
  }
}

}  // namespace model::lower
