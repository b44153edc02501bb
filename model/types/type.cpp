// Aliases, underlying types, methods of instances.

#include "model/types/type.hpp"

#include "model/types/context.hpp"
#include "model/types/instantiate.hpp"
#include "model/types/object.hpp"
#include "model/types/universe.hpp"

namespace model::types {

const std::string& Struct::tag(std::size_t i) const {
  static const std::string none;
  return i < tags.size() ? tags[i] : none;
}

Type* unalias(Type* type) {
  while (is<Alias>(type)) {
    Type* target = static_cast<Alias*>(type)->target;
    if (target == nullptr) return invalid_type();
    type = target;
  }
  return type;
}

const Type* unalias(const Type* type) { return unalias(const_cast<Type*>(type)); }

namespace {

/// Right-hand side of an instance: the origin's, with the arguments in place.
Type* expand_rhs(Named* instance) {
  Named* origin = instance->origin;
  if (origin->rhs == nullptr) return nullptr;
  Parameters parameters = origin->type_params;
  if (instance->type_args.size() > parameters.size()) {
    parameters.insert(parameters.end(), origin->implicit_params.begin(),
                      origin->implicit_params.end());
  }
  if (parameters.size() != instance->type_args.size()) return invalid_type();
  return substitute(*instance->context, origin->rhs, parameters, instance->type_args);
}

/// Follows declarations `type A B`, `type B C`, ... to a type that is not Named.
Type* resolve(Named* named) {
  std::vector<Named*> path;
  Type* t = named;
  while (true) {
    t = unalias(t);
    Named* next = try_as<Named>(t);
    if (next == nullptr) break;
    if (next->resolved != nullptr) {
      t = next->resolved;
      break;
    }
    for (const Named* seen : path) {
      if (seen == next) return invalid_type();  // a cycle, reported by the checker
    }
    path.push_back(next);
    if (next->is_instance() && next->rhs == nullptr) next->rhs = expand_rhs(next);
    if (next->rhs == nullptr) return invalid_type();  // not there yet
    t = next->rhs;
  }
  // A type parameter on the right-hand side is an error; its constraint stands in.
  if (auto* parameter = try_as<TypeParam>(t)) t = interface_of(parameter);
  for (Named* n : path) n->resolved = t;
  return t;
}

}  // namespace

Type* underlying(Type* type) {
  type = unalias(type);
  if (auto* named = try_as<Named>(type)) {
    return named->resolved != nullptr ? named->resolved : resolve(named);
  }
  if (auto* parameter = try_as<TypeParam>(type)) return interface_of(parameter);
  return type;
}

const Type* underlying(const Type* type) { return underlying(const_cast<Type*>(type)); }

Func* method(Named* named, std::size_t i) {
  Named* origin = named->origin;
  Func* generic = origin->methods[i];
  if (!named->is_instance()) return generic;
  if (named->expanded_methods.size() < origin->methods.size()) {
    named->expanded_methods.resize(origin->methods.size());
  }
  if (Func* done = named->expanded_methods[i]) return done;
  Context& context = *named->context;
  if (generic->type == nullptr && context.complete) context.complete(generic);
  Signature* signature = generic->signature();
  if (signature == nullptr || signature->recv == nullptr) return generic;
  // The receiver's own type, T[P]: its method is the generic one.
  if (unalias(signature->recv->type) == named) return generic;
  if (auto* pointer = try_unalias<Pointer>(signature->recv->type)) {
    if (unalias(pointer->elem) == named) return generic;
  }
  Signature* result = signature;
  if (signature->recv_type_params.size() == named->type_args.size()) {
    result = as<Signature>(
        substitute(context, signature, signature->recv_type_params, named->type_args));
  }
  if (result == signature) {
    result = context.type<Signature>();
    const std::uint32_t id = result->id;
    *result = *signature;
    result->id = id;
  }
  Type* recv = generic->pointer_receiver ? static_cast<Type*>(context.pointer(named)) : named;
  const Var* old = signature->recv;
  result->recv = context.var(VarKind::Receiver, old->position, old->package, old->name, recv);
  result->recv->origin = signature->recv;
  result->recv_type_params.clear();
  Func* instance = context.object<Func>(generic->position, generic->package, generic->name, result);
  instance->decl = generic->decl;
  instance->pointer_receiver = generic->pointer_receiver;
  instance->origin = generic;
  instance->color = Color::Black;
  named->expanded_methods[i] = instance;
  return instance;
}

Interface* interface_of(TypeParam* parameter) {
  Type* bound = parameter->bound;
  if (bound == nullptr) return universe().empty_interface;
  Type* u = underlying(bound);
  if (!is<Interface>(u) || is<TypeParam>(unalias(bound))) {
    if (u == invalid_type()) return universe().empty_interface;
    if (is<TypeParam>(unalias(bound))) return universe().empty_interface;  // an error, reported
    Interface* wrapped = parameter->context->interface({}, {bound});
    wrapped->implicit = true;
    parameter->bound = wrapped;
    return wrapped;
  }
  return as<Interface>(u);
}

}  // namespace model::types
