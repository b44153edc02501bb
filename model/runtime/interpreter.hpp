#pragma once
// Runs one goroutine through its local instructions, from where it stands to just before its next visible operation.
// Panics, deferred calls and recovery are here (panic.cpp); visible operations are the rules (rules/*.cpp).

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/machine.hpp"
#include "model/runtime/step_log.hpp"
#include "model/runtime/world.hpp"

namespace model::runtime {

/// Local instructions in one step after which a loop is cut: the goroutine then stands "running" and goes on in a further step,
/// so that a loop without a visible operation is a cycle of states and not a hang of the search.
inline constexpr std::uint32_t kStepBudget = 10'000;
/// Frames at which recursion is a stack overflow.
inline constexpr std::size_t kFrameLimit = 100'000;
/// Goroutines alive at once beyond which a run is not followed: the verdict is then incomplete.
inline constexpr std::uint32_t kGoroutineLimit = 10'000;
/// Accesses remembered at once (Knowledge::rows) beyond which no goroutine is started: each costs as much as there are goroutines, and
/// one step may start them all.
inline constexpr std::size_t kAccessLimit = 3'000;

class Interpreter {
 public:
  Interpreter(World& world, std::uint32_t self, StepLog& log)
      : world_(world), env_(world.environment()), self_(self), g_(&world.change_goroutine(self)),
        log_(log) {}

  /// Runs until the next stop. `forced`: the instruction now at the pc is taken even if it is visible as a plain access.
  void run(bool forced);

  // What rules use.
  World& world() { return world_; }
  const Environment& env() const { return env_; }
  std::uint32_t self() const { return self_; }
  Goroutine& goroutine() { return *g_; }
  Frame& frame() { return g_->frames.back(); }
  const program::Function& function() { return env_.program.functions[frame().function]; }
  const program::Instruction& instruction() { return function().code[frame().pc]; }
  Slot& slot(std::int32_t at) { return frame().slots[static_cast<std::size_t>(at)]; }
  void next() {  ///< the instruction is done
    if (env_.covered) env_.covered->ran(current_site());
    ++frame().pc;
  }

  /// Panics with a runtime.Error: `runtime error: ` is put in front by its Error method.
  void panic_runtime(const std::string& text);
  void panic_bounds(const std::string& text);
  void panic_plain(const std::string& text);  ///< runtime.plainError: no prefix
  void panic_nil_dereference();
  void panic_string(const std::string& text);  ///< panic("...") of the library's Go source
  void panic_value(Slot type, Slot payload);
  void fatal(const std::string& text);
  void unmodelled(const std::string& what);
  void goexit();
  void end(Goroutine::Status status, const std::string& message = {});
  /// The step that ends an Ending goroutine.
  void finish();
  void fail(Failure::Kind kind, std::string message);
  /// The search has to be done again with `location` among the visible ones.
  void ask_to_see(std::uint64_t location);

  /// Tells the log what the goroutine does now, before it does it: the operation, its object, the value.
  void note(std::string_view operation, const Slot& object, std::string value = {});
  StepLog& log() { return log_; }
  /// What library code does to order its callers, as part of a step that seems to be about something else.
  void hide(const Slot& ref, bool write) {
    if (log_.hidden != nullptr && ref.ref) log_.hidden->push_back({ref_object(ref), write});
  }
  /// Tells the log an operation in the terms of the memory model; null if nobody listens. Slots from ref on.
  Action* act(Action::Kind kind, const Slot& ref, std::uint32_t count = 1);
  /// The values of a send or receive, for the log.
  std::string show(program::TypeId type, std::span<const Slot> value);

  /// Position of the innermost line of the user's code, from the top frame down.
  base::Position user_position() const;
  /// A plain access of memory: reports a race. n slots from ref + offset.
  void access(std::uint32_t object, std::uint32_t offset, std::uint32_t n, bool write);
  /// An atomic access, or that of a synchronisation object by its methods: it races with plain accesses.
  void atomic_access(std::uint32_t object, std::uint32_t offset, std::uint32_t n, bool write);

  /// The goroutine that a Go instruction or an AfterFunc timer starts.
  void spawn(Slot callee, std::vector<Slot> arguments, std::uint32_t function, std::uint32_t pc,
             Carrier parent);
  void known_by_user(std::uint32_t goroutine);

  // event.cpp: events of the spec. A mark of 0 is none.
  std::uint32_t mark_here() const;
  std::uint32_t case_mark(std::uint32_t index);
  /// Before the operation hands on what the goroutine knows.
  void announce(std::uint32_t mark);
  /// When it has taken effect.
  void happen(std::uint32_t mark);
  void library_effect();
  bool watching() const;
  /// expression.cpp: the result of a function of the spec.
  std::vector<Slot> evaluate(std::uint32_t function, std::vector<std::uint64_t>* locations);
  void break_property(Failure::Kind kind, std::uint32_t number, std::string message, base::Position at);

