#pragma once
// The search: every reachable state, nearest first.

#include <cstdint>
#include <span>
#include <string>

#include "checker/reduction/chain.hpp"
#include "checker/search/budget.hpp"
#include "checker/search/observer.hpp"
#include "checker/search/progress.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::search {

struct Coverage {
  bool complete = true;
  std::string reason;  ///< why not
  bool may_go_on = false;  ///< states or memory were too many: others may be known by less
  std::uint64_t expanded = 0;
  std::uint64_t transitions = 0;
  std::uint64_t passed = 0;  ///< states passed on the way to new ones (reduction/chain.hpp)
  std::uint64_t hashed = 0;  ///< states known by their hash alone (approximate.hpp)
  std::uint32_t depth = 0;   ///< edges to the farthest state: without chains, steps
};

/// Visits every state reachable from `initial`, which is put into the empty `store` first. Ids are dense and in order of
/// arrival, so the queue of states to expand is a range of ids. With chains not all states are stored.
Coverage explore(const model::Machine& machine, const model::StateWords& initial,
                 reduction::Reduction& reduction, reduction::Chaining chaining, store::StateStore& store, Observer& observer,
                 Budget& budget, Progress& progress);

/// Goes on after explore(): expands the states `again` once more, with all their transitions, then what that reaches.
/// The observer hears of them a second time.
void resume(const model::Machine& machine, reduction::Reduction& reduction, reduction::Chaining chaining,
            store::StateStore& store, Observer& observer, Budget& budget, Progress& progress,
            std::span<const std::uint32_t> again, Coverage& coverage);

}  // namespace checker::search
