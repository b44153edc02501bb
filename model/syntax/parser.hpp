#pragma once
// The parser's state, shared by the parse_*.cpp files: a recursive-descent parser for all of Go,
// one function for each production. How it recovers and what it says is cmd/compile's behaviour
// (its syntax package), so that a Go programmer meets known messages.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/base/arena.hpp"
#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/parse.hpp"
#include "model/syntax/scanner.hpp"
#include "model/syntax/tree.hpp"

namespace model::syntax {

class Parser {
 public:
  Parser(std::string_view text, Position start, base::Arena& arena, base::Diagnostics& diagnostics,
         NodeIds& ids, const base::FileSet* files);

  File* parse_file();
  Expr* parse_whole_expression();

 private:
  // ---- Tokens
  Token token() const { return scanner_.token; }
  bool at(Token t) const { return scanner_.token == t; }
  bool at_literal() const { return token() >= Token::Int && token() <= Token::String; }
  Position here() const { return scanner_.position; }
  void next();
  bool got(Token t);
  void want(Token t);
  bool got_assign();
  void advance(std::initializer_list<Token> follow);

  // ---- Errors
  void error(Position p, std::string message);
  void syntax_error(std::string message) { syntax_error(here(), std::move(message)); }
  /// `message` that starts with "in ", "at ", "after " or "expected " is completed with the token
  /// at hand.
  void syntax_error(Position p, std::string message);
  std::string token_description() const;
  void abort(std::string message);

  // ---- Nodes
  template <typename T>
  T* make(Position p) {
    T* node = arena_.make<T>();
    node->id = ids_.next++;
    node->position = p;
    node->end = p;
    return node;
  }
  template <typename T>
  T* finish(T* node) {
    node->end = previous_end_;
    return node;
  }
  /// Accounts for `child` in the node's height.
  void above(Node* node, const Node* child);
  Ident* make_name(Position p, std::string_view name);
  BadExpr* bad_expr(Position p) { return make<BadExpr>(p); }

  /// Counts levels of recursion; beyond kMaxNesting parsing stops with an error.
  class Nest {
   public:
    explicit Nest(Parser& parser) : parser_(parser) {
      if (++parser_.nesting_ > kMaxNesting) parser_.abort("nesting too deep");
    }
    Nest(const Nest&) = delete;
    Nest& operator=(const Nest&) = delete;
    ~Nest() { --parser_.nesting_; }

   private:
    Parser& parser_;
  };
  friend class Nest;

  // ---- parse_file.cpp: files, declarations
  const CommentGroup* lead_comment() const;
  void read_build_line(File& file);
  template <typename F>
  Position list(std::string_view context, Token separator, Token close, F element);
  GenDecl* gen_decl(Token keyword);
  Spec* import_spec(GenDecl* group);
  Spec* const_spec(GenDecl* group);
  Spec* type_spec(GenDecl* group);
  Spec* var_spec(GenDecl* group);
  FuncDecl* func_decl();
  BlockStmt* func_body();

  // ---- parse_type.cpp
  Expr* type();
  Expr* type_or_null();
  Expr* type_instance(Expr* x);
  FuncType* func_type(Position start, std::string_view context);
  Expr* array_type(Position start, Expr* len);
  Expr* slice_type(Position start);
  Expr* chan_element();
  Expr* struct_type();
  Expr* interface_type();
  FieldList* func_result();
  Field* add_field(FieldList* fields, std::vector<Ident*> names, Expr* type, BasicLit* tag,
                   Position start);
  void field_decl(FieldList* fields);
  Expr* array_or_type_args(Expr* x, bool& is_instance);
  BasicLit* literal_or_null();
  Field* method_decl();
  Field* embedded_element(Field* f);
  Expr* embedded_term();
  struct Parameter {
    Ident* name = nullptr;
    Expr* type = nullptr;
  };
  bool parameter(Parameter& p, Ident* name, Token follow);
  FieldList* parameters(Position opening, Ident* name, Expr* type, Token close, bool require_names,
                        bool variadic_ok);
  bool at_union() const { return token() == Token::Or; }

  // ---- parse_expression.cpp
  Expr* expr();
  Expr* binary_expr(Expr* x, int minimum);
  Expr* unary_expr();
  Expr* receive_or_chan_type();
  Expr* operand();
  Expr* primary_expr(Expr* x);
  Expr* selector_or_assertion(Expr* x);
  Expr* index_or_slice(Expr* x);
  Expr* call(Expr* x);
  bool composite_type_ok(const Expr* x) const;
  Expr* bare_composite();
  CompositeLit* composite_lit(Expr* type);
  Ident* name();
  std::vector<Ident*> name_list(Ident* first);
  Expr* qualified_name(Ident* first);
  std::vector<Expr*> expr_list();
  std::vector<Expr*> type_list(bool strict, bool& comma);

  // ---- parse_statement.cpp
  /// What may stand in the head of if, switch, for. A type switch's guard is an ExprStmt of
  /// x.(type), with `bind`.
  struct Header {
    Stmt* init = nullptr;
    Expr* cond = nullptr;
    Stmt* post = nullptr;
    RangeStmt* range = nullptr;
    Ident* bind = nullptr;
  };
  Stmt* simple_stmt(std::vector<Expr*> lhs, Token keyword, Ident** bind);
  RangeStmt* range_clause(std::vector<Expr*> lhs, Token op, Position op_position, Position start);
  Header header(Token keyword);
  Stmt* statement_or_null();
  std::vector<Stmt*> statement_list();
  BlockStmt* block(std::string_view context);
  Stmt* labeled_stmt(Ident* label);
  Stmt* call_stmt();
  Stmt* decl_stmt();
  Stmt* for_stmt();
  Stmt* if_stmt();
  Stmt* switch_stmt();
  Stmt* select_stmt();
  template <typename Clause>
  Clause* clause();

  base::Arena& arena_;
  base::Diagnostics& diagnostics_;
  NodeIds& ids_;
  const base::FileSet* files_;
  Position previous_end_;  // of the token before the one at hand
  std::vector<const CommentGroup*> groups_;
  CommentGroup* open_group_ = nullptr;  // the last of groups_, if no token came since
  bool comments_before_token_ = false;  // the last group is right before the token at hand
  int function_nesting_ = 0;
  int expression_nesting_ = 0;  // < 0: in the head of a statement, where `{` starts its block
  int nesting_ = 0;
  int highest_ = 0;  // greatest height of an expression in the function literal at hand
  int errors_ = 0;
  std::uint32_t last_syntax_error_line_ = 0;
  bool aborted_ = false;
  std::vector<const Expr*> type_guards_;  // x.(type) outside of a switch's head, so far
  std::vector<std::pair<Position, std::string>>
      late_;  // errors that count only if there are no others
  Scanner scanner_;
};

/// A token as messages name it where it is expected.
std::string expected_name(Token t);

Expr* unparen(Expr* x);

/// Parses elements separated by `separator` (optional before `close`) up to and with `close`.
/// `element` returns true to accept no further ones. Returns where `close` is.
template <typename F>
Position Parser::list(std::string_view context, Token separator, Token close, F element) {
  bool done = false;
  while (!at(Token::Eof) && !at(close) && !done) {
    done = element();
    if (!got(separator) && !at(close)) {
      syntax_error("in " + std::string(context) + "; possibly missing " + expected_name(separator) +
                   " or " + expected_name(close));
      advance({Token::Rparen, Token::Rbrack, Token::Rbrace});
      if (!at(close)) return here();
    }
  }
  const Position p = here();
  want(close);
  return p;
}

}  // namespace model::syntax
