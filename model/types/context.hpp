#pragma once
// Owner of a program's types and objects; makes one instance of a generic type for each list of
// type arguments.

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "model/base/arena.hpp"
#include "model/types/object.hpp"
#include "model/types/type.hpp"

namespace model::types {

class Context {
 public:
  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  /// Called with a method (Func) whose signature is wanted and not there yet. The checker sets it
  /// for as long as it runs, and checks the declaration then.
  std::function<void(Object*)> complete;

  /// A new type, empty: `auto* p = context.type<Pointer>(); p->elem = ...`, or by the functions
  /// below.
  template <typename T>
  T* type() {
    T* t = arena_.make<T>();
    t->id = next_type_++;
    return t;
  }
  /// A new object.
  template <typename T>
  T* object(Position position, Package* package, std::string name, Type* type) {
    T* o = arena_.make<T>();
    o->id = next_object_++;
    o->position = position;
    o->package = package;
    o->name = std::move(name);
    o->type = type;
    return o;
  }
  Scope* scope(Scope* parent, Position position = {}, Position end = {});
  /// A new package; its scope is inside the universe.
  Package* package(std::string path, std::string name);
  Package* package_in(Scope* outer, std::string path, std::string name);

  Pointer* pointer(Type* elem);
  Slice* slice(Type* elem);
  Array* array(Type* elem, std::int64_t len);
  Map* map(Type* key, Type* elem);
  Chan* chan(ChanDir dir, Type* elem);
  Struct* structure(std::vector<Var*> fields, std::vector<std::string> tags = {});
  Tuple* tuple(std::vector<Var*> vars);
  /// Unnamed variables of these types.
  Tuple* tuple_of(const std::vector<Type*>& types);
  Signature* signature(Var* recv, Tuple* params, Tuple* results, bool variadic);
  /// Complete, unless the caller resets that.
  Interface* interface(std::vector<Func*> methods, std::vector<Type*> embeddeds);
  Union* union_of(std::vector<Term> terms);
  /// Sets obj->type if unset. `rhs` may be set later.
  Named* named(TypeName* obj, Type* rhs = nullptr);
  Alias* alias(TypeName* obj, Type* target = nullptr);
  /// Sets obj->type if unset.
  TypeParam* type_param(TypeName* obj, int index, Type* bound = nullptr);
  /// A field or parameter.
  Var* var(VarKind kind, Position position, Package* package, std::string name, Type* type);

  std::uint32_t type_count() const { return next_type_; }      ///< bound of Type::id
  std::uint32_t object_count() const { return next_object_; }  ///< bound of Object::id

  /// The instance of `origin` (its lengths must match), shared by all who ask.
  Named* instance(Named* origin, const std::vector<Type*>& args);
  /// All instances made so far, in order.
  const std::vector<Named*>& instances() const { return instances_; }

 private:
  base::Arena arena_;
  std::uint32_t next_type_ = 1;
  std::uint32_t next_object_ = 1;
  std::unordered_map<std::uint64_t, std::vector<Named*>> instances_by_hash_;
  std::vector<Named*> instances_;
};

}  // namespace model::types
