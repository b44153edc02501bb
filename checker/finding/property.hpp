#pragma once
// What breaks an order, a protocol or an invariant, told from the schedule of the finding; and what no run has shown.

#include <set>
#include <string>
#include <vector>

#include "checker/finding/result.hpp"
#include "checker/schedule/rebuild.hpp"
#include "model/base/position.hpp"
#include "model/machine.hpp"
#include "model/program/specification.hpp"

namespace checker::finding {

/// Names the events of a schedule.
void name_events(const model::program::Specification& spec, schedule::Schedule& schedule);

/// `rebuilt.failure` is an Order, Protocol or Invariant.
Finding::Property explain(const model::program::Specification& spec, const model::base::FileSet& files,
                          const std::string& entry, const schedule::Rebuilt& rebuilt);

/// Events that no run has, and orders of which no run has both events. Only of a complete search.
std::vector<Note> vacuous(const model::program::Specification& spec, const std::set<std::uint32_t>& happened,
                          const std::set<std::uint32_t>& compared);

}  // namespace checker::finding
