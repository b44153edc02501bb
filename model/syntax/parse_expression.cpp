// Expressions (Go spec, "Expressions"; "Composite literals" on the ambiguity of `{`).

#include <utility>

#include "model/syntax/parser.hpp"
#include "model/syntax/print.hpp"

namespace model::syntax {

Expr* Parser::expr() { return binary_expr(nullptr, 0); }

/// Expression = UnaryExpr | Expression binary_op Expression, with operators that bind tighter than
/// `minimum`.
Expr* Parser::binary_expr(Expr* x, int minimum) {
  if (x == nullptr) x = unary_expr();
  for (int tightness = precedence(token()); tightness > minimum; tightness = precedence(token())) {
    auto* binary = make<BinaryExpr>(x->position);
    binary->op = token();
    binary->op_position = here();
    next();
    binary->x = x;
    binary->y = binary_expr(nullptr, tightness);
    above(binary, binary->x);
    above(binary, binary->y);
    x = finish(binary);
    if (aborted_) break;
  }
  return x;
}

Expr* Parser::unary_expr() {
  const Nest nest(*this);
  const Position start = here();
  const Token op = token();
  if (op == Token::Arrow) return receive_or_chan_type();
  if (op == Token::Mul) {
    auto* star = make<StarExpr>(start);
    next();
    star->x = unary_expr();
    above(star, star->x);
    return finish(star);
  }
  if (op == Token::Add || op == Token::Sub || op == Token::Not || op == Token::Xor ||
      op == Token::Tilde || op == Token::And) {
    auto* unary = make<UnaryExpr>(start);
    unary->op = op;
    next();
    unary->x = unary_expr();
    if (op == Token::And) unary->x = unparen(unary->x);  // &(T{})
    above(unary, unary->x);
    return finish(unary);
  }
  return primary_expr(nullptr);
}

/// `<-x`, or the type `<-chan T`: which one is known when the operand is.
Expr* Parser::receive_or_chan_type() {
  const Position start = here();
  next();
  Expr* x = unary_expr();
  if (!is<ChanType>(x)) {
    auto* receive = make<UnaryExpr>(start);
    receive->op = Token::Arrow;
    receive->x = x;
    above(receive, x);
    return finish(receive);
  }
  // <-(chan E) is (<-chan E), and <-(chan<- E) is (<-chan (<-E)): move the arrow inwards.
  ChanDir dir = ChanDir::Send;
  Expr* t = x;
  while (dir == ChanDir::Send && is<ChanType>(t)) {
    auto* c = as<ChanType>(t);
    dir = c->dir;
    if (dir == ChanDir::Recv) syntax_error("unexpected <-, expected chan");
    c->dir = ChanDir::Recv;
    t = c->value;
  }
  if (dir == ChanDir::Send) syntax_error("unexpected " + to_string(t) + ", expected chan");
  x->position = start;
  return x;
}

Expr* Parser::operand() {
  const Position start = here();
  switch (token()) {
    case Token::Ident:
      return name();
    case Token::Int:
    case Token::Float:
    case Token::Imag:
    case Token::Char:
    case Token::String:
      return literal_or_null();
    case Token::Lparen: {
      next();
      auto* paren = make<ParenExpr>(start);
      ++expression_nesting_;
      paren->x = expr();
      --expression_nesting_;
      want(Token::Rparen);
      above(paren, paren->x);
      return finish(paren);
    }
    case Token::Func: {
      next();
      FuncType* signature = func_type(start, "function type");
      if (!at(Token::Lbrace)) return signature;
      ++expression_nesting_;
      auto* lit = make<FuncLit>(start);
      lit->type = signature;
      const int outer = std::exchange(highest_, 0);
      lit->body = func_body();
      lit->height = static_cast<std::uint16_t>(highest_ + 1);
      highest_ = std::max(outer, highest_ + 1);
      --expression_nesting_;
      return finish(lit);
    }
    case Token::Lbrack:
    case Token::Chan:
    case Token::Map:
    case Token::Struct:
    case Token::Interface:
      return type();
    default: {
      Expr* bad = bad_expr(start);
      syntax_error("expected expression");
      advance({Token::Rparen, Token::Rbrack, Token::Rbrace});
      return bad;
    }
  }
}

/// PrimaryExpr: an operand with selectors, indices, calls and literal values behind it.
Expr* Parser::primary_expr(Expr* x) {
  const Nest nest(*this);
  if (x == nullptr) x = operand();
  while (!aborted_) {
    if (at(Token::Period)) {
      x = selector_or_assertion(x);
    } else if (at(Token::Lbrack)) {
      x = index_or_slice(x);
    } else if (at(Token::Lparen)) {
      x = call(x);
    } else if (at(Token::Lbrace) && composite_type_ok(x)) {
      if (is<ParenExpr>(x)) syntax_error("cannot parenthesize type in composite literal");
      x = composite_lit(x);
    } else {
      break;
    }
  }
  return x;
}

Expr* Parser::selector_or_assertion(Expr* x) {
  next();  // .
  if (at(Token::Ident)) {
    auto* selector = make<SelectorExpr>(x->position);
    selector->x = x;
    selector->sel = name();
    above(selector, x);
    return finish(selector);
  }
  if (at(Token::Lparen)) {
    auto* assertion = make<TypeAssertExpr>(x->position);
    assertion->lparen = here();
    assertion->x = x;
    next();
    if (got(Token::Type)) {
      type_guards_.push_back(assertion);
    } else {
      assertion->type = type();
    }
    assertion->rparen = here();
    want(Token::Rparen);
    above(assertion, x);
    return finish(assertion);
  }
  syntax_error("expected name or (");
  advance({Token::Semicolon, Token::Rparen});
  return x;
}

Expr* Parser::index_or_slice(Expr* x) {
  const Position lbrack = here();
  next();
  Expr* low = nullptr;
  if (!at(Token::Colon)) {
    bool comma = false;
    std::vector<Expr*> indices;
    if (at(Token::Rbrack)) {
      syntax_error("expected operand");
      indices.push_back(bad_expr(here()));
    } else {
      indices = type_list(false, comma);
    }
    if (comma || at(Token::Rbrack)) {
      auto* index = make<IndexExpr>(x->position);
      index->x = x;
      index->indices = std::move(indices);
      index->lbrack = lbrack;
      index->rbrack = here();
      want(Token::Rbrack);
      above(index, x);
      for (const Expr* i : index->indices) above(index, i);
      return finish(index);
    }
    low = indices[0];
  }
  if (!got(Token::Colon)) {
    syntax_error("expected comma, : or ]");
    advance({Token::Comma, Token::Colon, Token::Rbrack});
  }
  ++expression_nesting_;
  auto* slice = make<SliceExpr>(x->position);
  slice->x = x;
  slice->low = low;
  slice->lbrack = lbrack;
  if (!at(Token::Colon) && !at(Token::Rbrack)) slice->high = expr();
  if (at(Token::Colon)) {
    slice->slice3 = true;
    if (slice->high == nullptr) {
      error(here(), "middle index required in 3-index slice");
      slice->high = bad_expr(here());
    }
    next();
    if (at(Token::Rbrack)) {
      error(here(), "final index required in 3-index slice");
      slice->max = bad_expr(here());
    } else {
      slice->max = expr();
    }
  }
  --expression_nesting_;
  slice->rbrack = here();
  want(Token::Rbrack);
  for (const Expr* e : {slice->x, slice->low, slice->high, slice->max}) above(slice, e);
  return finish(slice);
}

Expr* Parser::call(Expr* x) {
  auto* result = make<CallExpr>(x->position);
  result->fun = x;
  result->lparen = here();
  next();
  ++expression_nesting_;
  result->rparen = list("argument list", Token::Comma, Token::Rparen, [&] {
    result->args.push_back(expr());
    if (at(Token::Ellipsis)) result->ellipsis = here();
    return got(Token::Ellipsis);
  });
  --expression_nesting_;
  above(result, x);
  for (const Expr* a : result->args) above(result, a);
  return finish(result);
}

namespace {

/// Whether x must be a value, by its form alone.
bool is_value(const Expr* x) {
  switch (x->kind) {
    case Kind::BasicLit:
    case Kind::CompositeLit:
    case Kind::FuncLit:
    case Kind::SliceExpr:
    case Kind::TypeAssertExpr:
    case Kind::CallExpr:
    case Kind::UnaryExpr:
    case Kind::BinaryExpr:
      return true;
    case Kind::ParenExpr:
      return is_value(as<ParenExpr>(x)->x);
    case Kind::IndexExpr: {
      const auto* index = as<IndexExpr>(x);
      return is_value(index->x) || (index->indices.size() == 1 && is_value(index->indices[0]));
    }
    default:  // every other form may be a type
      return false;
  }
}

}  // namespace

/// Whether a `{` after x starts a literal value rather than a block.
bool Parser::composite_type_ok(const Expr* x) const {
  while (is<ParenExpr>(x)) x = as<ParenExpr>(x)->x;
  if (is<Ident>(x) || is<SelectorExpr>(x)) return expression_nesting_ >= 0;
  if (is<IndexExpr>(x)) return expression_nesting_ >= 0 && !is_value(x);
  return is<ArrayType>(x) || is<StructType>(x) || is<MapType>(x);
}

/// Element = Expression | LiteralValue .
Expr* Parser::bare_composite() {
  if (at(Token::Lbrace)) return composite_lit(nullptr);
  return expr();
}

/// LiteralValue = "{" [ ElementList [ "," ] ] "}" .
CompositeLit* Parser::composite_lit(Expr* type) {
  const Nest nest(*this);
  auto* lit = make<CompositeLit>(type != nullptr ? type->position : here());
  lit->type = type;
  lit->lbrace = here();
  ++expression_nesting_;
  want(Token::Lbrace);
  lit->rbrace = list("composite literal", Token::Comma, Token::Rbrace, [&] {
    Expr* element = bare_composite();
    if (at(Token::Colon)) {
      auto* pair = make<KeyValueExpr>(element->position);
      pair->colon = here();
      next();
      pair->key = element;
      pair->value = bare_composite();
      above(pair, pair->key);
      above(pair, pair->value);
      element = finish(pair);
    }
    above(lit, element);
    lit->elts.push_back(element);
    return false;
  });
  --expression_nesting_;
  above(lit, type);
  return finish(lit);
}

Ident* Parser::name() {
  if (at(Token::Ident)) {
    Ident* result = make_name(here(), scanner_.text);
    next();
    return finish(result);
  }
  Ident* result = make_name(here(), "_");
  syntax_error("expected name");
  advance({});
  return result;
}

std::vector<Ident*> Parser::name_list(Ident* first) {
  std::vector<Ident*> result = {first};
  while (got(Token::Comma)) result.push_back(name());
  return result;
}

std::vector<Expr*> Parser::expr_list() {
  std::vector<Expr*> result = {expr()};
  while (got(Token::Comma)) result.push_back(expr());
  return result;
}

/// typeList = arg { "," arg } [ "," ] . If not strict, the first may be any expression.
std::vector<Expr*> Parser::type_list(bool strict, bool& comma) {
  ++expression_nesting_;
  std::vector<Expr*> result = {strict ? type() : expr()};
  comma = false;
  while (got(Token::Comma)) {
    comma = true;
    Expr* t = type_or_null();
    if (t == nullptr) break;
    result.push_back(t);
  }
  --expression_nesting_;
  return result;
}

Expr* parse_expression(std::string_view text, Position position, base::Arena& arena,
                       base::Diagnostics& diagnostics, NodeIds& ids) {
  const std::size_t before = diagnostics.count();
  Parser parser(text, position, arena, diagnostics, ids, nullptr);
  Expr* x = parser.parse_whole_expression();
  return diagnostics.count() == before ? x : nullptr;
}

Expr* Parser::parse_whole_expression() {
  Expr* x = expr();
  if (at(Token::Semicolon) && scanner_.text != "semicolon") next();
  if (!at(Token::Eof)) syntax_error("after expression");
  return x;
}

}  // namespace model::syntax
