// Type arguments for type parameters (go/types' subst, instantiate, verify).

#include "model/types/instantiate.hpp"

#include <algorithm>

#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::types {

namespace {

/// Replaces; makes new types only where something changes.
class Substituter {
 public:
  Substituter(Context& context, const Parameters& parameters, const Arguments& arguments)
      : context_(context), parameters_(parameters), arguments_(arguments) {}

  Type* type(Type* t) {
    if (t == nullptr) return nullptr;
    switch (t->kind) {
      case TypeKind::Basic:
        return t;
      case TypeKind::Named:
        return named(as<Named>(t));
      case TypeKind::Alias:
        return alias(as<Alias>(t));
      case TypeKind::Pointer: {
        Type* elem = type(as<Pointer>(t)->elem);
        return elem == as<Pointer>(t)->elem ? t : context_.pointer(elem);
      }
      case TypeKind::Slice: {
        Type* elem = type(as<Slice>(t)->elem);
        return elem == as<Slice>(t)->elem ? t : context_.slice(elem);
      }
      case TypeKind::Array: {
        Type* elem = type(as<Array>(t)->elem);
        return elem == as<Array>(t)->elem ? t : context_.array(elem, as<Array>(t)->len);
      }
      case TypeKind::Map: {
        auto* map = as<Map>(t);
        Type* key = type(map->key);
        Type* elem = type(map->elem);
        return key == map->key && elem == map->elem ? t : context_.map(key, elem);
      }
      case TypeKind::Chan: {
        Type* elem = type(as<Chan>(t)->elem);
        return elem == as<Chan>(t)->elem ? t : context_.chan(as<Chan>(t)->dir, elem);
      }
      case TypeKind::Struct: {
        auto* s = as<Struct>(t);
        std::vector<Var*> fields = s->fields;
        return vars(fields) ? context_.structure(std::move(fields), s->tags) : t;
      }
      case TypeKind::Tuple:
        return tuple(as<Tuple>(t));
      case TypeKind::Signature:
        return signature(as<Signature>(t));
      case TypeKind::Interface:
        return interface(as<Interface>(t));
      case TypeKind::Union: {
        std::vector<Term> terms = as<Union>(t)->terms;
        bool changed = false;
        for (Term& term : terms) {
          Type* s = type(term.type);
          changed = changed || s != term.type;
          term.type = s;
        }
        return changed ? context_.union_of(std::move(terms)) : t;
      }
      case TypeKind::TypeParam: {
        for (std::size_t i = 0; i < parameters_.size() && i < arguments_.size(); ++i) {
          if (parameters_[i] == t && arguments_[i] != nullptr) return arguments_[i];
        }
        return t;
      }
    }
    return t;
  }

 private:
  Context& context_;
  const Parameters& parameters_;
  const Arguments& arguments_;

  bool list(std::vector<Type*>& types) {
    bool changed = false;
    for (Type*& t : types) {
      Type* s = type(t);
      changed = changed || s != t;
      t = s;
    }
    return changed;
  }

  bool vars(std::vector<Var*>& list) {
    bool changed = false;
    for (Var*& v : list) {
      Type* s = type(v->type);
      if (s == v->type) continue;
      Var* copy = context_.var(v->var_kind, v->position, v->package, v->name, s);
      copy->embedded = v->embedded;
      copy->origin = v->origin != nullptr ? v->origin : v;
      copy->used = v->used;
      v = copy;
      changed = true;
    }
    return changed;
  }

  Tuple* tuple(Tuple* t) {
    if (t == nullptr) return nullptr;
    std::vector<Var*> list = t->vars;
    return vars(list) ? context_.tuple(std::move(list)) : t;
  }

  Type* named(Named* t) {
    const Named* origin = t->origin;
    if (!t->is_instance() && !t->type_params.empty()) return t;
    std::vector<Type*> args = t->type_args;
    bool changed = list(args);
    if (args.size() == origin->type_params.size()) {
      // Declared inside of a generic function whose parameters are being replaced?
      std::vector<Type*> implicit(origin->implicit_params.begin(), origin->implicit_params.end());
      if (list(implicit)) {
        changed = true;
        args.insert(args.end(), implicit.begin(), implicit.end());
      }
    }
    return changed ? context_.instance(t->origin, args) : t;
  }

