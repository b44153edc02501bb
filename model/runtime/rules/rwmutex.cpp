// sync.RWMutex with writer preference. Cells: the writers' mutex, the writer (0: none, 1: announced, 2: inside), readers
// inside. Lock is three steps: the writers' mutex, announce (from then on new readers wait and TryRLock fails), wait for the
// readers to leave. Blocked readers need no queue.
//
// That is not what the source does once somebody unlocks what he has not locked: its one counter holds waiting readers as
// well, and an unlock of a writer that only waits lets it fail in its own ways. Such an unlock in some schedule is seen here,
// and asks for the source's steps (kRWMutexSteps).

#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Op;

std::uint32_t rwmutex_choices(Interpreter& in) {
  const Slot ref = in.slot(in.instruction().b);
  if (!ref.ref) return 1;
  const auto& slots = in.world().object(ref).slots;
  const std::uint32_t at = ref_offset(ref);
  switch (in.instruction().op) {
    case Op::RWMutexRLock:
      return slots[at + 1].bits == 0 ? 1 : 0;
    case Op::RWMutexWait:
      return slots[at + 2].bits == 0 ? 1 : 0;
    default:
      return 1;
  }
}

void rwmutex_perform(Interpreter& in) {
  const program::Instruction& instruction = in.instruction();
  const Slot ref = in.slot(instruction.b);
  const auto told = [&]() -> const char* {
    switch (instruction.op) {
      case Op::RWMutexRLock:
        return "read lock";
      case Op::RWMutexRUnlock:
        return "read unlock";
      case Op::RWMutexTryRLock:
        return "try read lock";
      case Op::RWMutexAnnounce:
        return "announce write lock";
      case Op::RWMutexWait:
        return "write lock";
      case Op::RWMutexRelease:
        return "write unlock";
      default:
        return "try write lock";
    }
  };
  in.note(told(), ref);
  std::uint64_t* writers = cell(in, ref);
  if (writers == nullptr) return;
  std::uint64_t* announced = cell(in, ref, 1);
  std::uint64_t* readers = cell(in, ref, 2);
  Knowledge& knowledge = in.world().knowledge();
  const Carrier self = goroutine_carrier(in.self());
  const Carrier w = memory_carrier(ref, Carrier::Kind::Writer);
  const Carrier r = memory_carrier(ref, Carrier::Kind::Readers);
  switch (instruction.op) {
    case Op::RWMutexTryRLock:
      in.slot(instruction.a) = scalar(*announced == 0 ? 1 : 0);
      if (*announced != 0) return in.next();
      [[fallthrough]];
    case Op::RWMutexRLock:
      ++*readers;
      in.act(Action::Kind::ReadLock, ref);
      knowledge.acquire(Edge::UnlockRLock, self, w);
      return in.next();
    case Op::RWMutexRUnlock:
      if (*readers == 0) {
        in.ask_to_see(kRWMutexSteps);
        return in.fatal("sync: RUnlock of unlocked RWMutex");
      }
      --*readers;
      in.act(Action::Kind::ReadUnlock, ref);
      knowledge.join(r, self);
      return in.next();
    case Op::RWMutexAnnounce:
      *announced = 1;
      return in.next();
    case Op::RWMutexWait:
      *announced = 2;
      // What earlier writers did came with their mutex.
      in.act(Action::Kind::WriteLock, ref);
      knowledge.acquire(Edge::RUnlockLock, self, r);
      return in.next();
    case Op::RWMutexRelease:
      if (*announced != 2) in.ask_to_see(kRWMutexSteps);
      if (*announced == 0) return in.fatal("sync: Unlock of unlocked RWMutex");
      *announced = 0;
      in.act(Action::Kind::WriteUnlock, ref);
      knowledge.join(w, self);
      knowledge.drop(r);
      return in.next();
    default: {  // TryLock
      const bool ok = *writers == 0 && *announced == 0 && *readers == 0;
      in.slot(instruction.a) = scalar(ok ? 1 : 0);
      if (ok) {
        *writers = 1;
        *announced = 2;
        in.act(Action::Kind::Lock, ref);
        in.act(Action::Kind::WriteLock, ref);
        knowledge.acquire(Edge::UnlockLock, self, memory_carrier(ref));
        knowledge.acquire(Edge::RUnlockLock, self, r);
      }
      return in.next();
    }
  }
}

}  // namespace model::runtime
