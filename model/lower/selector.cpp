// Receivers and methods: through embedded fields, by value or by pointer; wrappers for method tables, method expressions and
// method values (Go spec, "Selectors", "Method values", "Method expressions").

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/type_string.hpp"

namespace model::lower {

using namespace syntax;
using program::FunctionId;
using program::TypeKind;
using types::Type;

namespace {

std::vector<int> fields_of(const std::vector<int>& index) { return {index.begin(), index.end() - 1}; }

}  // namespace

Type* FunctionLowering::holder_type(Type* base, const std::vector<int>& index) {
  for (std::size_t i = 0; i + 1 < index.size(); ++i) {
    if (const auto* pointer = types::under<types::Pointer>(base)) base = pointer->elem;
    base = types::under<types::Struct>(base)->fields[static_cast<std::size_t>(index[i])]->type;
  }
  return base;
}

std::int32_t FunctionLowering::receiver_slots(Type* base, const std::vector<int>& index, types::Func* f) {
  Type* holder = holder_type(base, index);
  if (types::is_interface(holder)) return 2;
  if (f->generic()->pointer_receiver) return 1;
  return slots(types::deref(holder));
}

void FunctionLowering::receiver(Place base, const std::vector<int>& index, types::Func* f,
                                Position position, Slot dst) {
  const std::vector<int> fields = fields_of(index);
  const Place holder = path(std::move(base), fields, fields.size(), position);
  if (types::is_interface(holder.type)) {
    load(holder, position, dst);
    return;
  }
  bool is_pointer = false;
  Type* value_type = types::deref(holder.type, &is_pointer);
  if (f->generic()->pointer_receiver) {
    if (is_pointer) {
      load(holder, position, dst);
    } else {
      address(holder, position, dst);
    }
  } else if (is_pointer) {
    load(memory(load(holder, position), value_type), position, dst);
  } else {
    load(holder, position, dst);
  }
}

/// The declared method, for the type arguments of the type that holds it.
FunctionId FunctionLowering::method_function(types::Func* f, Type* holder) {
  types::Func* generic = f->generic();
  Substitution s;
  const auto* named = types::try_unalias<types::Named>(types::deref(holder));
  if (named != nullptr && named->is_instance() && !named->type_args.empty()) {
    s.parameters = generic->signature()->recv_type_params;
    s.arguments = named->type_args;
    s.arguments.resize(s.parameters.size());
  }
  return lowering_.method(generic, s);
}

namespace {

std::vector<Type*> parameter_types(const types::Signature* s) {
  std::vector<Type*> out;
  for (const types::Var* v : s->params->vars) out.push_back(v->type);
  return out;
}

/// Goes from a receiver in a place to the method and returns what it returns.
void forward(FunctionLowering& f, Place base, const std::vector<int>& index, types::Func* method,
             Slot parameters, std::int32_t parameter_slots) {
  const Position none;
  Callee c;
  c.signature = method->signature();
  Type* holder = f.holder_type(base.type, index);
  const std::int32_t n = f.receiver_slots(base.type, index, method);
  if (types::is_interface(holder)) {
    const Slot value = f.alloc(2);
    f.receiver(std::move(base), index, method, none, value);
    c.mode = CallMode::Interface;
    c.b = value;
    c.d = static_cast<std::int32_t>(f.types().method_id(method));
    f.lowering().call_method(f.types().method_id(method));
    c.arguments = parameters;
    c.argument_slots = parameter_slots;
  } else {
    c.argument_slots = n + parameter_slots;
    c.arguments = f.alloc(c.argument_slots);
    f.receiver(std::move(base), index, method, none, c.arguments);
    f.copy(none, c.arguments + n, parameters, parameter_slots);
    c.b = static_cast<std::int32_t>(f.method_function(method, holder));
  }
  f.give(none, f.perform(c, none));
}

std::string type_symbol(const Lowering& lowering, Type* t) {
  bool pointer = false;
  const auto* named = types::try_unalias<types::Named>(types::deref(t, &pointer));
  if (named == nullptr) return types::runtime_type_string(t);
  std::string name = named->obj->name;
  if (!named->type_args.empty()) name += "[...]";
  const std::string prefix =
      named->obj->package == nullptr ? "" : lowering.facts(named->obj->package).symbol + ".";
  return prefix + (pointer ? "(*" + name + ")" : name);
}

}  // namespace

FunctionId Lowering::table_function(Type* receiver, const types::MethodSetEntry& entry) {
  bool is_pointer = false;
  types::deref(receiver, &is_pointer);
  types::Func* method = entry.method;
  types::Func* generic = method->generic();
  const bool direct = entry.index.size() == 1 && generic->pointer_receiver == is_pointer &&
                      !types::is_interface(receiver);
  const types::Package* package = generic->package;
  if (direct) {
    FunctionLowering probe(*this, {"", package, nullptr, {}, nullptr, false});
    return probe.method_function(method, receiver);
  }
  const auto type = types_.id(receiver);
  const std::string key = "table " + std::to_string(type) + " " + generic->unique_id();
  const std::string name = type_symbol(*this, receiver) + "." + generic->name;
  return synthetic(key, name, package, [=, this](FunctionLowering& f) {
    const Position none;
    std::vector<Type*> params{receiver};
    for (Type* t : parameter_types(method->signature())) params.push_back(t);
    f.parameters(params);
    f.results(f.result_types(method->signature()));
    const std::int32_t own = f.slots(receiver);
    if (is_pointer && entry.index.size() == 1 && !generic->pointer_receiver) {
      // runtime.panicwrap
      const Slot nil = f.alloc(1);
      f.zero(none, nil, 1);
      Label bad, good;
      f.branch(none, f.binary(none, BinaryOp::Eq, TypeKind::Pointer, 0, nil), bad, good);
      f.place(bad);
      const auto* named = types::try_unalias<types::Named>(types::deref(receiver));
      const std::string of = types::runtime_type_string(named);
      const std::string short_name = named->obj->name;
      const Slot text = f.string(none, "value method " + of + "." + generic->name +
                                           " called using nil *" + short_name + " pointer");
      f.add(none, {.op = Op::Native, .a = kNoSlot, .b = text,
                   .d = static_cast<std::int32_t>(program::Native::PanicPlain), .e = 0, .n = 1});
      f.place(good);
    }
    forward(f, f.frame(0, receiver), entry.index, method, own,
            f.function().parameter_slots - own);
  });
}

/// T.m as a function; the receiver is its first parameter.
FunctionId FunctionLowering::method_expression(const SelectorExpr* e) {
  const types::Selection* selection = info_.selection(e);
  Type* receiver = resolve(selection->recv);
  auto* object = types::as<types::Func>(selection->object);
  const types::Lookup found = types::lookup_field_or_method(receiver, false, object->package, object->name);
  auto* f = types::as<types::Func>(found.object);
  if (!types::is_interface(receiver)) return lowering_.table_function(receiver, {f, found.index, found.indirect});
  const std::string key = "expression " + std::to_string(types().id(receiver)) + " " + f->unique_id();
  const std::string name = type_symbol(lowering_, receiver) + "." + f->name;
  const std::vector<int> index = found.index;
  return lowering_.synthetic(key, name, setup_.package, [=](FunctionLowering& w) {
    std::vector<Type*> params{receiver};
    for (Type* t : parameter_types(f->signature())) params.push_back(t);
    w.parameters(params);
    w.results(w.result_types(f->signature()));
    forward(w, w.frame(0, receiver), index, f, 2, w.function().parameter_slots - 2);
  });
}

/// The function behind x.m as a value: the receiver, as the method takes it, is captured.
FunctionId FunctionLowering::bound_method(Type* holder, types::Func* f) {
  const bool interface = types::is_interface(holder);
  Type* receiver = interface ? holder : types::deref(holder);
  if (!interface && f->generic()->pointer_receiver) receiver = lowering_.context().pointer(receiver);
  const std::string key = "bound " + std::to_string(types().id(receiver)) + " " + f->unique_id();
  const std::string name = type_symbol(lowering_, receiver) + "." + f->name + "-fm";
  const types::Package* package = f->package != nullptr ? f->package : setup_.package;
  return lowering_.synthetic(key, name, package, [=](FunctionLowering& w) {
    w.parameters(parameter_types(f->signature()));
    const std::int32_t own = w.function().parameter_slots;
    w.captures(w.slots(receiver));
    w.results(w.result_types(f->signature()));
    forward(w, w.frame(own, receiver), {0}, f, 0, own);
  });
}

Slot FunctionLowering::method_value(const SelectorExpr* e, Slot dst) {
  const types::Selection* selection = info_.selection(e);
  Type* base = type_of(e->x);
  auto* f = types::as<types::Func>(selection->object);
  std::vector<int> index = selection->index;
  if (!setup_.substitution.empty()) {
    const types::Lookup found = types::lookup_field_or_method(base, true, f->package, f->name);
    f = types::as<types::Func>(found.object);
    index = found.index;
  }
  Type* holder = holder_type(base, index);
  const std::int32_t n = receiver_slots(base, index, f);
  const Slot captured = alloc(n);
  receiver(place_of(e->x), index, f, e->position, captured);
  if (types::is_interface(holder)) {
    // A nil interface panics here, not in the call.
    const Slot zero_slot = integer(e->position, 0);
    Label nil, good;
    branch(e->position, binary(e->position, BinaryOp::Eq, TypeKind::Uintptr, captured, zero_slot), nil, good);
    place(nil);
    const Slot ref = alloc(1);
    zero(e->position, ref, 1);
    add(e->position, {.op = Op::NilCheck, .a = ref});
    place(good);
  }
  const FunctionId function = bound_method(holder, f);
  dst = want(dst, 1);
  add(e->position, {.op = Op::MakeClosure, .a = dst, .b = static_cast<std::int32_t>(function),
                    .c = captured, .n = n});
  return dst;
}

}  // namespace model::lower