  Type* alias(Alias* t) {
    if (t->type_args.empty()) {
      // An alias declared inside of a generic function may depend on its parameters.
      if (!t->type_params.empty() || t->target == nullptr) return t;
      Type* target = type(t->target);
      return target == t->target ? t : target;
    }
    std::vector<Type*> args = t->type_args;
    return list(args) ? instantiate(context_, t->origin, args) : t;
  }

  Type* signature(Signature* t) {
    Tuple* params = tuple(t->params);
    Tuple* results = tuple(t->results);
    if (params == t->params && results == t->results) return t;
    Signature* copy = context_.signature(t->recv, params, results, t->variadic);
    copy->type_params = t->type_params;
    copy->recv_type_params = t->recv_type_params;
    return copy;
  }

  Type* interface(Interface* t) {
    std::vector<Func*> methods = t->methods;
    bool changed = false;
    for (Func*& m : methods) {
      Type* s = type(m->type);
      if (s == m->type) continue;
      Func* copy = context_.object<Func>(m->position, m->package, m->name, s);
      copy->color = Color::Black;
      copy->origin = m->generic();
      m = copy;
      changed = true;
    }
    std::vector<Type*> embeddeds = t->embeddeds;
    if (list(embeddeds)) changed = true;
    if (!changed) return t;
    Interface* copy = context_.interface(std::move(methods), std::move(embeddeds));
    copy->embed_positions = t->embed_positions;
    copy->implicit = t->implicit;
    copy->complete = t->complete;
    return copy;
  }
};

}  // namespace

Type* substitute(Context& context, Type* t, const Parameters& parameters,
                 const Arguments& arguments) {
  if (parameters.empty()) return t;
  return Substituter(context, parameters, arguments).type(t);
}

const Parameters& type_params_of(const Type* t) {
  static const Parameters none;
  if (const auto* alias = try_as<Alias>(t)) {
    if (!alias->type_params.empty()) return alias->type_args.empty() ? alias->type_params : none;
    t = unalias(t);
  }
  if (const auto* named = try_as<Named>(t)) return named->is_instance() ? none : named->type_params;
  if (const auto* signature = try_as<Signature>(t)) return signature->type_params;
  return none;
}

Type* instantiate(Context& context, Type* generic, const Arguments& arguments) {
  if (auto* alias = try_as<Alias>(generic); alias != nullptr && !alias->type_params.empty()) {
    assert(alias->type_params.size() == arguments.size());
    Alias* instance = context.type<Alias>();
    instance->obj = alias->obj;
    instance->origin = alias;
    instance->type_args = arguments;
    instance->target = substitute(context, alias->target, alias->type_params, arguments);
    return instance;
  }
  generic = unalias(generic);
  if (auto* named = try_as<Named>(generic)) return context.instance(named->origin, arguments);
  auto* signature = as<Signature>(generic);
  if (signature->type_params.empty()) return signature;
  auto* result = as<Signature>(substitute(context, signature, signature->type_params, arguments));
  if (result == signature) {
    result = context.signature(signature->recv, signature->params, signature->results,
                               signature->variadic);
  }
  result->type_params.clear();
  return result;
}

int verify_arguments(Context& context, const Parameters& parameters, const Arguments& arguments,
                     Cause cause) {
  for (std::size_t i = 0; i < parameters.size() && i < arguments.size(); ++i) {
    interface_of(parameters[i]);
    if (parameters[i]->bound == nullptr) continue;
    Type* bound = substitute(context, parameters[i]->bound, parameters, arguments);
    if (!implements(arguments[i], bound, true, cause)) return static_cast<int>(i);
  }
  return -1;
}

Renamed rename_parameters(Context& context, const Parameters& parameters, Type* t) {
  Renamed result;
  Arguments replacements;
  for (TypeParam* p : parameters) {
    auto* name = context.object<TypeName>(p->obj->position, p->obj->package, p->obj->name, nullptr);
    name->color = Color::Black;
    TypeParam* copy = context.type_param(name, p->index);
    result.parameters.push_back(copy);
    replacements.push_back(copy);
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    result.parameters[i]->bound =
        substitute(context, parameters[i]->bound, parameters, replacements);
  }
  result.type = substitute(context, t, parameters, replacements);
  return result;
}

}  // namespace model::types
