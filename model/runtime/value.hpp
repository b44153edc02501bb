#pragma once
// Values, heap objects and goroutines while a step works on them: plain mutable data in which a reference names an object
// by its number in the state. The interned form is in codec.hpp.

#include <cstdint>
#include <string>
#include <vector>

#include "model/program/program.hpp"

namespace model::runtime {

/// More slots than this in one object are not modelled: a state holds them all.
constexpr std::uint64_t kSlotLimit = 1 << 24;

using program::Slot;

inline std::uint32_t ref_object(const Slot& s) { return static_cast<std::uint32_t>(s.bits >> 32); }
inline std::uint32_t ref_offset(const Slot& s) { return static_cast<std::uint32_t>(s.bits); }
inline Slot make_ref(std::uint32_t object, std::uint32_t offset) {
  return {std::uint64_t{object} << 32 | offset, true};
}
inline Slot scalar(std::uint64_t bits) { return {bits, false}; }
inline bool is_nil(const Slot& s) { return s.bits == 0 && !s.ref; }

/// Where an object was allocated: function << 12 | pc is too narrow, so a site is an index made by Sites. Globals are
/// sites of their own.
using Site = std::uint32_t;

struct Object {
  enum class Kind : std::uint8_t {
    Cells,     ///< variables, structs, arrays: slots. type = element type
    Box,       ///< immutable payload of an interface. type = its dynamic type
    Closure,   ///< immutable: captured slots. type = function id
    Map,       ///< slots = entries (key, value) in order. type = map type
    Chan,      ///< slots = buffered elements, oldest first. type = chan type
    Timer,     ///< slots = {func value, chan}
    WaitList,  ///< sync.Cond: slots = tickets (references to Cells of one slot), oldest first
    Bubble,    ///< testing/synctest: closed = its first goroutine has ended, active = its root runs timers, remaining = clock in ns
    Iterator,  ///< map range: slots = {map}, then keys still to come from the start, then keys produced
    Free,      ///< number not in use
  };
  Kind kind = Kind::Free;
  bool closed = false;          ///< Chan. Timer with a clock: may be in its heap though nobody waits
  bool active = false;          ///< Timer: pending. Chan in a bubble's program: nobody has used it (MakeLazy)
  bool of_timer = false;        ///< Chan: a timer's, which since 1.23 looks unbuffered
  std::uint32_t type = 0;
  Site site = 0;
  std::uint32_t capacity = 0;   ///< Chan; Iterator: number of keys still to come
  std::uint32_t count = 0;      ///< Chan: buffered elements; Map: entries
  std::uint64_t remaining = 0;  ///< Timer, virtual time: ns until it fires
  std::uint64_t period = 0;     ///< Timer: Ticker's period (any time: 1)
  Slot bubble;                  ///< Chan, Timer: of testing/synctest, that it was made in
  std::vector<Slot> slots;
};

struct DeferRecord {
  Slot callee;  ///< func value
  std::uint32_t event = 0;  ///< as in Frame
  std::vector<Slot> arguments;
};

struct Frame {
  enum Flag : std::uint8_t {
    kDeferred = 1,      ///< runs as a deferred call of the frame below
    kByPanic = 2,       ///< ... started by the panic that was then the topmost
    kPanicText = 4,     ///< computes the text of a crash: Error() or String() of the panic value
    kReturnsNothing = 8,  ///< results are dropped
    kEntry = 16,          ///< of the entry: the spec's properties watch until it returns
    kEventOnly = 32       ///< stands for the event of the deferred call below it, which has not begun
  };
  std::uint32_t function = 0;
  std::uint32_t pc = 0;
  std::uint8_t flags = 0;
  /// Of a library function: index + 1 of the SpecMark whose events happen when the call has its effect, and, if an order asks
  /// for them, the number of their mark in Knowledge until then.
  std::uint32_t event = 0, pending = 0;
  std::vector<Slot> slots;
  std::vector<DeferRecord> defers;
};

/// An entry of a goroutine's panic stack (runtime._panic).
struct PanicRecord {
  Slot type, payload;      ///< the interface value
  bool recovered = false;
  bool goexit = false;     ///< runtime.Goexit
  bool aborted = false;    ///< a later panic left the deferred call that this one was running
  bool repanicked = false;  ///< the crash: the next has the same value
  bool printed = false;     ///< the crash: `payload` is the text, a string
  std::uint32_t function = 0, pc = 0;  ///< where it began: innermost user frame
};

struct Goroutine {
  /// Ending: done but for its end, which is a step of its own where somebody can see it (outcomes, NumGoroutine): `remaining` is the
  /// message's string id, `rank` the Status to take then.
  enum class Status : std::uint8_t { Standing, Finished, Goexited, Crashed, Exited, Ending };
  Status status = Status::Standing;
  bool parked = false;          ///< where goroutines queue (Environment::queues)
  bool sleeping = false;        ///< virtual time: inside time.Sleep
  std::uint32_t rank = 0;       ///< position in the order of parking
  std::uint32_t epoch = 0;      ///< virtual time: rank of the step of the clock it was blocked in, 0: since the last
  std::uint64_t remaining = 0;  ///< virtual time: ns of sleep left. Parked: in which order its cases are enqueued
  std::uint32_t created_function = 0, created_pc = 0;  ///< its go statement
  std::uint32_t number = 0;     ///< in the text of its stack; 0: nobody has asked
  static constexpr std::uint32_t kNobody = ~0U;  ///< number of what runs on no goroutine of the program's in Go
  Slot bubble;                  ///< of testing/synctest, that it is in
  std::vector<Frame> frames;    ///< outermost first
  std::vector<PanicRecord> panics;
};

}  // namespace model::runtime
