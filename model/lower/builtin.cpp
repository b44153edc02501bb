// Predeclared functions (Go spec, "Built-in functions").

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using program::TypeKind;
using types::BuiltinId;
using types::Type;

/// Does gc leave it in place, instead of giving its value a temporary in order?
bool FunctionLowering::is_pure(BuiltinId id) {
  switch (id) {
    case BuiltinId::Len:
    case BuiltinId::Cap:
    case BuiltinId::Closed:
    case BuiltinId::Real:
    case BuiltinId::Imag:
    case BuiltinId::Complex: return true;
    default: return false;
  }
}

Slot FunctionLowering::length(const CallExpr* e, BuiltinId id, Slot dst) {
  Type* type = type_of(e->args[0]);
  const bool is_len = id == BuiltinId::Len;
  Type* u = types::is_string(type) ? types::underlying(type) : types::core_type(type);
  if (const auto* pointer = types::try_as<types::Pointer>(u)) u = types::underlying(pointer->elem);
  const Slot x = types::is<types::Array>(u) ? expr(e->args[0]) : emit(e->args[0]);
  dst = want(dst, 1);
  switch (u->kind) {
    case types::TypeKind::Basic: add(e->position, {.op = Op::StringLen, .a = dst, .b = x}); break;
    case types::TypeKind::Array: return integer(e->position, types::as<types::Array>(u)->len, dst);
    case types::TypeKind::Slice: copy(e->position, dst, x + (is_len ? 1 : 2), 1); break;
    case types::TypeKind::Map: add(e->position, {.op = Op::MapLen, .a = dst, .b = x}); break;
    default:
      add(e->position, {.op = is_len ? Op::ChanLen : Op::ChanCap, .a = dst, .b = x});
      break;
  }
  return dst;
}

Slot FunctionLowering::make(const CallExpr* e, Slot dst) {
  Type* type = type_of(e->args[0]);
  Type* u = types::core_type(type);
  const auto size = [&](std::size_t i, TypeKind* k) {
    if (i >= e->args.size()) return kNoSlot;
    const types::TypeAndValue& tv = info_.type_and_value(strip(e->args[i]));
    if (k != nullptr) *k = tv.is_constant() ? TypeKind::Int : kind(type_of(e->args[i]));
    return index_value(e->args[i]);
  };
  TypeKind k = TypeKind::Int;
  if (const auto* slice = types::try_as<types::Slice>(u)) {
    const Slot len = size(1, &k), cap = size(2, nullptr);
    dst = want(dst, 3);
    add(e->position, {.op = Op::MakeSlice, .kind = k, .a = dst, .b = len, .c = cap, .d = type_id(slice->elem)});
  } else if (types::is<types::Map>(u)) {
    size(1, nullptr);
    dst = want(dst, 1);
    add(e->position, {.op = Op::MakeMap, .a = dst, .d = type_id(type)});
  } else {
    const Slot n = size(1, &k);
    dst = want(dst, 1);
    add(e->position, {.op = Op::MakeChan, .kind = k, .a = dst, .b = n, .d = type_id(type)});
  }
  return dst;
}

Slot FunctionLowering::append(const CallExpr* e, Slot dst) {
  Type* type = type_of(e);
  const auto* slice = types::core_as<types::Slice>(type);
  const Slot x = alloc(3);
  emit_as(e->args[0], type, x);
  const std::int32_t element = type_id(slice->elem);
  if (e->args.size() == 1) {
    if (dst < 0) return x;
    copy(e->position, dst, x, 3);
    return dst;
  }
  if (e->has_ellipsis()) {
    Type* from = type_of(e->args[1]);
    const bool is_string = types::is_string(from);
    const Slot y = emit_as(e->args[1], types::is_untyped_nil(from) ? type : from);
    dst = want(dst, 3);
    add(e->position, {.op = is_string ? Op::AppendString : Op::Append, .a = dst, .b = x, .c = y, .d = element});
    return dst;
  }
  const std::vector<const Expr*> rest(e->args.begin() + 1, e->args.end());
  const Slot y = array_of(rest, slice->elem, e->position, kNoSlot);
  dst = want(dst, 3);
  add(e->position, {.op = Op::Append, .a = dst, .b = x, .c = y, .d = element});
  return dst;
}

