// Terminating statements, rule by rule of the Go spec. A break knows its target (syntax/tree.hpp), so
// "no break statements referring to it" is a search for branches with that target.

#include "model/types/return.hpp"

namespace model::types {

namespace {

using namespace syntax;

bool breaks_out(const Stmt* s, const Stmt* target);

bool any_breaks_out(const std::vector<Stmt*>& list, const Stmt* target) {
  for (const Stmt* s : list) {
    if (breaks_out(s, target)) return true;
  }
  return false;
}

/// Is there a break in `s` that leaves `target`?
bool breaks_out(const Stmt* s, const Stmt* target) {
  if (s == nullptr) return false;
  switch (s->kind) {
    case Kind::BranchStmt: {
      const auto* branch = as<BranchStmt>(s);
      return branch->token == Token::Break && branch->target == target;
    }
    case Kind::LabeledStmt: return breaks_out(as<LabeledStmt>(s)->stmt, target);
    case Kind::BlockStmt: return any_breaks_out(as<BlockStmt>(s)->list, target);
    case Kind::IfStmt:
      return breaks_out(as<IfStmt>(s)->body, target) ||
             breaks_out(as<IfStmt>(s)->else_stmt, target);
    case Kind::SwitchStmt:
      for (const CaseClause* clause : as<SwitchStmt>(s)->clauses) {
        if (any_breaks_out(clause->body, target)) return true;
      }
      return false;
    case Kind::TypeSwitchStmt:
      for (const CaseClause* clause : as<TypeSwitchStmt>(s)->clauses) {
        if (any_breaks_out(clause->body, target)) return true;
      }
      return false;
    case Kind::SelectStmt:
      for (const CommClause* clause : as<SelectStmt>(s)->clauses) {
        if (any_breaks_out(clause->body, target)) return true;
      }
      return false;
    case Kind::ForStmt: return breaks_out(as<ForStmt>(s)->body, target);
    case Kind::RangeStmt: return breaks_out(as<RangeStmt>(s)->body, target);
    default: return false;  // contains no statements
  }
}

bool list_is_terminating(const std::vector<Stmt*>& list, const PanicCalls& panics) {
  for (auto it = list.rbegin(); it != list.rend(); ++it) {
    if (!is<EmptyStmt>(*it)) return is_terminating(*it, panics);
  }
  return false;
}

/// All clauses end in a terminating statement (or fallthrough), one is the default, none breaks.
bool switch_is_terminating(const Stmt* s, const std::vector<CaseClause*>& clauses,
                           const PanicCalls& panics) {
  bool has_default = false;
  for (const CaseClause* clause : clauses) {
    has_default |= clause->is_default;
    if (!list_is_terminating(clause->body, panics) || any_breaks_out(clause->body, s)) return false;
  }
  return has_default;
}

const Expr* without_parens(const Expr* x) {
  while (is<ParenExpr>(x)) x = as<ParenExpr>(x)->x;
  return x;
}

}  // namespace

bool is_terminating(const Stmt* s, const PanicCalls& panics) {
  if (s == nullptr) return false;
  switch (s->kind) {
    case Kind::ReturnStmt: return true;
    case Kind::BranchStmt:
      return as<BranchStmt>(s)->token == Token::Goto ||
             as<BranchStmt>(s)->token == Token::Fallthrough;
    case Kind::ExprStmt: {
      const auto* call = try_as<CallExpr>(without_parens(as<ExprStmt>(s)->x));
      return call != nullptr && panics.count(call) != 0;
    }
    case Kind::LabeledStmt: return is_terminating(as<LabeledStmt>(s)->stmt, panics);
    case Kind::BlockStmt: return list_is_terminating(as<BlockStmt>(s)->list, panics);
    case Kind::IfStmt:
      return as<IfStmt>(s)->else_stmt != nullptr && is_terminating(as<IfStmt>(s)->body, panics) &&
             is_terminating(as<IfStmt>(s)->else_stmt, panics);
    case Kind::ForStmt: {
      const auto* loop = as<ForStmt>(s);
      return loop->cond == nullptr && !breaks_out(loop->body, s);
    }
    case Kind::SwitchStmt:
      return switch_is_terminating(s, as<SwitchStmt>(s)->clauses, panics);
    case Kind::TypeSwitchStmt:
      return switch_is_terminating(s, as<TypeSwitchStmt>(s)->clauses, panics);
    case Kind::SelectStmt:
      for (const CommClause* clause : as<SelectStmt>(s)->clauses) {
        if (!list_is_terminating(clause->body, panics) || any_breaks_out(clause->body, s)) {
          return false;
        }
      }
      return true;
    default: return false;
  }
}

}  // namespace model::types
