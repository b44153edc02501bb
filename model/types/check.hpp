#pragma once
// One package under the checker: all its state. The methods are in check_*.cpp, by what they check.
//
// - An Operand is what an expression was found to be; a method that finds an error reports it and leaves
//   Mode::Invalid behind, and whoever sees that stays silent.
// - Untyped expressions are remembered until their final type is known (check_untyped.cpp).
// - What needs types to be complete is put off with later() and done at the end of the statement or declaration.

#include <fmt/format.h>

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/types/checker.hpp"
#include "model/types/expression_text.hpp"
#include "model/types/infer.hpp"
#include "model/types/instantiate.hpp"
#include "model/types/instantiation_cycle.hpp"
#include "model/types/lookup.hpp"
#include "model/types/operand.hpp"
#include "model/types/predicates.hpp"
#include "model/types/relations.hpp"
#include "model/types/return.hpp"
#include "model/types/type_string.hpp"
#include "model/types/universe.hpp"

namespace model::types {

/// How a package-level object, or a method, was declared, and what it depends on.
struct Declaration {
  Scope* file_scope = nullptr;
  std::uint32_t version = 26;
  // const and var
  const std::vector<Var*>* group = nullptr;  ///< var a, b = f(): all variables of the one initialiser
  const syntax::Expr* type = nullptr;
  const syntax::Expr* init = nullptr;
  bool inherited = false;  ///< init is repeated from an earlier line of a const group
  constant::Value iota;
  const syntax::TypeSpec* type_spec = nullptr;
  const syntax::FuncDecl* func = nullptr;

  std::vector<Object*> uses;  ///< package-level objects that init or the body refers to, in order
  std::unordered_set<const Object*> use_set;
};

/// What surrounds the code being checked.
struct Environment {
  Declaration* declaration = nullptr;  ///< whose dependencies are collected
  Scope* scope = nullptr;
  std::uint32_t version = 26;
  constant::Value iota;     ///< known inside of const declarations
  Position error_position;  ///< valid: where errors of a repeated const initialiser go
  Signature* signature = nullptr;  ///< of the function around
  PanicCalls* panics = nullptr;
  bool in_type_params = false;
  bool has_call_or_receive = false;
};

/// Variable a value is for, if of function type: a generic function assigned to it is inferred from that.
struct Target {
  Signature* signature = nullptr;
  std::string description;
};

/// What a valid expression may be as a statement.
enum class ExprUse : std::uint8_t { Conversion, Expression, Statement };

class PackageCheck {
 public:
  PackageCheck(Checker& checker, const Source& source);

  Package* package() const { return package_; }
  bool is_model() const { return source_.is_model; }
  void run();
  bool check_body(Func* function);
  Type* annotation(syntax::Expr* e, const syntax::File* file);  // check_annotation.cpp
  bool body_checked(const Func* function) const { return bodies_.count(function) == 0; }
  void declare_object(Object* object);  // the declaration of a package-level object or method

 private:
  using Expr = syntax::Expr;
  using Stmt = syntax::Stmt;

  // ---- check_package.cpp: objects of the package, the order of work
  void collect_objects();
  void import(const syntax::ImportSpec* spec, Scope* file_scope);
  void dot_import(const syntax::ImportSpec* spec, PkgName* name, Scope* file_scope);
  void collect_consts(const syntax::ValueSpec* spec, Scope* file_scope);
  void collect_vars(const syntax::ValueSpec* spec, Scope* file_scope);
  using Methods = std::vector<std::pair<Func*, const syntax::Ident*>>;
  void collect_function(const syntax::FuncDecl* decl, Scope* file_scope, Methods& methods);
  void declare_package_object(const syntax::Ident* name, Object* object, Declaration* declaration);
  Declaration* new_declaration(Scope* file_scope);
  bool has_name(const std::string& name) const;
  void check_file_names(const std::vector<Scope*>& file_scopes);
  void check_arity(const syntax::ValueSpec* spec, const std::vector<Expr*>& values, bool is_const,
                   bool inherited);
  TypeName* receiver_base(const syntax::Ident* name, bool& pointer);
  void check_objects();
  void unused_imports();                      // unused.cpp
  void unused_variables(const Scope* scope);  // unused.cpp
  std::vector<Initializer> order_initializers();  // init_order.cpp
  void report_init_cycle(Object* from);           // init_order.cpp

