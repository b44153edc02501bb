#pragma once
// The search: every reachable state, nearest first.

#include <cstdint>
#include <string>

#include "checker/reduction/reduction.hpp"
#include "checker/search/budget.hpp"
#include "checker/search/observer.hpp"
#include "checker/search/progress.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::search {

struct Coverage {
  bool complete = true;
  std::string reason;  ///< why not
  std::uint64_t expanded = 0;
  std::uint64_t transitions = 0;
  std::uint32_t depth = 0;  ///< steps to the farthest state
};

/// Visits every state reachable from `initial`, which is put into the empty `store` first. Ids are dense and in order of
/// arrival, so the queue of states to expand is a range of ids, and first paths are shortest in the (reduced) graph.
Coverage explore(const model::Machine& machine, const model::StateWords& initial,
                 reduction::Reduction& reduction, store::StateStore& store, Observer& observer,
                 Budget& budget, Progress& progress);

}  // namespace checker::search