/// append of these values, through an array of their own.
Slot FunctionLowering::append_values(Slot x, const types::Slice* slice, const std::vector<Slot>& values,
                                     Position position, Slot dst) {
  Type* array = lowering_.context().array(slice->elem, static_cast<std::int64_t>(values.size()));
  const Slot ref = alloc(1), y = alloc(3);
  add(position, {.op = Op::New, .a = ref, .d = type_id(array)});
  const std::int32_t n = slots(slice->elem);
  std::int32_t offset = 0;
  for (const Slot value : values) {
    if (n > 0) add(position, {.op = Op::Store, .a = ref, .b = value, .c = offset, .n = n});
    offset += n;
  }
  add(position, {.op = Op::SliceOfArray, .a = y, .b = ref, .c = static_cast<std::int32_t>(values.size())});
  dst = want(dst, 3);
  add(position, {.op = Op::Append, .a = dst, .b = x, .c = y, .d = type_id(slice->elem)});
  return dst;
}

Slot FunctionLowering::min_max(const CallExpr* e, bool max, Slot dst) {
  Type* type = type_of(e);
  const TypeKind k = kind(type);
  const bool is_float = k == TypeKind::Float32 || k == TypeKind::Float64;
  const Slot result = alloc(1);
  emit(e->args[0], result);
  for (std::size_t i = 1; i < e->args.size(); ++i) {
    const Slot x = emit(e->args[i]);
    Label take, next, other;
    if (is_float) {  // a NaN wins
      branch(e->position, binary(e->position, BinaryOp::Ne, k, result, result), next, other);
      place(other);
      Label ordered;
      branch(e->position, binary(e->position, BinaryOp::Ne, k, x, x), take, ordered);
      place(ordered);
      // Of equal ones the sign of a zero counts: 1/x tells it.
      Label equal, unequal;
      branch(e->position, binary(e->position, BinaryOp::Eq, k, x, result), equal, unequal);
      place(equal);
      const Slot one = alloc(1), zero_slot = alloc(1);
      const std::uint64_t bits = k == TypeKind::Float32 ? 0x3f800000U : 0x3ff0000000000000U;
      program::Constant constant;
      constant.bits = bits;
      add(e->position, {.op = Op::Const, .a = one, .b = lowering_.constants({constant}), .n = 1});
      zero(e->position, zero_slot, 1);
      const Slot inverse = binary(e->position, BinaryOp::Div, k, one, x);
      branch(e->position, binary(e->position, max ? BinaryOp::Gt : BinaryOp::Lt, k, inverse, zero_slot), take, next);
      place(unequal);
    }
    branch(e->position, binary(e->position, max ? BinaryOp::Gt : BinaryOp::Lt, k, x, result), take, next);
    place(take);
    copy(e->position, result, x, 1);
    place(next);
  }
  if (dst < 0) return result;
  copy(e->position, dst, result, 1);
  return dst;
}

