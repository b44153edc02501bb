#pragma once
// Go's types, shaped as go/types has them.
//
// - All types of a program are made by one Context (context.hpp) and live as long as it does.
// - Two types are the same if identical(x, y) (relations.hpp), not only if the pointers are equal.
// Instances of a
//   generic type are the exception: the Context makes one for each list of (identical) type
//   arguments.
// - An Alias stands for its target and is kept only for messages: look at unalias(t) or
// underlying(t), never at t->kind.

#include <cassert>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/base/position.hpp"
#include "model/syntax/tree.hpp"

namespace model::types {

using base::Position;
using syntax::ChanDir;

class Context;
struct Func;
struct Object;
struct Package;
class Scope;
struct TypeName;
struct TypeParam;
struct TypeSet;
struct Var;

enum class TypeKind : std::uint8_t {
#define X(name) name,
#include "model/types/type_kind.def"
};

struct Type {
  TypeKind kind;
  std::uint32_t id = 0;  ///< dense over the types of a Context, from 1; 0 in the universe

 protected:
  explicit Type(TypeKind k) : kind(k) {}
};

/// Base of a concrete type: knows its kind.
template <TypeKind K>
struct TypeOf : Type {
  static constexpr TypeKind kKind = K;
  TypeOf() : Type(K) {}
};

template <typename T>
bool is(const Type* type) {
  return type != nullptr && type->kind == T::kKind;
}
/// Checked down-cast.
template <typename T>
T* as(Type* type) {
  assert(is<T>(type));
  return static_cast<T*>(type);
}
template <typename T>
const T* as(const Type* type) {
  assert(is<T>(type));
  return static_cast<const T*>(type);
}
/// Down-cast, or null if `type` is null or of another kind.
template <typename T>
T* try_as(Type* type) {
  return is<T>(type) ? static_cast<T*>(type) : nullptr;
}
template <typename T>
const T* try_as(const Type* type) {
  return is<T>(type) ? static_cast<const T*>(type) : nullptr;
}

enum BasicInfo : std::uint8_t {
  IsBoolean = 1,
  IsInteger = 2,
  IsUnsigned = 4,
  IsFloat = 8,
  IsComplex = 16,
  IsString = 32,
  IsUntyped = 64,
  IsOrdered = IsInteger | IsFloat | IsString,
  IsNumeric = IsInteger | IsFloat | IsComplex,
  IsConstType = IsBoolean | IsNumeric | IsString,
};

enum class BasicKind : std::uint8_t {
#define X(kind, info, name) kind,
#include "model/types/basic.def"
};

/// byte and rune are Basic types of their own with the kinds Uint8 and Int32.
struct Basic : TypeOf<TypeKind::Basic> {
  BasicKind basic = BasicKind::Invalid;
  std::uint8_t info = 0;
  std::string name;
};

/// A defined type, or an instance of a generic one.
struct Named : TypeOf<TypeKind::Named> {
  TypeName* obj = nullptr;
  Named* origin = nullptr;  ///< the generic type of an instance; otherwise this type itself
  std::vector<TypeParam*> type_params;  ///< of the origin
  std::vector<Type*> type_args;         ///< of an instance
  /// Declared inside of a generic function: that one's type parameters, on which this type silently
  /// depends. Set by the checker; substitute() makes instances with arguments for type_params and
  /// then these; they are not printed.
  std::vector<TypeParam*> implicit_params;
  Type* rhs = nullptr;  ///< the type it was declared as; null while its declaration is not checked
  Type* resolved = nullptr;  ///< cache: ask underlying()
  std::vector<Func*>
      methods;  ///< declared methods of the origin, in source order; instances: ask method()
  std::vector<Func*> expanded_methods;  ///< cache of method() for an instance
  Context* context = nullptr;

  bool is_instance() const { return origin != this; }
  std::size_t method_count() const { return origin->methods.size(); }
};

struct Alias : TypeOf<TypeKind::Alias> {
  TypeName* obj = nullptr;
  Alias* origin = nullptr;
  std::vector<TypeParam*> type_params;
  std::vector<Type*> type_args;
  Type* target = nullptr;  ///< the right-hand side; null while its declaration is not checked
};

struct Pointer : TypeOf<TypeKind::Pointer> {
  Type* elem = nullptr;
};

struct Slice : TypeOf<TypeKind::Slice> {
  Type* elem = nullptr;
};

struct Array : TypeOf<TypeKind::Array> {
  std::int64_t len = 0;  ///< negative: unknown after an error
  Type* elem = nullptr;
};

struct Map : TypeOf<TypeKind::Map> {
  Type *key = nullptr, *elem = nullptr;
};

struct Chan : TypeOf<TypeKind::Chan> {
  ChanDir dir = ChanDir::Both;
  Type* elem = nullptr;
};

struct Struct : TypeOf<TypeKind::Struct> {
  std::vector<Var*> fields;
  std::vector<std::string> tags;  ///< empty, or one for each field

