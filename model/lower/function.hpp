#pragma once
// One function while it is lowered: its frame, its code, and the tree being walked.
//
// - Order of evaluation is gc's (cmd/compile/internal/walk/order.go): an expression is lowered in two passes. precompute()
//   performs its calls, receives, map reads, type assertions and && || from left to right and keeps their results; emit()
//   then does the rest, so a plain read of a variable happens after all calls of the expression.
// - Slots are handed out like a stack: variables for their block, temporaries for their statement.
// - Methods are in the files named above them, by construct.

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/lower/lowering.hpp"

namespace model::lower {

using base::Position;
using program::BinaryOp;
using program::CallMode;
using program::Instruction;
using program::Op;
using program::UnaryOp;
using Slot = std::int32_t;
inline constexpr Slot kNoSlot = -1;

/// Where a value is, for reading and writing.
struct Place {
  enum class Kind : std::uint8_t {
    Blank,    ///< `_`
    Frame,    ///< slots from `slot`
    Element,  ///< of an array in the frame: `base` indexed by `slot`, from `offset` in the element
    Memory,   ///< at reference `slot`, plus `offset`
    Map,      ///< entry of map `slot` at `key`
  };
  Kind kind = Kind::Blank;
  types::Type* type = nullptr;
  Slot slot = kNoSlot;
  std::int32_t offset = 0;
  bool not_nil = false;  ///< Memory: the reference is known not to be nil
  /// Memory: what gives the reference, if that is still to be done: the index of a left side is
  /// checked where the assignment is, after those before it.
  std::vector<program::Instruction> pending;
  Slot key = kNoSlot;
  std::int32_t element_slots = 0;
  std::int32_t length = 0;
  std::shared_ptr<Place> base;
  types::Type* map_type = nullptr;
};

/// A jump's target, maybe not placed yet.
struct Label {
  std::int32_t pc = -1;
  std::vector<std::pair<std::size_t, bool>> uses;  ///< instruction, and if its c (else a) is the target
};

struct FunctionSetup {
  std::string name;
  const types::Package* package = nullptr;
  const syntax::Node* root = nullptr;  ///< FuncDecl or initialiser whose analysis covers the body
  Substitution substitution;
  class FunctionLowering* outer = nullptr;
  bool is_library = false;
};

/// A call, evaluated up to its instruction.
struct Callee {
  CallMode mode{};
  std::int32_t b = -1, d = 0;  ///< as in Op::Call
  Slot arguments = kNoSlot;
  std::int32_t argument_slots = 0;
  const types::Signature* signature = nullptr;
  types::Func* function = nullptr;                  ///< Static: what is called
  const program::NativeFunction* native = nullptr;  ///< then `mode` does not matter
  std::vector<types::Type*> type_arguments;         ///< of a native
};

class FunctionLowering {
 public:
  FunctionLowering(Lowering& lowering, FunctionSetup setup);
  ~FunctionLowering();

  program::Function take();

  // ---- function.cpp: whole functions
  void declared(types::Func* f, bool is_valid);
  void initializer(const types::Initializer& i, Position position);
  void expression_function(const syntax::Expr* e, types::Type* type);  // annotation.cpp

  // ---- frame.cpp: slots, instructions, labels
  Slot alloc(std::int32_t n);
  Slot want(Slot dst, std::int32_t n) { return dst >= 0 ? dst : alloc(n); }
  std::size_t add(Position position, Instruction in);
  /// The instruction added last is the operation of a node that carries events, if it does.
  void mark_last(std::uint32_t mark);
  /// The events of a statement that is no operation of its own happen here, or with the write that ends it.
  void event(std::uint32_t mark, Position position);
  void event_of(std::uint32_t mark, std::size_t start, Position position);
  void jump(Position position, Label& to);
  void branch(Position position, Slot condition, Label& yes, Label& no);
  void place(Label& label);
  void copy(Position position, Slot dst, Slot src, std::int32_t n);
  void zero(Position position, Slot dst, std::int32_t n);
  Slot integer(Position position, std::int64_t value, Slot dst = kNoSlot);
  Slot string(Position position, const std::string& text, Slot dst = kNoSlot);
  Slot binary(Position position, BinaryOp op, program::TypeKind kind, Slot x, Slot y, Slot dst = kNoSlot);
  Slot negate(Position position, Slot condition, Slot dst = kNoSlot);
  void unreachable(Position position, const std::string& what);
  void panic_runtime(Position position, const std::string& message);
  void parameters(const std::vector<types::Type*>& types);  ///< of a synthetic function
  void results(const std::vector<types::Type*>& types);
  void captures(std::int32_t n);
  void give(Position position, Slot from);  ///< Return of a synthetic function
  program::Function& function() { return out_; }

