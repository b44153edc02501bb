// Types, parameters, fields and methods (Go spec, "Types"; "Type parameter declarations").

#include <utility>

#include "model/syntax/parser.hpp"

namespace model::syntax {

Expr* Parser::type() {
  if (Expr* t = type_or_null()) return t;
  Expr* bad = bad_expr(here());
  syntax_error("expected type");
  advance(
      {Token::Comma, Token::Colon, Token::Semicolon, Token::Rparen, Token::Rbrack, Token::Rbrace});
  return bad;
}

/// A type, or null without an error if none starts here. Parentheses around types leave no node.
Expr* Parser::type_or_null() {
  const Nest nest(*this);
  const Position start = here();
  switch (token()) {
    case Token::Mul: {
      next();
      auto* pointer = make<StarExpr>(start);
      pointer->x = type();
      above(pointer, pointer->x);
      return finish(pointer);
    }
    case Token::Arrow: {
      next();
      want(Token::Chan);
      auto* t = make<ChanType>(start);
      t->dir = ChanDir::Recv;
      t->value = chan_element();
      above(t, t->value);
      return finish(t);
    }
    case Token::Func:
      next();
      return func_type(start, "function type");
    case Token::Lbrack:
      next();
      return got(Token::Rbrack) ? slice_type(start) : array_type(start, nullptr);
    case Token::Chan: {
      next();
      auto* t = make<ChanType>(start);
      if (got(Token::Arrow)) t->dir = ChanDir::Send;
      t->value = chan_element();
      above(t, t->value);
      return finish(t);
    }
    case Token::Map: {
      next();
      want(Token::Lbrack);
      auto* t = make<MapType>(start);
      t->key = type();
      want(Token::Rbrack);
      t->value = type();
      above(t, t->key);
      above(t, t->value);
      return finish(t);
    }
    case Token::Struct:
      return struct_type();
    case Token::Interface:
      return interface_type();
    case Token::Ident:
      return qualified_name(nullptr);
    case Token::Lparen: {
      next();
      Expr* t = type();
      want(Token::Rparen);
      return t;
    }
    default:
      return nullptr;
  }
}

Expr* Parser::qualified_name(Ident* first) {
  Expr* x = first;
  if (first == nullptr && at(Token::Ident)) {
    x = name();
  } else if (first == nullptr) {
    x = make_name(here(), "_");
    syntax_error("expected name");
    advance({Token::Period, Token::Semicolon, Token::Rbrace});
  }
  if (at(Token::Period)) {
    auto* selector = make<SelectorExpr>(x->position);
    next();
    selector->x = x;
    selector->sel = name();
    above(selector, x);
    x = finish(selector);
  }
  return at(Token::Lbrack) ? type_instance(x) : x;
}

Expr* Parser::type_instance(Expr* x) {
  auto* instance = make<IndexExpr>(x->position);
  instance->x = x;
  instance->lbrack = here();
  want(Token::Lbrack);
  if (at(Token::Rbrack)) {
    syntax_error("expected type argument list");
    instance->indices.push_back(bad_expr(here()));
  } else {
    bool comma = false;
    instance->indices = type_list(true, comma);
  }
  instance->rbrack = here();
  want(Token::Rbrack);
  above(instance, x);
  for (const Expr* i : instance->indices) above(instance, i);
  return finish(instance);
}

/// A signature. Where `context` is not empty, type parameters are not allowed.
FuncType* Parser::func_type(Position start, std::string_view context) {
  auto* t = make<FuncType>(start);
  const Position opening = here();
  if (got(Token::Lbrack)) {
    if (!context.empty()) {
      syntax_error(opening, std::string(context) + " must have no type parameters");
    }
    if (at(Token::Rbrack)) {
      syntax_error("empty type parameter list");
      next();
    } else {
      t->type_params = parameters(opening, nullptr, nullptr, Token::Rbrack, true, false);
    }
  }
  const Position lparen = here();
  want(Token::Lparen);
  t->params = parameters(lparen, nullptr, nullptr, Token::Rparen, false, true);
  t->results = func_result();
  above(t, t->params);
  if (t->results != nullptr) above(t, t->results);
  return finish(t);
}

/// "[" has been passed; `len` is the length if it has been too.
Expr* Parser::array_type(Position start, Expr* len) {
  auto* t = make<ArrayType>(start);
  if (len == nullptr && at(Token::Ellipsis)) {
    len = make<Ellipsis>(here());
    next();
    finish(len);
  } else if (len == nullptr) {
    ++expression_nesting_;
    len = expr();
    --expression_nesting_;
  }
  if (at(Token::Comma)) {
    syntax_error("unexpected comma; expected ]");
    next();
  }
  want(Token::Rbrack);
  t->len = len;
  t->elt = type();
  above(t, t->len);
  above(t, t->elt);
  return finish(t);
}

Expr* Parser::slice_type(Position start) {
  auto* t = make<ArrayType>(start);
  t->elt = type();
  above(t, t->elt);
  return finish(t);
}

Expr* Parser::chan_element() {
  if (Expr* t = type_or_null()) return t;
  Expr* bad = bad_expr(here());
  syntax_error("missing channel element type");
  return bad;
}

Expr* Parser::struct_type() {
  auto* t = make<StructType>(here());
  want(Token::Struct);
  t->fields = make<FieldList>(here());
  t->fields->opening = here();
  want(Token::Lbrace);
  t->fields->closing = list("struct type", Token::Semicolon, Token::Rbrace, [&] {
    field_decl(t->fields);
    return false;
  });
  finish(t->fields);
  above(t, t->fields);
  return finish(t);
}

Expr* Parser::interface_type() {
  auto* t = make<InterfaceType>(here());
  want(Token::Interface);
  t->methods = make<FieldList>(here());
  t->methods->opening = here();
  want(Token::Lbrace);
  t->methods->closing = list("interface type", Token::Semicolon, Token::Rbrace, [&] {
    Field* f = at(Token::Ident) ? method_decl() : nullptr;
    if (f == nullptr || f->names.empty()) f = embedded_element(f);
    above(t->methods, f->type);
    t->methods->list.push_back(finish(f));
    return false;
  });
  finish(t->methods);
  above(t, t->methods);
  return finish(t);
}

FieldList* Parser::func_result() {
  const Position start = here();
  if (got(Token::Lparen)) return parameters(start, nullptr, nullptr, Token::Rparen, false, false);
  Expr* t = type_or_null();
  if (t == nullptr) return nullptr;
  auto* results = make<FieldList>(start);
  add_field(results, {}, t, nullptr, start);
  return finish(results);
}

Field* Parser::add_field(FieldList* fields, std::vector<Ident*> names, Expr* type, BasicLit* tag,
                         Position start) {
  auto* f = make<Field>(start);
  f->names = std::move(names);
  f->type = type;
  f->tag = tag;
  f->end = tag != nullptr ? tag->end : type->end;
  above(fields, type);
  fields->list.push_back(f);
  return f;
}

/// FieldDecl = ( IdentifierList Type | EmbeddedField ) [ Tag ] .
void Parser::field_decl(FieldList* fields) {
  const Position start = here();
  const auto embedded = [&](Expr* t) { add_field(fields, {}, t, literal_or_null(), start); };
  const auto pointer_to_name = [&] {
    auto* pointer = make<StarExpr>(here());
    next();
    if (at(Token::Lparen)) {
      syntax_error("cannot parenthesize embedded type");
      next();
      pointer->x = qualified_name(nullptr);
      got(Token::Rparen);
    } else {
      pointer->x = qualified_name(nullptr);
    }
    return finish(pointer);
  };
  switch (token()) {
    case Token::Ident: {
      Ident* first = name();
      if (at(Token::Period) || at_literal() || at(Token::Semicolon) || at(Token::Rbrace)) {
        return embedded(qualified_name(first));
      }
      std::vector<Ident*> names = name_list(first);
      Expr* t = nullptr;
      if (names.size() == 1 && at(Token::Lbrack)) {
        // An embedded T[P1, P2] or a field T of type [n]E or []E.
        bool is_instance = false;
        t = array_or_type_args(first, is_instance);
        if (is_instance) return embedded(t);
      } else {
        t = type();
      }
      add_field(fields, std::move(names), t, literal_or_null(), start);
      return;
    }
    case Token::Mul:
      return embedded(pointer_to_name());
    case Token::Lparen: {
      syntax_error("cannot parenthesize embedded type");
      next();
      Expr* t = at(Token::Mul) ? static_cast<Expr*>(pointer_to_name()) : qualified_name(nullptr);
      got(Token::Rparen);
      return embedded(t);
    }
    default:
      syntax_error("expected field name or embedded type");
      advance({Token::Semicolon, Token::Rbrace});
  }
}

/// After the name x: `[n]E` or `[]E`, x's type, or `[T1, T2]`, which instantiates x.
Expr* Parser::array_or_type_args(Expr* x, bool& is_instance) {
  const Position lbrack = here();
  is_instance = false;
  want(Token::Lbrack);
  if (got(Token::Rbrack)) return slice_type(lbrack);
  bool comma = false;
  std::vector<Expr*> indices = type_list(false, comma);
  const Position rbrack = here();
  want(Token::Rbrack);
  if (!comma) {
    if (Expr* element = type_or_null()) {
      auto* t = make<ArrayType>(lbrack);
      t->len = indices[0];
      t->elt = element;
      above(t, t->len);
      above(t, t->elt);
      return finish(t);
    }
  }
  is_instance = true;
  auto* instance = make<IndexExpr>(x->position);
  instance->x = x;
  instance->indices = std::move(indices);
  instance->lbrack = lbrack;
  instance->rbrack = rbrack;
  for (const Expr* i : instance->indices) above(instance, i);
  return finish(instance);
}

BasicLit* Parser::literal_or_null() {
  if (!at_literal()) return nullptr;
  auto* lit = make<BasicLit>(here());
  lit->token = token();
  lit->text = scanner_.text;
  lit->bad = scanner_.bad;
  if (!lit->bad && lit->token == Token::String) lit->value = string_value(scanner_.text);
  if (!lit->bad && lit->token == Token::Char) {
    lit->rune = static_cast<std::int32_t>(char_value(scanner_.text));
  }
  next();
  return finish(lit);
}

/// A method, or an embedded type that starts with a name.
Field* Parser::method_decl() {
  constexpr std::string_view kContext = "interface method";
  auto* f = make<Field>(here());
  Ident* first = name();
  const auto method = [&] {
    f->names = {first};
    f->type = func_type(first->position, kContext);
  };
  if (at(Token::Lparen)) {
    method();
  } else if (at(Token::Lbrack)) {
    // m[T C](x T), an error, or the embedded T[P1, P2].
    const Position lbrack = here();
    next();
    if (at(Token::Rbrack)) {
      const Position rbrack = here();
      next();
      if (at(Token::Lparen)) {
        error(rbrack, "empty type parameter list");
        method();
      } else {
        error(rbrack, "empty type argument list");
        f->type = first;
      }
      return f;
    }
    FieldList* args = parameters(lbrack, nullptr, nullptr, Token::Rbrack, false, false);
    if (args->list.empty()) {
      if (at(Token::Lparen)) {
        method();
      } else {
        f->type = first;
      }
    } else if (!args->list[0]->names.empty()) {
      method();
      error(lbrack, "interface method must have no type parameters");
    } else {
      auto* instance = make<IndexExpr>(first->position);
      instance->x = first;
      instance->lbrack = lbrack;
      instance->rbrack = args->closing;
      for (const Field* a : args->list) {
        instance->indices.push_back(a->type);
        above(instance, a->type);
      }
      f->type = finish(instance);
    }
  } else {
    f->type = qualified_name(first);
  }
  return f;
}

/// Goes on with `f`, or starts one: terms joined by `|`.
Field* Parser::embedded_element(Field* f) {
  if (f == nullptr) {
    f = make<Field>(here());
    f->type = embedded_term();
  }
  while (at_union() && !aborted_) {
    auto* binary = make<BinaryExpr>(f->type->position);
    binary->op = Token::Or;
    binary->op_position = here();
    next();
    binary->x = f->type;
    binary->y = embedded_term();
    above(binary, binary->x);
    above(binary, binary->y);
    f->type = finish(binary);
  }
  return finish(f);
}

Expr* Parser::embedded_term() {
  if (at(Token::Tilde)) {
    auto* unary = make<UnaryExpr>(here());
    unary->op = Token::Tilde;
    next();
    unary->x = type();
    above(unary, unary->x);
    return finish(unary);
  }
  if (Expr* t = type_or_null()) return t;
  Expr* bad = bad_expr(here());
  syntax_error("expected ~ term or type");
  advance({Token::Or, Token::Semicolon, Token::Rparen, Token::Rbrack, Token::Rbrace});
  return bad;
}

}  // namespace model::syntax
