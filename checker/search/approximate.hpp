#pragma once
// What is done with the rest of a graph for which memory was too small: states known by their hash alone.

#include <cstdint>

#include "checker/graph/space.hpp"
#include "checker/search/breadth_first.hpp"
#include "checker/search/budget.hpp"
#include "checker/search/depth_first.hpp"

namespace checker::search {

/// A listener that is told from which stored state the paths lead.
class FrontierListener : public PathListener {
 public:
  virtual void on_root(std::uint32_t id) = 0;
};

/// After a search that stopped at --max-states or --max-memory: depth first from each state that it has not expanded, until 2^`bits` bits
/// know all states or the budget of time or memory is spent. Then `coverage` says how much was probably seen; it stays incomplete.
void approximate(const graph::Space& space, unsigned bits, Budget& budget, FrontierListener& listener, Coverage& coverage);

}  // namespace checker::search
