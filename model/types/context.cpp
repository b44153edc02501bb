#include "model/types/context.hpp"

#include "model/types/relations.hpp"
#include "model/types/universe.hpp"

namespace model::types {

Scope* Context::scope(Scope* parent, Position position, Position end) {
  Scope* s = arena_.make<Scope>();
  s->parent = parent;
  s->position = position;
  s->end = end;
  // The universe (the scope without a parent) is shared by all programs, and knows no children.
  if (parent != nullptr && parent->parent != nullptr) parent->children.push_back(s);
  return s;
}

Package* Context::package(std::string path, std::string name) {
  return package_in(universe().scope, std::move(path), std::move(name));
}

Package* Context::package_in(Scope* outer, std::string path, std::string name) {
  Package* p = arena_.make<Package>();
  p->path = std::move(path);
  p->name = std::move(name);
  p->scope = scope(outer);
  return p;
}

Pointer* Context::pointer(Type* elem) {
  auto* t = type<Pointer>();
  t->elem = elem;
  return t;
}

Slice* Context::slice(Type* elem) {
  auto* t = type<Slice>();
  t->elem = elem;
  return t;
}

Array* Context::array(Type* elem, std::int64_t len) {
  auto* t = type<Array>();
  t->elem = elem;
  t->len = len;
  return t;
}

Map* Context::map(Type* key, Type* elem) {
  auto* t = type<Map>();
  t->key = key;
  t->elem = elem;
  return t;
}

Chan* Context::chan(ChanDir dir, Type* elem) {
  auto* t = type<Chan>();
  t->dir = dir;
  t->elem = elem;
  return t;
}

Struct* Context::structure(std::vector<Var*> fields, std::vector<std::string> tags) {
  auto* t = type<Struct>();
  t->fields = std::move(fields);
  t->tags = std::move(tags);
  return t;
}

Tuple* Context::tuple(std::vector<Var*> vars) {
  auto* t = type<Tuple>();
  t->vars = std::move(vars);
  return t;
}

Tuple* Context::tuple_of(const std::vector<Type*>& types) {
  std::vector<Var*> vars;
  for (Type* t : types) vars.push_back(var(VarKind::Param, {}, nullptr, "", t));
  return tuple(std::move(vars));
}

Signature* Context::signature(Var* recv, Tuple* params, Tuple* results, bool variadic) {
  auto* t = type<Signature>();
  t->recv = recv;
  t->params = params != nullptr ? params : tuple({});
  t->results = results != nullptr ? results : tuple({});
  t->variadic = variadic;
  return t;
}

Interface* Context::interface(std::vector<Func*> methods, std::vector<Type*> embeddeds) {
  auto* t = type<Interface>();
  t->methods = std::move(methods);
  t->embeddeds = std::move(embeddeds);
  t->complete = true;
  return t;
}

Union* Context::union_of(std::vector<Term> terms) {
  auto* t = type<Union>();
  t->terms = std::move(terms);
  return t;
}

Named* Context::named(TypeName* obj, Type* rhs) {
  auto* t = type<Named>();
  t->obj = obj;
  t->origin = t;
  t->rhs = rhs;
  t->context = this;
  if (obj->type == nullptr) obj->type = t;
  return t;
}

Alias* Context::alias(TypeName* obj, Type* target) {
  auto* t = type<Alias>();
  t->obj = obj;
  t->origin = t;
  t->target = target;
  if (obj->type == nullptr) obj->type = t;
  return t;
}

TypeParam* Context::type_param(TypeName* obj, int index, Type* bound) {
  auto* t = type<TypeParam>();
  t->obj = obj;
  t->index = index;
  t->bound = bound;
  t->context = this;
  if (obj->type == nullptr) obj->type = t;
  return t;
}

Var* Context::var(VarKind kind, Position position, Package* package, std::string name, Type* type) {
  Var* v = object<Var>(position, package, std::move(name), type);
  v->var_kind = kind;
  return v;
}

Named* Context::instance(Named* origin, const std::vector<Type*>& args) {
  std::uint64_t hash = origin->id;
  for (const Type* arg : args) hash = hash * 0x9E3779B97F4A7C15u + type_hash(arg);
  std::vector<Named*>& bucket = instances_by_hash_[hash];
  for (Named* known : bucket) {
    if (known->origin != origin || known->type_args.size() != args.size()) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < args.size(); ++i) {
      same = identical(known->type_args[i], args[i]);
    }
    if (same) return known;
  }
  auto* t = type<Named>();
  t->obj = origin->obj;
  t->origin = origin;
  t->type_args = args;
  t->context = this;
  bucket.push_back(t);
  instances_.push_back(t);
  return t;
}

}  // namespace model::types