  // ---- check_declaration.cpp
  void declare(Scope* scope, const syntax::Ident* name, Object* object, Position scope_position);
  void const_declaration(Const* object, const Expr* type, const Expr* init, bool inherited,
                         const constant::Value& iota);
  void var_declaration(Var* object, const std::vector<Var*>* group, const Expr* type,
                       const Expr* init);
  void type_declaration(TypeName* object, const syntax::TypeSpec* spec);
  void alias_declaration(TypeName* object, const syntax::TypeSpec* spec);
  void func_declaration(Func* object, Declaration* declaration);
  void collect_methods(TypeName* object);
  void add_to_model(Named* base, Func* method);
  void check_field_names(Named* base);
  void collect_type_params(const syntax::FieldList* list, std::vector<TypeParam*>& destination);
  TypeParam* declare_type_param(const syntax::Ident* name, int index, Position scope_position);
  Type* bound(const Expr* x);
  void declaration_statement(const syntax::GenDecl* decl);
  void local_consts(const syntax::ValueSpec* spec);
  void local_vars(const syntax::ValueSpec* spec);
  void local_type(const syntax::TypeSpec* spec);
  void function_body(Declaration* declaration, Signature* signature, Scope* scope,
                     const syntax::BlockStmt* body, const constant::Value& iota);

  // ---- check_cycle.cpp
  bool valid_cycle(Object* object);
  void cycle_error(const std::vector<Object*>& cycle, std::size_t start);
  static std::size_t first_in_source(const std::vector<Object*>& cycle);
  void direct_cycles();
  bool finite_size(Type* type);
  bool valid_type(Type* type, std::vector<Named*>& nest, std::vector<Named*>& path);

  // ---- check_type.cpp
  Type* type_of(const Expr* e, TypeName* definition = nullptr);  // must not be generic
  Type* var_type(const Expr* e);                                 // nor a constraint
  void valid_var_type(const Expr* e, Type* type);
  Type* generic_type(const Expr* e, std::string* cause);
  Type* type_internal(const Expr* e, TypeName* definition);
  Type* type_name(const Expr* e);
  Type* pointer_type(const syntax::StarExpr* e);
  Type* array_type(const syntax::ArrayType* e);
  Type* map_type(const syntax::MapType* e);
  Type* instantiated_type(const syntax::IndexExpr* e);
  void verify_instance(const syntax::IndexExpr* e, Type* instance, const std::vector<Type*>& args,
                       const std::vector<TypeParam*>& params);
  bool valid_arg_count(Position position, const std::string& name, std::size_t want,
                       std::size_t have);
  std::int64_t array_length(const Expr* e);
  std::optional<std::vector<Type*>> type_list(const std::vector<Expr*>& list);

  // ---- check_composite_type.cpp, check_signature.cpp: struct, interface, function types
  void struct_type(Struct* type, const syntax::StructType* e);
  void embedded_field(Type* type, Position position);
  void interface_type(Interface* type, const syntax::InterfaceType* e, TypeName* definition);
  void report_duplicate_methods(Interface* type);
  Type* union_type(const Expr* e);
  Term union_term(const Expr* e);
  void check_union(const std::vector<Term>& terms, const std::vector<const Expr*>& exprs);
  Scope* function_type(Signature* signature, const syntax::Field* receiver,
                       const syntax::FieldList* type_params, const syntax::FuncType* type);
  Var* receiver(Signature* signature, const syntax::Field* field, Position scope_position);
  Type* generic_receiver(Signature* signature, const syntax::Field* field,
                         const syntax::IndexExpr* index, bool pointer, Position scope_position);
  void valid_receiver(Position position, const Var* receiver);
  using NamedVars = std::vector<std::pair<const syntax::Ident*, Var*>>;
  std::vector<Var*> parameters(VarKind kind, const syntax::FieldList* list, bool& variadic,
                               NamedVars& names);

