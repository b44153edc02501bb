#include "model/runtime/rules/rule.hpp"

#include <cassert>
#include <optional>
#include <tuple>
#include <utility>

#include "model/runtime/rules/channel.hpp"

namespace model::runtime {

using program::Op;

namespace {

enum class Family { Channel, Event, Mutex, RWMutex, WaitGroup, Cond, Atomic, Process, Timer, Synctest, Access };

/// Which file has the rule of an operation. `Access`: a plain access that is visible here, or a cut in a local loop.
Family family(Op op) {
  switch (op) {
    case Op::ChanSend:
    case Op::ChanReceive:
    case Op::ChanClose:
    case Op::ChanLen:
    case Op::Select:
      return Family::Channel;
    case Op::Event:
      return Family::Event;
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
    case Op::SyncStep:
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
    case Op::SynctestRun:
    case Op::SynctestWait:
      return Family::Synctest;
    default:
      return Family::Access;
  }
}

/// The map that an instruction reads or writes, if it does.
struct MapUse {
  Slot map;
  bool write = false, iterates = false;
};
MapUse map_use(const program::Instruction& in, const Frame& f) {
  const auto slot = [&](std::int32_t at) { return f.slots[static_cast<std::size_t>(at)]; };
  switch (in.op) {
    case Op::MapLoad:
    case Op::MapLen:
      return {slot(in.b), false, false};
    case Op::MapIterBegin:
      return {slot(in.b), false, true};
    case Op::MapStore:
    case Op::MapDelete:
    case Op::MapClear:
      return {slot(in.a), true, false};
    default:
      return {};
  }
}

/// What the map implementation throws if it notices that two goroutines are inside of one map, one of them writing
/// (internal/runtime/maps: the flag `writing`): possible where another goroutine stands at a conflicting operation. Null: not here.
const char* map_conflict(Interpreter& in) {
  const MapUse mine = map_use(in.instruction(), in.frame());
  if (!mine.map.ref) return nullptr;
  for (std::uint32_t i = 0; i < in.world().goroutine_count(); ++i) {
    const Goroutine& g = in.world().goroutine(i);
    if (i == in.self() || g.status != Goroutine::Status::Standing) continue;
    const Frame& f = g.frames.back();
    const MapUse other = map_use(in.env().program.functions[f.function].code[f.pc], f);
    if (!other.map.ref || ref_object(other.map) != ref_object(mine.map) || !(other.write || mine.write)) continue;
    if (other.write && mine.write) return "concurrent map writes";
    if (mine.iterates && other.write) return "concurrent map iteration and map write";
    if (other.write) return "concurrent map read and map write";
  }
  return nullptr;
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
    case Family::Synctest:
      n = synctest_choices(in);
      break;
    case Family::Access:
      if (map_conflict(in) != nullptr) n = 2;
      break;
    case Family::Channel:
    case Family::Event:
    case Family::Atomic:
    case Family::Timer:
      break;
  }
  for (std::uint32_t i = 0; i < n; ++i) out.push_back(i);
}

namespace {

const char* told(Op op) {
  switch (op) {
    case Op::Call: return "call";
    case Op::Go: return "go";
    case Op::Return: return "return";
    case Op::Panic: return "panic";
    case Op::Store:
    case Op::MapStore:
    case Op::MapDelete:
    case Op::MapClear: return "write";
    case Op::Load:
    case Op::MapLoad:
    case Op::MapLen: return "read";
    default: return "access";
  }
}

/// The memory of a plain access, where it is one place.
Slot accessed(const program::Instruction& in, const Frame& f) {
  if (in.op == Op::MapLoad || in.op == Op::MapLen || in.op == Op::MapStore || in.op == Op::MapDelete || in.op == Op::MapClear) {
    return map_use(in, f).map;
  }
  if (in.op != Op::Load && in.op != Op::Store) return {};
  const Slot& base = f.slots[static_cast<std::size_t>(in.op == Op::Load ? in.b : in.a)];
  return base.ref ? make_ref(ref_object(base), ref_offset(base) + static_cast<std::uint32_t>(in.c)) : Slot{};
}

/// The operation itself. True: it was none, the instruction is still to be run.
bool operate(Interpreter& in, std::uint32_t choice) {
  switch (family(in.instruction().op)) {
    case Family::Channel:
      channel_perform(in, choice);
      return false;
    case Family::Event: {
      const std::uint32_t mark = static_cast<std::uint32_t>(in.instruction().b) + 1;
      in.note("event", {});
      in.announce(mark);
      in.happen(mark);
      in.next();
      return false;
    }
    case Family::Mutex:
      mutex_perform(in, choice);
      return false;
    case Family::RWMutex:
      rwmutex_perform(in);
      return false;
    case Family::WaitGroup:
      waitgroup_perform(in);
      return false;
    case Family::Cond:
      cond_perform(in);
      return false;
    case Family::Atomic:
      atomic_perform(in);
      return false;
    case Family::Process:
      process_perform(in, choice);
      return false;
    case Family::Timer:
      timer_perform(in);
      return false;
    case Family::Synctest:
      synctest_perform(in);
      return false;
    case Family::Access:
      in.note(told(in.instruction().op), accessed(in.instruction(), in.frame()));
      if (choice == 1) {
        in.fatal(map_conflict(in));
        return false;
      }
      return true;
  }
  return false;
}

}  // namespace

void perform(Interpreter& in, std::uint32_t choice) {
  const Family kind = family(in.instruction().op);
  // Channels see to their events themselves, as do instructions that are no operations.
  const bool own = kind == Family::Channel || kind == Family::Event || kind == Family::Access;
  const std::uint32_t mark = own || !in.env().has_specification ? 0 : in.mark_here();
  const std::uint32_t pc = in.frame().pc;
  const std::size_t depth = in.goroutine().frames.size();
  std::optional<std::pair<Knowledge, Monitor>> before;
  if (mark != 0) {
    before.emplace(in.world().knowledge(), in.world().monitor());
    in.announce(mark);
  }
  const bool forced = operate(in, choice);
  if (!own && in.env().has_specification) {
    const Goroutine& g = in.goroutine();
    const bool done = g.status == Goroutine::Status::Standing && g.frames.size() == depth && g.frames.back().pc == pc + 1;
    if (mark != 0 && done) in.happen(mark);
    if (mark != 0 && !done) std::tie(in.world().knowledge(), in.world().monitor()) = std::move(*before);
  }
  in.run(forced);
}

namespace {

template <typename Condition>
bool another_stands(Interpreter& in, Op op, const Slot& ref, const Condition& condition) {
  World& world = in.world();
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    if (i == in.self()) continue;
    const Goroutine& g = world.goroutine(i);
    if (g.status != Goroutine::Status::Standing) continue;
    const Frame& f = g.frames.back();
    const program::Instruction& at = in.env().program.functions[f.function].code[f.pc];
    if (at.op == op && f.slots[static_cast<std::size_t>(at.b)] == ref && condition(g)) return true;
  }
  return false;
}

}  // namespace

bool another_stands_at(Interpreter& in, Op op, const Slot& ref) {
  return another_stands(in, op, ref, [](const Goroutine&) { return true; });
}

bool comes_after_another(Interpreter& in, const Slot& ref) {
  const std::uint32_t epoch = in.goroutine().epoch;
  if (epoch == 0) return false;
  return another_stands(in, in.instruction().op, ref,
                        [&](const Goroutine& g) { return g.epoch != 0 && g.epoch < epoch; });
}

}  // namespace model::runtime
