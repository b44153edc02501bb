#pragma once
// Who holds a lock when a schedule ends, from its lines.

#include <string>
#include <vector>

#include "checker/schedule/schedule.hpp"

namespace checker::schedule {

/// The name without the state: `ch#1` of `ch#1 cap 1 [7]`.
std::string object_name(const std::string& object);

struct Holders {
  const Line* exclusive = nullptr;   ///< holds the Mutex; of an RWMutex the writers' mutex
  const Line* writer = nullptr;      ///< has announced itself to the readers of an RWMutex
  std::vector<const Line*> readers;  ///< one for each read lock that is held
};

/// Of the Mutex or RWMutex with this name.
Holders holders(const Schedule& schedule, const std::string& name);

/// Whom somebody who is blocked with this status (as in a dump) on the lock waits for: empty if
/// nobody holds it.
std::vector<const Line*> blockers(const Schedule& schedule, const std::string& name,
                                  const std::string& status);

}  // namespace checker::schedule
