#pragma once
// From a path of the search to the schedule and the trace that a finding shows.

#include <functional>
#include <optional>
#include <string>

#include "checker/happens_before/execution.hpp"
#include "checker/schedule/path.hpp"
#include "checker/schedule/schedule.hpp"
#include "checker/schedule/trace.hpp"
#include "model/machine.hpp"

namespace checker::schedule {

/// Is this failure of the last step what the finding is about? Empty: the finding is the state at the end.
using Goal = std::function<bool(const model::Failure&)>;

struct Rebuilt {
  Schedule schedule;
  Path path;  ///< what is shown
  std::string trace;
  std::optional<model::Failure> failure;  ///< the one that meets the goal, as describe() tells it
  std::uint32_t failed = 0;               ///< the id of its goroutine
  happens_before::Execution execution;    ///< if asked for
  std::string before, after;              ///< of an invariant: its terms before and after the step
};

/// Runs `path`, cut to what `goal` needs; `base` has the trace's other parts.
Rebuilt rebuild(const model::Machine& machine, const Path& path, const Goal& goal,
                const Trace& base, bool happens_before = false);

}  // namespace checker::schedule
