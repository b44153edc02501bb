// sync.Mutex as a guard: Lock is enabled iff the mutex is free. Barging makes the starvation mode of sync/mutex.go a subset.
// TryLock fails if the mutex is locked, and may also fail while it is free but another goroutine is in Lock: the compare
// and swap loses to a waiter's bookkeeping. It never fails for no reason. An Unlock that is fatal leaves the mutex as it was: in
// Go it is then in a state in which the next Unlock passes, in the moment before the process ends.

#include "model/program/natives.hpp"
#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Op;

std::uint32_t mutex_choices(Interpreter& in) {
  if (in.instruction().op == Op::MutexUnlock) return 1;
  const Slot ref = in.slot(in.instruction().b);
  if (!ref.ref) return 1;  // panics
  return in.world().object(ref).slots[ref_offset(ref)].bits == 0 && !comes_after_another(in, ref) ? 1 : 0;
}

/// 0: fails, 1: succeeds.
void mutex_try_choices(Interpreter& in, std::vector<std::uint32_t>& out) {
  const Slot ref = in.slot(in.instruction().b);
  if (!ref.ref) return out.push_back(0);
  const bool free = in.world().object(ref).slots[ref_offset(ref)].bits == 0;
  if (free) out.push_back(1);
  const bool loses = in.env().options.mutation != Mutation::TryLockLoses && another_stands_at(in, Op::MutexLock, ref);
  if (!free || loses) out.push_back(0);
}

void mutex_perform(Interpreter& in, std::uint32_t choice) {
  const auto op = in.instruction().op;
  const Slot ref = in.slot(in.instruction().b);
  in.note(op == Op::MutexLock ? "lock" : op == Op::MutexUnlock ? "unlock" : "try lock", ref,
          op == Op::MutexTryLock ? (choice == 1 ? "true" : "false") : "");
  std::uint64_t* state = cell(in, ref);
  if (state == nullptr) return;
  const bool quiet = in.instruction().d == static_cast<std::int32_t>(program::Native::Quiet);
  Knowledge& knowledge = in.world().knowledge();
  const Carrier self = goroutine_carrier(in.self()), mutex = memory_carrier(ref);
  if (op == Op::MutexUnlock) {
    if (*state == 0) return in.fatal("sync: unlock of unlocked mutex");
    *state = 0;
    if (quiet) return in.next();
    in.act(Action::Kind::Unlock, ref);
    knowledge.join(mutex, self);
    return in.next();
  }
  if (op == Op::MutexTryLock) {
    in.slot(in.instruction().a) = scalar(choice);
    if (choice == 0) return in.next();  // a failed TryLock orders nothing
  }
  *state = 1;
  if (quiet) return in.next();
  in.act(Action::Kind::Lock, ref);
  knowledge.acquire(Edge::UnlockLock, self, mutex);
  in.next();
}

}  // namespace model::runtime
