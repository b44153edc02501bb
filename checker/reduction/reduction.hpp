#pragma once
// Which of a state's transitions the search explores. A reduction may leave some out where an argument says that nothing
// is missed; the argument stands in the reduction's own file.

#include <cstdint>
#include <vector>

#include "model/machine.hpp"

namespace checker::reduction {

class Reduction {
 public:
  virtual ~Reduction() = default;

  /// Puts the ordinals in `transitions` (all that are enabled in `state`) of those to explore into `chosen`, ascending.
  virtual void select(const model::Machine& machine, const model::StateWords& state,
                      const std::vector<model::Transition>& transitions,
                      std::vector<std::uint32_t>& chosen) = 0;
};

/// Every transition of every state.
class None final : public Reduction {
 public:
  void select(const model::Machine& machine, const model::StateWords& state,
              const std::vector<model::Transition>& transitions,
              std::vector<std::uint32_t>& chosen) override;
};

/// A persistent set of each state's transitions. Who is never moved in a bottom component: repair.hpp.
class Persistent final : public Reduction {
 public:
  void select(const model::Machine& machine, const model::StateWords& state,
              const std::vector<model::Transition>& transitions,
              std::vector<std::uint32_t>& chosen) override;
};

}  // namespace checker::reduction
