#include "model/runtime/rules/rule.hpp"

#include <cassert>

#include "model/runtime/rules/channel.hpp"

namespace model::runtime {

using program::Op;

namespace {

enum class Family { Channel, Mutex, RWMutex, WaitGroup, Cond, Atomic, Process, Timer, Access };

/// Which file has the rule of an operation. `Access`: a plain access that is visible here, or a cut in a local loop.
Family family(Op op) {
  switch (op) {
    case Op::ChanSend:
    case Op::ChanReceive:
    case Op::ChanClose:
    case Op::ChanLen:
    case Op::Select:
      return Family::Channel;
    case Op::MutexLock:
    case Op::MutexUnlock:
    case Op::MutexTryLock:
      return Family::Mutex;
    case Op::RWMutexRLock:
    case Op::RWMutexRUnlock:
    case Op::RWMutexTryRLock:
    case Op::RWMutexAnnounce:
    case Op::RWMutexWait:
    case Op::RWMutexRelease:
    case Op::RWMutexTryLock:
      return Family::RWMutex;
    case Op::WaitGroupAdd:
    case Op::WaitGroupWait:
    case Op::SemaphoreAcquire:
    case Op::SemaphoreRelease:
      return Family::WaitGroup;
    case Op::CondAdd:
    case Op::CondWait:
    case Op::CondSignal:
    case Op::CondBroadcast:
      return Family::Cond;
    case Op::AtomicLoad:
    case Op::AtomicStore:
    case Op::AtomicAdd:
    case Op::AtomicSwap:
    case Op::AtomicCompareAndSwap:
    case Op::AtomicAnd:
    case Op::AtomicOr:
      return Family::Atomic;
    case Op::MapIterNext:
    case Op::Choose:
    case Op::Yield:
    case Op::Sleep:
    case Op::Print:
    case Op::Exit:
    case Op::NumGoroutine:
      return Family::Process;
    case Op::TimerStart:
    case Op::TimerStop:
      return Family::Timer;
    default:
      return Family::Access;
  }
}

}  // namespace

void append_choices(Interpreter& in, std::vector<std::uint32_t>& out) {
  std::uint32_t n = 1;
  switch (family(in.instruction().op)) {
    case Family::Mutex:
      if (in.instruction().op == Op::MutexTryLock) {
        mutex_try_choices(in, out);
        return;
      }
      n = mutex_choices(in);
      break;
    case Family::RWMutex:
      n = rwmutex_choices(in);
      break;
    case Family::WaitGroup:
      n = waitgroup_choices(in);
      break;
    case Family::Cond:
      n = cond_choices(in);
      break;
    case Family::Process:
      n = process_choices(in);
      break;
    case Family::Channel:
    case Family::Atomic:
    case Family::Timer:
    case Family::Access:
      break;
  }
  for (std::uint32_t i = 0; i < n; ++i) out.push_back(i);
}

void perform(Interpreter& in, std::uint32_t choice) {
  bool forced = false;
  switch (family(in.instruction().op)) {
    case Family::Channel:
      channel_perform(in, choice);
      break;
    case Family::Mutex:
      mutex_perform(in, choice);
      break;
    case Family::RWMutex:
      rwmutex_perform(in);
      break;
    case Family::WaitGroup:
      waitgroup_perform(in);
      break;
    case Family::Cond:
      cond_perform(in);
      break;
    case Family::Atomic:
      atomic_perform(in);
      break;
    case Family::Process:
      process_perform(in, choice);
      break;
    case Family::Timer:
      timer_perform(in);
      break;
    case Family::Access:
      in.note("access", {});
      forced = true;
      break;
  }
  in.run(forced);
}

bool another_stands_at(Interpreter& in, Op op, const Slot& ref) {
  World& world = in.world();
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    if (i == in.self()) continue;
    const Goroutine& g = world.goroutine(i);
    if (g.status != Goroutine::Status::Standing) continue;
    const Frame& f = g.frames.back();
    const program::Instruction& at = in.env().program.functions[f.function].code[f.pc];
    if (at.op == op && f.slots[static_cast<std::size_t>(at.b)] == ref) return true;
  }
  return false;
}

}  // namespace model::runtime
