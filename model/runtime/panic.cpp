// Panics, deferred calls, recover, Goexit: runtime/panic.go (gopanic, gorecover, Goexit, deferreturn) on explicit stacks.
//
// A panic is a record on the goroutine's panic stack. It runs the deferred calls of the frames from the top down; frames
// above the one whose call it runs are gone (they have no deferred calls left, and only a traceback could see them).
// A deferred call that a panic started and that a later panic leaves aborts the earlier one.

#include <algorithm>
#include <cassert>
#include <cstdio>

#include "model/runtime/float_text.hpp"
#include "model/runtime/interpreter.hpp"

namespace model::runtime {

using program::Instruction;
using program::Op;
using program::TypeKind;

void Interpreter::panic_runtime(const std::string& message) {
  panic_value(scalar(env_.runtime_error), string_slot(message));
}
void Interpreter::panic_bounds(const std::string& message) {
  panic_value(scalar(env_.bounds_error), string_slot(message));
}
void Interpreter::panic_plain(const std::string& message) {
  panic_value(scalar(env_.plain_error), string_slot(message));
}
void Interpreter::panic_string(const std::string& message) {
  panic_value(scalar(env_.string_type), string_slot(message));
}
void Interpreter::panic_nil_dereference() {
  panic_runtime("invalid memory address or nil pointer dereference");
}

void Interpreter::panic_value(Slot type, Slot payload) {
  PanicRecord p;
  p.type = type;
  p.payload = payload;
  for (auto f = g_->frames.rbegin(); f != g_->frames.rend(); ++f) {
    const program::Function& function = env_.program.functions[f->function];
    if (p.function == 0 && p.pc == 0) {
      p.function = f->function;
      p.pc = f->pc;
    }
    if (function.is_library || function.positions[f->pc].line == 0) continue;
    p.function = f->function;
    p.pc = f->pc;
    break;
  }
  g_->panics.push_back(p);
  unwind();
}

void Interpreter::goexit() {
  PanicRecord p;
  p.goexit = true;
  g_->panics.push_back(p);
  unwind();
}

/// Runs the next deferred call for the topmost panic, or ends the goroutine if there is none.
void Interpreter::unwind() {
  while (!g_->frames.empty()) {
    Frame& f = frame();
    if (!f.defers.empty()) {
      const DeferRecord d = std::move(f.defers.back());
      f.defers.pop_back();
      // A nil func panics when it runs, as the deferred call.
      if (is_nil(d.callee)) {
        panic_nil_dereference();
        return;
      }
      push_deferred(d, Frame::kDeferred | Frame::kByPanic);
      return;
    }
    if ((f.flags & Frame::kByPanic) != 0) {
      // The topmost panic leaves the call that the panic below it was running.
      for (std::size_t i = g_->panics.size() - 1; i-- > 0;) {
        if (g_->panics[i].aborted) continue;
        g_->panics[i].aborted = true;
        break;
      }
    }
    if ((f.flags & Frame::kPanicText) != 0) {
      g_->frames.clear();
      if (PanicRecord* p = unprinted()) print_panic(*p, "(PANIC while printing panic value)");
      while (PanicRecord* p = unprinted()) print_panic(*p, value_text(p->type, p->payload));
      crash();
      return;
    }
    forget_library_call(f);
    g_->frames.pop_back();
    attached_ = std::min(attached_, g_->frames.size());
  }
  const PanicRecord& top = g_->panics.back();
  if (top.goexit) return end(Goroutine::Status::Goexited);
  for (std::size_t i = 0; i + 1 < g_->panics.size(); ++i) {
    const PanicRecord &p = g_->panics[i], &q = g_->panics[i + 1];
    // Two *PanicNilErrors have no size, and so one address.
    const bool same_value = p.payload == q.payload || p.type.bits == env_.panic_nil_error;
    g_->panics[i].repanicked = !p.goexit && !q.goexit && p.type == q.type && same_value;
  }
  print_panics();
}

/// preprintpanics: the text of an error or a Stringer is computed by its method before the crash; of the last panic first.
void Interpreter::print_panics() {
  while (PanicRecord* p = unprinted()) {
    if (const program::Method* method = text_method(p->type)) {
      const std::vector<Slot> receiver = unbox(p->type, p->payload);
      if (env_.program.functions[method->function].parameter_slots == static_cast<std::int32_t>(receiver.size())) {
        push_call(scalar(program::kFunctionTag | method->function), receiver, Frame::kPanicText);
        return;
      }
    }
    print_panic(*p, value_text(p->type, p->payload));
  }
  crash();
}

/// Error, or else String, of a panic's value.
const program::Method* Interpreter::text_method(const Slot& type) const {
  for (const program::MethodId name : {env_.error_method, env_.string_method}) {
    if (type.bits == 0 || name == program::kNone) continue;
    const program::Method* method = env_.find_method(static_cast<program::TypeId>(type.bits), name);
    if (method == nullptr || method->function == program::kNone) continue;
    if (env_.program.functions[method->function].result_slots == 1) return method;
  }
  return nullptr;
}

/// printindented: further lines stand one tab in.
void Interpreter::print_panic(PanicRecord& p, const std::string& text) {
  std::string indented;
  for (const char c : text) {
    indented += c;
    if (c == '\n') indented += '\t';
  }
  p.printed = true;
  p.type = scalar(env_.string_type);
  p.payload = string_slot(indented);
}

/// Go 1.25 (printpanics): a value that was recovered and panicked again is printed once.
bool Interpreter::told_once(const PanicRecord& p) const { return p.repanicked && env_.options.go_version >= 25; }

/// The last panic that is to be printed and has no text yet.
PanicRecord* Interpreter::unprinted() {
  for (std::size_t i = g_->panics.size(); i-- > 0;) {
    PanicRecord& p = g_->panics[i];
    if (!p.printed && !p.goexit && (i == 0 || !told_once(g_->panics[i - 1]))) return &p;
  }
  return nullptr;
}

/// A deferred call has returned normally.
void Interpreter::after_deferred_call(std::uint8_t flags) {
  if ((flags & Frame::kByPanic) == 0) return;  // RunDefers goes on
  assert(!g_->panics.empty());
  if (!g_->panics.back().recovered) return unwind();
  // Recovered: the panic and those it aborted are over, the frame returns to its caller.
  g_->panics.pop_back();
  bool goexit = false;
  while (!g_->panics.empty() && g_->panics.back().aborted) {
    goexit = goexit || g_->panics.back().goexit;
    g_->panics.pop_back();
  }
  if (goexit) return this->goexit();  // a recovered panic does not stop Goexit
  const program::Function& f = function();
  assert(f.recover_pc >= 0);
  frame().pc = static_cast<std::uint32_t>(f.recover_pc);
}

Interpreter::Flow Interpreter::run_defers() {
  Frame& f = frame();
  if (f.defers.empty()) return Flow::Next;
  const DeferRecord d = std::move(f.defers.back());
  f.defers.pop_back();
  push_deferred(d, Frame::kDeferred);
  return Flow::Stay;
}

/// A deferred call; its events happen before it if it is the program's code, else when it has its effect.
void Interpreter::push_deferred(const DeferRecord& d, std::uint8_t flags) {
  const bool library = d.event != 0 && !is_nil(d.callee) && is_library(d.callee);
  if (!push_call(d.callee, d.arguments, flags) || d.event == 0) return;
  if (library) return begin_library_call(d.event);
  push_call(scalar(program::kFunctionTag | env_.program.specification.marks[d.event - 1].function), {},
            Frame::kEventOnly);
}

/// gorecover: exactly one function stands between the panic that runs a deferred call and recover; wrappers do not count.
/// So `defer x.Method()` recovers behind whatever leads to the method, and `defer recover()` does not: there it is none.
bool Interpreter::can_recover() const {
  int functions = 0;
  for (auto f = g_->frames.rbegin(); f != g_->frames.rend(); ++f) {
    if (!env_.program.functions[f->function].is_wrapper && ++functions > 1) return false;
    // No later frame was started by a panic, so it is the topmost one that runs this call.
    if ((f->flags & Frame::kByPanic) != 0) return functions == 1;
  }
  return false;
}

Interpreter::Flow Interpreter::recover(const Instruction& in) {
  slot(in.a) = slot(in.a + 1) = {};
  if (g_->panics.empty() || !can_recover()) return Flow::Next;
  PanicRecord& p = g_->panics.back();
  if (p.goexit || p.recovered) return Flow::Next;
  p.recovered = true;
  slot(in.a) = p.type;
  slot(in.a + 1) = p.payload;
  return Flow::Next;
}

/// printpanicval: how the runtime prints a panic value that is neither error nor Stringer.
std::string Interpreter::value_text(const Slot& type, const Slot& payload) const {
  if (type.bits == 0) return "nil";
  const program::RuntimeType& t = env_.program.types[type.bits];
  std::string value;
  switch (t.kind) {
    case TypeKind::Bool:
      value = payload.bits != 0 ? "true" : "false";
      break;
    case TypeKind::String:
      value = text(payload);
      if (t.named) value = '"' + value + '"';
      break;
    case TypeKind::Float32:
    case TypeKind::Float64: {
      const double d = float_of(t.kind, payload.bits);
      if (env_.options.go_version >= 26) {
        value = format_float(d, 'g', -1, t.kind == TypeKind::Float32 ? 32 : 64);
        break;
      }
      char buffer[64];
      std::snprintf(buffer, sizeof buffer, "%+e", d);
      value = buffer;  // print's format has three digits of exponent
      const std::size_t e = value.find('e');
      if (e != std::string::npos && value.size() - e - 2 == 2) value.insert(e + 2, "0");
      break;
    }
    default:
      if (is_integer(t.kind)) {
        value = is_signed(t.kind) ? std::to_string(static_cast<std::int64_t>(payload.bits))
                                  : std::to_string(payload.bits);
      } else {
        return "(" + t.name + ") 0xc000012345";
      }
  }
  return t.named ? t.name + "(" + value + ")" : value;
}

void Interpreter::crash() {
  std::string message;
  const std::vector<PanicRecord>& panics = g_->panics;
  for (std::size_t i = 0; i < panics.size(); ++i) {
    const PanicRecord& p = panics[i];
    if (p.goexit || (i > 0 && told_once(panics[i - 1]))) continue;
    message += (message.empty() ? "" : "\n\tpanic: ") + text(p.payload);
    if (p.recovered) message += told_once(p) ? " [recovered, repanicked]" : " [recovered]";
  }
  // Where it began, not where the library passed it on.
  const PanicRecord* where = &panics.back();
  for (std::size_t i = panics.size(); i-- > 0;) {
    if (!env_.program.functions[panics[i].function].is_library) {
      where = &panics[i];
      break;
    }
    if (i == 0 || !panics[i - 1].repanicked) break;
  }
  const base::Position position = env_.program.functions[where->function].positions[where->pc];
  Failure f;
  f.kind = Failure::Kind::Panic;
  f.message = message;
  f.position = position;
  f.goroutine = self_;
  log_.failures.push_back(std::move(f));
  end(Goroutine::Status::Crashed, message);
}

}  // namespace model::runtime
