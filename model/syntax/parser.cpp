// The parser's tokens, errors and recovery.

#include "model/syntax/parser.hpp"

#include <algorithm>
#include <utility>

namespace model::syntax {

namespace {

/// Keywords that start a statement: inside functions, recovery stops at them.
bool starts_statement(Token t) {
  static constexpr Token kStarts[] = {
      Token::Break,  Token::Const,  Token::Continue, Token::Defer, Token::Fallthrough,
      Token::For,    Token::Go,     Token::Goto,     Token::If,    Token::Return,
      Token::Select, Token::Switch, Token::Type,     Token::Var};
  return std::find(std::begin(kStarts), std::end(kStarts), t) != std::end(kStarts);
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

std::string expected_name(Token t) {
  if (t == Token::Comma) return "comma";
  if (t == Token::Semicolon) return "semicolon or newline";
  if (is_keyword(t)) return std::string("keyword ") + token_text(t);
  return token_text(t);
}

Parser::Parser(std::string_view text, Position start, base::Arena& arena,
               base::Diagnostics& diagnostics, NodeIds& ids, const base::FileSet* files)
    : arena_(arena),
      diagnostics_(diagnostics),
      ids_(ids),
      files_(files),
      previous_end_(start),
      scanner_(text, start,
               [this](Position p, std::string message) { error(p, std::move(message)); }) {
  next();
}

void Parser::next() {
  previous_end_ = scanner_.end.valid() ? scanner_.end : previous_end_;
  open_group_ = nullptr;
  if (aborted_) return scanner_.stop();
  scanner_.next();
  comments_before_token_ = scanner_.has_comments();
  if (!comments_before_token_) return;
  for (Comment& c : scanner_.take_comments()) {
    if (open_group_ == nullptr || open_group_->back().end_line + 1 < c.position.line) {
      open_group_ = arena_.make<CommentGroup>();
      groups_.push_back(open_group_);
    }
    open_group_->push_back(c);
  }
}

/// The comment that ends on the line before the token at hand.
const CommentGroup* Parser::lead_comment() const {
  if (!comments_before_token_ || groups_.empty()) return nullptr;
  const CommentGroup* last = groups_.back();
  return last->back().end_line + 1 == here().line ? last : nullptr;
}

bool Parser::got(Token t) {
  if (token() != t) return false;
  next();
  return true;
}

void Parser::want(Token t) {
  if (got(t)) return;
  syntax_error("expected " + expected_name(t));
  advance({});
}

/// Like got(Assign), and takes `:=` with an error.
bool Parser::got_assign() {
  if (at(Token::Define)) {
    syntax_error("expected =");
  } else if (!at(Token::Assign)) {
    return false;
  }
  next();
  return true;
}

/// Passes tokens up to one of `follow` or, inside a function, the start of a statement; one token
/// if `follow` is empty.
void Parser::advance(std::initializer_list<Token> follow) {
  if (follow.size() == 0) {
    if (!at(Token::Eof)) next();
    return;
  }
  while (!at(Token::Eof) && std::find(follow.begin(), follow.end(), token()) == follow.end() &&
         !(function_nesting_ > 0 && starts_statement(token()))) {
    next();
  }
}

void Parser::error(Position p, std::string message) {
  ++errors_;
  if (aborted_) return;
  diagnostics_.error(p, "Syntax", std::move(message));
  if (diagnostics_.full()) aborted_ = true;  // next() stops: the scanner may be the caller
}

std::string Parser::token_description() const {
  std::string text(scanner_.text);
  if (at(Token::Ident)) return "name " + text;
  if (at(Token::Semicolon)) return text;
  if (at_literal()) return "literal " + text;
  return expected_name(token());
}

void Parser::syntax_error(Position p, std::string message) {
  if (at(Token::Eof) && errors_ > 0) return;  // follows from an earlier one
  if (starts_with(message, "in ") || starts_with(message, "at ") ||
      starts_with(message, "after ")) {
    message = "unexpected " + token_description() + " " + message;
  } else if (starts_with(message, "expected ")) {
    message = "unexpected " + token_description() + ", " + message;
  }
  if (p.line == last_syntax_error_line_) {
    ++errors_;
    return;
  }
  last_syntax_error_line_ = p.line;
  error(p, "syntax error: " + message);
}

void Parser::abort(std::string message) {
  if (aborted_) return;
  error(here(), "syntax error: " + std::move(message));
  aborted_ = true;
  scanner_.stop();
}

void Parser::above(Node* node, const Node* child) {
  if (child == nullptr || child->height < node->height) return;
  node->height = static_cast<std::uint16_t>(child->height + 1);
  highest_ = std::max<int>(highest_, node->height);
  if (node->height >= kMaxHeight) {
    node->height = kMaxHeight;
    abort("expression nested too deep");
  }
}

Ident* Parser::make_name(Position p, std::string_view name) {
  Ident* ident = make<Ident>(p);
  ident->name = name;
  return ident;
}

Expr* unparen(Expr* x) {
  while (is<ParenExpr>(x)) x = as<ParenExpr>(x)->x;
  return x;
}

}  // namespace model::syntax
