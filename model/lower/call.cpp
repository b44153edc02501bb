// Calls (Go spec, "Calls", "Method values"): which function, its receiver and arguments, where its results go.

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"

namespace model::lower {

using namespace syntax;
using program::TypeKind;
using types::Type;

std::vector<Type*> FunctionLowering::result_types(const types::Signature* s) {
  std::vector<Type*> out;
  for (const types::Var* v : s->results->vars) out.push_back(resolve(v->type));
  return out;
}

std::int32_t FunctionLowering::result_slots(const types::Signature* s) {
  std::int32_t n = 0;
  for (const types::Var* v : s->results->vars) n += slots(resolve(v->type));
  return n;
}

const types::Builtin* FunctionLowering::builtin_of(const CallExpr* e) {
  const Expr* fun = strip(e->fun);
  const auto* name = try_as<Ident>(fun);
  if (const auto* s = try_as<SelectorExpr>(fun)) name = s->sel;
  return name == nullptr ? nullptr : types::try_as<types::Builtin>(info_.use(name));
}

/// First pass over everything that the call evaluates.
void FunctionLowering::precompute_call(const CallExpr* e) {
  precompute(e->fun);
  for (const Expr* arg : e->args) precompute(arg);
}

/// A slice of these values: [n]T on the heap; nil if there are none.
Slot FunctionLowering::array_of(const std::vector<const Expr*>& list, Type* element, Position position,
                                Slot dst) {
  dst = want(dst, 3);
  if (list.empty()) {
    zero(position, dst, 3);
    return dst;
  }
  const std::int32_t n = slots(element);
  const auto count = static_cast<std::int32_t>(list.size());
  const Slot values = alloc(n * count);
  for (std::int32_t i = 0; i < count; ++i) {
    const Slot mark = top_;
    emit_as(list[static_cast<std::size_t>(i)], element, values + i * n);
    top_ = mark;
  }
  Type* array = lowering_.context().array(element, count);
  const Slot ref = alloc(1);
  add(position, {.op = Op::New, .a = ref, .d = type_id(array)});
  if (n > 0) add(position, {.op = Op::Store, .a = ref, .b = values, .c = 0, .n = n * count});
  add(position, {.op = Op::SliceOfArray, .a = dst, .b = ref, .c = count});
  return dst;
}

/// The arguments, converted to the parameters' types, into consecutive slots.
void FunctionLowering::arguments(const CallExpr* e, const types::Signature* s, Slot into) {
  std::vector<Type*> params;
  for (const types::Var* v : s->params->vars) params.push_back(resolve(v->type));
  const std::size_t fixed = s->variadic && !e->has_ellipsis() ? params.size() - 1 : params.size();
  const auto* tuple = e->args.size() == 1
                          ? types::try_as<types::Tuple>(resolve(info_.type_of(strip(e->args[0]))))
                          : nullptr;
  if (tuple != nullptr) {  // f(g()) with several results
    Slot from = emit(e->args[0]);
    std::vector<std::pair<Slot, Type*>> values;
    for (const types::Var* v : tuple->vars) {
      values.emplace_back(from, resolve(v->type));
      from += slots(resolve(v->type));
    }
    for (std::size_t i = 0; i < fixed; ++i) {
      assign_convert(values[i].first, values[i].second, params[i], e->position, into);
      into += slots(params[i]);
    }
    if (fixed == params.size()) return;
    Type* element = types::under<types::Slice>(params.back())->elem;
    const auto count = static_cast<std::int32_t>(values.size() - fixed);
    if (count == 0) return zero(e->position, into, 3);
    Type* array = lowering_.context().array(element, count);
    const Slot ref = alloc(1);
    add(e->position, {.op = Op::New, .a = ref, .d = type_id(array)});
    const std::int32_t n = slots(element);
    for (std::int32_t i = 0; i < count; ++i) {
      const auto& [slot, type] = values[fixed + static_cast<std::size_t>(i)];
      const Slot value = assign_convert(slot, type, element, e->position);
      if (n > 0) add(e->position, {.op = Op::Store, .a = ref, .b = value, .c = i * n, .n = n});
    }
    add(e->position, {.op = Op::SliceOfArray, .a = into, .b = ref, .c = count});
    return;
  }
  for (std::size_t i = 0; i < fixed; ++i) {
    const Slot mark = top_;
    emit_as(e->args[i], params[i], into);
    top_ = mark;
    into += slots(params[i]);
  }
  if (fixed == params.size()) return;
  const std::vector<const Expr*> rest(e->args.begin() + static_cast<std::ptrdiff_t>(fixed), e->args.end());
  array_of(rest, types::under<types::Slice>(params.back())->elem, e->position, into);
}

Callee FunctionLowering::evaluate(const CallExpr* e) {
  Callee c;
  const Expr* fun = strip(e->fun);
  const Position position = e->position;
  precompute_call(e);
  const auto prepare = [&](const types::Signature* s, std::int32_t receiver) {
    c.signature = s;
    c.argument_slots = receiver;
    for (const types::Var* v : s->params->vars) c.argument_slots += slots(resolve(v->type));
    c.arguments = alloc(c.argument_slots);
  };
  std::vector<Type*> type_arguments;
  if (types::Func* f = function_named(fun, &type_arguments)) {
    c.function = f;
    c.type_arguments = type_arguments;
    auto* s = types::as<types::Signature>(f->type);
    if (!type_arguments.empty()) {
      s = types::as<types::Signature>(types::instantiate(lowering_.context(), s, type_arguments));
    }
    if (!lowering_.is_modelled(f)) {
      unreachable(position, "call of " + lowering_.symbol(f) + ", which is not modelled");
    }
    prepare(s, 0);
    arguments(e, s, c.arguments);
    c.native = lowering_.native(f);
    if (c.native == nullptr) c.b = static_cast<std::int32_t>(lowering_.function(f, type_arguments));
    return c;
  }
  const auto* selector = try_as<SelectorExpr>(fun);
  const types::Selection* selection = selector == nullptr ? nullptr : info_.selection(selector);
  if (selection != nullptr && selection->kind == types::SelectionKind::MethodValue) {
    Type* base = type_of(selector->x);
    std::vector<int> index = selection->index;
    auto* f = types::as<types::Func>(selection->object);
    if (!setup_.substitution.empty()) {
      const types::Lookup found = types::lookup_field_or_method(base, true, f->package, f->name);
      f = types::as<types::Func>(found.object);
      index = found.index;
    }
    const auto* s = types::as<types::Signature>(resolve(type_of(fun)));
    Type* holder = holder_type(base, index);
    if (types::is_interface(holder)) {
      const Slot value = alloc(2);
      prepare(s, 0);
      receiver(place_of(selector->x), index, f, position, value);
      arguments(e, s, c.arguments);
      c.mode = CallMode::Interface;
      c.b = value;
      c.d = static_cast<std::int32_t>(types().method_id(f));
      lowering_.call_method(types().method_id(f));
      return c;
    }
    if (!lowering_.is_modelled(f)) {
      unreachable(position, "call of " + lowering_.symbol(f) + ", which is not modelled");
    }
    const std::int32_t n = receiver_slots(base, index, f);
    prepare(s, n);
    receiver(place_of(selector->x), index, f, position, c.arguments);
    arguments(e, s, c.arguments + n);
    c.b = static_cast<std::int32_t>(method_function(f, holder));
    return c;
  }
  const auto* s = types::core_as<types::Signature>(type_of(fun));
  prepare(s, 0);
  arguments(e, s, c.arguments);
  if (selection != nullptr && selection->kind == types::SelectionKind::MethodExpr) {
    c.b = static_cast<std::int32_t>(method_expression(selector));
    return c;
  }
  c.mode = CallMode::Closure;
  c.b = emit(fun);
  return c;
}

Slot FunctionLowering::perform(const Callee& c, Position position, Slot dst) {
  if (c.native != nullptr) return native(c, position, dst);
  const std::int32_t n = result_slots(c.signature);
  dst = n == 0 ? kNoSlot : want(dst, n);
  add(position, {.op = Op::Call, .sub = static_cast<std::uint8_t>(c.mode), .a = dst, .b = c.b,
                 .c = c.arguments, .d = c.d, .n = c.argument_slots});
  return dst;
}

Slot FunctionLowering::call(const CallExpr* e, Slot dst) {
  if (is_conversion(e)) return conversion(e, dst);
  if (const types::Builtin* b = builtin_of(e)) {
    dst = builtin(e, b->builtin, dst);
    mark_last(lowering_.mark(e));
    return dst;
  }
  const Callee c = evaluate(e);
  dst = perform(c, e->position, dst);
  mark_last(lowering_.mark(e));
  return dst;
}

/// The operation of a library function without body (natives.def).
Slot FunctionLowering::native(const Callee& c, Position position, Slot dst) {
  const program::NativeFunction& f = *c.native;
  const std::int32_t results = result_slots(c.signature);
  dst = results == 0 ? kNoSlot : want(dst, results);
  Instruction in{.op = f.op, .kind = f.kind, .a = dst, .b = c.argument_slots > 0 ? c.arguments : kNoSlot};
  if (!c.type_arguments.empty()) {  // sync/atomic
    Type* t = c.type_arguments[0];
    in.n = slots(t);
    in.kind = kind(t);
    if (in.kind == TypeKind::Interface) in.d = type_id(t);
  } else if (f.op == Op::Native) {
    in.d = static_cast<std::int32_t>(f.native);
    in.n = c.argument_slots;
    in.e = results;
  } else if (f.op == Op::Print) {
    in.d = f.native == program::Native::Stderr ? 2 : 1;
  } else {
    in.n = results;
    in.d = static_cast<std::int32_t>(f.native);
  }
  add(position, in);
  return dst;
}

}  // namespace model::lower
