// Statements (Go spec, "Statements"). Switches are in check_switch.cpp, range loops in check_range.cpp; labels and the
// targets of branches are the parser's.

#include "model/types/check.hpp"

namespace model::types {

using namespace syntax;

void PackageCheck::statement(const Stmt* s, unsigned statement_context) {
  if (s == nullptr) return;
  const std::size_t from = delayed_.size();
  Scope* scope = env_.scope;
  statement_internal(s, statement_context);
  process_delayed(from);
  env_.scope = scope;
}

void PackageCheck::statement_list(const std::vector<Stmt*>& list, unsigned statement_context) {
  std::size_t last = list.size();
  while (last > 0 && is<EmptyStmt>(list[last - 1])) --last;
  for (std::size_t i = 0; i < last; ++i) {
    const bool is_last = i + 1 == last;
    statement(list[i], is_last ? statement_context : statement_context & ~kFallthroughOk);
  }
}

void PackageCheck::statement_internal(const Stmt* s, unsigned statement_context) {
  switch (s->kind) {
    case Kind::BadStmt:
    case Kind::EmptyStmt: return;
    case Kind::DeclStmt:
      if (const auto* decl = try_as<GenDecl>(as<DeclStmt>(s)->decl)) declaration_statement(decl);
      return;
    case Kind::LabeledStmt: return statement(as<LabeledStmt>(s)->stmt, statement_context);
    case Kind::ExprStmt: return expression_statement(as<ExprStmt>(s));
    case Kind::SendStmt: return send_statement(as<SendStmt>(s));
    case Kind::IncDecStmt: return increment(as<IncDecStmt>(s));
    case Kind::AssignStmt: return assign_statement(as<AssignStmt>(s));
    case Kind::GoStmt: return suspended_call("go", as<GoStmt>(s)->call);
    case Kind::DeferStmt: return suspended_call("defer", as<DeferStmt>(s)->call);
    case Kind::ReturnStmt: return return_statement(as<ReturnStmt>(s));
    case Kind::BranchStmt: return branch_statement(as<BranchStmt>(s), statement_context);
    case Kind::BlockStmt:
      open_scope(s);
      return statement_list(as<BlockStmt>(s)->list, 0);
    case Kind::IfStmt: return if_statement(as<IfStmt>(s));
    case Kind::SwitchStmt: return switch_statement(as<SwitchStmt>(s));
    case Kind::TypeSwitchStmt: return type_switch(as<TypeSwitchStmt>(s));
    case Kind::SelectStmt: return select_statement(as<SelectStmt>(s));
    case Kind::ForStmt: return for_statement(as<ForStmt>(s));
    case Kind::RangeStmt: return range_statement(as<RangeStmt>(s));
    default: assert(false); return;  // no statement of its own
  }
}

void PackageCheck::expression_statement(const ExprStmt* s) {
  Operand x;
  const ExprUse kind = raw_expr(nullptr, x, s->x, nullptr, false);
  const char* what = "is not used";
  const char* code = "UnusedExpr";
  if (x.mode == Mode::Builtin) {
    what = "must be called";
    code = "UncalledBuiltin";
  } else if (x.mode == Mode::TypeExpr) {
    what = "is not an expression";
    code = "NotAnExpr";
  } else if (kind == ExprUse::Statement || x.mode == Mode::Invalid) {
    return;
  }
  error(start_of(x), code, fmt::format("{} {}", str(x), what));
}

void PackageCheck::send_statement(const SendStmt* s) {
  Operand channel, value;
  expr(channel, s->chan);
  expr(value, s->value);
  if (channel.mode == Mode::Invalid || value.mode == Mode::Invalid) return;
  if (Type* element = channel_element(start_of(s->chan), channel, false)) {
    assignment(value, element, "send");
  }
}

void PackageCheck::increment(const IncDecStmt* s) {
  Operand x;
  expr(x, s->x);
  if (x.mode == Mode::Invalid) return;
  if (!all_numeric(x.type)) {
    return error(start_of(s->x), "NonNumericIncDec",
                 fmt::format("invalid operation: {}{} (non-numeric type {})", str(s->x),
                             token_text(s->op), str(x.type)));
  }
  assign_var(s->x, nullptr, &x, "assignment");
}

void PackageCheck::assign_statement(const AssignStmt* s) {
  if (s->op == Token::Define) return short_var_declaration(s);
  if (s->op == Token::Assign) return assign_vars(s->lhs, s->rhs);
  if (s->lhs.size() != 1 || s->rhs.size() != 1) {
    return error(start_of(s->lhs[0]), "MultiValAssignOp",
                 fmt::format("assignment operation {} requires single-valued expressions",
                             token_text(s->op)));
  }
  Operand x;
  binary(x, nullptr, s->lhs[0], s->rhs[0], assignment_operator(s->op), s->op_position);
  assign_var(s->lhs[0], nullptr, &x, "assignment");
}

void PackageCheck::suspended_call(const char* keyword, const CallExpr* call) {
  if (call == nullptr) return;
  Operand x;
  const char* what = "requires function call, not conversion";
  const char* code = keyword[0] == 'g' ? "InvalidGo" : "InvalidDefer";
  switch (raw_expr(nullptr, x, call, nullptr, false)) {
    case ExprUse::Statement: return;
    case ExprUse::Conversion: break;
    case ExprUse::Expression:
      what = "discards result of";
      code = "UnusedResults";
      break;
  }
  if (x.mode == Mode::Invalid) return;
  error(start_of(x), code, fmt::format("{} {} {}", keyword, what, str(x)));
}

void PackageCheck::return_statement(const ReturnStmt* s) {
  const std::vector<Var*>& results = env_.signature->results->vars;
  if (s->results.empty() && !results.empty() && !results[0]->name.empty()) {
    for (const Var* result : results) {
      const Object* other = lookup(result->name);
      if (other == nullptr || other == result) continue;
      error(s->position, "OutOfScopeResult",
            fmt::format("result parameter {} not in scope at return\n\t{}: inner declaration of {}",
                        result->name, at(other->position), object_string(result, package_)));
    }
    return;
  }
  if (!s->results.empty() || !results.empty()) init_vars(results, s->results, s);
}

void PackageCheck::branch_statement(const BranchStmt* s, unsigned statement_context) {
  if (s->token != Token::Fallthrough || (statement_context & kFallthroughOk) != 0) return;
  const char* message = (statement_context & kFinalCase) != 0
                            ? "cannot fallthrough final case in switch"
                        : (statement_context & kInTypeSwitch) != 0
                            ? "cannot fallthrough in type switch"
                            : "fallthrough statement out of place";
  error(s->position, "MisplacedFallthrough", message);
}

void PackageCheck::condition(const Expr* e, const char* what) {
  Operand x;
  expr(x, e);
  if (x.mode == Mode::Invalid || all_boolean(x.type)) return;
  error(start_of(e), "InvalidCond", fmt::format("non-boolean condition in {} statement", what));
}

void PackageCheck::if_statement(const IfStmt* s) {
  open_scope(s);
  statement(s->init);
  condition(s->cond, "if");
  statement(s->body);
  statement(s->else_stmt);
}

void PackageCheck::for_statement(const ForStmt* s) {
  open_scope(s);
  statement(s->init);
  if (s->cond != nullptr) condition(s->cond, "for");
  const auto* post = try_as<AssignStmt>(s->post);
  if (post != nullptr && post->op == Token::Define) {
    use(post->lhs, true);  // the parser has complained
  } else {
    statement(s->post);
  }
  statement(s->body);
}

void PackageCheck::select_statement(const SelectStmt* s) {
  std::vector<Position> defaults;
  for (const CommClause* clause : s->clauses) {
    if (clause->comm == nullptr) defaults.push_back(clause->position);
  }
  multiple_defaults(defaults);
  for (const CommClause* clause : s->clauses) {
    const Expr* receive = nullptr;
    bool valid = clause->comm == nullptr || is<SendStmt>(clause->comm);
    if (const auto* assign = try_as<AssignStmt>(clause->comm)) {
      if (assign->rhs.size() == 1) receive = assign->rhs[0];
    } else if (const auto* expression = try_as<ExprStmt>(clause->comm)) {
      receive = expression->x;
    }
    if (receive != nullptr) {
      const auto* unary_expr = try_as<UnaryExpr>(without_parens(receive));
      valid = unary_expr != nullptr && unary_expr->op == Token::Arrow;
    }
    if (!valid) {
      if (!is<BadStmt>(clause->comm)) {
        error(clause->comm->position, "InvalidSelectCase",
              "select case must be send or receive (possibly with assignment)");
      }
      continue;
    }
    open_scope(clause);
    statement(clause->comm);
    statement_list(clause->body, 0);
    close_scope();
  }
}

void PackageCheck::multiple_defaults(const std::vector<Position>& defaults) {
  for (std::size_t i = 1; i < defaults.size(); ++i) {
    error(defaults[i], "DuplicateDefault",
          fmt::format("multiple defaults (first at {})", at(defaults[0])));
  }
}

}  // namespace model::types
