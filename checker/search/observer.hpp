#pragma once
// Who watches a search: each state once, in order of its id, then what its steps showed, then its edges.

#include <cstdint>
#include <span>
#include <vector>

#include "checker/graph/packed_graph.hpp"
#include "model/machine.hpp"

namespace checker::search {

class Observer {
 public:
  virtual ~Observer() = default;
  /// State `id` has been expanded by the transitions `chosen` of those `enabled`.
  virtual void on_state(std::uint32_t id, const model::StateWords& state,
                        const std::vector<model::Transition>& enabled,
                        const std::vector<std::uint32_t>& chosen) = 0;
  /// A step on the way from state `from` showed something: failures, events, orders compared, unwatched memory (only these of
  /// Step are there). `path`: ordinals of the steps from `from` on, up to this one.
  virtual void on_step(std::uint32_t from, std::span<const std::uint32_t> path, const model::Step& shown) {
    (void)from, (void)path, (void)shown;
  }
  /// The row of state `from`.
  virtual void on_edges(std::uint32_t from, const std::vector<graph::PackedGraph::Edge>& edges) = 0;
  /// Are passed states (reduction/chain.hpp) of interest?
  virtual bool wants_passed() const { return false; }
  virtual void on_passed(const model::StateWords& state) { (void)state; }
  /// Between two states: so many are stored.
  virtual void on_size(std::uint32_t states) { (void)states; }
  /// Bytes the observer keeps, for the budget.
  virtual std::size_t memory_bytes() const { return 0; }
};

}  // namespace checker::search
