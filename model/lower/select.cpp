// select (Go spec, "Select statements"): channels and values of all cases are evaluated once, in source order; the left side
// of a receive only if its case is chosen. As in gc, a single case without default is the plain operation.

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using types::Type;

void FunctionLowering::select_statement(const SelectStmt* s) {
  program::Select select;
  std::vector<const UnaryExpr*> receives(s->clauses.size(), nullptr);
  std::vector<Type*> element(s->clauses.size(), nullptr);
  std::vector<std::int32_t> number(s->clauses.size(), -1);
  const auto sides = [](const CommClause* c) {
    const auto* a = try_as<AssignStmt>(c->comm);
    return a == nullptr ? std::vector<Expr*>() : a->lhs;
  };
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    const CommClause* c = s->clauses[i];
    if (c->comm == nullptr) {
      select.has_default = true;
      select.default_mark = lowering_.mark(c);
      continue;
    }
    number[i] = static_cast<std::int32_t>(select.cases.size());
    program::SelectCase one;
    one.position = c->comm->position;
    one.channel = alloc(1);
    if (const auto* send = try_as<SendStmt>(c->comm)) {
      Type* type = types::core_as<types::Chan>(type_of(send->chan))->elem;
      one.is_send = true;
      expr(send->chan, one.channel);
      one.slots = slots(type);
      one.value = alloc(one.slots);
      expr_as(send->value, type, one.value);
      one.mark = lowering_.mark(send);
    } else {
      const auto* assign = try_as<AssignStmt>(c->comm);
      const Expr* e = strip(assign != nullptr ? assign->rhs[0] : as<ExprStmt>(c->comm)->x);
      const auto* receive = as<UnaryExpr>(e);
      receives[i] = receive;
      one.mark = lowering_.mark(receive);
      one.position = receive->position;
      expr(receive->x, one.channel);
      element[i] = types::core_as<types::Chan>(type_of(receive->x))->elem;
      one.slots = slots(element[i]);
      const std::vector<Expr*> lhs = sides(c);
      const auto wanted = [&](std::size_t k) {
        const auto* name = k < lhs.size() ? try_as<Ident>(strip(lhs[k])) : nullptr;
        return k < lhs.size() && (name == nullptr || !name->is_blank());
      };
      if (wanted(0)) one.value = alloc(one.slots);
      if (wanted(1)) one.ok = alloc(1);
    }
    select.cases.push_back(one);
  }
  Label end;
  loops_[s] = {&end, nullptr};
  Slot chosen = kNoSlot;
  if (select.cases.size() == 1 && !select.has_default) {
    const program::SelectCase& c = select.cases[0];
    if (c.is_send) {
      add(c.position, {.op = Op::ChanSend, .a = c.channel, .b = c.value, .n = c.slots});
    } else {
      add(c.position, {.op = Op::ChanReceive, .a = c.value, .b = c.channel, .e = c.ok, .n = c.slots});
    }
    mark_last(c.mark);
  } else {
    chosen = alloc(1);
    out_.selects.push_back(select);
    add(s->position, {.op = Op::Select, .a = chosen, .b = static_cast<std::int32_t>(out_.selects.size()) - 1});
  }
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    const CommClause* c = s->clauses[i];
    Label body, next;
    const Slot mark = top_;
    const bool last = i + 1 == s->clauses.size();
    if (chosen != kNoSlot && !last) {
      const Slot n = integer(c->position, number[i]);
      branch(c->position, binary(c->position, BinaryOp::Eq, program::TypeKind::Int, chosen, n), body, next);
      top_ = mark;
    }
    place(body);
    if (receives[i] != nullptr) {
      const program::SelectCase& one = select.cases[static_cast<std::size_t>(number[i])];
      const std::vector<Expr*> lhs = sides(c);
      const auto* assign = try_as<AssignStmt>(c->comm);
      const bool define = assign != nullptr && assign->op == Token::Define;
      if (!define) {
        for (const Expr* e : lhs) precompute_place(e);
      }
      const std::vector<Type*> types{element[i], types::basic(types::BasicKind::Bool)};
      if (!lhs.empty()) assign_several(lhs, {one.value, one.ok}, types, define, c->comm->position);
    }
    statements(c->body);
    top_ = mark;
    if (!last) jump(c->end, end);
    place(next);
  }
  place(end);
  loops_.erase(s);
}

}  // namespace model::lower