  Lowering& lowering() { return lowering_; }
  TypeTable& types() { return lowering_.types(); }
  std::int32_t slots(types::Type* t) { return types().slots(t); }
  std::int32_t type_id(types::Type* t) { return static_cast<std::int32_t>(types().id(t)); }
  program::TypeKind kind(types::Type* t) { return types().kind(t); }
  types::Type* resolve(types::Type* t);
  std::vector<types::Type*> resolve(const std::vector<types::Type*>& list);

  // ---- place.cpp
  Place variable(types::Var* v, Position position);
  Place place_of(const syntax::Expr* e, bool stable = false);
  Place memory(Slot ref, types::Type* type, bool not_nil = false);
  Place frame(Slot slot, types::Type* type);
  Place field(Place base, int index, Position position, bool stable = false);
  Place path(Place base, const std::vector<int>& index, std::size_t n, Position position, bool stable = false);
  Place settled(Place p, Position position);
  Slot load(const Place& place, Position position, Slot dst = kNoSlot);
  void store(const Place& place, Slot value, Position position);
  Slot address(const Place& place, Position position, Slot dst = kNoSlot);

  // ---- selector.cpp
  /// The receiver for method `f` reached from `base` by `index` (the last of which is the method's): into `dst`.
  void receiver(Place base, const std::vector<int>& index, types::Func* f, Position position, Slot dst);
  /// Type of the receiver's holder: where the path ends.
  types::Type* holder_type(types::Type* base, const std::vector<int>& index);
  std::int32_t receiver_slots(types::Type* base, const std::vector<int>& index, types::Func* f);
  program::FunctionId method_function(types::Func* f, types::Type* holder);
  program::FunctionId bound_method(types::Type* holder, types::Func* f);

  // ---- switch.cpp, conversion.cpp, operator.cpp
  Slot equal(Position position, Slot x, types::Type* x_type, Slot y, types::Type* y_type, Slot dst = kNoSlot);
  Slot to_interface(Slot value, types::Type* from, Position position, Slot dst = kNoSlot);
  /// `value` of type `from` as a `to`, to which it is assignable.
  Slot assign_convert(Slot value, types::Type* from, types::Type* to, Position position, Slot dst = kNoSlot);

  // ---- call.cpp
  Slot perform(const Callee& callee, Position position, Slot dst = kNoSlot);
  std::vector<types::Type*> result_types(const types::Signature* s);
  std::int32_t result_slots(const types::Signature* s);

 private:
  friend class Lowering;
  using Expr = syntax::Expr;
  using Stmt = syntax::Stmt;

  // A variable of this function's frame, or captured.
  struct Variable {
    Slot slot = kNoSlot;
    bool boxed = false;  // the slot is a reference to it
  };
  struct Loop {
    Label* break_to = nullptr;
    Label* continue_to = nullptr;
  };

  // ---- function.cpp
  void body(const syntax::FuncType* type, const syntax::FieldList* recv, const types::Signature* s,
            const syntax::BlockStmt* block, const syntax::Node* node);
  void parameter(types::Var* v, types::Type* type, Slot slot);
  void epilogue(Position position);
  void return_values(Position position);

  // ---- expression.cpp
  static const Expr* strip(const Expr* e);
  types::Type* type_of(const Expr* e);
  bool is_ordered(const Expr* e);
  void precompute(const Expr* e);
  Slot expr(const Expr* e, Slot dst = kNoSlot);          // both passes
  Slot emit(const Expr* e, Slot dst = kNoSlot);          // second pass
  Slot emit_as(const Expr* e, types::Type* type, Slot dst = kNoSlot);
  Slot expr_as(const Expr* e, types::Type* type, Slot dst = kNoSlot);
  Slot emit_kind(const Expr* e, Slot dst);
  Slot constant(const types::constant::Value& v, types::Type* type, Position position, Slot dst);
  Slot identifier(const syntax::Ident* e, Slot dst);
  Slot function_value(program::FunctionId f, Position position, Slot dst);
  Slot index(const syntax::IndexExpr* e, Slot dst);
  Slot index_value(const Expr* e);  // as an int
  Slot slice_expr(const syntax::SliceExpr* e, Slot dst);
  Slot unary(const syntax::UnaryExpr* e, Slot dst);
  Slot selector(const syntax::SelectorExpr* e, Slot dst);
  Slot type_assert(const syntax::TypeAssertExpr* e, Slot dst, Slot ok);
  void require_values_of(types::Type* target, Slot x, Position position);
  Slot map_load(const syntax::IndexExpr* e, Slot dst, Slot ok);
  Slot receive(const syntax::UnaryExpr* e, Slot dst, Slot ok);
  types::Func* function_named(const Expr* e, std::vector<types::Type*>* arguments);