Slot FunctionLowering::builtin(const CallExpr* e, BuiltinId id, Slot dst) {
  const Position position = e->position;
  const bool no_first = id == BuiltinId::Make || id == BuiltinId::New;
  for (std::size_t i = no_first && info_.type_and_value(strip(e->args[0])).is_type() ? 1 : 0; i < e->args.size(); ++i) {
    precompute(e->args[i]);
  }
  switch (id) {
    case BuiltinId::Len:
    case BuiltinId::Cap: return length(e, id, dst);
    case BuiltinId::Make: return make(e, dst);
    case BuiltinId::Closed: {
      const Slot channel = emit(e->args[0]);
      dst = want(dst, 1);
      add(position, {.op = Op::ChanClosed, .a = dst, .b = channel});
      return dst;
    }
    case BuiltinId::New: {
      const bool is_type = info_.type_and_value(strip(e->args[0])).is_type();
      Type* type = type_of(e->args[0]);
      const Slot value = is_type ? kNoSlot : emit(e->args[0]);
      dst = want(dst, 1);
      add(position, {.op = Op::New, .a = dst, .d = type_id(type)});
      if (!is_type) add(position, {.op = Op::Store, .a = dst, .b = value, .c = 0, .n = slots(type)});
      return dst;
    }
    case BuiltinId::Append:
      if (types::is<types::Tuple>(info_.type_of(strip(e->args[0])))) break;
      return append(e, dst);
    case BuiltinId::Min: return min_max(e, false, dst);
    case BuiltinId::Max: return min_max(e, true, dst);
    case BuiltinId::Complex: {
      if (e->args.size() == 1) break;
      Type* type = type_of(e);
      const Slot re = emit(e->args[0]), im = emit(e->args[1]);
      dst = want(dst, 2);
      add(position, {.op = Op::ComplexMake, .kind = kind(type), .a = dst, .b = re, .c = im});
      return dst;
    }
    case BuiltinId::Real:
    case BuiltinId::Imag: {
      const Slot x = emit(e->args[0]) + (id == BuiltinId::Imag ? 1 : 0);
      if (dst < 0) return x;
      copy(position, dst, x, 1);
      return dst;
    }
    case BuiltinId::Add:
    case BuiltinId::Slice:
    case BuiltinId::SliceData:
    case BuiltinId::String:
    case BuiltinId::StringData:
    case BuiltinId::Alignof:
    case BuiltinId::Offsetof:
    case BuiltinId::Sizeof:
      unreachable(position, "call of unsafe." + std::string(types::builtin_info(id).name) +
                                ", which is not modelled");
      return want(dst, slots(type_of(e)));
    default: break;
  }
  std::vector<Slot> args;
  std::vector<Type*> arg_types;
  if (id != BuiltinId::Recover && e->args.size() == 1 && types::is<types::Tuple>(info_.type_of(strip(e->args[0])))) {
    args.push_back(several(e->args[0], arg_types));
    for (std::size_t i = 0; i + 1 < arg_types.size(); ++i) args.push_back(args[i] + slots(arg_types[i]));
    if (id == BuiltinId::Complex) {
      if (dst < 0) return args[0];
      copy(position, dst, args[0], 2);
      return dst;
    }
    if (id == BuiltinId::Append) {
      const auto* slice = types::core_as<types::Slice>(arg_types[0]);
      std::vector<Slot> values;
      for (std::size_t i = 1; i < args.size(); ++i) {
        values.push_back(assign_convert(args[i], arg_types[i], slice->elem, position));
      }
      return append_values(args[0], slice, values, position, dst);
    }
    if (id == BuiltinId::Delete) {
      Type* key = types::core_as<types::Map>(arg_types[0])->key;
      args[1] = assign_convert(args[1], arg_types[1], key, position);
    }
  }
  for (std::size_t i = args.size(); i < e->args.size(); ++i) {
    Type* type = type_of(e->args[i]);
    if (id == BuiltinId::Panic) type = types::universe().empty_interface;
    if (id == BuiltinId::Delete && i == 1) type = types::core_as<types::Map>(arg_types[0])->key;
    if (types::is_untyped_nil(type)) type = types::basic(types::BasicKind::UnsafePointer);
    args.push_back(emit_as(e->args[i], type));
    arg_types.push_back(type);
  }
  if (id == BuiltinId::Copy || id == BuiltinId::Recover) {
    dst = want(dst, id == BuiltinId::Copy ? 1 : 2);
  }
  builtin_statement(id, args, arg_types, position, dst);
  return dst;
}

void FunctionLowering::builtin_statement(BuiltinId id, const std::vector<Slot>& args,
                                         const std::vector<Type*>& types, Position position, Slot dst) {
  switch (id) {
    case BuiltinId::Close: add(position, {.op = Op::ChanClose, .a = args[0]}); return;
    case BuiltinId::Panic: add(position, {.op = Op::Panic, .a = args[0]}); return;
    case BuiltinId::Recover: add(position, {.op = Op::Recover, .a = want(dst, 2)}); return;
    case BuiltinId::Delete:
      add(position, {.op = Op::MapDelete, .a = args[0], .b = args[1], .d = type_id(types[0])});
      return;
    case BuiltinId::Clear:
      if (const auto* slice = types::core_as<types::Slice>(types[0])) {
        add(position, {.op = Op::ClearSlice, .a = args[0], .n = slots(slice->elem)});
      } else {
        add(position, {.op = Op::MapClear, .a = args[0], .d = type_id(types[0])});
      }
      return;
    case BuiltinId::Copy: {
      const auto* slice = types::core_as<types::Slice>(types[0]);
      const bool is_string = types::is_string(types[1]);
      add(position, {.op = is_string ? Op::CopyString : Op::CopySlice, .a = dst, .b = args[0], .c = args[1],
                     .n = slots(slice->elem)});
      return;
    }
    default: return;  // print, println: standard error is not looked at
  }
}

}  // namespace model::lower
