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
/// Numbers, in World::timers(), of the timers that may fire now.
void append_due_timers(World& world, std::vector<std::uint32_t>& out);
/// Is the timer in a heap of the run time's, so that checkdead waits for it?
bool timer_in_heap(World& world, std::uint32_t timer);
void fire_timer(World& world, std::uint32_t index, StepLog& log);
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
