#pragma once
// What a search sees of a Go program: an initial state, the transitions enabled in a state, the successor of one; and what
// reports see: goroutines, events, the text of a state. checker/ uses nothing else of the run time.
//
// A state is a vector of 32-bit words (a tuple of interned components with the links between them, canonically named);
// two states are the same iff their words are equal. Only model/runtime reads inside.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/base/position.hpp"

namespace model {

using StateWords = std::vector<std::uint32_t>;

/// `None`: the literal machine, as the runtime's source has it. `Por`: the guard machine.
enum class Reduction : std::uint8_t { None, Por };
enum class TimeMode : std::uint8_t { Any, Virtual };

/// Among the visible locations: WaitGroups take the steps of sync/waitgroup.go one by one. Needed once a counter is raised
/// from zero unordered with a Wait, or falls below zero: only then can Wait's bookkeeping be seen.
inline constexpr std::uint64_t kWaitGroupSteps = 0xffffffffffffffff;
/// The same for RWMutexes and sync/rwmutex.go. Needed once one is unlocked that is not locked, or a Try method can be called.
inline constexpr std::uint64_t kRWMutexSteps = 0xfffffffffffffffe;
/// Words of objects of sync and sync/atomic are visible too: the program copies or overwrites such objects.
inline constexpr std::uint64_t kSyncWords = 0xfffffffffffffffd;

/// Tests only: a rule to leave out, so that one can see that the tests would notice.
struct Mutation {
  enum : std::uint32_t {
    None,
#define X(name, what) name,
#include "model/base/mutations.def"
#undef X
  };
};

struct MachineOptions {
  Reduction reduction = Reduction::Por;
  TimeMode time = TimeMode::Any;
  bool outcomes = false;  ///< stdout and the process's end are part of the state
  bool symmetry = true;   ///< goroutines are named by content, not by creation (always off in the literal machine)
  bool races = true;      ///< happens-before knowledge is part of the state
  bool por = true;        ///< persistent() leaves transitions out (never in the literal machine or in virtual time)
  /// What steps did is remembered and not worked out again. Check, for tests: it is, and std::logic_error thrown where that differs.
  enum class Memo : std::uint8_t { Off, On, Check } memo = Memo::On;
  /// Tests only: the Mutation to make; kEdgeMutation + an Edge: that edge of happens-before.
  std::uint32_t mutation = 0;
  std::uint32_t go_version = 26;  ///< 1.N, for texts and behaviour that differ between versions
  /// Abstract memory locations (Failure::location) whose plain accesses are visible operations: those that race. Also
  /// kWaitGroupSteps, kRWMutexSteps and kSyncWords.
  std::vector<std::uint64_t> visible_locations;
  /// Plain reads are remembered only of `written_locations`; a write anywhere else asks for it (Failure::NeedsReads). Not in
  /// the literal machine. Argument: model/runtime/memory.cpp.
  bool only_written = false;
  std::vector<std::uint64_t> written_locations;
  /// Those that expressions of the spec read: each write is a step (see Step::unwatched).
  std::vector<std::uint64_t> watched_locations;
  bool count_goroutines = false;  ///< the end of each goroutine is a step of its own
  bool coverage = false;  ///< which instructions were run: Machine::coverage()
};

/// The rules by which one operation happens before another, but for program order.
enum class Edge : std::uint8_t {
#define X(name, label, source) name,
#include "model/happens_before.def"
#undef X
};
inline constexpr std::uint32_t kEdgeMutation = 1000;
/// Tests only: an operation on a buffer hands on what it has learnt by completing.
inline constexpr std::uint32_t kEagerBufferMutation = 1100;

/// One way to go on from a state. Value type; meaningful only with the state it was enabled in.
struct Transition {
  enum class Kind : std::uint8_t {
    Step,        ///< goroutine `actor` performs the operation it stands at; `choice` where that has several outcomes
    Rendezvous,  ///< sender `actor` (its case `choice`) meets receiver `partner` (its case `partner_choice`)
    Timer,       ///< timer number `actor` of the state fires
    Clock,       ///< virtual time moves to the next deadline
    Park,        ///< literal machine: `actor` enqueues itself and blocks
  };
  Kind kind = Kind::Step;
  std::uint32_t actor = 0;
  std::uint32_t choice = 0;
  std::uint32_t partner = 0;
  std::uint32_t partner_choice = 0;
  friend bool operator==(const Transition&, const Transition&) = default;
};

inline constexpr std::uint32_t kGone = 0xffffffff;
inline constexpr std::uint32_t kNoGoroutine = 0xffffffff;

/// Something a step did that is a finding by itself.
struct Failure {
  enum class Kind : std::uint8_t { Panic, Fatal, Race, Assertion, Unmodelled, Sampled, NeedsSteps, NeedsReads, Order, Protocol, Invariant };
  Kind kind{};
  /// NeedsSteps and NeedsReads are no findings: `location` has to be visible, or among the written ones.
  std::string message;      ///< as the contract's findings have it: without `panic: `, `fatal error: `
  base::Position position;  ///< innermost line of the user's code
  std::uint32_t goroutine = 0;  ///< slot in the state before the step
  /// Race: where the memory was made, and the abstract location (see visible_locations).
  base::Position other_position;
  std::uint64_t location = 0;
  bool write = false;  ///< Race: this access
  /// Order, Protocol, Invariant: which of the Specification's. Its `position` is the annotation's.
  std::uint32_t annotation = 0;
  std::uint32_t expression = 0;  ///< Invariant: its expression
};

/// An event of the spec that a step performed, in the order of taking effect.
struct Happened {
  std::uint32_t event = 0;      ///< of Specification::events
  std::uint32_t goroutine = 0;  ///< slot in the state before the step; new goroutines count on
  base::Position position;      ///< of the statement
};

/// One visible thing that happened in a step, for schedules. Texts are filled only by describe().
struct Event {
  std::uint32_t goroutine = 0;  ///< slot in the state before the step; kNoGoroutine for timers and the clock
  std::string operation;        ///< send, receive, close, select, lock, unlock, go, exit, ...
  std::string object;           ///< the object operated on with its state before: ch#1 cap 1 [7]; empty if none
  std::string value;            ///< the value sent or received as Go prints it, or empty
  std::string happened;         ///< names of the spec's events, separated by spaces
  base::Position position;
};

struct Frame {
  std::string function;  ///< main.worker
  base::Position position;
  bool is_library = false;
};

/// An operation of a step in the terms of the memory model, in the order of effect. Only from describe().
struct Action {
  enum class Kind : std::uint8_t {
    Go,             ///< `other`: the new goroutine
    Send,           ///< `capacity` of the channel
    Receive,        ///< of a value
    ReceiveClosed,  ///< that returns because the channel is closed
    Close,
    Lock, Unlock,            ///< of a Mutex, or of an RWMutex for writing
    ReadLock, ReadUnlock,
    WriteLock, WriteUnlock,  ///< what these are for the readers
    Done, Wait,              ///< WaitGroup
    Acquire, Release,        ///< semaphores, and where types of sync take their source's steps
    Signal, Woken,           ///< `object`: of one waiter
    AtomicLoad, AtomicStore, AtomicUpdate,  ///< Update: observes and stores
    StartTimer,
    Drain,                   ///< Stop or Reset takes the value out of a timer's channel
    Fire,                    ///< `other`: the goroutine started, or kNoGoroutine: a send into channel `target`
    BubbleLeave, BubbleWait, ///< testing/synctest: a goroutine has blocked or ended; Wait or Test returns
    Publish, Observe,        ///< of a library's cell
    Inspect, Change,         ///< of a synchronisation object by its methods: atomic accesses that order nothing
    Read, Write,             ///< plain
  };
  Kind kind{};
  std::uint32_t goroutine = 0;  ///< slot before the step; beyond: the n-th that the step created; kNoGoroutine for timers
  std::uint32_t object = 0;     ///< an identity that lasts (Names)
  std::uint32_t offset = 0, count = 0;  ///< slots of the object
  std::uint32_t capacity = 0;
  std::uint32_t other = 0;
  std::uint32_t target = 0;
  bool access = false;          ///< an atomic that races with plain accesses
  std::vector<std::uint64_t> locations;  ///< of an access: Failure::location of each slot
  std::uint32_t event = kNoGoroutine;    ///< index in Step::events of what it belongs to, if that is told
  base::Position position;
  std::string name;             ///< of the memory, if it has one
  base::Position made_at;       ///< of an access: where the memory was made
  std::vector<Frame> stack;     ///< innermost first, with Names::stacks
};

struct Step {
  StateWords state;  ///< the successor
  /// goroutine_map[old slot] = slot in the successor, or kGone; goroutines created by the step are in `created`.
  std::vector<std::uint32_t> goroutine_map;
  /// The same for pending timers, by their number in the state.
  std::vector<std::uint32_t> timer_map;
  std::vector<std::uint32_t> created;  ///< successor slots, in order of creation
  std::vector<std::uint32_t> moved;    ///< old slots of the goroutines that made progress
  std::vector<Failure> failures;
  std::vector<Event> events;           ///< only from describe()
  std::vector<Action> actions;         ///< only from describe() with names
  bool printed = false;                ///< something was written to stdout or stderr; only from describe()
  std::vector<Happened> happened;
  std::vector<std::uint32_t> compared;  ///< orders of the spec of which both events are there now
  /// Locations that the spec's expressions read in the successor and that are not in options.watched_locations: writes of
  /// them may have been no steps.
  std::vector<std::uint64_t> unwatched;
};

/// Properties watch an entry from its first statement to its end: its return, os.Exit, a crash.
enum class Watch : std::uint8_t { NotYet, Watching, Over };

/// A case of a select statement at which a goroutine stands.
struct SelectChoice {
  std::uint32_t goroutine = 0;  ///< slot
  std::uint64_t site = 0;       ///< which statement
  std::uint32_t choice = 0;     ///< which case
  friend auto operator<=>(const SelectChoice&, const SelectChoice&) = default;
};

/// Value of one of the spec's expressions in a state.
struct ExpressionValue {
  bool holds = false;
  std::string panic;  ///< it panics: the message; else empty
  friend bool operator==(const ExpressionValue&, const ExpressionValue&) = default;
};

/// What no run has done, and how far things went.
struct Coverage {
  /// Of user code, never run: the first instruction of each line. Of functions that are never called either the call is one of
  /// these, or nothing refers to them.
  std::vector<base::Position> statements;
  std::vector<base::Position> select_cases;  ///< never taken
  /// A make of buffered channels: the most elements that one of them had, and the largest capacity.
  struct Buffer {
    base::Position made_at;
    std::uint32_t fullest = 0, capacity = 0;
  };
  std::vector<Buffer> buffers;
  std::vector<std::string> models;  ///< packages of the library whose models were run, by name
};

/// A goroutine of a state, for dumps and for the analysis of what is stuck.
struct GoroutineView {
  enum class Status : std::uint8_t { Standing, Finished, Goexited, Crashed, Exited };
  std::uint32_t slot = 0;
  bool is_main = false;
  Status status{};
  bool sleeping = false;       ///< in time.Sleep
  std::string wait_reason;     ///< the runtime's text for the operation it stands at: chan receive, select, sync.Mutex.Lock, ...; "running" if it can go on by itself
  std::string object;          ///< the object it stands at, as in Event::object
  std::vector<Frame> stack;    ///< innermost first
  base::Position created_at;   ///< its go statement
  std::string created_by;      ///< the function with the go statement
  bool created_in_library = false;
};

/// How a state that ends the process ends it. Absent: the process goes on or is stuck.
struct ProcessEnd {
  enum class Kind : std::uint8_t { None, MainReturned, Exited, Crashed } kind{};
  std::int32_t exit_code = 0;
  std::string message;  ///< of the crash
};

/// Names of objects along one schedule (ch#1, mutex#2, by first mention): object number in the present state -> name.
/// Start with an empty one at the initial state and hand it to each describe().
struct Names {
  std::vector<std::string> objects;
  std::map<std::string, std::uint32_t> counters;
  /// Identities that last, for Action: object number in the present state -> identity, 0 = none yet.
  std::vector<std::uint32_t> identities;
  std::uint32_t last_identity = 0;
  bool texts = true;    ///< tell Step::events
  bool stacks = false;  ///< tell Action::stack
  std::vector<Action> initial_actions;  ///< of describe_initial()
  std::vector<std::uint32_t> initial_map;  ///< its goroutines by order of creation -> slot, or kGone
};

/// Something of a state that may grow from state to state: the absolute value of an integer, the length of a string, slice,
/// map or buffer, how many goroutines or objects one statement made. `position`: where it was declared or made.
struct Measure {
  std::string what;
  base::Position position;
  std::uint64_t size = 0;
  bool is_library = false;
};

class Machine {
 public:
  virtual ~Machine() = default;
  /// What is run: main, TestXxx.
  virtual std::string entry_name() const { return "main"; }
  virtual StateWords initial(std::vector<Failure>& failures) const = 0;
  /// Like initial, and starts `names`. Goroutines of failures count in order of creation, main is 0.
  virtual StateWords describe_initial(std::vector<Failure>& failures, Names& names) const {
    (void)names;
    return initial(failures);
  }
  /// What happened before the first step, as in Step.
  virtual void before_first_step(std::vector<Happened>& happened, std::vector<std::uint32_t>& compared) const {
    (void)happened, (void)compared;
  }
  /// Appends the transitions enabled in `state`, in a fixed order.
  virtual void enabled(const StateWords& state, std::vector<Transition>& out) const = 0;
  /// Ordinals, ascending, of those of a state's `enabled` transitions that are enough to explore (options.por).
  virtual void persistent(const StateWords& state, const std::vector<Transition>& enabled,
                          std::vector<std::uint32_t>& chosen) const = 0;
  /// The successor. Deterministic; safe to call from several threads.
  virtual void apply(const StateWords& state, const Transition& transition, Step& out) const = 0;
  /// Like apply, and fills Step::events with texts. `names` (may be null) follows the objects from state to state.
  virtual void describe(const StateWords& state, const Transition& transition, Step& out,
                        Names* names = nullptr) const = 0;
  /// What they wait for gets its name here if it has none yet in `names` (may be null).
  virtual std::vector<GoroutineView> goroutines(const StateWords& state, Names* names = nullptr) const = 0;
  /// Slots of those whose code, from where they stand, has an operation that would let the blocked goroutine `slot` go on, as
  /// far as the code shows: perhaps too many, never too few. Of timers and in the literal machine nothing is known.
  virtual std::vector<std::uint32_t> helpers(const StateWords& state, std::uint32_t slot) const {
    (void)state, (void)slot;
    return {};
  }
  virtual ProcessEnd process_end(const StateWords& state) const = 0;
  virtual std::string output(const StateWords& state) const = 0;  ///< stdout so far, with options.outcomes
  virtual bool timers_pending(const StateWords& state) const = 0;
  /// runtime.checkdead's verdict on a state without enabled transitions: its fatal message, or nothing.
  virtual std::optional<std::string> checkdead(const StateWords& state) const = 0;
  /// Of the spec, if the program has one.
  virtual Watch watch(const StateWords& state) const {
    (void)state;
    return Watch::NotYet;
  }
  /// Appends what Step::unwatched has of a step to this state.
  virtual void unwatched(const StateWords& state, std::vector<std::uint64_t>& out) const { (void)state, (void)out; }
  /// Values of the spec's expressions, in their order.
  virtual void evaluate(const StateWords& state, std::vector<ExpressionValue>& out) const {
    (void)state;
    out.clear();
  }
  /// `len(queue) = 3, closed(done) = false`: an expression's parts in a state.
  virtual std::string show_terms(const StateWords& state, std::uint32_t expression) const {
    (void)state, (void)expression;
    return {};
  }
  /// Appends the cases of select statements that Go could choose now: on an unbuffered channel only if the partner waits.
  virtual void ready_cases(const StateWords& state, std::vector<SelectChoice>& out) const {
    (void)state, (void)out;
  }
  /// Appends the cases of select statements that a transition takes.
  virtual void taken_cases(const StateWords& state, const Transition& transition,
                           std::vector<SelectChoice>& out) const {
    (void)state, (void)transition, (void)out;
  }
  /// Each `what` at each position once, with the largest.
  virtual std::vector<Measure> measures(const StateWords& state) const {
    (void)state;
    return {};
  }
  /// With options.coverage, of all steps so far.
  virtual Coverage coverage() const { return {}; }
  /// Where the outermost loop of the program's own begins that a goroutine is in. Not valid: it is in none.
  virtual base::Position loop(const StateWords& state, std::uint32_t goroutine) const {
    (void)state, (void)goroutine;
    return {};
  }
  virtual std::uint64_t component_count() const = 0;  ///< distinct component contents interned so far
  virtual std::uint64_t memory_bytes() const = 0;
  /// Gives back what is remembered only to be fast: fewer steps will follow than came.
  virtual void forget() const {}
};

}  // namespace model
