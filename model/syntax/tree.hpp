#pragma once
// The syntax tree of Go. Shapes and field names are go/ast's, in snake_case.
//
// - Nodes live in an Arena; pointers are plain, and null where the source has nothing (unless said
// otherwise).
// - `position` is where the node's text starts (its leftmost token), `end` is just past it. Where
// the compiler reports at
//   another token (the operator, the parenthesis) there is a field for that.
// - `id` is dense over all nodes of a program, so that side tables can be vectors.
// - A `switch` over Kind needs no default: each layer must answer for a new kind.

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/base/position.hpp"
#include "model/syntax/token.hpp"

namespace model::syntax {

using base::Position;
using NodeId = std::uint32_t;

enum class Kind : std::uint8_t {
#define X(name) name,
#include "model/syntax/node.def"
};
const char* kind_name(Kind kind);

inline constexpr int kMaxHeight = 5000;   ///< of one expression's tree
inline constexpr int kMaxNesting = 1000;  ///< of brackets, blocks, types

struct Node {
  Kind kind;
  std::uint16_t height =
      1;  ///< of an expression's tree; at most kMaxHeight, so recursion over a tree is safe
  NodeId id = 0;
  Position position;
  Position end;

 protected:
  explicit Node(Kind k) : kind(k) {}
};
struct Expr : Node {
  using Node::Node;
};
struct Stmt : Node {
  using Node::Node;
};
struct Spec : Node {
  using Node::Node;
};
struct Decl : Node {
  using Node::Node;
};

/// Base of a concrete node type: knows its kind.
template <typename Base, Kind K>
struct Of : Base {
  static constexpr Kind kKind = K;
  Of() : Base(K) {}
};

template <typename T>
bool is(const Node* node) {
  return node != nullptr && node->kind == T::kKind;
}
/// Checked down-cast.
template <typename T>
T* as(Node* node) {
  assert(is<T>(node));
  return static_cast<T*>(node);
}
template <typename T>
const T* as(const Node* node) {
  assert(is<T>(node));
  return static_cast<const T*>(node);
}
/// Down-cast, or null if `node` is null or of another kind.
template <typename T>
T* try_as(Node* node) {
  return is<T>(node) ? static_cast<T*>(node) : nullptr;
}
template <typename T>
const T* try_as(const Node* node) {
  return is<T>(node) ? static_cast<const T*>(node) : nullptr;
}

struct BlockStmt;
struct FieldList;
struct FuncType;
struct Ident;

struct Comment {
  Position position;
  std::string_view text;  ///< with its // or /* */; a view into the file's text
  std::uint32_t end_line = 0;
};
/// Comments without an empty line or other token between them.
using CommentGroup = std::vector<Comment>;

// ---- Expressions and types

struct BadExpr : Of<Expr, Kind::BadExpr> {};

struct Ident : Of<Expr, Kind::Ident> {
  std::string name;
  bool is_blank() const { return name == "_"; }
};

/// `...` in a parameter's type (elt is its type), or as the length of an array literal's type (elt
/// is null).
struct Ellipsis : Of<Expr, Kind::Ellipsis> {
  Expr* elt = nullptr;
};

struct BasicLit : Of<Expr, Kind::BasicLit> {
  Token token = Token::Illegal;  ///< Int, Float, Imag, Char or String
  std::string text;              ///< as written
  std::string value;             ///< String: the bytes it means
  std::int32_t rune = 0;         ///< Char: its code point
  bool bad = false;              ///< a syntax error has been reported for it
};

struct FuncLit : Of<Expr, Kind::FuncLit> {
  FuncType* type = nullptr;
  BlockStmt* body = nullptr;
};

struct CompositeLit : Of<Expr, Kind::CompositeLit> {
  Expr* type = nullptr;  ///< null: elided
  std::vector<Expr*> elts;
  Position lbrace, rbrace;
};

struct ParenExpr : Of<Expr, Kind::ParenExpr> {
  Expr* x = nullptr;
};

struct SelectorExpr : Of<Expr, Kind::SelectorExpr> {
  Expr* x = nullptr;
  Ident* sel = nullptr;
};

/// x[i], and also the instantiation x[T1, T2]: go/ast's IndexListExpr is this node with several
/// indices.
struct IndexExpr : Of<Expr, Kind::IndexExpr> {
  Expr* x = nullptr;
  std::vector<Expr*> indices;  ///< at least one
  Position lbrack, rbrack;
};

struct SliceExpr : Of<Expr, Kind::SliceExpr> {
  Expr* x = nullptr;
  Expr *low = nullptr, *high = nullptr, *max = nullptr;
  bool slice3 = false;
  Position lbrack, rbrack;
};

struct TypeAssertExpr : Of<Expr, Kind::TypeAssertExpr> {
  Expr* x = nullptr;
  Expr* type = nullptr;  ///< null: x.(type), outside of a type switch's guard already reported
  Position lparen, rparen;
};

struct CallExpr : Of<Expr, Kind::CallExpr> {
  Expr* fun = nullptr;
  std::vector<Expr*> args;  ///< types too, for make, new, conversions
  Position lparen, rparen;
  Position ellipsis;  ///< valid iff the last argument is followed by `...`
  bool has_ellipsis() const { return ellipsis.valid(); }
};

/// *x: dereference or pointer type.
struct StarExpr : Of<Expr, Kind::StarExpr> {
  Expr* x = nullptr;
};

/// op x: + - ! ^ & <- and, in constraints, ~.
struct UnaryExpr : Of<Expr, Kind::UnaryExpr> {
  Token op = Token::Illegal;
  Expr* x = nullptr;
};

/// x op y. In constraints, `|` is a union.
struct BinaryExpr : Of<Expr, Kind::BinaryExpr> {
  Token op = Token::Illegal;
  Expr *x = nullptr, *y = nullptr;
  Position op_position;
};

/// key: value, only among the elts of a CompositeLit.
struct KeyValueExpr : Of<Expr, Kind::KeyValueExpr> {
  Expr *key = nullptr, *value = nullptr;
  Position colon;
};

struct ArrayType : Of<Expr, Kind::ArrayType> {
  Expr* len = nullptr;  ///< null: slice type; Ellipsis: [...]T
  Expr* elt = nullptr;
};

/// A field, parameter, result, type parameter, method or embedded element.
struct Field : Of<Node, Kind::Field> {
  std::vector<Ident*> names;  ///< empty: embedded field, unnamed parameter, element of an interface
  Expr* type = nullptr;       ///< an Ellipsis for a variadic parameter, a FuncType for a method
  BasicLit* tag = nullptr;
};

struct FieldList : Of<Node, Kind::FieldList> {
  std::vector<Field*> list;
  Position opening, closing;
  /// Number of parameters or fields: names counted one by one, an unnamed one as one.
  std::size_t count() const {
    std::size_t n = 0;
    for (const Field* f : list) n += f->names.empty() ? 1 : f->names.size();
    return n;
  }
};

struct StructType : Of<Expr, Kind::StructType> {
  FieldList* fields = nullptr;  ///< never null
};

struct FuncType : Of<Expr, Kind::FuncType> {
  FieldList* type_params = nullptr;
  FieldList* params = nullptr;  ///< never null
  FieldList* results = nullptr;
};

struct InterfaceType : Of<Expr, Kind::InterfaceType> {
  FieldList* methods = nullptr;  ///< never null; methods have one name, embedded elements none
};

struct MapType : Of<Expr, Kind::MapType> {
  Expr *key = nullptr, *value = nullptr;
};

enum class ChanDir : std::uint8_t { Both, Send, Recv };
struct ChanType : Of<Expr, Kind::ChanType> {
  ChanDir dir = ChanDir::Both;
  Expr* value = nullptr;
};

// ---- Statements

struct BadStmt : Of<Stmt, Kind::BadStmt> {};

struct DeclStmt : Of<Stmt, Kind::DeclStmt> {
  Decl* decl = nullptr;  ///< a GenDecl: const, type or var
};

struct EmptyStmt : Of<Stmt, Kind::EmptyStmt> {};

struct LabeledStmt : Of<Stmt, Kind::LabeledStmt> {
  Ident* label = nullptr;
  Stmt* stmt = nullptr;  ///< never null (an EmptyStmt before a closing brace)
  Position colon;
};

struct ExprStmt : Of<Stmt, Kind::ExprStmt> {
  Expr* x = nullptr;
};

struct SendStmt : Of<Stmt, Kind::SendStmt> {
  Expr *chan = nullptr, *value = nullptr;
  Position arrow;
};

struct IncDecStmt : Of<Stmt, Kind::IncDecStmt> {
  Expr* x = nullptr;
  Token op = Token::Illegal;  ///< Inc or Dec
  Position op_position;
};

struct AssignStmt : Of<Stmt, Kind::AssignStmt> {
  std::vector<Expr*> lhs, rhs;  ///< at least one each
  Token op = Token::Illegal;    ///< Assign, Define, AddAssign, ...
  Position op_position;
};

struct GoStmt : Of<Stmt, Kind::GoStmt> {
  CallExpr* call = nullptr;  ///< null: a syntax error has been reported
};

struct DeferStmt : Of<Stmt, Kind::DeferStmt> {
  CallExpr* call = nullptr;  ///< null: a syntax error has been reported
};

struct ReturnStmt : Of<Stmt, Kind::ReturnStmt> {
  std::vector<Expr*> results;
};

/// break, continue, goto, fallthrough.
struct BranchStmt : Of<Stmt, Kind::BranchStmt> {
  Token token = Token::Illegal;
  Ident* label = nullptr;
  /// goto: its LabeledStmt; break, continue: the For, Range, Switch, TypeSwitch or Select it
  /// belongs to. Null for fallthrough, and after a reported error.
  Stmt* target = nullptr;
};

struct BlockStmt : Of<Stmt, Kind::BlockStmt> {
  std::vector<Stmt*> list;
  Position lbrace, rbrace;
};

struct IfStmt : Of<Stmt, Kind::IfStmt> {
  Stmt* init = nullptr;
  Expr* cond = nullptr;  ///< never null (BadExpr after an error)
  BlockStmt* body = nullptr;
  Stmt* else_stmt = nullptr;  ///< a BlockStmt or an IfStmt
};

struct CaseClause : Of<Stmt, Kind::CaseClause> {
  std::vector<Expr*> list;  ///< expressions or types; empty iff default
  bool is_default = false;
  std::vector<Stmt*> body;
  Position colon;
};

struct SwitchStmt : Of<Stmt, Kind::SwitchStmt> {
  Stmt* init = nullptr;
  Expr* tag = nullptr;  ///< null: true
  std::vector<CaseClause*> clauses;
  Position lbrace, rbrace;
};

/// switch init; bind := x.(type) { clauses }
struct TypeSwitchStmt : Of<Stmt, Kind::TypeSwitchStmt> {
  Stmt* init = nullptr;
  Ident* bind = nullptr;
  TypeAssertExpr* guard = nullptr;  ///< x.(type), never null
  std::vector<CaseClause*> clauses;
  Position lbrace, rbrace;
};

struct CommClause : Of<Stmt, Kind::CommClause> {
  /// SendStmt, ExprStmt (a receive) or AssignStmt (op Assign or Define, one receive on the right);
  /// null: default. Anything else is left to the type checker.
  Stmt* comm = nullptr;
  std::vector<Stmt*> body;
  Position colon;
};

struct SelectStmt : Of<Stmt, Kind::SelectStmt> {
  std::vector<CommClause*> clauses;
  Position lbrace, rbrace;
};

struct ForStmt : Of<Stmt, Kind::ForStmt> {
  Stmt* init = nullptr;
  Expr* cond = nullptr;
  Stmt* post = nullptr;
  BlockStmt* body = nullptr;
};

struct RangeStmt : Of<Stmt, Kind::RangeStmt> {
  Expr *key = nullptr, *value = nullptr;
  std::vector<Expr*> extra;   ///< a third and further variables: an error of the type checker
  Token op = Token::Illegal;  ///< Assign, Define, or Illegal without variables
  Position op_position;
  Position range_position;  ///< of the keyword range
  Expr* x = nullptr;
  BlockStmt* body = nullptr;
};

// ---- Declarations

struct ImportSpec : Of<Spec, Kind::ImportSpec> {
  Ident* name = nullptr;  ///< may be `_` or `.`
  BasicLit* path = nullptr;
};

/// One line of a const or var declaration.
struct ValueSpec : Of<Spec, Kind::ValueSpec> {
  std::vector<Ident*> names;
  Expr* type = nullptr;
  std::vector<Expr*> values;
  std::uint32_t iota = 0;  ///< const: index in its group
  /// const without type and values: the spec whose type and values it repeats (null: there is none,
  /// an error).
  ValueSpec* repeats = nullptr;
  const CommentGroup* doc = nullptr;
};

struct TypeSpec : Of<Spec, Kind::TypeSpec> {
  Ident* name = nullptr;
  FieldList* type_params = nullptr;
  bool is_alias = false;
  Expr* type = nullptr;
  const CommentGroup* doc = nullptr;
};

struct BadDecl : Of<Decl, Kind::BadDecl> {};

struct GenDecl : Of<Decl, Kind::GenDecl> {
  Token token = Token::Illegal;  ///< Import, Const, Type or Var
  std::vector<Spec*> specs;
  Position lparen, rparen;  ///< valid iff in parentheses
  const CommentGroup* doc = nullptr;
};

struct FuncDecl : Of<Decl, Kind::FuncDecl> {
  FieldList* recv = nullptr;  ///< null: a function
  Ident* name = nullptr;
  FuncType* type = nullptr;   ///< never null
  BlockStmt* body = nullptr;  ///< null: declared only (natives of the library)
  const CommentGroup* doc = nullptr;
};

/// A source file.
struct File {
  std::uint32_t index = 0;    ///< in the FileSet
  Position package_position;  ///< of the keyword
  Ident* name = nullptr;      ///< of the package; null after an error
  std::vector<Decl*> decls;   ///< imports too
  std::vector<ImportSpec*> imports;
  std::vector<const CommentGroup*> comments;  ///< all, in order
  const CommentGroup* doc = nullptr;          ///< right before `package`
  std::string build_constraint;               ///< the expression after //go:build, if any
  Position build_position;
  std::uint32_t go_version = 0;  ///< 1.N that a //go:build line implies for this file; 0: none
  /// Of a package that has a model, or some functions of one: what those declare is left out here.
  bool yields = false;
  bool fallback = false;  ///< such a file whose functions' bodies are not used
};

}  // namespace model::syntax
