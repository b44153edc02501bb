// A walk over all statements, those of function literals too. A statement is on a line if it starts, ends or goes on there;
// of a range over a channel only the header counts.

#include "model/property/statement.hpp"

#include <algorithm>

#include "model/syntax/operands.hpp"
#include "model/types/object.hpp"
#include "model/types/predicates.hpp"

namespace model::property {

using namespace syntax;

namespace {

const Expr* strip(const Expr* e) {
  while (is<ParenExpr>(e)) e = as<ParenExpr>(e)->x;
  return e;
}

}  // namespace

class StatementWalk {
 public:
  StatementWalk(Statements& out, const types::Info& info) : out_(out), info_(info) {}

  void statement(const Stmt* s) {
    if (s == nullptr) return;
    switch (s->kind) {
      case Kind::BadStmt:
      case Kind::EmptyStmt: return;
      case Kind::DeclStmt: {
        const auto* d = try_as<GenDecl>(as<DeclStmt>(s)->decl);
        if (d == nullptr || d->token != Token::Var) return;
        return simple(s, s->position.line, s->end.line, [&] {
          for (const Spec* spec : d->specs) expressions(as<ValueSpec>(spec)->values);
        });
      }
      case Kind::LabeledStmt: return statement(as<LabeledStmt>(s)->stmt);
      case Kind::ExprStmt:
        return simple(s, s->position.line, s->end.line, [&] { expression(as<ExprStmt>(s)->x); });
      case Kind::SendStmt:
        return simple(s, s->position.line, s->end.line, [&] {
          expression(as<SendStmt>(s)->chan);
          expression(as<SendStmt>(s)->value);
        });
      case Kind::IncDecStmt:
        return simple(s, s->position.line, s->end.line, [&] { expression(as<IncDecStmt>(s)->x); });
      case Kind::AssignStmt:
        return simple(s, s->position.line, s->end.line, [&] {
          expressions(as<AssignStmt>(s)->lhs);
          expressions(as<AssignStmt>(s)->rhs);
        });
      case Kind::GoStmt:
        return simple(s, s->position.line, s->end.line, [&] { expression(as<GoStmt>(s)->call); });
      case Kind::DeferStmt:
        return simple(s, s->position.line, s->end.line, [&] { expression(as<DeferStmt>(s)->call); });
      case Kind::ReturnStmt:
        return simple(s, s->position.line, s->end.line, [&] { expressions(as<ReturnStmt>(s)->results); });
      case Kind::BranchStmt: return simple(s, s->position.line, s->end.line, [] {});
      case Kind::BlockStmt: return block(as<BlockStmt>(s)->list);
      case Kind::IfStmt: {
        const auto* i = as<IfStmt>(s);
        statement(i->init);
        expression(i->cond);
        statement(i->body);
        return statement(i->else_stmt);
      }
      case Kind::CaseClause:
        expressions(as<CaseClause>(s)->list);
        return block(as<CaseClause>(s)->body);
      case Kind::SwitchStmt: {
        const auto* w = as<SwitchStmt>(s);
        statement(w->init);
        expression(w->tag);
        for (const CaseClause* c : w->clauses) statement(c);
        return;
      }
      case Kind::TypeSwitchStmt: {
        const auto* w = as<TypeSwitchStmt>(s);
        statement(w->init);
        expression(w->guard);
        for (const CaseClause* c : w->clauses) statement(c);
        return;
      }
      case Kind::CommClause: {
        const auto* c = as<CommClause>(s);
        if (c->comm == nullptr) {
          out_.candidates_.push_back({s, s->position.line, c->colon.valid() ? c->colon.line : s->position.line, outer_, true});
        }
        statement(c->comm);
        return block(c->body);
      }
      case Kind::SelectStmt:
        for (const CommClause* c : as<SelectStmt>(s)->clauses) statement(c);
        return;
      case Kind::ForStmt: {
        const auto* f = as<ForStmt>(s);
        statement(f->init);
        expression(f->cond);
        statement(f->post);
        return statement(f->body);
      }
      case Kind::RangeStmt: {
        const auto* r = as<RangeStmt>(s);
        types::Type* type = info_.type_of(r->x);
        if (type != nullptr && types::core_as<types::Chan>(type) != nullptr) {
          simple(s, s->position.line, r->body->position.line, [&] { expression(r->x); });
        } else {
          expression(r->x);
        }
        return statement(r->body);
      }
      default: return;
    }
  }

