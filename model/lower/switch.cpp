// Expression and type switches (Go spec, "Switch statements").

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using program::TypeKind;
using types::Type;

void FunctionLowering::switch_statement(const SwitchStmt* s) {
  statement(s->init);
  Type* type = nullptr;
  Slot tag = kNoSlot;
  if (s->tag != nullptr) {
    type = type_of(s->tag);
    tag = alloc(slots(type));
    const Slot mark = top_;
    expr_as(s->tag, type, tag);
    top_ = mark;
  }
  std::vector<Label> bodies(s->clauses.size());
  Label end;
  loops_[s] = {&end, nullptr};
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    for (const Expr* e : s->clauses[i]->list) {
      const Slot mark = top_;
      Label next;
      if (type == nullptr) {
        condition(e, bodies[i], next);
      } else {
        Type* from = type_of(e);
        if (types::is_untyped_nil(from)) from = type;
        const Slot value = expr_as(e, from);
        branch(e->position, equal(e->position, tag, type, value, from), bodies[i], next);
      }
      place(next);
      top_ = mark;
    }
  }
  clauses(s->clauses, bodies, end, s->position);
  loops_.erase(s);
}

/// After the tests: to the default clause or past all; then the bodies.
void FunctionLowering::clauses(const std::vector<CaseClause*>& list, std::vector<Label>& bodies, Label& end,
                               Position position) {
  Label* other = &end;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i]->is_default) other = &bodies[i];
  }
  jump(position, *other);
  Label* const around = fallthrough_;
  for (std::size_t i = 0; i < list.size(); ++i) {
    place(bodies[i]);
    fallthrough_ = i + 1 < list.size() ? &bodies[i + 1] : nullptr;
    statements(list[i]->body);
    if (i + 1 < list.size()) jump(list[i]->end, end);
  }
  fallthrough_ = around;
  place(end);
}

void FunctionLowering::type_switch(const TypeSwitchStmt* s) {
  statement(s->init);
  Type* type = type_of(s->guard->x);
  const Slot x = alloc(2);
  const Slot ok = alloc(1);
  expr(s->guard->x, x);
  std::vector<Label> bodies(s->clauses.size());
  Label end;
  loops_[s] = {&end, nullptr};
  const auto is_nil = [&](const Expr* e) {
    const auto* name = try_as<Ident>(strip(e));
    return name != nullptr && types::is<types::Nil>(info_.use(name));
  };
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    for (const Expr* e : s->clauses[i]->list) {
      const Slot mark = top_;
      Label next;
      if (is_nil(e)) {
        binary(e->position, BinaryOp::Eq, TypeKind::Uintptr, x, integer(e->position, 0), ok);
      } else {
        require_values_of(type_of(e), x, e->position);
        add(e->position, {.op = Op::TypeAssert, .b = x, .c = type_id(type), .d = type_id(type_of(e)), .e = ok});
      }
      branch(e->position, ok, bodies[i], next);
      place(next);
      top_ = mark;
    }
  }
  Label* other = &end;
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    if (s->clauses[i]->is_default) other = &bodies[i];
  }
  jump(s->position, *other);
  for (std::size_t i = 0; i < s->clauses.size(); ++i) {
    const CaseClause* c = s->clauses[i];
    place(bodies[i]);
    const Slot mark = top_;
    if (auto* v = types::try_as<types::Var>(info_.implicit(c))) {
      if (c->list.size() == 1 && !is_nil(c->list[0])) {
        Type* to = type_of(c->list[0]);
        const Slot value = alloc(slots(to));
        add(c->position, {.op = Op::TypeAssert, .a = value, .b = x, .c = type_id(type), .d = type_id(to)});
        initialise(v, value, c->position);
      } else {
        initialise(v, x, c->position);
      }
    }
    statements(c->body);
    top_ = mark;
    if (i + 1 < s->clauses.size()) jump(c->end, end);
  }
  place(end);
  loops_.erase(s);
}

}  // namespace model::lower