  // Parts of instructions.
  bool push_call(Slot callee, std::span<const Slot> arguments, std::uint8_t flags);
  Slot string_slot(std::string_view text) { return scalar(env_.strings.intern(text)); }
  const std::string& text(const Slot& s) const { return env_.strings.get(s.bits); }
  std::vector<Slot> unbox(const Slot& type, const Slot& payload);
  Slot box(program::TypeId type, std::span<const Slot> value);
  bool equal(program::TypeId type, std::span<const Slot> a, std::span<const Slot> b, bool& panicked);
  std::uint32_t current_site() { return env_.site(frame().function, frame().pc); }

 private:
  enum class Flow { Next, Stay };  ///< Stay: the handler set the pc (or frames) itself
  Flow step(const program::Instruction& in);
  bool stops_at(const program::Instruction& in, bool forced);
  bool visible_access(const program::Instruction& in);
  bool visible_native(const program::Instruction& in);
  bool watched_write(const program::Instruction& in);
  Flow marked_step(const program::Instruction& in, std::uint32_t mark);

  // event.cpp
  bool is_step(std::uint32_t mark) const;
  bool is_library(const Slot& callee);
  bool calls_user_code(const program::Instruction& in);
  bool stops_for_event(const program::Instruction& in);
  void for_orders(std::uint32_t mark, const std::function<void(std::uint32_t)>& act);
  void first_of_order(std::uint32_t order, const std::function<void(std::uint32_t)>& add_row);
  void second_of_order(std::uint32_t order);
  void break_order(std::uint32_t order);
  void step_protocol(std::uint32_t protocol, std::uint32_t event);
  void begin_library_call(std::uint32_t mark);
  void end_library_call(Frame& f);
  void forget_library_call(Frame& f);
  void begin_watch();
  void end_watch();
  void push_deferred(const DeferRecord& d, std::uint8_t flags);

  // memory.cpp
  void tell_races(std::uint32_t object, const std::vector<std::uint32_t>& races, bool write);
  void see_sync_words(std::uint32_t object, std::uint32_t offset, std::uint32_t n);
  void see_write(std::uint32_t object, std::uint32_t offset, std::uint32_t n);
  bool remembers_reads(std::uint32_t object, std::uint32_t offset, std::uint32_t n);
  void describe_memory(Action& action, std::uint32_t object);
  Flow load(const program::Instruction& in);
  Flow store(const program::Instruction& in);
  Flow memory(const program::Instruction& in);
  // arithmetic.cpp
  Flow binary(const program::Instruction& in);
  Flow unary(const program::Instruction& in);
  Flow convert(const program::Instruction& in);
  // string.cpp, slice.cpp, map.cpp, interface.cpp, native.cpp
  Flow string_operation(const program::Instruction& in);
  Flow slice_operation(const program::Instruction& in);
  Flow map_operation(const program::Instruction& in);
  Flow make_interface(const program::Instruction& in);
  Flow type_assert(const program::Instruction& in);
  Flow native(const program::Instruction& in);
  // call.cpp, panic.cpp
  Flow call(const program::Instruction& in);
  Flow return_from(const program::Instruction& in);
  Flow run_defers();
  bool can_recover() const;
  Flow recover(const program::Instruction& in);
  bool resolve(const program::Instruction& in, Slot& callee, std::vector<Slot>& arguments);
  void unwind();
  void after_deferred_call(std::uint8_t flags);
  void crash();
  void print_panics();
  const program::Method* text_method(const Slot& type) const;
  void print_panic(PanicRecord& p, const std::string& text);
  bool told_once(const PanicRecord& panic) const;
  PanicRecord* unprinted();
  std::string panic_text() const;
  std::string value_text(const Slot& type, const Slot& payload) const;
  void finish_frame_pop();

  World& world_;
  const Environment& env_;
  std::uint32_t self_;
  Goroutine* g_;
  StepLog& log_;

  std::size_t attached_ = 0;  ///< frames up to here were there when the step's operation was performed
  bool evaluating_ = false;
  std::vector<std::uint64_t>* read_locations_ = nullptr;  ///< of evaluate()
};

bool is_signed(program::TypeKind kind);
bool is_integer(program::TypeKind kind);
int width_of(program::TypeKind kind);
/// Wraps to the width of the kind and extends to 64 bits by its sign.
std::uint64_t wrap(program::TypeKind kind, std::uint64_t bits);
double float_of(program::TypeKind kind, std::uint64_t bits);
std::uint64_t float_bits(program::TypeKind kind, double value);

}  // namespace model::runtime
