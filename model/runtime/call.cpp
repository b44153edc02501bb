// Calls, returns, go and defer statements.

#include <cassert>

#include "model/runtime/interpreter.hpp"

namespace model::runtime {

using program::CallMode;
using program::Instruction;
using program::Op;

/// Pushes a frame for a func value; false (and a panic) if it is nil.
bool Interpreter::push_call(Slot callee, std::span<const Slot> arguments, std::uint8_t flags) {
  if (is_nil(callee)) {
    panic_nil_dereference();
    return false;
  }
  std::uint32_t id = static_cast<std::uint32_t>(callee.bits & ~program::kFunctionTag);
  const Object* closure = nullptr;
  if (callee.ref) {
    closure = &world_.object(callee);
    id = closure->type;
  }
  if (g_->frames.size() >= kFrameLimit) {
    fatal("stack overflow");
    return false;
  }
  const program::Function& function = env_.program.functions[id];
  Frame f;
  f.function = id;
  f.flags = flags;
  f.slots.resize(static_cast<std::size_t>(function.frame_slots));
  std::copy(arguments.begin(), arguments.end(), f.slots.begin());
  if (closure != nullptr) {
    std::copy(closure->slots.begin(), closure->slots.end(),
              f.slots.begin() + function.parameter_slots);
  }
  g_->frames.push_back(std::move(f));
  if (id == env_.entry.body && env_.has_specification && !evaluating_) begin_watch();
  return true;
}

/// The func value that a call instruction calls and its arguments, the receiver of an interface method included.
bool Interpreter::resolve(const Instruction& in, Slot& callee, std::vector<Slot>& arguments) {
  const Slot* base = frame().slots.data();
  switch (static_cast<CallMode>(in.sub)) {
    case CallMode::Static:
      callee = scalar(program::kFunctionTag | static_cast<std::uint32_t>(in.b));
      break;
    case CallMode::Closure:
      callee = slot(in.b);
      break;
    case CallMode::Interface: {
      const Slot type = slot(in.b);
      if (type.bits == 0) {
        panic_nil_dereference();
        return false;
      }
      const program::Method* method = env_.find_method(static_cast<program::TypeId>(type.bits),
                                                       static_cast<program::MethodId>(in.d));
      assert(method != nullptr && method->function != program::kNone);
      callee = scalar(program::kFunctionTag | method->function);
      arguments = unbox(type, slot(in.b + 1));
      break;
    }
  }
  arguments.insert(arguments.end(), base + in.c, base + in.c + in.n);
  return true;
}

Interpreter::Flow Interpreter::call(const Instruction& in) {
  Slot callee;
  std::vector<Slot> arguments;
  if (!resolve(in, callee, arguments)) return Flow::Stay;
  const std::uint32_t mark = env_.has_specification ? mark_here() : 0;
  switch (in.op) {
    case Op::Call: {
      const bool library = mark != 0 && !is_nil(callee) && is_library(callee);
      if (mark != 0 && !library && !is_nil(callee)) {
        announce(mark);
        happen(mark);
      }
      if (push_call(callee, arguments, 0) && library) begin_library_call(mark);
      return Flow::Stay;
    }
    case Op::Defer:
      (in.flag != 0 ? g_->frames[slot(in.e).bits] : frame()).defers.push_back({callee, mark, std::move(arguments)});
      return Flow::Next;
    default: {
      if (is_nil(callee)) {
        fatal("go of nil func value");
        return Flow::Stay;
      }
      announce(mark);
      happen(mark);
      const std::uint32_t function = frame().function, pc = frame().pc;
      next();
      spawn(callee, std::move(arguments), function, pc, goroutine_carrier(self_));
      return Flow::Stay;
    }
  }
}

Interpreter::Flow Interpreter::return_from(const Instruction& in) {
  const program::Function& function = this->function();
  const std::uint8_t flags = frame().flags;
  std::vector<Slot> results;
  if (function.result_slots > 0 && in.a >= 0) {
    const Slot* base = frame().slots.data() + in.a;
    results.assign(base, base + function.result_slots);
  }
  if ((flags & Frame::kEntry) != 0) end_watch();
  end_library_call(frame());
  if ((flags & Frame::kEventOnly) != 0) {
    g_->frames.pop_back();
    return Flow::Stay;
  }
  if ((flags & Frame::kPanicText) != 0) {
    g_->frames.pop_back();
    if (PanicRecord* p = unprinted()) print_panic(*p, text(results[0]));
    print_panics();
    return Flow::Stay;
  }
  g_->frames.pop_back();
  if (g_->frames.empty()) {
    end(Goroutine::Status::Finished);
    return Flow::Stay;
  }
  if ((flags & Frame::kDeferred) != 0) {
    after_deferred_call(flags);
    return Flow::Stay;
  }
  const Instruction& at = instruction();
  if (at.op == Op::Call) {
    for (std::size_t i = 0; i < results.size() && at.a >= 0; ++i) {
      slot(at.a + static_cast<std::int32_t>(i)) = results[i];
    }
  }
  next();
  return Flow::Stay;
}

}  // namespace model::runtime