  // ---- check_annotation.cpp
  bool builtin_closed(Operand& x, const syntax::CallExpr* call);

  // ---- check_expression.cpp
  ExprUse raw_expr(const Target* target, Operand& x, const Expr* e, Type* hint, bool allow_generic);
  ExprUse expr_internal(const Target* target, Operand& x, const Expr* e, Type* hint);
  void expr(Operand& x, const Expr* e, const Target* target = nullptr);
  void generic_expr(Operand& x, const Expr* e);
  void expr_with_hint(Operand& x, const Expr* e, Type* hint);
  void expr_or_type(Operand& x, const Expr* e, bool allow_generic = false);
  std::vector<Operand> multi_expr(const Expr* e, bool allow_comma_ok, bool* comma_ok = nullptr);
  std::vector<Operand> expr_list(const std::vector<Expr*>& list);
  static std::vector<Operand> unpack(const Operand& x);
  bool use(const Expr* e, bool is_lhs = false);
  bool use(const std::vector<Expr*>& list, bool is_lhs = false);
  enum : unsigned { kNoValue = 1, kBuiltin = 2, kTypeExpr = 4 };
  void exclude(Operand& x, unsigned modes);
  void single_value(Operand& x);
  void non_generic(const Target* target, Operand& x);
  void identifier(Operand& x, const syntax::Ident* e, bool want_type);
  void basic_literal(Operand& x, const syntax::BasicLit* e);
  void function_literal(Operand& x, const syntax::FuncLit* e);
  void type_assertion(Operand& x, const syntax::TypeAssertExpr* e);
  void check_assertion(const Expr* e, const Operand& x, Type* type, bool is_switch);
  void dereference(Operand& x, const syntax::StarExpr* e);
  void note_capture(Var* var, Scope* where);
  void note_address(const Expr* e);

  // ---- check_operator.cpp
  void unary(Operand& x, const syntax::UnaryExpr* e);
  void binary(Operand& x, const Expr* e, const Expr* lhs, const Expr* rhs, syntax::Token op,
              Position op_position);
  void shift(Operand& x, Operand& y, const Expr* e, syntax::Token op, Position op_position);
  bool shift_count(Operand& y, constant::Value& count);
  void comparison(Operand& x, Operand& y, syntax::Token op, bool switch_case);
  void match_types(Operand& x, Operand& y);
  bool operator_defined(const Operand& x, syntax::Token op, bool is_unary);
  bool zero_divisor(const Operand& x, const Operand& y);
  Type* channel_element(Position position, const Operand& x, bool is_receive);
  std::string incomparable_cause(Type* type);

  // ---- check_untyped.cpp: constants and values whose type is not final
  struct Untyped {
    bool is_shift_lhs = false;
    Mode mode = Mode::Invalid;
    Type* type = nullptr;
    constant::Value value;
  };
  enum class Conversion : std::uint8_t { Ok, Truncated, Overflow, Impossible };
  void update_type(const Expr* e, Type* type, bool final);
  void update_value(const Expr* e, const constant::Value& value);
  void overflow(Operand& x, Position op_position);
  void representable(Operand& x, const Basic* type);
  Conversion representation(const Operand& x, const Basic* type, constant::Value& value);
  Conversion implicit_conversion(const Operand& x, Type* target, Type*& type,
                                 constant::Value& value);
  void convert_untyped(Operand& x, Type* target);
  void invalid_conversion(Conversion why, const Operand& x, Type* target);
  void record(const Operand& x);
  void record_type(const Expr* e, Mode mode, Type* type, constant::Value value = {});
  void record_comma_ok(const Expr* e, const std::vector<Operand>& values);
  void record_builtin(const Expr* fun, Type* result, const std::vector<Type*>& params,
                      bool variadic = false);
  void record_untyped();

