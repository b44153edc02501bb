#pragma once
// Why two accesses are not ordered: what each side did last, and how far the second is ordered after the first's goroutine.

#include <optional>
#include <string>

#include "checker/happens_before/execution.hpp"

namespace checker::happens_before {

struct Why {
  /// The last operation of the first's goroutine that the second is ordered after; it is before the access.
  std::optional<NodeId> known;
  std::optional<NodeId> before_first;  ///< the last synchronisation of the first's goroutine before its access
  std::optional<NodeId> after_first;   ///< the first one after it, which would hand the access on
  std::optional<NodeId> before_second;  ///< the last synchronisation of the second's goroutine before its access
};

Why why_unordered(const Execution& execution, const Race& race);

/// Is the operation one that hands on order, not an access of memory?
bool is_synchronisation(const model::Action& action);
/// As a report names it: send, receive, Unlock, go statement, ...
const char* operation_name(model::Action::Kind kind);
const char* edge_name(model::Edge edge);

}  // namespace checker::happens_before
