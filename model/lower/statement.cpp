// Statements: blocks, declarations, if, for, jumps, return.

#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"

namespace model::lower {

using namespace syntax;
using types::Type;

void FunctionLowering::statements(const std::vector<Stmt*>& list) {
  const Slot mark = top_;
  for (const Stmt* s : list) statement(s);
  top_ = mark;
}

void FunctionLowering::block(const BlockStmt* s) { statements(s->list); }

Label& FunctionLowering::label_of(const Stmt* s) {
  std::unique_ptr<Label>& label = labels_[s];
  if (label == nullptr) label = std::make_unique<Label>();
  return *label;
}

/// A variable's slot, or its new object with the zero value.
FunctionLowering::Variable& FunctionLowering::declare(types::Var* v, Position position,
                                                      bool initialised_by_caller) {
  Type* type = resolve(v->type);
  const bool boxed = analysis_->boxed(v);
  const Slot slot = alloc(boxed ? 1 : slots(type));
  Variable& variable = variables_[v] = {slot, boxed};
  if (boxed) {
    add(v->position, {.op = Op::New, .a = slot, .d = type_id(type)});
    out_.variables.push_back({v->name, types().id(type), slot, v->position, true});
  } else {
    if (!initialised_by_caller) zero(position, slot, slots(type));
    out_.variables.push_back({v->name, types().id(type), slot, v->position, false});
  }
  return variable;
}

void FunctionLowering::initialise(types::Var* v, Slot value, Position position) {
  const Variable& variable = declare(v, position, true);
  const std::int32_t n = slots(resolve(v->type));
  if (variable.boxed) {
    add(position, {.op = Op::Store, .a = variable.slot, .b = value, .c = 0, .n = n});
  } else {
    copy(position, variable.slot, value, n);
  }
}

void FunctionLowering::declaration(const GenDecl* d) {
  if (d == nullptr || d->token != Token::Var) return;
  for (const Spec* spec : d->specs) {
    const auto* s = as<ValueSpec>(spec);
    std::vector<types::Var*> vars;
    for (const Ident* name : s->names) vars.push_back(types::try_as<types::Var>(info_.def(name)));
    std::vector<Expr*> lhs(s->names.begin(), s->names.end());
    if (s->values.empty()) {
      for (types::Var* v : vars) {
        if (v != nullptr && v->name != "_") declare(v, s->position, false);
      }
    } else if (s->values.size() == s->names.size()) {
      if (s->values.size() == 1) {
        assign_one(lhs[0], s->values[0], true, s->position);
        continue;
      }
      // Several: all values first.
      std::vector<Slot> values;
      for (const Expr* value : s->values) precompute(value);
      std::vector<Type*> types;
      for (std::size_t i = 0; i < vars.size(); ++i) {
        Type* type = vars[i] != nullptr ? resolve(vars[i]->type) : type_of(s->values[i]);
        const Slot slot = alloc(slots(type));
        emit_as(s->values[i], type, slot);
        values.push_back(slot);
        types.push_back(type);
      }
      for (std::size_t i = 0; i < vars.size(); ++i) {
        if (vars[i] != nullptr && vars[i]->name != "_") initialise(vars[i], values[i], s->position);
      }
    } else {
      std::vector<Type*> types;
      std::vector<Slot> values{several(s->values[0], types)};
      for (std::size_t i = 0; i + 1 < types.size(); ++i) values.push_back(values[i] + slots(types[i]));
      assign_several(lhs, values, types, true, s->position);
    }
  }
}

void FunctionLowering::statement(const Stmt* s) {
  if (s == nullptr) return;
  const bool has_own = s->kind == Kind::SendStmt || s->kind == Kind::GoStmt || s->kind == Kind::DeferStmt ||
                       s->kind == Kind::ReturnStmt || s->kind == Kind::RangeStmt;
  const std::uint32_t mark = has_own ? 0 : lowering_.mark(s);
  if (s->kind == Kind::BranchStmt) event(mark, s->position);
  const std::size_t start = out_.code.size();
  statement_kind(s);
  if (s->kind != Kind::BranchStmt) event_of(mark, start, s->position);
}

void FunctionLowering::statement_kind(const Stmt* s) {
  const Slot mark = top_;
  switch (s->kind) {
    case Kind::BadStmt:
    case Kind::EmptyStmt: break;
    case Kind::DeclStmt: return declaration(try_as<GenDecl>(as<DeclStmt>(s)->decl));
    case Kind::LabeledStmt:
      place(label_of(s));
      return statement(as<LabeledStmt>(s)->stmt);
    case Kind::ExprStmt: {
      const Expr* x = strip(as<ExprStmt>(s)->x);
      if (const auto* u = try_as<UnaryExpr>(x); u != nullptr && u->op == Token::Arrow) {
        const Slot channel = expr(u->x);
        const auto* chan = types::core_as<types::Chan>(type_of(u->x));
        add(u->position, {.op = Op::ChanReceive, .b = channel, .n = slots(chan->elem)});
        mark_last(lowering_.mark(u));
      } else {
        emit(x);
      }
      break;
    }
    case Kind::SendStmt: {
      const auto* send = as<SendStmt>(s);
      const auto* chan = types::core_as<types::Chan>(type_of(send->chan));
      precompute(send->chan);
      precompute(send->value);
      const Slot channel = emit(send->chan);
      const Slot value = emit_as(send->value, chan->elem);
      add(s->position, {.op = Op::ChanSend, .a = channel, .b = value, .n = slots(chan->elem)});
      mark_last(lowering_.mark(s));
      break;
    }
    case Kind::IncDecStmt: {
      const auto* i = as<IncDecStmt>(s);
      operate(i->x, i->op == Token::Inc ? Token::Add : Token::Sub, nullptr, i->position);
      break;
    }
    case Kind::AssignStmt:
      assignment(as<AssignStmt>(s));
      if (as<AssignStmt>(s)->op == Token::Define) return;  // keeps its variables' slots
      break;
    case Kind::GoStmt:
      go_or_defer(as<GoStmt>(s)->call, Op::Go, s->position);
      mark_last(lowering_.mark(s));
      break;
    case Kind::DeferStmt:
      go_or_defer(as<DeferStmt>(s)->call, Op::Defer, s->position);
      mark_last(lowering_.mark(s));
      if (lowering_.mark(s) != 0) lowering_.deferred_event(lowering_.mark(s));
      break;
    case Kind::ReturnStmt: return_statement(as<ReturnStmt>(s)); break;
    case Kind::BranchStmt: branch_statement(as<BranchStmt>(s)); break;
    case Kind::BlockStmt: block(as<BlockStmt>(s)); break;
    case Kind::IfStmt: if_statement(as<IfStmt>(s)); break;
    case Kind::SwitchStmt: switch_statement(as<SwitchStmt>(s)); break;
    case Kind::TypeSwitchStmt: type_switch(as<TypeSwitchStmt>(s)); break;
    case Kind::SelectStmt: select_statement(as<SelectStmt>(s)); break;
    case Kind::ForStmt: for_statement(as<ForStmt>(s)); break;
    case Kind::RangeStmt: range_statement(as<RangeStmt>(s)); break;
    default: assert(false && "no statement of its own");
  }
  top_ = mark;
}

void FunctionLowering::if_statement(const IfStmt* s) {
  statement(s->init);
  Label yes, no, end;
  const types::TypeAndValue& tv = info_.type_and_value(strip(s->cond));
  if (tv.is_constant()) {
    if (types::constant::bool_value(tv.value)) {
      block(s->body);
    } else {
      statement(s->else_stmt);
    }
    return;
  }
  const Slot mark = top_;
  condition(s->cond, yes, no);
  top_ = mark;
  place(yes);
  block(s->body);
  if (s->else_stmt != nullptr) {
    jump(s->body->rbrace, end);
    place(no);
    statement(s->else_stmt);
    place(end);
  } else {
    place(no);
  }
}

void FunctionLowering::for_statement(const ForStmt* s) {
  statement(s->init);
  // Since Go 1.22 each iteration has its own variables: a new object before the post statement if it is in one.
  std::vector<types::Var*> fresh;
  const auto* init = try_as<AssignStmt>(s->init);
  if (version_ >= 22 && init != nullptr && init->op == Token::Define) {
    for (const Expr* e : init->lhs) {
      const auto* name = try_as<Ident>(e);
      auto* v = name == nullptr ? nullptr : types::try_as<types::Var>(info_.def(name));
      if (v != nullptr && v->name != "_" && analysis_->boxed(v)) fresh.push_back(v);
    }
  }
  Label head, body, next, end;
  loops_[s] = {&end, &next};
  place(head);
  if (s->cond != nullptr) {
    const Slot mark = top_;
    condition(s->cond, body, end);
    top_ = mark;
  }
  place(body);
  block(s->body);
  place(next);
  for (const types::Var* v : fresh) {
    const Slot mark = top_;
    const Slot ref = variables_.at(v).slot;
    const std::int32_t n = slots(resolve(v->type));
    const Slot value = alloc(n), copy_ref = alloc(1);
    add(v->position, {.op = Op::Load, .a = value, .b = ref, .c = 0, .n = n});
    add(v->position, {.op = Op::New, .a = copy_ref, .d = type_id(resolve(v->type))});
    add(v->position, {.op = Op::Store, .a = copy_ref, .b = value, .c = 0, .n = n});
    copy(v->position, ref, copy_ref, 1);
    top_ = mark;
  }
  statement(s->post);
  jump(s->position, head);
  place(end);
  loops_.erase(s);
}

void FunctionLowering::branch_statement(const BranchStmt* s) {
  switch (s->token) {
    case Token::Fallthrough:
      assert(fallthrough_ != nullptr);
      return jump(s->position, *fallthrough_);
    case Token::Goto: return leave(s->position, s->target, false, true);
    default: return leave(s->position, s->target, s->token == Token::Continue, false);
  }
}

void FunctionLowering::return_statement(const ReturnStmt* s) {
  const Position position = s->position;
  const FunctionLowering* function = this;  // whose results they are
  while (function->range_ != nullptr) function = function->setup_.outer;
  const std::vector<Type*>& types = function->result_types_;
  if (!s->results.empty()) {
    std::vector<Slot> values;
    if (s->results.size() == types.size()) {
      for (const Expr* e : s->results) precompute(e);
      // Results that are in the frame may be read by the others: through temporaries if there are several.
      for (std::size_t i = 0; i < types.size(); ++i) {
        const bool direct = types.size() == 1 && range_ == nullptr && shared_results_.empty() &&
                            result_vars_[0] == nullptr;
        const Slot slot = direct ? result_slot_[0] : alloc(slots(types[i]));
        emit_as(s->results[i], types[i], slot);
        values.push_back(slot);
      }
    } else {  // return f()
      Slot from = expr(s->results[0]);
      const auto* tuple = types::as<types::Tuple>(resolve(info_.type_of(strip(s->results[0]))));
      for (std::size_t i = 0; i < types.size(); ++i) {
        Type* t = resolve(tuple->vars[i]->type);
        values.push_back(assign_convert(from, t, types[i], position));
        from += slots(t);
      }
    }
    for (std::size_t i = 0; i < types.size(); ++i) {
      const bool shared = i < shared_results_.size() && shared_results_[i] != kNoSlot;
      if (shared) {
        add(position, {.op = Op::Store, .a = shared_results_[i], .b = values[i], .c = 0, .n = slots(types[i])});
      } else {
        copy(position, result_slot_[i], values[i], slots(types[i]));
      }
    }
  }
  event(lowering_.mark(s), position);
  if (range_ != nullptr) return leave(position, nullptr, false, false);
  return_values(position);
}

}  // namespace model::lower
