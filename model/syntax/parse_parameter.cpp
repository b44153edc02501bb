// Parameters, results, receivers and type parameters: one list syntax, in which names and types are
// told apart only at the end (Go spec, "Function types", "Type parameter declarations").

#include <utility>

#include "model/syntax/parser.hpp"

namespace model::syntax {

/// One entry of a parameter list: a name, a type or both; false if neither is there. `name` may
/// have been passed.
bool Parser::parameter(Parameter& p, Ident* name, Token follow) {
  const bool constraints = follow == Token::Rbrack;
  const auto with_union = [&](Expr* first) {
    if (!constraints || !at_union()) return first;
    auto* f = make<Field>(first->position);
    f->type = first;
    return embedded_element(f)->type;
  };
  if (name == nullptr && constraints && at(Token::Tilde)) {
    p.type = embedded_element(nullptr)->type;
    return true;
  }
  if (name == nullptr && at(Token::Ident)) name = this->name();
  if (name != nullptr) {
    if (at(Token::Lbrack)) {
      bool is_instance = false;
      p.type = array_or_type_args(name, is_instance);
      if (!is_instance) p.name = name;
      p.type = with_union(p.type);
      return true;
    }
    if (at(Token::Period)) {
      p.type = with_union(qualified_name(name));
      return true;
    }
    if (constraints && at_union()) {
      p.type = with_union(name);
      return true;
    }
    p.name = name;
  }
  if (at(Token::Ellipsis)) {
    auto* dots = make<Ellipsis>(here());
    next();
    dots->elt = type_or_null();
    above(dots, dots->elt);
    p.type = finish(dots);
    if (dots->elt == nullptr) {
      p.type = bad_expr(dots->position);
      syntax_error("... is missing type");
    }
    return true;
  }
  if (constraints && at(Token::Tilde)) {
    p.type = embedded_element(nullptr)->type;
    return true;
  }
  p.type = type_or_null();
  if (p.type != nullptr) p.type = with_union(p.type);
  if (p.name != nullptr || p.type != nullptr) return true;
  syntax_error(follow == Token::Rbrack ? "expected ]" : "expected )");
  advance({Token::Comma, follow});
  return false;
}

/// A parameter list whose opening bracket has been passed, and perhaps its first name, and that
/// name's type. Either all entries have names or none has.
FieldList* Parser::parameters(Position opening, Ident* name, Expr* type, Token close,
                              bool require_names, bool variadic_ok) {
  auto* fields = make<FieldList>(opening);
  fields->opening = opening;
  std::vector<Parameter> entries;
  std::size_t named = 0;  // with name and type
  std::size_t typed = 0;
  if (name != nullptr && type != nullptr && at(close)) {
    fields->closing = here();
    next();
    entries.push_back({name, type});
    named = typed = 1;
  } else {
    fields->closing = list("parameter list", Token::Comma, close, [&] {
      Parameter p;
      if (type != nullptr) {
        p = {name, type};
      } else if (!parameter(p, name, close)) {
        name = nullptr;
        return false;
      }
      name = nullptr;
      type = nullptr;
      if (p.name != nullptr && p.type != nullptr) ++named;
      if (p.type != nullptr) ++typed;
      entries.push_back(p);
      return false;
    });
  }
  finish(fields);

  if (named == 0 && !require_names) {
    for (Parameter& p : entries) {  // all are types
      if (p.name != nullptr) p = {nullptr, p.name};
    }
  } else if (named != entries.size()) {
    Position where;  // of the leftmost error
    Expr* current = nullptr;
    for (auto p = entries.rbegin(); p != entries.rend(); ++p) {
      if (p->type != nullptr) {
        current = p->type;
        if (p->name == nullptr) {
          where = current->position;
          p->name = make_name(where, "_");
        }
      } else if (current != nullptr) {
        p->type = current;
      } else {
        where = p->name->position;
        p->type = bad_expr(where);
      }
    }
    if (where.valid()) {
      std::string message;
      if (named == typed) {
        where = fields->closing;
        message = require_names ? "missing type constraint" : "missing parameter type";
      } else if (require_names) {
        message = "missing type parameter name";
        if (entries.size() == 1) message += " or invalid array length";
      } else {
        message = "missing parameter name";
      }
      syntax_error(where, message);
    }
  }

  bool reported = false;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto* dots = try_as<Ellipsis>(entries[i].type);
    if (dots == nullptr || (variadic_ok && i + 1 == entries.size())) continue;
    if (!reported) {
      error(dots->position,
            variadic_ok ? "can only use ... with final parameter" : "invalid use of ...");
      reported = true;
    }
    entries[i].type = dots->elt;
  }

  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Parameter& p = entries[i];
    if (p.name == nullptr) {
      add_field(fields, {}, p.type, nullptr, p.type->position);
    } else if (i > 0 && entries[i - 1].name != nullptr && entries[i - 1].type == p.type) {
      fields->list.back()->names.push_back(p.name);
    } else {
      add_field(fields, {p.name}, p.type, nullptr, p.name->position);
    }
  }
  return fields;
}

}  // namespace model::syntax
