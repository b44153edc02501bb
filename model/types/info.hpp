#pragma once
// What the checker found out, in tables by node id: go/types' Info, one for all packages of a
// program.

#include <memory>
#include <unordered_map>
#include <vector>

#include "model/syntax/tree.hpp"
#include "model/types/context.hpp"
#include "model/types/object.hpp"
#include "model/types/operand.hpp"
#include "model/types/type.hpp"

namespace model::types {

struct TypeAndValue {
  Mode mode = Mode::Invalid;
  Type* type = nullptr;   ///< untyped only for untyped nil arguments of builtins; null: not an
                          ///< expression of its own
  constant::Value value;  ///< of a Constant

  explicit operator bool() const { return mode != Mode::Invalid; }
  bool is_type() const { return mode == Mode::TypeExpr; }
  bool is_constant() const { return value.known(); }
  bool is_builtin() const { return mode == Mode::Builtin; }
  bool is_void() const { return mode == Mode::NoValue; }
  bool is_value() const {
    switch (mode) {
      case Mode::Constant:
      case Mode::Variable:
      case Mode::MapIndex:
      case Mode::Value:
      case Mode::NilValue:
      case Mode::CommaOk:
        return true;
      case Mode::Invalid:
      case Mode::NoValue:
      case Mode::Builtin:
      case Mode::TypeExpr:
        return false;
    }
    return false;
  }
  bool is_addressable() const { return mode == Mode::Variable; }
};

enum class SelectionKind : std::uint8_t { FieldValue, MethodValue, MethodExpr };

/// x.f that is not a qualified identifier.
struct Selection {
  SelectionKind kind = SelectionKind::FieldValue;
  Type* recv = nullptr;      ///< type of x; of a MethodExpr the type before the dot
  Object* object = nullptr;  ///< Var or Func (of an instance: with type arguments in place)
  Type* type = nullptr;  ///< of the selector expression; of a MethodExpr with the receiver as first
                         ///< parameter
  std::vector<int> index;  ///< as in Lookup
  bool indirect =
      false;  ///< a pointer is gone through from x to the field, or on the way to the method
};

/// Use of a generic function or type with its arguments.
struct Instance {
  std::vector<Type*> args;
  Type* type = nullptr;  ///< the instantiated Signature, Named or Alias
};

/// var lhs = rhs of a package, in order of initialisation.
struct Initializer {
  std::vector<Var*> lhs;  ///< one, or several for a call with several results; blank ones too
  const syntax::Expr* rhs = nullptr;
};

struct PackageInfo {
  Package* package = nullptr;
  std::vector<const syntax::File*> files;
  std::vector<Initializer> init_order;
  std::vector<Func*> inits;      ///< func init(), in source order
  std::vector<Func*> functions;  ///< functions and methods with a declaration, in source order
};

/// Tables grow on demand when written and answer "nothing" beyond their end.
class Info {
 public:
  explicit Info(Context& context) : context_(&context) {}

  Context& context() const { return *context_; }

  /// Of any expression, types included; of identifiers on the left of := see defs.
  const TypeAndValue& type_and_value(const syntax::Node* x) const;
  Type* type_of(const syntax::Expr* x) const;
  void record(const syntax::Node* x, TypeAndValue tv);

  /// What an identifier declares (null: `_` in some places, symbolic variable of a type switch,
  /// package clause).
  Object* def(const syntax::Ident* id) const;
  /// What an identifier refers to: fields and methods in selectors and in composite literals' keys
  /// too.
  Object* use(const syntax::Ident* id) const;
  Object* object_of(const syntax::Ident* id) const;
  void record_def(const syntax::Ident* id, Object* object);
  void record_use(const syntax::Ident* id, Object* object);

  /// ImportSpec without name: PkgName; CaseClause of a type switch with a variable: its Var;
  /// unnamed parameter's or result's Field: its Var.
  Object* implicit(const syntax::Node* node) const;
  void record_implicit(const syntax::Node* node, Object* object);

  const Selection* selection(const syntax::SelectorExpr* x) const;
  void record_selection(const syntax::SelectorExpr* x, Selection selection);

  /// By the identifier that names the generic (the Sel of a qualified one).
  const Instance* instance(const syntax::Ident* id) const;
  void record_instance(const syntax::Ident* id, Instance instance);

  /// File, FuncType (parameters), BlockStmt, If, Switch, CaseClause, CommClause, For, Range: the
  /// scope it opens.
  Scope* scope(const syntax::Node* node) const;
  void record_scope(const syntax::Node* node, Scope* scope);

  /// In order of initialisation: imported packages first.
  std::vector<PackageInfo> packages;
  const PackageInfo* find(const Package* package) const;

 private:
  Context* context_;
  std::vector<TypeAndValue> types_;
  std::vector<Object*> defs_, uses_, implicits_;
  std::unordered_map<syntax::NodeId, Selection> selections_;
  std::unordered_map<syntax::NodeId, Instance> instances_;
  std::unordered_map<syntax::NodeId, Scope*> scopes_;
};

}  // namespace model::types