  const std::string& tag(std::size_t i) const;
};

/// Parameters, results, and the type of a call with several results.
struct Tuple : TypeOf<TypeKind::Tuple> {
  std::vector<Var*> vars;

  std::size_t size() const { return vars.size(); }
};

struct Signature : TypeOf<TypeKind::Signature> {
  std::vector<TypeParam*> type_params;       ///< of a generic function (not of a method)
  std::vector<TypeParam*> recv_type_params;  ///< as a generic type's method names them
  Var* recv = nullptr;
  Tuple* params = nullptr;   ///< never null once complete
  Tuple* results = nullptr;  ///< never null once complete
  bool variadic =
      false;  ///< the last parameter's type is then a slice (or string, for append's special case)
};

struct Interface : TypeOf<TypeKind::Interface> {
  std::vector<Func*> methods;             ///< declared here, in source order
  std::vector<Type*> embeddeds;           ///< interfaces, unions, other types
  std::vector<Position> embed_positions;  ///< one for each, or empty
  bool implicit = false;                  ///< wraps a constraint like ~int|string
  bool complete = false;                  ///< all embeddeds are in: its type set may be computed
  TypeSet* type_set = nullptr;            ///< cache: ask type_set()
  std::shared_ptr<TypeSet> type_set_owner;
};

struct Term {
  bool tilde = false;
  Type* type = nullptr;
};

/// ~int | string in a constraint; also a single ~int.
struct Union : TypeOf<TypeKind::Union> {
  std::vector<Term> terms;
};

struct TypeParam : TypeOf<TypeKind::TypeParam> {
  TypeName* obj = nullptr;
  int index = 0;
  Type* bound = nullptr;  ///< its constraint as written: ask interface_of()
  Context* context = nullptr;
};

/// The types an interface admits: those with all methods, in one of the terms, and comparable if so
/// marked.
struct TypeSet {
  std::vector<Func*> methods;  ///< with embedded ones, sorted by unique id
  std::vector<Term> terms;     ///< normalised; meaningless if all
  bool all_types = true;       ///< no restriction by terms (terms is empty then)
  bool comparable = false;     ///< only if all_types

  /// Methods declared twice, for the checker to report; embedded ones only if their types differ.
  struct Duplicate {
    Position position, other_position;
    Func *method, *other;
    bool is_explicit;
  };
  std::vector<Duplicate> duplicates;

  bool is_empty() const { return !all_types && terms.empty(); }
  bool has_terms() const { return !all_types && !terms.empty(); }
  /// Described by methods alone.
  bool is_method_set() const { return !comparable && all_types; }
  bool is_all() const { return is_method_set() && methods.empty(); }
  Func* lookup(const Package* package, const std::string& name, bool fold_case = false) const;
};

/// Target of an alias (of aliases); any other type itself.
Type* unalias(Type* type);
const Type* unalias(const Type* type);

/// Underlying type: never Named or Alias; for a type parameter its constraint interface. Invalid
/// for a type whose declaration is still being checked or is cyclic.
Type* underlying(Type* type);
const Type* underlying(const Type* type);

/// underlying(type) as a T, or null.
template <typename T>
T* under(Type* type) {
  return type == nullptr ? nullptr : try_as<T>(underlying(type));
}
template <typename T>
const T* under(const Type* type) {
  return type == nullptr ? nullptr : try_as<T>(underlying(type));
}
/// unalias(type) as a T, or null.
template <typename T>
T* try_unalias(Type* type) {
  return type == nullptr ? nullptr : try_as<T>(unalias(type));
}
template <typename T>
const T* try_unalias(const Type* type) {
  return type == nullptr ? nullptr : try_as<T>(unalias(type));
}

/// Method `i` of a defined type; of an instance with its type arguments in place (its `origin` is
/// the generic one). The signature may still be unchecked (null type) inside the checker.
Func* method(Named* named, std::size_t i);

/// Type set; computed at the first call after `complete`, before that the set of all types.
const TypeSet& type_set(Interface* interface);

/// The constraint as an interface; a non-interface constraint is wrapped in an implicit one.
Interface* interface_of(TypeParam* parameter);

}  // namespace model::types