  // ---- operator.cpp
  Slot binary_expr(const syntax::BinaryExpr* e, Slot dst);
  Slot logical(const syntax::BinaryExpr* e, Slot dst);
  Slot arithmetic(Position position, syntax::Token op, types::Type* type, Slot x, Slot y,
                  types::Type* y_type, Slot dst);
  Slot compare(const syntax::BinaryExpr* e, Slot dst);
  void condition(const Expr* e, Label& yes, Label& no);

  // ---- conversion.cpp
  Slot conversion(const syntax::CallExpr* e, Slot dst);
  Slot convert(Slot value, types::Type* from, types::Type* to, Position position, Slot dst);

  // ---- literal.cpp
  Slot composite(const syntax::CompositeLit* e, types::Type* type, Slot dst);
  void composite_into(const syntax::CompositeLit* e, types::Type* type, Slot dst);
  void element_into(const Expr* e, types::Type* type, Slot dst);
  bool constant_value(const Expr* e, types::Type* type, std::vector<program::Constant>& out);
  void elements(const syntax::CompositeLit* e, types::Type* element, const Place& array, Position position);

  // ---- call.cpp
  Slot call(const syntax::CallExpr* e, Slot dst);
  Callee evaluate(const syntax::CallExpr* e);
  void precompute_call(const syntax::CallExpr* e);
  void arguments(const syntax::CallExpr* e, const types::Signature* s, Slot into);
  Slot array_of(const std::vector<const Expr*>& list, types::Type* element, Position position, Slot dst);
  Slot native(const Callee& callee, Position position, Slot dst);
  bool is_conversion(const syntax::CallExpr* e);
  const types::Builtin* builtin_of(const syntax::CallExpr* e);

  // ---- builtin.cpp
  Slot builtin(const syntax::CallExpr* e, types::BuiltinId id, Slot dst);
  bool is_pure(types::BuiltinId id);
  Slot length(const syntax::CallExpr* e, types::BuiltinId id, Slot dst);
  Slot make(const syntax::CallExpr* e, Slot dst);
  Slot append(const syntax::CallExpr* e, Slot dst);
  Slot append_values(Slot x, const types::Slice* slice, const std::vector<Slot>& values, Position position, Slot dst);
  Slot min_max(const syntax::CallExpr* e, bool max, Slot dst);
  /// Builtins that may be deferred, on evaluated arguments.
  void builtin_statement(types::BuiltinId id, const std::vector<Slot>& args,
                         const std::vector<types::Type*>& types, Position position, Slot dst);

  // ---- closure.cpp
  Slot closure(const syntax::FuncLit* e, Slot dst);
  Slot capture(const std::vector<types::Var*>& list, std::int32_t& n, Position position);
  void declare_captures(const std::vector<types::Var*>& list);
  std::string closure_name(const char* what);
  Slot method_value(const syntax::SelectorExpr* e, Slot dst);
  program::FunctionId method_expression(const syntax::SelectorExpr* e);

  // ---- defer.cpp
  void go_or_defer(const syntax::CallExpr* e, Op op, Position position);

  // ---- statement.cpp
  void statement(const Stmt* s);
  void statement_kind(const Stmt* s);
  void statements(const std::vector<Stmt*>& list);
  void block(const syntax::BlockStmt* s);
  void declaration(const syntax::GenDecl* d);
  void if_statement(const syntax::IfStmt* s);
  void for_statement(const syntax::ForStmt* s);
  void branch_statement(const syntax::BranchStmt* s);
  void return_statement(const syntax::ReturnStmt* s);
  Variable& declare(types::Var* v, Position position, bool initialised_by_caller);
  void initialise(types::Var* v, Slot value, Position position);
  Label& label_of(const Stmt* s);

