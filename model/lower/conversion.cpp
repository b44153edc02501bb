// Conversions, explicit and by assignment (Go spec, "Conversions").

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/relations.hpp"
#include "model/types/type_string.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using program::TypeKind;
using types::Type;

Slot FunctionLowering::to_interface(Slot value, Type* from, Position position, Slot dst) {
  if (const auto* pointer = types::try_as<types::Pointer>(types::unalias(from));
      pointer != nullptr && types::try_as<types::Pointer>(types::unalias(pointer->elem)) != nullptr && lowering_.lacks_values(from)) {
    // errors.As and its like look for such a value.
    unreachable(position, "use of type " + types::runtime_type_string(from) + ", which is not modelled");
  }
  dst = want(dst, 2);
  lowering_.use_in_interface(types().id(from));
  add(position, {.op = Op::MakeInterface, .a = dst, .b = value, .d = type_id(from)});
  return dst;
}

Slot FunctionLowering::assign_convert(Slot value, Type* from, Type* to, Position position, Slot dst) {
  if (types::is_interface(to) && !types::is_interface(from)) return to_interface(value, from, position, dst);
  if (dst < 0) return value;
  copy(position, dst, value, slots(to));
  return dst;
}

bool FunctionLowering::is_conversion(const CallExpr* e) {
  return info_.type_and_value(strip(e->fun)).is_type();
}

Slot FunctionLowering::conversion(const CallExpr* e, Slot dst) {
  Type* to = type_of(e->fun);
  Type* from = type_of(e->args[0]);
  if (types::is_untyped_nil(from)) return emit_as(e->args[0], to, dst);
  const types::TypeAndValue& tv = info_.type_and_value(strip(e->args[0]));
  if (tv.is_constant() && !types::is_interface(to) && types::is_const_type(to)) {
    // A constant of a type parameter's type: it is converted for the argument at hand.
    if (types::is_string(to) && types::is_integer(from)) {
      return string(e->position, types::constant::rune_string(tv.value), dst);
    }
    if (types::is_string(to) == types::is_string(from)) return constant(tv.value, to, e->position, dst);
  }
  if (types::is_interface(to)) return emit_as(e->args[0], to, dst);
  const Slot value = emit(e->args[0]);
  return convert(value, from, to, e->position, dst);
}

Slot FunctionLowering::convert(Slot value, Type* from, Type* to, Position position, Slot dst) {
  const auto is_number = [](TypeKind k) { return k >= TypeKind::Int && k <= TypeKind::Complex128; };
  const TypeKind f = kind(from), t = kind(to);
  const auto result = [&] { return want(dst, slots(to)); };
  if ((f == TypeKind::UnsafePointer) != (t == TypeKind::UnsafePointer)) {
    unreachable(position, "conversion of unsafe.Pointer, which is not modelled");
    return result();
  }
  if (is_number(f) && is_number(t)) {
    if (f == t) return assign_convert(value, from, to, position, dst);
    const Slot to_slot = result();
    add(position, {.op = Op::Convert, .kind = t, .a = to_slot, .b = value, .d = static_cast<std::int32_t>(f)});
    return to_slot;
  }
  if (t == TypeKind::String && f != TypeKind::String) {
    const Slot to_slot = result();
    if (f == TypeKind::Slice) {
      const TypeKind element = types().of(types::under<types::Slice>(from)->elem).kind;
      add(position, {.op = element == TypeKind::Uint8 ? Op::StringFromBytes : Op::StringFromRunes,
                     .a = to_slot, .b = value});
    } else {
      add(position, {.op = Op::StringFromRune, .a = to_slot, .b = value, .d = static_cast<std::int32_t>(f)});
    }
    return to_slot;
  }
  if (f == TypeKind::String && t == TypeKind::Slice) {
    Type* element = types::under<types::Slice>(to)->elem;
    const Slot to_slot = result();
    add(position, {.op = kind(element) == TypeKind::Uint8 ? Op::BytesFromString : Op::RunesFromString,
                   .a = to_slot, .b = value, .d = type_id(element)});
    return to_slot;
  }
  if (f == TypeKind::Slice && (t == TypeKind::Pointer || t == TypeKind::Array)) {
    const auto* pointer = types::under<types::Pointer>(to);
    const auto* array = types::under<types::Array>(pointer != nullptr ? pointer->elem : to);
    const Slot ref = t == TypeKind::Pointer ? result() : alloc(1);
    add(position, {.op = Op::SliceToArrayPointer, .a = ref, .b = value,
                   .c = static_cast<std::int32_t>(array->len)});
    if (t == TypeKind::Pointer) return ref;
    const Slot to_slot = result();
    if (array->len == 0) return to_slot;
    add(position, {.op = Op::Load, .a = to_slot, .b = ref, .c = 0, .n = slots(to)});
    return to_slot;
  }
  return assign_convert(value, from, to, position, dst);
}

}  // namespace model::lower
