#pragma once
// Persistent sets: which of a state's transitions are enough.

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "model/machine.hpp"
#include "model/runtime/reduction/future.hpp"
#include "model/runtime/reduction/independence.hpp"
#include "model/runtime/reduction/state_view.hpp"

namespace model::runtime::reduction {

/// What a step does besides its operation, as far as other goroutines can observe it.
struct Effects {
  bool record = false;  ///< output or the process's end
  bool count = false;   ///< of goroutines
};

class PersistentSets {
 public:
  explicit PersistentSets(const Environment& env);

  /// Ordinals of `enabled` (all of the state's transitions), ascending. `effects` performs a transition and tells.
  void choose(const StateWords& state, const std::vector<Transition>& enabled,
              const std::function<Effects(const Transition&)>& effects, std::vector<std::uint32_t>& chosen);

 private:
  using Set = std::uint64_t;  ///< of processes: goroutines, then pending timers
  static constexpr std::uint32_t kMaxProcesses = 64;

  struct Summary {  ///< of a goroutine's content
    bool standing = false;
    bool prefers_others = false;  ///< stands at an operation that may go round in a loop: yield and the like
    Future future;
    std::vector<std::uint32_t> deferred;  ///< links to closures that are deferred
  };
  struct Process {
    Kinds kinds = 0;
    const Future* future = nullptr;
    Future own;                             ///< where it is not the summary's
    std::vector<std::uint32_t> transitions;  ///< ordinals
    std::uint32_t acts = 0;                  ///< in how many of them it is the actor
    std::vector<Conflict> conflicts;
    bool conflicts_known = false;
    bool standing = false;
    bool prefers_others = false;
    std::uint64_t met = 0;
  };

  void read(const StateWords& state, const std::vector<Transition>& enabled);
  const Summary& summary(const Component& goroutine);
  const std::vector<Conflict>& conflicts(std::uint32_t p);
  void find_reach();
  Set close(std::uint32_t seed, const std::vector<Transition>& enabled,
            const std::function<Effects(const Transition&)>& effects);
  Set disturbers(const Conflict& conflict, Set inside) const;
  std::uint32_t count(Set processes) const;
  const Effects& effects_of(std::uint32_t ordinal, const std::vector<Transition>& enabled,
                            const std::function<Effects(const Transition&)>& effects);

  const Environment& env_;
  FutureAnalysis future_;
  std::vector<std::unique_ptr<Summary>> summaries_;  ///< by content

  // The state at hand.
  StateView view_;
  std::vector<Process> processes_;
  std::uint32_t process_count_ = 0;
  Set all_ = 0;
  bool reach_known_ = false;
  std::vector<Set> reach_;                      ///< of each object: who reaches it
  std::array<Set, kMaxProcesses> neighbours_{};  ///< who shares something that can change
  std::vector<std::uint32_t> stack_;
  std::vector<Effects> effects_;
  std::vector<bool> effects_known_;
};

}  // namespace model::runtime::reduction