  // ---- assignment.cpp
  void assignment(const syntax::AssignStmt* s);
  void assign_one(const Expr* lhs, const Expr* rhs, bool define, Position position);
  void assign_parallel(const syntax::AssignStmt* s);
  void assign_several(const std::vector<Expr*>& lhs, const std::vector<Slot>& values,
                      const std::vector<types::Type*>& types, bool define, Position position);
  Slot several(const Expr* e, std::vector<types::Type*>& types);
  void operate(const Expr* lhs, syntax::Token op, const Expr* rhs, Position position);
  void precompute_place(const Expr* e);
  bool comma_ok(const Expr* e, Slot values, std::vector<types::Type*>& types);
  bool is_comma_ok(const Expr* e);
  types::Type* comma_ok_type(const Expr* e);
  void assign_value(const Expr* lhs, Slot value, types::Type* type, bool define, Position position);
  static bool writes_at_end(const Expr* e);

  // ---- switch.cpp
  void switch_statement(const syntax::SwitchStmt* s);
  void type_switch(const syntax::TypeSwitchStmt* s);
  void clauses(const std::vector<syntax::CaseClause*>& list, std::vector<Label>& bodies, Label& end,
               Position position);

  // ---- select.cpp
  void select_statement(const syntax::SelectStmt* s);

  // ---- range.cpp, range_function.cpp
  void range_statement(const syntax::RangeStmt* s);
  void range_integer(const syntax::RangeStmt* s);
  void range_indexed(const syntax::RangeStmt* s);
  void range_string(const syntax::RangeStmt* s);
  void range_map(const syntax::RangeStmt* s);
  void range_channel(const syntax::RangeStmt* s);
  void range_function(const syntax::RangeStmt* s);
  void range_body(const syntax::RangeStmt* s, Slot key, types::Type* key_type, Slot value,
                  types::Type* value_type);
  void range_function_body(const syntax::RangeStmt* s, const std::vector<types::Type*>& types);
  void leave(Position position, const Stmt* target, bool is_continue, bool is_goto);
  void set_exit(Position position, std::int32_t code);

  Lowering& lowering_;
  const types::Info& info_;
  FunctionSetup setup_;
  const Analysis* analysis_ = nullptr;
  std::uint32_t version_ = 26;
  program::Function out_;
  bool too_large_ = false;  // for a frame: what is lowered is given up
  Slot top_ = 0;
  std::unordered_map<const types::Var*, Variable> variables_;
  std::unordered_map<const Expr*, Slot> memo_;
  std::unordered_map<types::Type*, types::Type*> resolved_;
  std::unordered_map<const Stmt*, Loop> loops_;
  std::unordered_map<const Stmt*, std::unique_ptr<Label>> labels_;  // of goto
  Label* fallthrough_ = nullptr;
  std::size_t last_label_ = 0;  // pc of the label placed last

  const syntax::Node* node_ = nullptr;  // the function's own: FuncDecl, FuncLit
  const types::Signature* signature_ = nullptr;
  std::vector<types::Var*> result_vars_;   // null if unnamed
  std::vector<types::Type*> result_types_;
  std::vector<Slot> result_slot_;          // in the block of results
  Slot result_block_ = kNoSlot;
  bool has_defer_ = false;
  std::uint32_t closures_ = 0;
  bool is_outermost_ = true;  // closures' names get "func" in front of their number

  // Body of a range over a function.
  struct Exit {
    bool is_return = false;
    const Stmt* target = nullptr;
    bool is_continue = false;
    bool is_goto = false;
    friend bool operator==(const Exit&, const Exit&) = default;
  };
  const syntax::RangeStmt* range_ = nullptr;  // the statement whose body this is
  Slot exit_slot_ = kNoSlot;                  // reference to the cell with the code of the exit taken
  std::vector<Exit>* exits_ = nullptr;        // of the function around all: code is index + 1
  std::vector<Exit> own_exits_;
  Slot state_slot_ = kNoSlot;                 // of the loop at hand: reference to its state
  Slot depth_slot_ = kNoSlot;                 // depth of the frame that a defer in the body belongs to
  std::vector<Slot> shared_results_;          // references to the function's results
};

}  // namespace model::lower
