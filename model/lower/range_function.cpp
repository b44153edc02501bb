// for range over a function (Go spec; the rewrite of cmd/compile/internal/rangefunc): the body becomes a function that returns
// true to go on. What leaves the loop sets a cell that the loop's own function looks at when the iterator is back.

#include <algorithm>
#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/predicates.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using namespace syntax;
using program::TypeKind;
using types::Type;

namespace {

/// States of a loop (internal/abi.RF_State).
enum State : std::int64_t { kReady = 0, kDone = 1, kExhausted = 2, kRunning = 3 };

}  // namespace

void FunctionLowering::set_exit(Position position, std::int32_t code) {
  const Slot value = integer(position, code);
  add(position, {.op = Op::Store, .a = exit_slot_, .b = value, .c = 0, .n = 1});
}

/// break, continue, goto; a return if there is no target.
void FunctionLowering::leave(Position position, const Stmt* target, bool is_continue, bool is_goto) {
  const Slot mark = top_;
  const auto end_body = [&](State state, bool go_on) {
    const Slot value = integer(position, state);
    add(position, {.op = Op::Store, .a = state_slot_, .b = value, .c = 0, .n = 1});
    add(position, {.op = Op::Return, .a = integer(position, go_on ? 1 : 0)});
    top_ = mark;
  };
  if (target != nullptr) {
    if (is_goto && (range_ == nullptr || (target->position >= range_->body->position &&
                                          target->position < range_->body->end))) {
      return jump(position, label_of(target));
    }
    const auto loop = loops_.find(target);
    if (!is_goto && loop != loops_.end()) {
      return jump(position, is_continue ? *loop->second.continue_to : *loop->second.break_to);
    }
    if (target == range_) return is_continue ? end_body(kReady, true) : end_body(kDone, false);
  } else if (range_ == nullptr) {
    return return_values(position);
  }
  assert(range_ != nullptr);
  const Exit exit{target == nullptr, target, is_continue, is_goto};
  auto at = std::find(exits_->begin(), exits_->end(), exit);
  if (at == exits_->end()) at = exits_->insert(at, exit);
  set_exit(position, static_cast<std::int32_t>(at - exits_->begin()) + 1);
  end_body(kDone, false);
}

