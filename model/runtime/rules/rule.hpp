#pragma once
// The rules of visible operations. Each operation has its choices (which steps are enabled for the goroutine alone) and
// its effect. Operations on channels depend on other goroutines as well: channel.hpp.

#include <cstdint>
#include <vector>

#include "model/runtime/interpreter.hpp"

namespace model::runtime {

/// Appends the choices with which the goroutine that stands at a visible operation other than on a channel may go on by itself.
void append_choices(Interpreter& in, std::vector<std::uint32_t>& out);
/// Performs it with one of the choices; the goroutine then stands at the next instruction, or has panicked or ended.
void perform(Interpreter& in, std::uint32_t choice);

// A file each. `choices`: how many (0: blocked, choices are 0 .. n-1); `perform`: the effect.
std::uint32_t mutex_choices(Interpreter& in);
void mutex_try_choices(Interpreter& in, std::vector<std::uint32_t>& out);
void mutex_perform(Interpreter& in, std::uint32_t choice);
std::uint32_t rwmutex_choices(Interpreter& in);
void rwmutex_perform(Interpreter& in);
std::uint32_t waitgroup_choices(Interpreter& in);
void waitgroup_perform(Interpreter& in);
std::uint32_t cond_choices(Interpreter& in);
void cond_perform(Interpreter& in);
void atomic_perform(Interpreter& in);
std::uint32_t process_choices(Interpreter& in);
void process_perform(Interpreter& in, std::uint32_t choice);
void timer_perform(Interpreter& in);
std::uint32_t synctest_choices(Interpreter& in);
void synctest_perform(Interpreter& in);
/// Numbers, in World::timers(), of the timers that may fire now.
void append_due_timers(World& world, std::vector<std::uint32_t>& out);
/// Is the timer in a heap of the run time's, so that checkdead waits for it?
bool timer_in_heap(World& world, std::uint32_t timer);
/// Does it tell readings of the clock, when it fires, how much has passed?
bool timer_has_reading(const Object& timer);
void fire_timer(World& world, std::uint32_t index, StepLog& log);
/// The shortest time that a sleeper or a timer of the bubble (none: outside all bubbles) still has to wait; 0 if nobody waits.
std::uint64_t next_deadline(World& world, const Slot& bubble);
/// The clock of the bubble (none: the virtual clock) moves on to the next deadline.
void pass_time(World& world, const Slot& bubble);

// testing/synctest: synctest.cpp. Words of a sync.WaitGroup beside its counter: the bubble it is associated with, the semaphore.
inline constexpr std::uint32_t kWaitGroupBubble = 1, kWaitGroupSemaphore = 4;
/// Are all goroutines of the bubble durably blocked?
bool is_idle(World& world, const Slot& bubble);
/// Is the goroutine the root of a bubble whose next step moves the clock?
bool moves_clock(World& world, const Goroutine& g);
/// WaitGroup.Add: associates it with the goroutine's bubble. False: a fatal error. `in_use`: its counter is not zero.
bool associate(Interpreter& in, const Slot& group, bool in_use);
void disassociate(Interpreter& in, const Slot& group);
/// Does a goroutine of another bubble wait with this ticket of a sync.Cond?
bool wakes_from_outside(Interpreter& in, const Slot& ticket);
/// The fatal error if the goroutine stands at an operation on a channel of a bubble that it is not in, else null.
const char* channel_from_outside(World& world, const Goroutine& g);

/// Virtual time: does another goroutine stand at the same operation on the same memory since an earlier step of the clock? The
/// runtime's semaphores wake who came first (semaRoot); one that comes only now may still barge in.
bool comes_after_another(Interpreter& in, const Slot& ref);
/// Does a goroutine other than the interpreter's stand at an operation `op` on the same memory?
bool another_stands_at(Interpreter& in, program::Op op, const Slot& ref);

/// A cell of a synchronisation object that an operation refers to; null (and a panic) if the reference is nil.
inline std::uint64_t* cell(Interpreter& in, const Slot& ref, std::uint32_t offset = 0) {
  if (!ref.ref) {
    in.panic_nil_dereference();
    return nullptr;
  }
  return &in.world().change_object(ref).slots[ref_offset(ref) + offset].bits;
}
inline Carrier memory_carrier(const Slot& ref, Carrier::Kind kind = Carrier::Kind::Memory) {
  return {kind, ref_object(ref), ref_offset(ref)};
}

}  // namespace model::runtime