  // ---- check_index.cpp
  bool index_expr(Operand& x, const syntax::IndexExpr* e);  // true: instantiation of a function
  bool index_type_param(Operand& x, Type*& key, Type*& elem, std::int64_t& length);
  void map_index(Operand& x, const syntax::IndexExpr* e, Type* key, Type* elem);
  void slice_expr(Operand& x, const syntax::SliceExpr* e);
  Type* sliced_type(const Operand& x);
  void check_slice_indices(const syntax::SliceExpr* e, std::int64_t length);
  const Expr* single_index(const syntax::IndexExpr* e);
  std::int64_t index(const Expr* e, std::int64_t max, Type** type = nullptr);
  bool valid_index(Operand& x, const char* code, std::string_view what, bool allow_negative);

  // ---- check_literal.cpp
  void composite_literal(Operand& x, const syntax::CompositeLit* e, Type* hint);
  void struct_literal(const syntax::CompositeLit* e, Struct* type, Type* base);
  void keyed_struct_literal(const syntax::CompositeLit* e, Struct* type, Type* base);
  void map_literal(const syntax::CompositeLit* e, Map* type);
  std::int64_t indexed_elements(const std::vector<Expr*>& list, Type* type, std::int64_t length);

  // ---- check_call.cpp, check_conversion.cpp, check_instance.cpp
  ExprUse call_expr(Operand& x, const syntax::CallExpr* call);
  ExprUse conversion_call(Operand& x, const syntax::CallExpr* call);
  Signature* callee_signature(Operand& x);
  void conversion(Operand& x, Type* type);
  bool convert_constant(const Operand& x, Type* type, constant::Value* value);
  using TypeLists = std::vector<std::vector<Type*>>;
  std::vector<Operand> generic_expr_list(const std::vector<Expr*>& list, TypeLists& type_args);
  bool generic_argument(Operand& x, const Expr* e, std::vector<Type*>& type_args);
  Signature* arguments(const syntax::CallExpr* call, Signature* signature,
                       std::vector<Type*> type_args, const std::vector<Expr*>& type_exprs,
                       std::vector<Operand>& args, const TypeLists& arg_type_args);
  bool spread_parameters(const syntax::CallExpr* call, const Signature* signature,
                         const std::vector<Operand>& args, std::vector<Var*>& params);
  Signature* infer_arguments(const syntax::CallExpr* call, Signature* signature,
                             std::vector<Type*> type_args, const std::vector<Expr*>& type_exprs,
                             std::vector<Operand>& args, const TypeLists& arg_type_args,
                             std::vector<Var*>& params);
  std::string types_summary(const std::vector<Type*>& list, bool variadic, bool has_dots);
  std::optional<std::vector<Type*>> instantiate_function(const Target* target, Position position,
                                                         Operand& x, const syntax::IndexExpr* inst,
                                                         bool infer_rest);
  Signature* instantiate_signature(Position position, const Expr* e, Signature* signature,
                                   const std::vector<Type*>& args,
                                   const std::vector<Expr*>& exprs);
  void inference_error(const Inference& inferred, const Parameters& parameters);
  void instantiation_cycles();
  void record_instance(const Expr* e, const std::vector<Type*>& args, Type* type);

  // ---- check_selector.cpp
  void selector(Operand& x, const syntax::SelectorExpr* e, bool want_type);
  bool qualified(Operand& x, const syntax::SelectorExpr* e);
  void failed_selector(const Operand& x, const syntax::SelectorExpr* e, const Lookup& found);
  void method_expression(Operand& x, const syntax::SelectorExpr* e, const Lookup& found);
  std::string lookup_error(Type* type, const std::string& name, const Object* other,
                           bool struct_literal);

