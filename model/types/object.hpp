#pragma once
// What identifiers denote (go/types' objects), packages and scopes.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/base/position.hpp"
#include "model/syntax/tree.hpp"
#include "model/types/constant.hpp"
#include "model/types/type.hpp"

namespace model::types {

enum class ObjectKind : std::uint8_t { PkgName, Const, TypeName, Var, Func, Label, Builtin, Nil };

/// Of a package-level object, while its declaration is being checked.
enum class Color : std::uint8_t { White, Grey, Black };

struct Object {
  ObjectKind kind;
  Color color = Color::White;
  std::uint32_t id = 0;     ///< dense over the objects of a Context, from 1; 0 in the universe
  std::uint32_t order = 0;  ///< package level: order of declaration, from 1
  std::string name;
  Type* type = nullptr;
  Package* package = nullptr;  ///< null in the universe
  Scope* parent = nullptr;     ///< null for fields and methods
  Position position;           ///< of the identifier
  Position scope_position;     ///< where its scope starts; invalid: everywhere in parent

  bool exported() const;
  /// Name alone if exported, otherwise with the package's path: equal ids, same field or method.
  std::string unique_id() const;
  /// Is this the field or method `name` as seen from `from`?
  bool same_id(const Package* from, std::string_view other_name, bool fold_case = false) const;

 protected:
  explicit Object(ObjectKind k) : kind(k) {}
};

template <ObjectKind K>
struct ObjectOf : Object {
  static constexpr ObjectKind kKind = K;
  ObjectOf() : Object(K) {}
};

template <typename T>
bool is(const Object* object) {
  return object != nullptr && object->kind == T::kKind;
}
template <typename T>
T* as(Object* object) {
  assert(is<T>(object));
  return static_cast<T*>(object);
}
template <typename T>
const T* as(const Object* object) {
  assert(is<T>(object));
  return static_cast<const T*>(object);
}
template <typename T>
T* try_as(Object* object) {
  return is<T>(object) ? static_cast<T*>(object) : nullptr;
}
template <typename T>
const T* try_as(const Object* object) {
  return is<T>(object) ? static_cast<const T*>(object) : nullptr;
}

struct PkgName : ObjectOf<ObjectKind::PkgName> {
  Package* imported = nullptr;
  bool used = false;
};

struct Const : ObjectOf<ObjectKind::Const> {
  constant::Value value;
};

struct TypeName : ObjectOf<ObjectKind::TypeName> {
  bool is_alias = false;  ///< declared with =
  std::uint32_t local =
      0;  ///< declared in a function: the how manieth of its package, from 1, aliases not counted
};

enum class VarKind : std::uint8_t { Package, Local, Receiver, Param, Result, Field };

struct Var : ObjectOf<ObjectKind::Var> {
  VarKind var_kind = VarKind::Local;
  bool embedded = false;  ///< a field
  bool used = false;
  bool captured = false;       ///< a local used by a function literal inside of its own function
  bool address_taken = false;  ///< &x, or a method call or slicing that takes it
  bool assigned = false;       ///< a local that is assigned to after its declaration
  Var* origin =
      nullptr;  ///< field or parameter of the generic type or function this is an instance of

  bool is_field() const { return var_kind == VarKind::Field; }
};

struct Func : ObjectOf<ObjectKind::Func> {
  const syntax::FuncDecl* decl = nullptr;  ///< null for methods of interfaces
  bool pointer_receiver = false;           ///< known before the signature is
  bool is_init = false;                    ///< func init()
  bool yields = false, fallback = false;   ///< of such a syntax::File; a fallback is not modelled
  Func* origin = nullptr;  ///< of an instance's method: the generic method; otherwise null

  Signature* signature() const { return static_cast<Signature*>(type); }
  Func* generic() { return origin != nullptr ? origin : this; }
  const Func* generic() const { return origin != nullptr ? origin : this; }
};

struct Label : ObjectOf<ObjectKind::Label> {
  bool used = false;
};

enum class BuiltinId : std::uint8_t {
#define X(id, name, nargs, variadic, kind) id,
#include "model/types/builtin.def"
};
/// What a call of a builtin is: as a statement, `len(x)` alone is "not used".
enum class BuiltinUse : std::uint8_t { Expression, Statement };
struct BuiltinInfo {
  const char* name;
  int nargs;
  bool variadic;
  BuiltinUse use;
};
const BuiltinInfo& builtin_info(BuiltinId id);

struct Builtin : ObjectOf<ObjectKind::Builtin> {
  BuiltinId builtin = BuiltinId::Append;
};

struct Nil : ObjectOf<ObjectKind::Nil> {};

/// A block's names. Children are in source order.
class Scope {
 public:
  Scope* parent = nullptr;
  std::vector<Scope*> children;
  Position position, end;  ///< of the block's text; invalid for universe and package
  bool is_func = false;    ///< of a function: its parameters

  /// Inserts unless the name is taken; then returns who has it. `_` is never inserted. Sets
  /// object->parent if unset.
  Object* insert(Object* object);
  Object* lookup(std::string_view name) const;
  /// From here outwards; objects whose scope starts after `position` (if valid) are not seen.
  /// `where`: their scope.
  Object* lookup_parent(std::string_view name, Position position, Scope** where = nullptr) const;
  /// By name.
  std::vector<Object*> sorted() const;
  const std::unordered_map<std::string, Object*>& objects() const { return objects_; }
  /// Names in order of insertion.
  const std::vector<Object*>& ordered() const { return ordered_; }
  bool is_inside(const Scope* outer) const;

 private:
  std::unordered_map<std::string, Object*> objects_;
  std::vector<Object*> ordered_;
};

/// Type parameters of the functions around a scope.
std::vector<TypeParam*> enclosing_type_params(const Scope* scope);

struct Package {
  std::string path;  ///< import path; `main` for a command's
  std::string name;
  Scope* scope = nullptr;
  std::vector<Package*> imports;  ///< direct ones, sorted by path
  std::uint32_t go_version = 26;  ///< 1.N
  bool complete = false;          ///< checked
  bool fake = false;  ///< stands for one that could not be imported: errors about it are silent
};

/// `Pkg.F`, `(*pkg.T).M`, `(pkg.T).M`, `(pkg.I).M` with names of packages: for dumps and graphs.
std::string full_name(const Func* function);

}  // namespace model::types
