// Expressions: the two passes, constants, names, indexing, slicing, unary operators.

#include <bit>
#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/type_string.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using program::TypeKind;
using types::Type;

const Expr* FunctionLowering::strip(const Expr* e) {
  while (const auto* paren = try_as<ParenExpr>(e)) e = paren->x;
  return e;
}

Type* FunctionLowering::type_of(const Expr* e) {
  Type* t = resolve(info_.type_of(strip(e)));
  return t == nullptr ? nullptr : types::default_type(t);
}

/// Does gc give the value a temporary in the order of the source?
bool FunctionLowering::is_ordered(const Expr* e) {
  switch (e->kind) {
    case Kind::CallExpr: {
      const auto* call = as<CallExpr>(e);
      if (is_conversion(call)) return false;
      const types::Builtin* b = builtin_of(call);
      if (b == nullptr || !is_pure(b->builtin)) return true;
      // The length of a channel is read where it stands, as another operation on the channel is.
      const bool length = b->builtin == types::BuiltinId::Len || b->builtin == types::BuiltinId::Cap;
      return length && types::core_as<types::Chan>(type_of(call->args[0])) != nullptr;
    }
    case Kind::UnaryExpr: return as<UnaryExpr>(e)->op == Token::Arrow;
    case Kind::BinaryExpr:
      return as<BinaryExpr>(e)->op == Token::LAnd || as<BinaryExpr>(e)->op == Token::LOr;
    case Kind::TypeAssertExpr: return true;
    case Kind::IndexExpr: {
      const auto* i = as<IndexExpr>(e);
      if (info_.type_and_value(i->x).is_type() || info_.type_of(i->x) == nullptr) return false;
      Type* x = type_of(i->x);
      return x != nullptr && types::core_as<types::Map>(x) != nullptr;
    }
    default: return false;
  }
}

/// First pass: what is ordered in `e`, from left to right.
void FunctionLowering::precompute(const Expr* e) {
  if (e == nullptr) return;
  e = strip(e);
  const types::TypeAndValue& tv = info_.type_and_value(e);
  if (tv.is_constant() || tv.is_type() || memo_.count(e) != 0) return;
  if (is_ordered(e)) {
    const Slot slot = emit_kind(e, kNoSlot);
    memo_[e] = slot;
    return;
  }
  switch (e->kind) {
    case Kind::SelectorExpr:
      if (info_.selection(as<SelectorExpr>(e)) != nullptr) precompute(as<SelectorExpr>(e)->x);
      return;
    case Kind::IndexExpr:
      if (info_.type_of(as<IndexExpr>(e)->x) == nullptr) return;
      precompute(as<IndexExpr>(e)->x);
      if (!info_.type_and_value(as<IndexExpr>(e)->indices[0]).is_type()) {
        precompute(as<IndexExpr>(e)->indices[0]);
      }
      return;
    case Kind::SliceExpr:
      precompute(as<SliceExpr>(e)->x);
      precompute(as<SliceExpr>(e)->low);
      precompute(as<SliceExpr>(e)->high);
      precompute(as<SliceExpr>(e)->max);
      return;
    case Kind::CallExpr:
      for (const Expr* arg : as<CallExpr>(e)->args) precompute(arg);
      return;
    case Kind::StarExpr: return precompute(as<StarExpr>(e)->x);
    case Kind::UnaryExpr: return precompute(as<UnaryExpr>(e)->x);
    case Kind::BinaryExpr:
      precompute(as<BinaryExpr>(e)->x);
      return precompute(as<BinaryExpr>(e)->y);
    case Kind::CompositeLit: {
      const bool is_struct = types::under<types::Struct>(type_of(e)) != nullptr;
      for (const Expr* element : as<CompositeLit>(e)->elts) {
        if (const auto* pair = try_as<KeyValueExpr>(element)) {
          if (!is_struct && !is<CompositeLit>(pair->key)) precompute(pair->key);
          precompute(pair->value);
        } else {
          precompute(element);
        }
      }
      return;
    }
    default: return;
  }
}