  // ---- check_builtin.cpp, check_builtin_*.cpp
  bool builtin_call(Operand& x, const syntax::CallExpr* call, BuiltinId id);
  bool builtin_append(Operand& x, const syntax::CallExpr* call, std::vector<Operand>& args);
  bool builtin_length(Operand& x, const syntax::CallExpr* call, BuiltinId id);
  bool builtin_complex(Operand& x, const syntax::CallExpr* call, std::vector<Operand>& args);
  bool builtin_real(Operand& x, const syntax::CallExpr* call, BuiltinId id);
  bool builtin_copy(Operand& x, const syntax::CallExpr* call, std::vector<Operand>& args);
  bool builtin_delete(Operand& x, const syntax::CallExpr* call, std::vector<Operand>& args);
  bool builtin_clear(Operand& x, const syntax::CallExpr* call);
  bool builtin_close(Operand& x, const syntax::CallExpr* call);
  bool builtin_make(Operand& x, const syntax::CallExpr* call);
  bool builtin_new(Operand& x, const syntax::CallExpr* call);
  bool builtin_min_max(Operand& x, const syntax::CallExpr* call, BuiltinId id,
                       std::vector<Operand>& args);
  bool builtin_print(Operand& x, const syntax::CallExpr* call, BuiltinId id,
                     std::vector<Operand>& args);
  bool builtin_unsafe(Operand& x, const syntax::CallExpr* call, BuiltinId id,
                      std::vector<Operand>& args);
  bool builtin_offsetof(Operand& x, const syntax::CallExpr* call);
  Type* slice_element(const Operand& x, std::string& cause);

  // ---- check_assignment.cpp
  void assignment(Operand& x, Type* type, std::string_view context);
  void init_const(Const* lhs, Operand& x);
  void init_var(Var* lhs, Operand& x, std::string_view context);
  Type* lhs_var(const Expr* lhs);  // null: blank
  void assign_var(const Expr* lhs, const Expr* rhs, Operand* x, std::string_view context);
  void init_vars(const std::vector<Var*>& lhs, const std::vector<Expr*>& rhs,
                 const Stmt* return_statement);
  void assign_vars(const std::vector<Expr*>& lhs, const std::vector<Expr*>& rhs);
  void short_var_declaration(const syntax::AssignStmt* s);
  void assign_error(const std::vector<Expr*>& rhs, std::size_t left, std::size_t right);
  void return_error(const Stmt* at, const std::vector<Var*>& lhs, const std::vector<Operand>& rhs);
  std::optional<Target> target_for(Type* type, const std::string& description);

  // ---- check_statement.cpp, check_switch.cpp, check_range.cpp
  enum : unsigned { kFallthroughOk = 1, kFinalCase = 2, kInTypeSwitch = 4 };
  void statement(const Stmt* s, unsigned context = 0);
  void statement_internal(const Stmt* s, unsigned context);
  void statement_list(const std::vector<Stmt*>& list, unsigned context);
  void expression_statement(const syntax::ExprStmt* s);
  void send_statement(const syntax::SendStmt* s);
  void assign_statement(const syntax::AssignStmt* s);
  void increment(const syntax::IncDecStmt* s);
  void suspended_call(const char* keyword, const syntax::CallExpr* call);
  void return_statement(const syntax::ReturnStmt* s);
  void branch_statement(const syntax::BranchStmt* s, unsigned context);
  void condition(const Expr* e, const char* what);
  void if_statement(const syntax::IfStmt* s);
  void for_statement(const syntax::ForStmt* s);
  void select_statement(const syntax::SelectStmt* s);
  void switch_statement(const syntax::SwitchStmt* s);
  struct CaseValue {
    Position position;
    Type* type;
  };
  using CaseValues = std::unordered_map<std::string, std::vector<CaseValue>>;
  void case_values(const Operand& x, const std::vector<Expr*>& list, CaseValues& seen);
  void type_switch(const syntax::TypeSwitchStmt* s);
  using CaseTypes = std::vector<std::pair<Type*, const Expr*>>;
  Type* case_types(const Operand* x, const std::vector<Expr*>& list, CaseTypes& seen);
  void multiple_defaults(const std::vector<Position>& defaults);
  void range_statement(const syntax::RangeStmt* s);
  struct RangeTypes {
    Type *key = nullptr, *value = nullptr;
    std::string cause;
    bool ok = false;
  };
  RangeTypes range_types(Type* type);
  RangeTypes range_function(const Signature* iterator);
  void range_define(const syntax::RangeStmt* s, Operand& x, const RangeTypes& types, bool over_int);
  void range_assign(const syntax::RangeStmt* s, Operand& x, const RangeTypes& types, bool over_int);
  bool is_nil(const Expr* e) const;

