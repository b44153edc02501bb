#pragma once
// What a step reports beside the state it leads to.

#include <cstdint>
#include <vector>

#include "model/machine.hpp"

namespace model::runtime {

/// What a step reports: failures always, events with texts only when a schedule is told.
struct StepLog {
  /// A plain access of untracked library code.
  struct Hidden {
    std::uint32_t object = 0;
    bool write = false;
    friend bool operator==(const Hidden&, const Hidden&) = default;
  };
  std::vector<Failure> failures;
  bool wants_events = false;
  std::vector<Event> events;
  bool wants_actions = false;
  std::vector<Action> actions;
  std::vector<Hidden>* hidden = nullptr;  ///< filled if there
  bool anew = false;                      ///< not from what is remembered
  bool printed = false;
  std::vector<Happened> happened;
  std::vector<std::uint32_t> compared;
};

}  // namespace model::runtime
