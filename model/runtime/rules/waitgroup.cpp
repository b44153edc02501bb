// sync.WaitGroup and the runtime's semaphores as guards: Wait is enabled iff the counter is zero, acquire iff it is not.
// sync/waitgroup.go: a counter below zero panics and stays there.
//
// A guard has no count of waiters, on which the source's panics of misuse depend. They need a counter that is raised from
// zero while a Wait is under way, or that has been below zero. The first is seen by happens-before: an Add from zero that is
// ordered with every Wait cannot meet one. So each Wait is a write and each such Add a read of a cell of its own, and a race
// between the two, like a counter below zero, asks for the source's steps (kWaitGroupSteps): no schedule has to be met.

#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Op;

namespace {

/// What Adds from zero read and Waits write: a place beyond all memory, which no copy of the WaitGroup touches.
constexpr std::uint32_t kMisuse = 1U << 28;

/// `wait`: a Wait, else an Add from zero. Waits do not conflict with one another.
void meet(Interpreter& in, const Slot& ref, bool wait) {
  if (!in.world().tracks()) return;
  Knowledge& knowledge = in.world().knowledge();
  if (!knowledge.access(in.self(), ref_object(ref), ref_offset(ref) + kMisuse, 1, wait, wait).empty()) {
    in.ask_to_see(kWaitGroupSteps);
  }
}

}  // namespace

std::uint32_t waitgroup_choices(Interpreter& in) {
  const Slot ref = in.slot(in.instruction().b);
  if (!ref.ref) return 1;
  const std::uint64_t value = in.world().object(ref).slots[ref_offset(ref)].bits;
  if (in.instruction().op == Op::WaitGroupWait) return value == 0 ? 1 : 0;
  if (in.instruction().op == Op::SemaphoreAcquire) return value != 0 && !comes_after_another(in, ref) ? 1 : 0;
  return 1;
}

void waitgroup_perform(Interpreter& in) {
  const program::Instruction& instruction = in.instruction();
  const Slot ref = in.slot(instruction.b);
  Knowledge& knowledge = in.world().knowledge();
  const Carrier self = goroutine_carrier(in.self());
  const auto told = [&](const std::string& name, std::string value = {}) { in.note(name, ref, std::move(value)); };
  switch (instruction.op) {
    case Op::WaitGroupAdd: {
      const auto delta = static_cast<std::int64_t>(in.slot(instruction.b + 1).bits);
      told("add", std::to_string(delta));
      std::uint64_t* counter = cell(in, ref);
      if (counter == nullptr) return;
      const auto before = static_cast<std::int64_t>(*counter);
      if (!associate(in, ref, before != 0)) return;
      const auto value = static_cast<std::int32_t>(*counter + static_cast<std::uint64_t>(delta));
      *counter = static_cast<std::uint64_t>(std::int64_t{value});
      if (delta < 0) {
        in.act(Action::Kind::Done, ref);
        knowledge.join(memory_carrier(ref), self);
      }
      if (delta > 0 && before <= 0) meet(in, ref, false);
      if (value < 0) {
        in.ask_to_see(kWaitGroupSteps);
        return in.panic_string("sync: negative WaitGroup counter");
      }
      return in.next();
    }
    case Op::WaitGroupWait:
      told("wait");
      if (cell(in, ref) == nullptr) return;
      in.act(Action::Kind::Wait, ref);
      knowledge.acquire(Edge::DoneWait, self, memory_carrier(ref));
      meet(in, ref, true);
      disassociate(in, ref);
      return in.next();
    case Op::SyncStep:
      told("in " + in.function().name.substr(in.function().name.rfind('.') + 1));
      if (cell(in, ref) == nullptr) return;
      return in.next();
    case Op::SemaphoreAcquire: {
      told("acquire");
      std::uint64_t* count = cell(in, ref);
      if (count == nullptr) return;
      --*count;
      in.act(Action::Kind::Acquire, ref);
      knowledge.acquire(Edge::SourceSteps, self, memory_carrier(ref));
      return in.next();
    }
    default: {
      told("release");
      std::uint64_t* count = cell(in, ref);
      if (count == nullptr) return;
      ++*count;
      in.act(Action::Kind::Release, ref);
      knowledge.join(memory_carrier(ref), self);
      return in.next();
    }
  }
}

}  // namespace model::runtime
