// Expression and type switches (Go spec, "Switch statements").

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

void PackageCheck::switch_statement(const SwitchStmt* s) {
  open_scope(s);
  statement(s->init);
  Operand x;
  Ident implied;  // what a missing tag stands for
  if (s->tag != nullptr) {
    expr(x, s->tag);
    assignment(x, nullptr, "switch expression");
    if (x.mode != Mode::Invalid && !comparable(x.type) && !has_nil(x.type)) {
      error(start_of(x), "InvalidExprSwitch",
            fmt::format("cannot switch on {} ({} is not comparable)", str(x), str(x.type)));
      x.mode = Mode::Invalid;
    }
  } else {
    implied.name = "true";
    implied.position = s->clauses.empty() ? s->rbrace : s->clauses[0]->position;
    x.mode = Mode::Constant;
    x.type = basic(BasicKind::Bool);
    x.value = constant::make_bool(true);
    x.expr = &implied;
  }
  std::vector<Position> defaults;
  for (const CaseClause* clause : s->clauses) {
    if (clause->is_default) defaults.push_back(clause->position);
  }
  multiple_defaults(defaults);
  CaseValues seen;
  for (const CaseClause* clause : s->clauses) {
    case_values(x, clause->list, seen);
    open_scope(clause);
    statement_list(clause->body, clause == s->clauses.back() ? kFinalCase : kFallthroughOk);
    close_scope();
  }
  untyped_.erase(&implied);
}

void PackageCheck::case_values(const Operand& x, const std::vector<Expr*>& list,
                               CaseValues& seen) {
  for (const Expr* e : list) {
    Operand v;
    expr(v, e);
    if (x.mode == Mode::Invalid || v.mode == Mode::Invalid) continue;
    convert_untyped(v, x.type);
    if (v.mode == Mode::Invalid) continue;
    Operand result = v, tag = x;
    comparison(result, tag, Token::Eql, true);
    if (result.mode == Mode::Invalid || v.mode != Mode::Constant) continue;
    switch (v.value.kind()) {
      case constant::Kind::Int:
      case constant::Kind::Float:
      case constant::Kind::String: break;
      case constant::Kind::Bool:
      case constant::Kind::Complex:
      case constant::Kind::Unknown: continue;  // may be repeated
    }
    const std::string key = constant::exact_string(v.value);
    bool duplicate = false;
    for (const CaseValue& other : seen[key]) {
      if (!identical(v.type, other.type)) continue;
      error(start_of(v), "DuplicateCase",
            fmt::format("duplicate case {} in expression switch\n\t{}: previous case", str(v),
                        at(other.position)));
      duplicate = true;
      break;
    }
    if (!duplicate) seen[key].push_back({middle_of(e), v.type});
  }
}

bool PackageCheck::is_nil(const Expr* e) const {
  const auto* name = try_as<Ident>(without_parens(e));
  return name != nullptr && is<Nil>(lookup(name->name));
}

Type* PackageCheck::case_types(const Operand* x, const std::vector<Expr*>& list,
                               CaseTypes& seen) {
  Type* type = nullptr;  // of the last case; null for nil
  for (const Expr* e : list) {
    if (is_nil(e)) {
      Operand nil;
      expr(nil, e);
      type = nullptr;
    } else {
      type = var_type(e);
      if (!is_valid(type)) continue;
    }
    bool duplicate = false;
    for (const auto& [other, where] : seen) {
      if ((type == nullptr) != (other == nullptr)) continue;
      if (type != nullptr && !identical(type, other)) continue;
      error(start_of(e), "DuplicateCase",
            fmt::format("duplicate case {} in type switch\n\t{}: previous case",
                        type != nullptr ? str(type) : "nil", at(start_of(where))));
      duplicate = true;
      break;
    }
    if (duplicate) continue;
    seen.emplace_back(type, e);
    if (type != nullptr && x != nullptr) check_assertion(e, *x, type, true);
  }
  if (list.size() == 1 && type != nullptr) return type;
  return x != nullptr ? x->type : invalid_type();
}

void PackageCheck::type_switch(const TypeSwitchStmt* s) {
  open_scope(s);
  statement(s->init);
  const Ident* bind = s->bind;
  if (bind != nullptr && bind->is_blank()) {
    error(bind->position, "NoNewVar", "no new variable on left side of :=");
    bind = nullptr;
  } else if (bind != nullptr) {
    info_.record_def(bind, nullptr);
  }
  Operand x;
  const Operand* subject = nullptr;
  expr(x, s->guard->x);
  if (x.mode != Mode::Invalid) {
    if (is_type_param(x.type)) {
      error(start_of(x), "InvalidTypeSwitch",
            fmt::format("cannot use type switch on type parameter value {}", str(x)));
    } else if (is_interface(x.type)) {
      subject = &x;
    } else {
      error(start_of(x), "InvalidTypeSwitch", str(x) + " is not an interface");
    }
  }
  std::vector<Position> defaults;
  for (const CaseClause* clause : s->clauses) {
    if (clause->is_default) defaults.push_back(clause->position);
  }
  multiple_defaults(defaults);

  std::vector<Var*> vars;  // the variable, anew in each clause
  CaseTypes seen;
  for (const CaseClause* clause : s->clauses) {
    Type* type = case_types(subject, clause->list, seen);
    open_scope(clause);
    if (bind != nullptr) {
      Var* var = context().var(VarKind::Local, bind->position, package_, bind->name, type);
      declare(env_.scope, nullptr, var, clause->colon);
      info_.record_implicit(clause, var);
      vars.push_back(var);
    }
    statement_list(clause->body, kInTypeSwitch);
    close_scope();
  }
  if (bind == nullptr) return;
  // Function literals use variables too, but their bodies are checked at the end of each statement: done.
  bool used = false;
  for (Var* var : vars) {
    used |= var->used;
    var->used = true;  // reported here, once for all
  }
  if (!used) error(bind->position, "UnusedVar", bind->name + " declared and not used");
}

}  // namespace model::types
