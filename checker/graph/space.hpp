#pragma once
// The explored states of a machine, and the steps between them once more: the search keeps neither steps nor their maps.

#include <cstdint>
#include <vector>

#include "checker/graph/packed_graph.hpp"
#include "checker/reduction/chain.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::graph {

struct Space {
  const model::Machine& machine;
  const store::StateStore& store;
  const PackedGraph& graph;
  reduction::Reduction& reduction;
  reduction::Chaining chaining = reduction::Chaining::Off;

  /// The steps of each edge of a state, in the order of its row.
  std::vector<reduction::Ordinals> edges(std::uint32_t id) const {
    return reduction::edges_of(machine, reduction, chaining, store.load(id), graph.is_again(id));
  }
};

}  // namespace checker::graph