  // ---- helpers (check.cpp)
  Context& context() const { return info_.context(); }
  void open_scope(const syntax::Node* node);
  void close_scope() { env_.scope = env_.scope->parent; }
  Object* lookup(std::string_view name, Scope** where = nullptr) const;
  void add_use(Object* object);
  void later(std::function<void()> action);
  void process_delayed(std::size_t from);
  bool allow_version(std::uint32_t version) const { return env_.version >= version; }
  bool require_version(Position at, std::uint32_t version, const std::string& what);

  void error(Position at, const char* code, std::string message);
  void note_lacking(const Package* package);
  void note_lacking(Type* type, std::set<const Type*>& seen);  // check_selector.cpp
  std::string at(Position position) const { return checker_.files_.describe(position); }
  std::string other_declaration(const Object* object) const;

  std::string str(const Type* t) const { return type_string(t, package_); }
  std::string str(const Operand& x) const { return operand_string(x, package_); }
  static std::string str(const Expr* e) { return expression_text(e); }
  Cause cause(std::string* text) const { return {text, package_}; }

  Checker& checker_;
  Info& info_;
  const Source source_;
  Package* package_ = nullptr;
  Environment env_;

  std::deque<Declaration> declarations_;
  std::deque<std::vector<Var*>> groups_;
  std::unordered_map<const Object*, Declaration*> declaration_of_;
  std::vector<Object*> objects_;  // with a declaration, in source order
  std::vector<Func*> functions_, inits_, missing_bodies_;
  std::vector<PkgName*> imports_;
  std::unordered_map<const Scope*, std::unordered_map<std::string, PkgName*>> dot_imports_;
  std::unordered_map<const TypeName*, std::vector<Func*>> methods_;
  std::unordered_set<const TypeName*> yielding_types_;  // declared in a File::yields
  struct Body {
    Declaration* declaration;
    Scope* scope;
  };
  std::unordered_map<const Func*, Body> bodies_;  // not checked yet
  std::unordered_set<const Func*> broken_;        // checked, with errors
  std::unordered_map<const Expr*, Untyped> untyped_;
  std::vector<std::pair<std::uint32_t, std::function<void()>>> delayed_;
  std::vector<Object*> path_;  // objects being declared
  std::uint32_t local_types_ = 0;
  std::unordered_set<const Named*> finite_;
  InstantiationGraph instantiations_{nullptr};
  std::size_t errors_ = 0;
  bool yields_ = false, fallback_ = false;  // of the File that declarations are collected from
};

// ---- Small questions about trees and types (check.cpp)

inline const syntax::Expr* without_parens(const syntax::Expr* e) {
  while (syntax::is<syntax::ParenExpr>(e)) e = syntax::as<syntax::ParenExpr>(e)->x;
  return e;
}
/// Where messages about an expression point: its first token, but the bracket of a slice expression and the parenthesis
/// of a function type.
Position start_of(const syntax::Expr* e);
/// The token that makes it what it is: the operator, parenthesis, bracket.
Position middle_of(const syntax::Expr* e);
inline Position start_of(const Operand& x) { return start_of(x.expr); }
std::vector<Position> starts_of(const std::vector<syntax::Expr*>& list);
/// `*[n]T` to `[n]T`, other types unchanged.
Type* array_of_pointer(Type* type);
std::string measure(std::size_t n, const char* unit);
/// Sizes and alignments of gc for 64-bit machines.
std::int64_t size_of(Type* type);
std::int64_t align_of(Type* type);

}  // namespace model::types