void FunctionLowering::range_function(const RangeStmt* s) {
  static const std::vector<types::Var*> kNothing;
  const Position position = s->position;
  Type* int_type = types::basic(types::BasicKind::Int);
  const auto* iterator = types::core_as<types::Signature>(type_of(s->x));
  const auto* yield = types::core_as<types::Signature>(iterator->params->vars[0]->type);
  const Slot function = alloc(1);
  expr(s->x, function);
  const bool own_cell = exit_slot_ == kNoSlot;
  if (own_cell) {
    exit_slot_ = alloc(1);
    add(position, {.op = Op::New, .a = exit_slot_, .d = type_id(int_type)});
  }
  if (has_defer_ && depth_slot_ == kNoSlot) {
    depth_slot_ = alloc(1);
    add(position, {.op = Op::FrameDepth, .a = depth_slot_});
  }
  // What the body has besides the variables it captures.
  std::vector<Slot> shared{exit_slot_, alloc(1)};
  const Slot state = shared[1];
  add(position, {.op = Op::New, .a = state, .d = type_id(int_type)});
  if (depth_slot_ != kNoSlot) shared.push_back(depth_slot_);
  shared.insert(shared.end(), shared_results_.begin(), shared_results_.end());
  const auto cells = static_cast<std::int32_t>(shared.size());

  const auto found = analysis_->captures.find(s);
  const std::vector<types::Var*>& list = found == analysis_->captures.end() ? kNothing : found->second;
  const program::FunctionId id = lowering_.reserve();
  const std::size_t known_exits = exits_->size();
  {
    FunctionLowering inner(lowering_, {closure_name("-range"), setup_.package, s, setup_.substitution, this, false});
    inner.out_.position = s->position;
    inner.range_ = s;
    inner.exits_ = exits_;
    std::vector<Type*> types;
    for (const types::Var* v : yield->params->vars) types.push_back(v->type);
    inner.parameters(types);
    inner.declare_captures(list);
    inner.out_.capture_slots += cells;
    inner.exit_slot_ = inner.alloc(1);
    inner.state_slot_ = inner.alloc(1);
    if (depth_slot_ != kNoSlot) inner.depth_slot_ = inner.alloc(1);
    for (std::size_t i = 0; i < shared_results_.size(); ++i) inner.shared_results_.push_back(inner.alloc(1));
    inner.results({types::basic(types::BasicKind::Bool)});
    inner.range_function_body(s, types);
    lowering_.finish(id, inner.take());
  }
  std::int32_t n = 0;
  const Slot captured = capture(list, n, position);
  const Slot extra = alloc(cells);
  assert(extra == captured + n);
  for (std::int32_t i = 0; i < cells; ++i) copy(position, extra + i, shared[static_cast<std::size_t>(i)], 1);
  const Slot body = alloc(1);
  add(position, {.op = Op::MakeClosure, .a = body, .b = static_cast<std::int32_t>(id), .c = captured,
                 .n = n + cells});
  add(position, {.op = Op::Call, .sub = static_cast<std::uint8_t>(CallMode::Closure), .b = function, .c = body,
                 .n = 1});

  // The iterator is back.
  Label recovered, fine, after;
  const Slot now = alloc(1);
  add(position, {.op = Op::Load, .a = now, .b = state, .c = 0, .n = 1});
  branch(position, binary(position, BinaryOp::Eq, TypeKind::Int, now, integer(position, kRunning)), recovered, fine);
  place(recovered);
  panic_runtime(position, "range function recovered a loop body panic and did not resume panicking");
  place(fine);
  add(position, {.op = Op::Store, .a = state, .b = integer(position, kExhausted), .c = 0, .n = 1});
  if (exits_->size() > known_exits || !own_cell) {
    const Slot code = alloc(1);
    add(position, {.op = Op::Load, .a = code, .b = exit_slot_, .c = 0, .n = 1});
    const std::vector<Exit> exits = *exits_;
    for (std::size_t i = 0; i < exits.size(); ++i) {
      const Exit& e = exits[i];
      Label take, next;
      const Slot mark = top_;
      const Slot wanted = integer(position, static_cast<std::int64_t>(i) + 1);
      branch(position, binary(position, BinaryOp::Eq, TypeKind::Int, code, wanted), take, next);
      top_ = mark;
      place(take);
      // Exits to places that are not around this loop never come here.
      const bool here = e.is_return || range_ != nullptr || e.is_goto || loops_.count(e.target) != 0;
      if (here) {
        set_exit(position, 0);
        leave(position, e.target, e.is_continue, e.is_goto);
      } else {
        jump(position, after);
      }
      top_ = mark;
      place(next);
    }
  }
  place(after);
  if (own_cell) exit_slot_ = kNoSlot;
  if (range_ == nullptr) depth_slot_ = kNoSlot;
}

/// The function that the body is.
void FunctionLowering::range_function_body(const RangeStmt* s, const std::vector<Type*>& types) {
  const Position position = s->position;
  const Slot now = alloc(1), ok = alloc(1);
  add(position, {.op = Op::Load, .a = now, .b = state_slot_, .c = 0, .n = 1});
  Label ready, misuse;
  const auto is = [&](State state) {
    binary(position, BinaryOp::Eq, TypeKind::Int, now, integer(position, state), ok);
  };
  is(kReady);
  branch(position, ok, ready, misuse);
  place(misuse);
  static constexpr std::pair<State, const char*> kMisuses[] = {
      {kDone, "function for loop body returned false"},
      {kRunning, "loop body panic"},
      {kExhausted, "whole loop exit"}};
  for (const auto& [state, text] : kMisuses) {
    Label yes, no;
    is(state);
    branch(position, ok, yes, no);
    place(yes);
    panic_runtime(position, std::string("range function continued iteration after ") + text);
    place(no);
  }
  place(ready);
  add(position, {.op = Op::Store, .a = state_slot_, .b = integer(position, kRunning), .c = 0, .n = 1});
  Slot slot = 0;
  const Expr* const sides[2] = {s->key, s->value};
  for (std::size_t i = 0; i < types.size() && i < 2; ++i) {
    const Expr* e = sides[i];
    const auto* name = e == nullptr ? nullptr : try_as<Ident>(e);
    if (e != nullptr && (name == nullptr || !name->is_blank())) {
      if (s->op == Token::Define) {
        parameter(types::try_as<types::Var>(info_.def(name)), types[i], slot);
      } else {
        precompute_place(e);
        assign_value(e, slot, types[i], false, position);
      }
    }
    slot += slots(types[i]);
  }
  block(s->body);
  leave(s->body->rbrace, s, true, false);
}

}  // namespace model::lower
