#include "model/runtime/interpreter.hpp"

#include <algorithm>
#include <cassert>

#include "model/runtime/map.hpp"


namespace model::runtime {

using program::Instruction;
using program::Op;

void Interpreter::run(bool forced) {
  std::uint32_t budget = kStepBudget;
  attached_ = g_->frames.size();
  while (g_->status == Goroutine::Status::Standing) {
    const Instruction& in = instruction();
    if (stops_at(in, forced)) return;
    forced = false;
    if (budget-- == 0) return;
    if (env_.covered) env_.covered->ran(current_site());
    const std::uint32_t mark = env_.has_specification ? mark_here() : 0;
    if ((mark == 0 ? step(in) : marked_step(in, mark)) == Flow::Next) next();
    if (env_.has_specification) attached_ = std::min(attached_, g_->frames.size());
  }
}

/// A local instruction that carries events. Calls, and what they defer, see to theirs themselves.
Interpreter::Flow Interpreter::marked_step(const Instruction& in, std::uint32_t mark) {
  if (in.op == Op::Call || in.op == Op::Go || in.op == Op::Defer) return step(in);
  if (in.op == Op::Panic) {
    announce(mark);
    happen(mark);
    return step(in);
  }
  const Flow flow = step(in);
  if (flow == Flow::Next) {
    announce(mark);
    happen(mark);
  }
  return flow;
}

/// Is this where the goroutine waits for its next step?
bool Interpreter::stops_at(const Instruction& in, bool forced) {
  if (env_.has_specification && !forced && stops_for_event(in)) return true;
  if (program::op_visible(in.op)) {
    if (in.op == Op::Event) return false;
    if (in.op == Op::Print) return env_.options.outcomes && in.d == 1;
    // A choice of one is none.
    if (in.op == Op::MapIterNext) {
      if (env_.literal()) return true;
      const std::vector<std::int32_t> choices = iteration_choices(*this, in);
      if (choices.size() != 1 || visible_access(in)) return true;
      return false;
    }
    if (in.op == Op::Choose) return slot(in.b).bits != 1;
    return true;
  }
  if (in.op == Op::Go && env_.counts_goroutines) return !forced;  // others may count before it and after it
  return !forced && (visible_access(in) || watched_write(in));
}

Interpreter::Flow Interpreter::step(const Instruction& in) {
  switch (in.op) {
    case Op::Const:
      for (std::int32_t i = 0; i < in.n; ++i) slot(in.a + i) = scalar(env_.constant_bits[in.b + i]);
      return Flow::Next;
    case Op::Copy:
      if (in.a < in.b) {
        for (std::int32_t i = 0; i < in.n; ++i) slot(in.a + i) = slot(in.b + i);
      } else {
        for (std::int32_t i = in.n - 1; i >= 0; --i) slot(in.a + i) = slot(in.b + i);
      }
      return Flow::Next;
    case Op::Zero:
      for (std::int32_t i = 0; i < in.n; ++i) slot(in.a + i) = {};
      return Flow::Next;
    case Op::GlobalAddress:
      slot(in.a) = make_ref(static_cast<std::uint32_t>(in.b) + 1, 0);
      return Flow::Next;
    case Op::FrameDepth:
      slot(in.a) = scalar(g_->frames.size() - 1);
      return Flow::Next;
    case Op::FrameLoad:
    case Op::FrameStore:
    case Op::New:
    case Op::FieldAddress:
    case Op::ArrayIndexAddress:
    case Op::SliceIndexAddress:
    case Op::NilCheck:
    case Op::MakeChan:
    case Op::ChanCap:
    case Op::ChanClosed:
    case Op::TimerNew:
      return memory(in);
    case Op::Event:
      if (in.b < 0) {
        library_effect();
        return Flow::Next;
      }
      announce(static_cast<std::uint32_t>(in.b) + 1);
      happen(static_cast<std::uint32_t>(in.b) + 1);
      return Flow::Next;
    case Op::Load:
      return load(in);
    case Op::Store:
      return store(in);
    case Op::Binary:
      return binary(in);
    case Op::Unary:
      return unary(in);
    case Op::Convert:
    case Op::ComplexMake:
      return convert(in);
    case Op::Equal: {
      bool panicked = false;
      const auto n = env_.program.types[in.d].slots;
      const Slot* base = frame().slots.data();
      const std::vector<Slot> left(base + in.b, base + in.b + n);
      const std::vector<Slot> right(base + in.c, base + in.c + n);
      const bool same = equal(static_cast<program::TypeId>(in.d), left, right, panicked);
      if (panicked) return Flow::Stay;
      slot(in.a) = scalar(same ? 1 : 0);
      return Flow::Next;
    }
    case Op::StringFromRune:
    case Op::StringFromBytes:
    case Op::BytesFromString:
    case Op::StringFromRunes:
    case Op::RunesFromString:
    case Op::StringLen:
    case Op::StringIndex:
    case Op::StringSlice:
    case Op::StringRangeNext:
      return string_operation(in);
    case Op::SliceSlice:
    case Op::SliceOfArray:
    case Op::SliceToArrayPointer:
    case Op::MakeSlice:
    case Op::Append:
    case Op::AppendString:
    case Op::CopySlice:
    case Op::CopyString:
    case Op::ClearSlice:
      return slice_operation(in);
    case Op::MakeMap:
    case Op::MapLoad:
    case Op::MapStore:
    case Op::MapDelete:
    case Op::MapLen:
    case Op::MapClear:
    case Op::MapIterBegin:
      return map_operation(in);
    case Op::MakeInterface:
      return make_interface(in);
    case Op::TypeAssert:
      return type_assert(in);
    case Op::MakeClosure: {
      Object closure;
      closure.kind = Object::Kind::Closure;
      closure.type = static_cast<std::uint32_t>(in.b);
      closure.site = current_site();
      const Slot* base = frame().slots.data() + in.c;
      closure.slots.assign(base, base + in.n);
      slot(in.a) = in.n == 0 ? scalar(program::kFunctionTag | static_cast<std::uint32_t>(in.b))
                             : make_ref(world_.add_object(std::move(closure)), 0);
      return Flow::Next;
    }
    case Op::Call:
    case Op::Go:
    case Op::Defer:
      return call(in);
    case Op::Return:
      return return_from(in);
    case Op::RunDefers:
      return run_defers();
    case Op::Panic: {
      Slot type = slot(in.a), payload = slot(in.a + 1);
      if (type.bits == 0 && env_.options.go_version >= 21 && env_.panic_nil_error != 0) {
        Object error;  // *runtime.PanicNilError
        error.kind = Object::Kind::Cells;
        error.type = env_.program.types[env_.panic_nil_error].element;
        error.site = current_site();
        error.slots.resize(env_.program.types[error.type].slots);
        type = scalar(env_.panic_nil_error);
        payload = make_ref(world_.add_object(std::move(error)), 0);
      }
      panic_value(type, payload);
      return Flow::Stay;
    }
    case Op::Recover:
      return recover(in);
    case Op::Throw:
      fatal(env_.program.constants[in.b].text);
      return Flow::Stay;
    case Op::Jump:
      frame().pc = static_cast<std::uint32_t>(in.a);
      return Flow::Stay;
    case Op::Branch:
      frame().pc = static_cast<std::uint32_t>(slot(in.b).bits != 0 ? in.a : in.c);
      return Flow::Stay;
    case Op::Unreachable:
      unmodelled(env_.program.constants[in.b].text);
      return Flow::Stay;
    case Op::Goexit:
      goexit();
      return Flow::Stay;
    case Op::Native:
      return native(in);
    case Op::Print:
      log_.printed = true;
      return Flow::Next;  // not asked for
    case Op::MapIterNext:
      iterate(*this, in, iteration_choices(*this, in)[0]);
      return Flow::Stay;
    case Op::Choose:
      slot(in.a) = {};
      return Flow::Next;
    case Op::ChanSend:
    case Op::ChanReceive:
    case Op::ChanClose:
    case Op::ChanLen:
    case Op::Select:
    case Op::Yield:
    case Op::Sleep:
    case Op::Exit:
    case Op::NumGoroutine:
    case Op::MutexLock:
    case Op::MutexUnlock:
    case Op::MutexTryLock:
    case Op::RWMutexRLock:
    case Op::RWMutexRUnlock:
    case Op::RWMutexTryRLock:
    case Op::RWMutexAnnounce:
    case Op::RWMutexWait:
    case Op::RWMutexRelease:
    case Op::RWMutexTryLock:
    case Op::WaitGroupAdd:
    case Op::WaitGroupWait:
    case Op::CondAdd:
    case Op::CondWait:
    case Op::CondSignal:
    case Op::CondBroadcast:
    case Op::SemaphoreAcquire:
    case Op::SemaphoreRelease:
    case Op::SyncStep:
    case Op::AtomicLoad:
    case Op::AtomicStore:
    case Op::AtomicAdd:
    case Op::AtomicSwap:
    case Op::AtomicCompareAndSwap:
    case Op::AtomicAnd:
    case Op::AtomicOr:
    case Op::TimerStart:
    case Op::TimerStop:
    case Op::SynctestRun:
    case Op::SynctestWait:
      break;
  }
  assert(false && "a visible operation is performed by its rule");
  return Flow::Stay;
}

base::Position Interpreter::user_position() const {
  for (auto f = g_->frames.rbegin(); f != g_->frames.rend(); ++f) {
    const program::Function& function = env_.program.functions[f->function];
    if (function.is_library || function.positions[f->pc].line == 0) continue;
    return function.positions[f->pc];
  }
  return {};
}

void Interpreter::fail(Failure::Kind kind, std::string message) {
  Failure f;
  f.kind = kind;
  f.message = std::move(message);
  f.position = user_position();
  f.goroutine = self_;
  log_.failures.push_back(std::move(f));
}

void Interpreter::ask_to_see(std::uint64_t location) {
  fail(Failure::Kind::NeedsSteps, {});
  log_.failures.back().location = location;
}

/// Where outcomes are asked for, what ends the process is a step of its own: between a goroutine's last visible operation and main's
/// return or a crash others can still print. The end of any goroutine is one where the program counts them.
void Interpreter::end(Goroutine::Status status, const std::string& message) {
  const bool ends_process = status == Goroutine::Status::Crashed || status == Goroutine::Status::Exited ||
                            (self_ == 0 && status == Goroutine::Status::Finished);
  for (Frame& f : g_->frames) forget_library_call(f);
  if (g_->bubble.ref) {
    if (Action* a = act(Action::Kind::BubbleLeave, g_->bubble);
        a != nullptr && a->position.line == 0) {
      a->position = env_.program.functions[g_->created_function].positions[g_->created_pc];
    }
    world_.knowledge().join({Carrier::Kind::Memory, ref_object(g_->bubble), ref_offset(g_->bubble)},
                            goroutine_carrier(self_));
  }
  g_->frames.clear();
  g_->panics.clear();
  world_.knowledge().drop(goroutine_carrier(self_));
  if (status == Goroutine::Status::Exited && env_.watches_steps && watching()) world_.monitor().watch = Watch::Over;
  // Formulas see the end of a run. To protocols and invariants a crash is as good as one that comes later.
  const bool crash_is_seen = status == Goroutine::Status::Crashed && !env_.program.specification.formulas.empty() &&
                             !evaluating_ && watching();
  const bool seen = (env_.options.outcomes && ends_process &&
                     world_.process().end == ProcessEnd::Kind::None) ||
                    (env_.counts_goroutines && g_->number != Goroutine::kNobody) || crash_is_seen;
  if (!seen) {
    g_->status = status;
    return;
  }
  g_->status = Goroutine::Status::Ending;
  g_->rank = static_cast<std::uint32_t>(status);
  g_->remaining = env_.strings.intern(message);
}

void Interpreter::finish() {
  note("end", {});
  const auto take = [](Goroutine& g) {
    g.status = static_cast<Goroutine::Status>(g.rank);
    g.rank = 0;
    g.remaining = 0;
  };
  const std::uint64_t message = g_->remaining;
  take(*g_);
  if (g_->status == Goroutine::Status::Crashed && env_.watches_steps && watching()) {
    world_.monitor().watch = Watch::Over;
  }
  ProcessRecord& process = world_.process();
  if (!env_.options.outcomes || process.end != ProcessEnd::Kind::None) return;
  if (g_->status == Goroutine::Status::Crashed) {
    process.end = ProcessEnd::Kind::Crashed;
    process.exit_code = 2;
    process.message = message;
  } else if (self_ == 0 && g_->status == Goroutine::Status::Finished) {
    process.end = ProcessEnd::Kind::MainReturned;
  } else {
    return;
  }
  // The others' ends change nothing any more, unless somebody counts.
  if (env_.counts_goroutines) return;
  for (std::uint32_t i = 0; i < world_.goroutine_count(); ++i) {
    if (world_.goroutine(i).status == Goroutine::Status::Ending) take(world_.change_goroutine(i));
  }
}

void Interpreter::fatal(const std::string& message) {
  fail(Failure::Kind::Fatal, message);
  end(Goroutine::Status::Crashed, message);
}

/// With the way that leads there from the entry.
void Interpreter::unmodelled(const std::string& what) {
  std::string path;
  for (const Frame& f : g_->frames) {
    path += (path.empty() ? "" : " > ") + env_.program.functions[f.function].name;
  }
  const std::string message =
      what.find("not modelled") != std::string::npos ? what : what + ": not modelled";
  fail(Failure::Kind::Unmodelled, path.empty() ? message : message + " (reached by " + path + ")");
  end(Goroutine::Status::Crashed);
}

void Interpreter::spawn(Slot callee, std::vector<Slot> arguments, std::uint32_t function,
                        std::uint32_t pc, Carrier parent) {
  if (world_.is_full(kGoroutineLimit)) {
    fail(Failure::Kind::Sampled, "more than " + std::to_string(kGoroutineLimit) + " goroutines at once");
    return end(Goroutine::Status::Crashed);
  }
  if (world_.knowledge().rows() > kAccessLimit) {
    fail(Failure::Kind::Sampled, "more than " + std::to_string(kAccessLimit) + " memory accesses at once that nothing orders");
    return end(Goroutine::Status::Crashed);
  }
  Goroutine child;
  child.created_function = function;
  child.created_pc = pc;
  child.bubble = g_->bubble;
  const std::uint32_t number = world_.add_goroutine(std::move(child));
  g_ = &world_.change_goroutine(self_);
  if (Action* a = act(Action::Kind::Go, {})) {
    a->other = number;
    // The frame stands behind the statement already.
    const program::Function& starter = env_.program.functions[function];
    if (!starter.is_library) a->position = starter.positions[pc];
    if (!a->stack.empty()) a->stack.front().position = starter.positions[pc];
  }
  world_.knowledge().acquire(Edge::Go, goroutine_carrier(number), parent);
  Interpreter starter(world_, number, log_);
  starter.push_call(callee, arguments, Frame::kReturnsNothing);
  starter.run(false);
  if (env_.program.functions[function].is_library) known_by_user(number);
}

/// A goroutine that the library has started and that has nothing of the user's to show is known by
/// the user's call it was made for.
void Interpreter::known_by_user(std::uint32_t goroutine) {
  const auto of_user = [&](const Frame& f) {
    return !env_.program.functions[f.function].is_library;
  };
  const auto& frames = world_.goroutine(goroutine).frames;
  if (frames.empty() || std::ranges::any_of(frames, of_user)) return;
  const auto caller = std::find_if(g_->frames.rbegin(), g_->frames.rend(), of_user);
  if (caller == g_->frames.rend()) return;
  Goroutine& child = world_.change_goroutine(goroutine);
  child.created_function = caller->function;
  child.created_pc = caller->pc;
}

}  // namespace model::runtime
