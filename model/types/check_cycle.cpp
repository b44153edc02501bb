// Declarations that need themselves, and types that would contain themselves.
//
// While an object is being declared it is grey and on path_. Meeting it again closes a cycle, which is fine if it goes
// through a defined type (type T *T), or through variables and constants only (then it is the initialisation order's to
// judge, init_order.cpp).

#include <algorithm>

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

bool PackageCheck::valid_cycle(Object* object) {
  const auto start = std::find(path_.begin(), path_.end(), object);
  if (start == path_.end()) return true;
  const std::vector<Object*> cycle(start, path_.end());
  std::size_t values = 0, definitions = 0;
  for (const Object* o : cycle) {
    if (is<Const>(o) || is<Var>(o)) ++values;
    if (const auto* type = try_as<TypeName>(o)) {
      if (env_.in_type_params && is_generic(type->type)) return true;
      if (!type->is_alias) ++definitions;
    }
  }
  if (values == cycle.size()) return true;
  if (values == 0 && definitions > 0) return true;
  cycle_error(cycle, first_in_source(cycle));
  return false;
}

std::size_t PackageCheck::first_in_source(const std::vector<Object*>& cycle) {
  std::size_t first = 0;
  for (std::size_t i = 1; i < cycle.size(); ++i) {
    if (cycle[i]->position < cycle[first]->position) first = i;
  }
  return first;
}

void PackageCheck::cycle_error(const std::vector<Object*>& cycle, std::size_t start) {
  const auto name = [this](const Object* o) {
    return o->package != nullptr && o->package != package_ ? o->package->name + "." + o->name
                                                           : o->name;
  };
  const Object* object = cycle[start];
  const bool is_type = is<TypeName>(object);
  if (is_type) {
    if (auto* alias = try_as<Alias>(object->type)) alias->target = invalid_type();
  }
  if (cycle.size() == 1) {
    return error(object->position, "InvalidDeclCycle",
                 fmt::format("{}: {} refers to itself",
                             is_type ? "invalid recursive type" : "invalid cycle in declaration",
                             name(object)));
  }
  std::string message =
      fmt::format("{} {}", is_type ? "invalid recursive type" : "invalid cycle in declaration of",
                  name(object));
  const Object* from = object;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    const Object* to = cycle[(start + i + 1) % cycle.size()];
    message += fmt::format("\n\t{}: {} refers to {}", at(from->position), name(from), name(to));
    from = to;
  }
  error(object->position, "InvalidDeclCycle", std::move(message));
}

void PackageCheck::direct_cycles() {
  // type A B; type B A: names all the way, no type at all.
  std::unordered_set<const Object*> done;
  for (Object* object : objects_) {
    if (!is<TypeName>(object)) continue;
    std::vector<Object*> chain;
    Object* next = object;
    while (next != nullptr && done.count(next) == 0) {
      const auto again = std::find(chain.begin(), chain.end(), next);
      if (again != chain.end()) {
        next->type = invalid_type();
        const std::vector<Object*> cycle(again, chain.end());
        cycle_error(cycle, first_in_source(cycle));
        break;
      }
      chain.push_back(next);
      const auto found = declaration_of_.find(next);
      const Expr* rhs =
          found == declaration_of_.end() ? nullptr : found->second->type_spec->type;
      const auto* name = try_as<Ident>(rhs);
      next = name == nullptr ? nullptr : try_as<TypeName>(package_->scope->lookup(name->name));
    }
    done.insert(chain.begin(), chain.end());
  }
}

bool PackageCheck::finite_size(Type* type) {
  type = unalias(type);
  if (auto* array = try_as<Array>(type)) return finite_size(array->elem);
  if (auto* structure = try_as<Struct>(type)) {
    return std::all_of(structure->fields.begin(), structure->fields.end(),
                       [this](const Var* field) { return finite_size(field->type); });
  }
  auto* named = try_as<Named>(type);
  if (named == nullptr || named->is_instance() || named->obj->package != package_) return true;
  if (finite_.count(named) != 0) return true;
  const auto start = std::find(path_.begin(), path_.end(), named->obj);
  if (start != path_.end()) {
    const std::vector<Object*> cycle(start, path_.end());
    cycle_error(cycle, first_in_source(cycle));
    return false;
  }
  path_.push_back(named->obj);
  const bool finite = named->rhs == nullptr || finite_size(named->rhs);
  path_.pop_back();
  if (finite) finite_.insert(named);
  return finite;
}

bool PackageCheck::valid_type(Type* type, std::vector<Named*>& nest, std::vector<Named*>& path) {
  // `nest` are the types that contain this one; a type in its own nest has no size. A type parameter stands for the
  // argument of the innermost instance, which is looked at in the nest around that instance. `path` is for the message.
  type = unalias(type);
  if (type == nullptr) return true;
  switch (type->kind) {
    case TypeKind::Array: return valid_type(as<Array>(type)->elem, nest, path);
    case TypeKind::Struct:
      for (const Var* field : as<Struct>(type)->fields) {
        if (!valid_type(field->type, nest, path)) return false;
      }
      return true;
    case TypeKind::Union:
      for (const Term& term : as<Union>(type)->terms) {
        if (!valid_type(term.type, nest, path)) return false;
      }
      return true;
    case TypeKind::Interface:
      for (Type* embedded : as<Interface>(type)->embeddeds) {
        if (!valid_type(embedded, nest, path)) return false;
      }
      return true;
    case TypeKind::Named: {
      auto* named = as<Named>(type);
      if (named->obj->package != package_ && !named->is_instance()) return true;
      for (const Named* outer : nest) {
        if (!identical(outer, named)) continue;
        const auto start = std::find_if(path.begin(), path.end(),
                                        [&](const Named* p) { return identical(p, named); });
        std::vector<Object*> cycle;
        for (auto it = start; it != path.end(); ++it) cycle.push_back((*it)->obj);
        if (named->obj->package == package_) {
          named->origin->rhs = invalid_type();
          named->resolved = named->origin->resolved = nullptr;
        }
        cycle_error(cycle, 0);
        return false;
      }
      if (named->origin->rhs == nullptr) return true;
      if (nest.size() > 100) return true;  // an instantiation that grows for ever is found elsewhere
      nest.push_back(named);
      path.push_back(named);
      const bool valid = valid_type(named->origin->rhs, nest, path);
      nest.pop_back();
      path.pop_back();
      return valid;
    }
    case TypeKind::TypeParam: {
      if (nest.empty()) return true;
      Named* instance = nest.back();
      const auto& params = instance->origin->type_params;
      for (std::size_t i = 0; i < params.size() && i < instance->type_args.size(); ++i) {
        if (params[i] != type) continue;
        nest.pop_back();
        const bool valid = valid_type(instance->type_args[i], nest, path);
        nest.push_back(instance);
        return valid;
      }
      return true;
    }
    case TypeKind::Basic:
    case TypeKind::Alias:
    case TypeKind::Pointer:
    case TypeKind::Slice:
    case TypeKind::Map:
    case TypeKind::Chan:
    case TypeKind::Tuple:
    case TypeKind::Signature: return true;
  }
  return true;
}

}  // namespace model::types