Slot FunctionLowering::expr(const Expr* e, Slot dst) {
  if (is_ordered(strip(e))) return emit(e, dst);
  precompute(e);
  return emit(e, dst);
}
Slot FunctionLowering::expr_as(const Expr* e, Type* type, Slot dst) {
  if (!is_ordered(strip(e))) precompute(e);
  return emit_as(e, type, dst);
}

Slot FunctionLowering::emit_as(const Expr* e, Type* type, Slot dst) {
  Type* from = type_of(e);
  if (from != nullptr && types::is_interface(type) && !types::is_interface(from) &&
      !types::is_untyped_nil(from)) {
    const Slot value = emit(e);
    return to_interface(value, from, e->position, dst);
  }
  if (from != nullptr && types::is_untyped_nil(from)) {
    dst = want(dst, slots(type));
    zero(e->position, dst, slots(type));
    return dst;
  }
  return emit(e, dst);
}

Slot FunctionLowering::emit(const Expr* e, Slot dst) {
  e = strip(e);
  if (const auto found = memo_.find(e); found != memo_.end()) {
    const Slot slot = found->second;
    memo_.erase(found);
    if (dst < 0 || dst == slot) return slot;
    copy(e->position, dst, slot, slots(type_of(e)));
    return dst;
  }
  return emit_kind(e, dst);
}

Slot FunctionLowering::emit_kind(const Expr* e, Slot dst) {
  const types::TypeAndValue& tv = info_.type_and_value(e);
  if (tv.is_constant()) return constant(tv.value, type_of(e), e->position, dst);
  switch (e->kind) {
    case Kind::Ident: return identifier(as<Ident>(e), dst);
    case Kind::FuncLit: return closure(as<FuncLit>(e), dst);
    case Kind::CompositeLit: return composite(as<CompositeLit>(e), type_of(e), dst);
    case Kind::SelectorExpr: return selector(as<SelectorExpr>(e), dst);
    case Kind::IndexExpr: return index(as<IndexExpr>(e), dst);
    case Kind::SliceExpr: return slice_expr(as<SliceExpr>(e), dst);
    case Kind::TypeAssertExpr: return type_assert(as<TypeAssertExpr>(e), dst, kNoSlot);
    case Kind::CallExpr: return call(as<CallExpr>(e), dst);
    case Kind::StarExpr: return load(place_of(e), e->position, dst);
    case Kind::UnaryExpr: return unary(as<UnaryExpr>(e), dst);
    case Kind::BinaryExpr: return binary_expr(as<BinaryExpr>(e), dst);
    default: break;
  }
  assert(false && "no value");
  return kNoSlot;
}

namespace {

std::uint64_t float_bits(const types::constant::Value& v, bool single) {
  using namespace types::constant;
  if (single) return std::bit_cast<std::uint32_t>(float32_value(v));
  return std::bit_cast<std::uint64_t>(float64_value(v));
}

std::uint64_t wrapped(std::uint64_t bits, TypeKind kind) {
  switch (kind) {
    case TypeKind::Int8: return static_cast<std::uint64_t>(std::int64_t{static_cast<std::int8_t>(bits)});
    case TypeKind::Int16: return static_cast<std::uint64_t>(std::int64_t{static_cast<std::int16_t>(bits)});
    case TypeKind::Int32: return static_cast<std::uint64_t>(std::int64_t{static_cast<std::int32_t>(bits)});
    case TypeKind::Uint8: return static_cast<std::uint8_t>(bits);
    case TypeKind::Uint16: return static_cast<std::uint16_t>(bits);
    case TypeKind::Uint32: return static_cast<std::uint32_t>(bits);
    default: return bits;
  }
}

/// The slots of a constant of a type of this kind.
std::vector<program::Constant> constant_slots(const types::constant::Value& v, TypeKind kind) {
  using namespace types::constant;
  const auto scalar = [](std::uint64_t bits) {
    return program::Constant{program::Constant::Kind::Scalar, bits, {}};
  };
  switch (kind) {
    case TypeKind::Bool: return {scalar(bool_value(v) ? 1 : 0)};
    case TypeKind::String: return {{program::Constant::Kind::String, 0, string_value(v)}};
    case TypeKind::Float32:
    case TypeKind::Float64: {
      const Value f = to_float(v);
      return {scalar(float_bits(f, kind == TypeKind::Float32))};
    }
    case TypeKind::Complex64:
    case TypeKind::Complex128: {
      const Value c = to_complex(v);
      const bool single = kind == TypeKind::Complex64;
      return {scalar(float_bits(real(c), single)), scalar(float_bits(imag(c), single))};
    }
    default: return {scalar(wrapped(low_bits(to_int(v)), kind))};
  }
}

}  // namespace

