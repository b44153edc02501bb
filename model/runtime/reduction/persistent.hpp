#pragma once
// Persistent sets: which of a state's transitions are enough.

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "model/base/pool.hpp"
#include "model/machine.hpp"
#include "model/runtime/reduction/future.hpp"
#include "model/runtime/reduction/independence.hpp"
#include "model/runtime/interpreter.hpp"
#include "model/runtime/reduction/state_view.hpp"
#include "model/runtime/reduction/uses.hpp"

namespace model::runtime::reduction {

/// What the code of the program shows.
struct Analyses {
  explicit Analyses(const Environment& env)
      : future(env.program, env.entry.function), uses(env.program, future) {}
  FutureAnalysis future;
  UseAnalysis uses;
};

class PersistentSets {
 public:
  PersistentSets(const Environment& env, const Analyses& analyses)
      : env_(env), future_(analyses.future), uses_(analyses.uses) {}

  /// Performs a transition of the state on trial: the successor, if it is asked for, and what untracked library code accessed
  /// (appended).
  using Trial = std::function<void(const Transition&, StateWords*, std::vector<StepLog::Hidden>&)>;

  /// Puts ordinals of `enabled` (all of the state's transitions) into `chosen`, ascending.
  void choose(const StateWords& state, const std::vector<Transition>& enabled,
              const Trial& trial, std::vector<std::uint32_t>& chosen);
  /// Machine::helpers.
  std::vector<std::uint32_t> helpers(const StateWords& state, std::uint32_t slot);

 private:
  using Set = std::uint64_t;  ///< of processes: goroutines, then pending timers
  static constexpr std::uint32_t kMaxProcesses = 64;

  /// Operations to come on a known object.
  struct Located {
    std::uint32_t object = 0;  ///< in a Summary: a link of the content, from 0, or with kGlobal a package variable
    std::uint32_t offset = 0;
    Kinds kinds = 0;
  };
  static constexpr std::uint32_t kGlobal = 0x80000000;
  struct Deferred {
    std::uint32_t link = 0;  ///< to a closure
    const DeferRecord* record = nullptr;
  };
  struct Summary {  ///< of a goroutine's content
    bool standing = false;
    bool ending = false;
    bool hides = false;  ///< its next step may run untracked library code
    bool prefers_others = false;  ///< stands at an operation that may go round in a loop: yield and the like
    Future future;
    std::vector<Deferred> deferred;
    std::vector<Located> located;
    Kinds unlocated = 0;  ///< kinds of operations to come on objects that are not known
  };
  struct Process {
    Kinds kinds = 0;
    Kinds unlocated = 0;
    std::vector<Located> located;
    const Future* future = nullptr;
    Future own;                             ///< where it is not the summary's
    std::vector<std::uint32_t> transitions;  ///< ordinals
    std::uint32_t acts = 0;                  ///< in how many of them it is the actor
    std::vector<Conflict> conflicts;
    bool conflicts_known = false;
    bool hides = false;
    bool prefers_others = false;
    std::uint64_t met = 0;
  };

  void read(const StateWords& state, const std::vector<Transition>& enabled);
  /// `value`: what a slot that a key mentions holds.
  template <class Value>
  static void locate(const Uses& uses, Value value, std::vector<Located>& located, Kinds& unlocated);
  void locate_closure(const Component& closure, const std::vector<Slot>& arguments,
                      const Component* owner, Process& process) const;
  const Summary& summary(const Component& goroutine);
  const std::vector<Conflict>& conflicts(std::uint32_t p);
  void find_reach();
  Set close(std::uint32_t seed);
  bool changes_record(std::uint32_t p) const;
  void append_hidden(Process& process);
  bool changes_count(const Process& process);
  Set disturbers(const Conflict& conflict, Set inside);
  std::uint32_t count(Set processes) const;
  static std::uint32_t alive(const StateView& view);

  const Environment& env_;
  const FutureAnalysis& future_;
  const UseAnalysis& uses_;
  std::vector<std::unique_ptr<Summary>> summaries_;  ///< by content

  // The state at hand.
  const std::vector<Transition>* enabled_ = nullptr;
  const Trial* trial_ = nullptr;
  StateView view_;
  std::vector<Process> processes_;
  std::uint32_t process_count_ = 0;
  Set all_ = 0;
  bool reach_known_ = false;
  std::vector<Set> reach_;                      ///< of each object: who reaches it
  std::array<Set, kMaxProcesses> neighbours_{};  ///< who shares something that can change
  std::vector<std::uint32_t> stack_;
};

/// The same for several threads.
class SharedPersistentSets {
 public:
  explicit SharedPersistentSets(const Environment& env) : env_(env) {}
  void choose(const StateWords& state, const std::vector<Transition>& enabled,
              const PersistentSets::Trial& trial, std::vector<std::uint32_t>& chosen) const;
  std::vector<std::uint32_t> helpers(const StateWords& state, std::uint32_t slot) const;

 private:
  base::Pool<PersistentSets>::Loan lend() const;
  const Environment& env_;
  mutable std::once_flag analysed_;
  mutable std::unique_ptr<const Analyses> analyses_;  ///< made when first asked for
  mutable base::Pool<PersistentSets> sets_;
};

}  // namespace model::runtime::reduction
