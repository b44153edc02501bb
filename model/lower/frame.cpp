// Slots, instructions, jumps.

#include <algorithm>
#include <cassert>

#include "model/lower/function.hpp"
#include "model/types/universe.hpp"

namespace model::lower {

using program::TypeKind;

FunctionLowering::FunctionLowering(Lowering& lowering, FunctionSetup setup)
    : lowering_(lowering), info_(lowering.info()), setup_(std::move(setup)) {
  out_.name = setup_.name;
  if (setup_.package != nullptr) {
    const PackageFacts& facts = lowering_.facts(setup_.package);
    out_.is_library = facts.is_library;
    out_.untracked = facts.untracked;
    version_ = facts.go_version;
  }
  if (setup_.outer != nullptr) {
    is_outermost_ = false;
    analysis_ = setup_.outer->analysis_;
    version_ = setup_.outer->version_;
  } else if (setup_.root != nullptr) {
    version_ = lowering_.version_of(setup_.package, setup_.root->position.file);
    analysis_ = &lowering_.analysis(setup_.root, version_);
    out_.position = setup_.root->position;
  }
}

FunctionLowering::~FunctionLowering() = default;

program::Function FunctionLowering::take() {
  if (too_large_) {
    out_.code.clear();
    out_.positions.clear();
    out_.marks.clear();
    out_.selects.clear();
    out_.variables.clear();
    out_.frame_slots = out_.parameter_slots + out_.capture_slots + out_.result_slots + 1;
    unreachable(out_.position,
                "call of " + out_.name + ", whose frame is too large, is not modelled");
  }
  assert(out_.code.size() == out_.positions.size());
  if (!out_.marks.empty()) out_.marks.resize(out_.code.size(), 0);
  return std::move(out_);
}

Slot FunctionLowering::alloc(std::int32_t n) {
  constexpr Slot kMost = 1 << 28;
  if (n > kMost - top_) {
    too_large_ = true;
    return 0;
  }
  const Slot slot = top_;
  top_ += n;
  out_.frame_slots = std::max(out_.frame_slots, top_);
  return slot;
}

std::size_t FunctionLowering::add(Position position, Instruction in) {
  out_.code.push_back(in);
  out_.positions.push_back(position);
  return out_.code.size() - 1;
}

void FunctionLowering::mark_last(std::uint32_t mark) {
  if (mark == 0 || out_.code.empty()) return;
  out_.marks.resize(out_.code.size(), 0);
  out_.marks.back() = mark;
}

void FunctionLowering::event(std::uint32_t mark, Position position) {
  if (mark != 0) add(position, {.op = Op::Event, .b = static_cast<std::int32_t>(mark - 1)});
}

/// `start`: pc at which the statement began.
void FunctionLowering::event_of(std::uint32_t mark, std::size_t start, Position position) {
  if (mark == 0) return;
  const bool jumped_past = last_label_ == out_.code.size();
  if (out_.code.size() > start && !jumped_past) {
    switch (out_.code.back().op) {
      case Op::Store:
      case Op::MapStore:
      case Op::MapDelete:
      case Op::MapClear:
      case Op::ClearSlice:
      case Op::Panic: return mark_last(mark);
      default: break;
    }
  }
  event(mark, position);
}

void FunctionLowering::jump(Position position, Label& to) {
  const std::size_t at = add(position, {.op = Op::Jump, .a = to.pc});
  if (to.pc < 0) to.uses.emplace_back(at, false);
}

void FunctionLowering::branch(Position position, Slot condition, Label& yes, Label& no) {
  const std::size_t at = add(position, {.op = Op::Branch, .a = yes.pc, .b = condition, .c = no.pc});
  if (yes.pc < 0) yes.uses.emplace_back(at, false);
  if (no.pc < 0) no.uses.emplace_back(at, true);
}

void FunctionLowering::place(Label& label) {
  label.pc = static_cast<std::int32_t>(out_.code.size());
  last_label_ = out_.code.size();
  for (const auto& [at, is_c] : label.uses) (is_c ? out_.code[at].c : out_.code[at].a) = label.pc;
  label.uses.clear();
}

void FunctionLowering::copy(Position position, Slot dst, Slot src, std::int32_t n) {
  if (n > 0 && dst != src) add(position, {.op = Op::Copy, .a = dst, .b = src, .n = n});
}

void FunctionLowering::zero(Position position, Slot dst, std::int32_t n) {
  if (n > 0) add(position, {.op = Op::Zero, .a = dst, .n = n});
}

Slot FunctionLowering::integer(Position position, std::int64_t value, Slot dst) {
  dst = want(dst, 1);
  add(position, {.op = Op::Const, .a = dst,
                 .b = lowering_.scalar(static_cast<std::uint64_t>(value)), .n = 1});
  return dst;
}

Slot FunctionLowering::string(Position position, const std::string& text, Slot dst) {
  dst = want(dst, 1);
  add(position, {.op = Op::Const, .a = dst, .b = lowering_.text(text), .n = 1});
  return dst;
}

Slot FunctionLowering::binary(Position position, BinaryOp op, TypeKind kind, Slot x, Slot y, Slot dst) {
  const bool is_complex = kind == TypeKind::Complex64 || kind == TypeKind::Complex128;
  dst = want(dst, is_complex && op < BinaryOp::Eq ? 2 : 1);
  add(position, {.op = Op::Binary, .sub = static_cast<std::uint8_t>(op), .kind = kind, .a = dst, .b = x,
                 .c = y});
  return dst;
}

Slot FunctionLowering::negate(Position position, Slot condition, Slot dst) {
  dst = want(dst, 1);
  add(position, {.op = Op::Unary, .sub = static_cast<std::uint8_t>(UnaryOp::Not),
                 .kind = TypeKind::Bool, .a = dst, .b = condition});
  return dst;
}

void FunctionLowering::unreachable(Position position, const std::string& what) {
  add(position, {.op = Op::Unreachable, .b = lowering_.text(what)});
}

/// Panics with a runtime.Error whose text is "runtime error: " and the message.
void FunctionLowering::panic_runtime(Position position, const std::string& message) {
  for (const types::PackageInfo& p : info_.packages) {
    if (p.package->path != "runtime") continue;
    types::Type* error = p.package->scope->lookup("errorString")->type;
    const Slot value = to_interface(string(position, message), error, position);
    add(position, {.op = Op::Panic, .a = value});
    return;
  }
  add(position, {.op = Op::Throw, .b = lowering_.text(message)});
}

void FunctionLowering::parameters(const std::vector<types::Type*>& types) {
  for (types::Type* t : types) out_.parameter_slots += slots(t);
  alloc(out_.parameter_slots);
}
void FunctionLowering::captures(std::int32_t n) {
  out_.capture_slots = n;
  alloc(n);
}
void FunctionLowering::results(const std::vector<types::Type*>& types) {
  for (types::Type* t : types) out_.result_slots += slots(t);
}
void FunctionLowering::give(Position position, Slot from) {
  add(position, {.op = Op::Return, .a = out_.result_slots > 0 ? from : kNoSlot});
}

types::Type* FunctionLowering::resolve(types::Type* t) {
  if (t == nullptr || setup_.substitution.empty()) return t;
  types::Type*& cached = resolved_[t];
  if (cached == nullptr) {
    cached = types::substitute(lowering_.context(), t, setup_.substitution.parameters,
                               setup_.substitution.arguments);
  }
  return cached;
}

std::vector<types::Type*> FunctionLowering::resolve(const std::vector<types::Type*>& list) {
  std::vector<types::Type*> out;
  for (types::Type* t : list) out.push_back(resolve(t));
  return out;
}

}  // namespace model::lower