Slot FunctionLowering::constant(const types::constant::Value& v, Type* type, Position position,
                                Slot dst) {
  if (types::is_interface(type)) {
    // A constant for a type parameter whose argument is an interface does not exist; an untyped one has its default type.
    return to_interface(constant(v, types::basic(types::BasicKind::Int), position, kNoSlot),
                        types::basic(types::BasicKind::Int), position, dst);
  }
  const std::vector<program::Constant> list = constant_slots(v, kind(type));
  const auto n = static_cast<std::int32_t>(list.size());
  dst = want(dst, n);
  add(position, {.op = Op::Const, .a = dst, .b = lowering_.constants(list), .n = n});
  return dst;
}

/// The slots of a composite literal of constants; false if there is anything else in it.
bool FunctionLowering::constant_value(const Expr* e, Type* type, std::vector<program::Constant>& out) {
  e = strip(e);
  const types::TypeAndValue& tv = info_.type_and_value(e);
  if (tv.is_constant()) {
    if (types::is_interface(type)) return false;
    for (program::Constant& c : constant_slots(tv.value, kind(type))) out.push_back(std::move(c));
    return true;
  }
  const auto* literal = try_as<CompositeLit>(e);
  if (literal == nullptr) return false;
  const auto* s = types::under<types::Struct>(type);
  const auto zeros = [&](std::int32_t n) { out.resize(out.size() + static_cast<std::size_t>(n)); };
  if (s != nullptr) {
    if (literal->elts.empty()) {
      zeros(slots(type));
      return true;
    }
    if (is<KeyValueExpr>(literal->elts[0])) return false;
    for (std::size_t i = 0; i < literal->elts.size(); ++i) {
      if (!constant_value(literal->elts[i], s->fields[i]->type, out)) return false;
    }
    return true;
  }
  const auto* array = types::under<types::Array>(type);
  if (array == nullptr) return false;
  for (const Expr* element : literal->elts) {
    if (is<KeyValueExpr>(element) || !constant_value(element, array->elem, out)) return false;
  }
  zeros((static_cast<std::int32_t>(array->len) - static_cast<std::int32_t>(literal->elts.size())) *
        slots(array->elem));
  return true;
}

Slot FunctionLowering::function_value(program::FunctionId f, Position position, Slot dst) {
  dst = want(dst, 1);
  add(position, {.op = Op::MakeClosure, .a = dst, .b = static_cast<std::int32_t>(f), .c = 0, .n = 0});
  return dst;
}

/// The declared function that `e` names, with its (resolved) type arguments.
types::Func* FunctionLowering::function_named(const Expr* e, std::vector<Type*>* arguments) {
  e = strip(e);
  if (const auto* i = try_as<IndexExpr>(e)) e = strip(i->x);
  const auto* name = try_as<Ident>(e);
  if (const auto* s = try_as<SelectorExpr>(e)) {
    if (info_.selection(s) != nullptr) return nullptr;
    name = s->sel;
  }
  if (name == nullptr) return nullptr;
  auto* f = types::try_as<types::Func>(info_.use(name));
  if (f != nullptr && arguments != nullptr) {
    if (const types::Instance* instance = info_.instance(name)) *arguments = resolve(instance->args);
  }
  return f;
}