 private:
  template <typename Inside>
  void simple(const Stmt* s, std::uint32_t first, std::uint32_t last, Inside inside) {
    out_.candidates_.push_back({s, first, last, outer_, false});
    const std::int32_t outer = outer_;
    outer_ = static_cast<std::int32_t>(out_.candidates_.size() - 1);
    inside();
    outer_ = outer;
  }
  void block(const std::vector<Stmt*>& list) {
    for (const Stmt* s : list) statement(s);
  }
  void expressions(const std::vector<Expr*>& list) {
    for (const Expr* e : list) expression(e);
  }
  void expression(const Expr* e) {
    if (e == nullptr) return;
    if (const auto* f = try_as<FuncLit>(e)) return statement(f->body);
    for_each_operand(e, [&](const Expr* x) { expression(x); });
  }

  Statements& out_;
  const types::Info& info_;
  std::int32_t outer_ = -1;
};

Statements::Statements(const File& file, const types::Info& info) : info_(info) {
  StatementWalk walk(*this, info);
  for (const Decl* d : file.decls) {
    if (const auto* f = try_as<FuncDecl>(d)) walk.statement(f->body);
  }
}

Statements::Found Statements::on_line(std::uint32_t line) const {
  std::vector<bool> here(candidates_.size(), false);
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    here[i] = candidates_[i].first <= line && line <= candidates_[i].last;
  }
  std::vector<bool> innermost = here;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!here[i] || candidates_[i].is_default) continue;
    for (std::int32_t o = candidates_[i].outer; o >= 0; o = candidates_[static_cast<std::size_t>(o)].outer) {
      innermost[static_cast<std::size_t>(o)] = false;
    }
  }
  Found found;
  const Candidate* one = nullptr;
  for (const bool defaults : {false, true}) {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!innermost[i] || candidates_[i].is_default != defaults) continue;
      one = &candidates_[i];
      ++found.count;
    }
    if (found.count > 0) break;
  }
  if (found.count != 1) return found;
  found.position = one->statement->position;
  found.node = operation(one->statement);
  return found;
}

/// The receive or call that the statement is about: the outermost one; of several its only operation on a channel, or
/// its only call. Else the statement.
const Node* Statements::operation(const Stmt* s) const {
  std::vector<const Expr*> roots;
  switch (s->kind) {
    case Kind::ExprStmt: roots.push_back(as<ExprStmt>(s)->x); break;
    case Kind::AssignStmt: {
      const auto* a = as<AssignStmt>(s);
      roots.assign(a->rhs.begin(), a->rhs.end());
      roots.insert(roots.end(), a->lhs.begin(), a->lhs.end());
      break;
    }
    case Kind::DeclStmt:
      for (const Spec* spec : as<GenDecl>(as<DeclStmt>(s)->decl)->specs) {
        for (const Expr* e : as<ValueSpec>(spec)->values) roots.push_back(e);
      }
      break;
    case Kind::IncDecStmt: roots.push_back(as<IncDecStmt>(s)->x); break;
    default: return s;
  }
  std::vector<const Expr*> channel, calls;
  const auto collect = [&](const auto& self, const Expr* e) -> void {
    if (e == nullptr || is<FuncLit>(e)) return;
    if (const auto* u = try_as<UnaryExpr>(e); u != nullptr && u->op == Token::Arrow) channel.push_back(e);
    if (const auto* call = try_as<CallExpr>(e)) {
      const auto* name = try_as<Ident>(strip(call->fun));
      const auto* builtin = name == nullptr ? nullptr : types::try_as<types::Builtin>(info_.use(name));
      if (builtin != nullptr) {
        if (builtin->builtin == types::BuiltinId::Close) channel.push_back(e);
      } else if (!info_.type_and_value(strip(call->fun)).is_type()) {
        calls.push_back(e);
      }
    }
    for_each_operand(e, [&](const Expr* x) { self(self, x); });
  };
  for (const Expr* e : roots) collect(collect, e);
  const bool one_value = s->kind != Kind::AssignStmt || as<AssignStmt>(s)->rhs.size() == 1;
  const Expr* top = one_value && !roots.empty() ? strip(roots[0]) : nullptr;
  const auto has = [&](const std::vector<const Expr*>& list) {
    return std::find(list.begin(), list.end(), top) != list.end();
  };
  if (has(channel) || has(calls)) return top;
  if (channel.size() == 1) return channel[0];
  if (channel.empty() && calls.size() == 1) return calls[0];
  return s;
}

}  // namespace model::property