Slot FunctionLowering::identifier(const Ident* e, Slot dst) {
  types::Object* object = info_.object_of(e);
  if (types::is<types::Nil>(object)) {
    const std::int32_t n = slots(type_of(e));
    dst = want(dst, n);
    zero(e->position, dst, n);
    return dst;
  }
  if (auto* v = types::try_as<types::Var>(object)) {
    return load(variable(v, e->position), e->position, dst);
  }
  std::vector<Type*> arguments;
  types::Func* f = function_named(e, &arguments);
  assert(f != nullptr);
  return function_value(lowering_.function(f, arguments), e->position, dst);
}

Slot FunctionLowering::selector(const SelectorExpr* e, Slot dst) {
  const types::Selection* s = info_.selection(e);
  if (s == nullptr) {
    if (auto* v = types::try_as<types::Var>(info_.use(e->sel))) {
      return load(variable(v, e->position), e->position, dst);
    }
    std::vector<Type*> arguments;
    types::Func* f = function_named(e, &arguments);
    assert(f != nullptr);
    if (!lowering_.is_modelled(f)) {
      unreachable(e->position, "use of " + lowering_.symbol(f) + ", which is not modelled");
      return want(dst, 1);
    }
    return function_value(lowering_.function(f, arguments), e->position, dst);
  }
  switch (s->kind) {
    case types::SelectionKind::FieldValue: return load(place_of(e), e->position, dst);
    case types::SelectionKind::MethodValue: return method_value(e, dst);
    case types::SelectionKind::MethodExpr:
      return function_value(method_expression(e), e->position, dst);
  }
  return kNoSlot;
}

/// An index or length of any integer type.
Slot FunctionLowering::index_value(const Expr* e) {
  const types::TypeAndValue& tv = info_.type_and_value(strip(e));
  if (tv.is_constant()) {
    return integer(e->position, static_cast<std::int64_t>(types::constant::low_bits(
                                    types::constant::to_int(tv.value))));
  }
  return emit(e);
}

Slot FunctionLowering::index(const IndexExpr* e, Slot dst) {
  std::vector<Type*> arguments;
  if (types::Func* f = function_named(e, &arguments)) {
    return function_value(lowering_.function(f, arguments), e->position, dst);
  }
  Type* u = types::core_string(type_of(e->x));
  if (u != nullptr && types::is_string(u) && types::is_string(types::underlying(type_of(e->x)))) {
    const Slot x = emit(e->x);
    const Slot i = index_value(e->indices[0]);
    dst = want(dst, 1);
    add(e->position, {.op = Op::StringIndex, .a = dst, .b = x, .c = i});
    return dst;
  }
  if (types::core_as<types::Map>(type_of(e->x)) != nullptr) return map_load(e, dst, kNoSlot);
  return load(place_of(e), e->position, dst);
}

Slot FunctionLowering::map_load(const IndexExpr* e, Slot dst, Slot ok) {
  Type* type = type_of(e->x);
  const auto* map = types::core_as<types::Map>(type);
  precompute(e->x);
  precompute(e->indices[0]);
  const Slot x = emit(e->x);
  const Slot key = emit_as(e->indices[0], map->key);
  dst = want(dst, slots(map->elem));
  add(e->position, {.op = Op::MapLoad, .a = dst, .b = x, .c = key, .d = type_id(type), .e = ok});
  return dst;
}

Slot FunctionLowering::slice_expr(const SliceExpr* e, Slot dst) {
  Type* type = type_of(e->x);
  const auto bound = [&](const Expr* b) { return b == nullptr ? kNoSlot : index_value(b); };
  if (types::is_string(type)) {
    const Slot x = emit(e->x);
    const Slot low = bound(e->low), high = bound(e->high);
    dst = want(dst, 1);
    add(e->position, {.op = Op::StringSlice, .a = dst, .b = x, .c = low, .d = high});
    return dst;
  }
  Type* u = types::core_type(type);
  Slot x = kNoSlot;
  Type* element = nullptr;
  bool is_array = true;
  const auto of_array = [&](Slot ref, const types::Array* array) {
    element = array->elem;
    x = alloc(3);
    add(e->position, {.op = Op::SliceOfArray, .a = x, .b = ref, .c = static_cast<std::int32_t>(array->len)});
  };
  if (const auto* slice = types::try_as<types::Slice>(u)) {
    element = slice->elem;
    is_array = false;
    x = emit(e->x);
  } else if (const auto* pointer = types::try_as<types::Pointer>(u)) {
    of_array(emit(e->x), types::under<types::Array>(pointer->elem));
  } else {
    of_array(address(place_of(e->x), e->position), types::as<types::Array>(u));
  }
  const Slot low = bound(e->low), high = bound(e->high), max = bound(e->max);
  dst = want(dst, 3);
  add(e->position, {.op = Op::SliceSlice, .flag = static_cast<std::uint8_t>(is_array ? 1 : 0), .a = dst,
                    .b = x, .c = low, .d = high, .e = max, .n = slots(element)});
  return dst;
}

Slot FunctionLowering::unary(const UnaryExpr* e, Slot dst) {
  const Position position = e->position;
  switch (e->op) {
    case Token::And: {
      const Expr* x = strip(e->x);
      if (const auto* literal = try_as<CompositeLit>(x)) {
        Type* type = type_of(literal);
        const Slot ref = alloc(1);
        const Slot value = composite(literal, type, kNoSlot);
        add(position, {.op = Op::New, .a = ref, .d = type_id(type)});
        add(position, {.op = Op::Store, .a = ref, .b = value, .c = 0, .n = slots(type)});
        if (dst < 0) return ref;
        copy(position, dst, ref, 1);
        return dst;
      }
      return address(place_of(x), position, dst);
    }
    case Token::Arrow: return receive(e, dst, kNoSlot);
    case Token::Add: return emit(e->x, dst);
    case Token::Not: return negate(position, emit(e->x), dst);
    case Token::Sub:
    case Token::Xor: {
      Type* type = type_of(e);
      const Slot x = emit(e->x);
      dst = want(dst, slots(type));
      const UnaryOp op = e->op == Token::Sub ? UnaryOp::Negate : UnaryOp::Complement;
      add(position, {.op = Op::Unary, .sub = static_cast<std::uint8_t>(op), .kind = kind(type), .a = dst,
                     .b = x});
      return dst;
    }
    default: break;
  }
  assert(false && "no unary operator");
  return kNoSlot;
}

Slot FunctionLowering::receive(const UnaryExpr* e, Slot dst, Slot ok) {
  const Slot channel = expr(e->x);
  const auto* chan = types::core_as<types::Chan>(type_of(e->x));
  const std::int32_t n = slots(chan->elem);
  dst = want(dst, n);
  add(e->position, {.op = Op::ChanReceive, .a = dst, .b = channel, .e = ok, .n = n});
  mark_last(lowering_.mark(e));
  return dst;
}

/// What is not nil in the interface `x` might be a `target` in the real program, and is none in the model: what then, is not known.
void FunctionLowering::require_values_of(Type* target, Slot x, Position position) {
  if (!lowering_.lacks_values(target)) return;
  Label not_nil, nil;
  branch(position, x, not_nil, nil);
  place(not_nil);
  unreachable(position, "comparison with type " + types::runtime_type_string(target) + ", which is not modelled");
  place(nil);
}

Slot FunctionLowering::type_assert(const TypeAssertExpr* e, Slot dst, Slot ok) {
  const Slot x = expr(e->x);
  Type* type = type_of(e->type);
  const std::int32_t n = slots(type);
  require_values_of(type, x, e->position);
  dst = want(dst, n);
  add(e->position, {.op = Op::TypeAssert, .a = dst, .b = x, .c = type_id(type_of(e->x)), .d = type_id(type),
                    .e = ok});
  return dst;
}

}  // namespace model::lower
