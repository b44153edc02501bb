#pragma once
// The whole graph of a machine's states, without any reduction and without looking for findings.

#include <vector>

#include "checker/graph/packed_graph.hpp"
#include "checker/reduction/reduction.hpp"
#include "checker/search/breadth_first.hpp"
#include "checker/search/budget.hpp"
#include "checker/search/observer.hpp"
#include "checker/search/progress.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker {

class GraphOnly final : public search::Observer {
 public:
  void on_state(std::uint32_t, const model::StateWords&, const std::vector<model::Transition>&,
                const std::vector<std::uint32_t>&) override {
  }
  void on_edges(std::uint32_t, const std::vector<graph::PackedGraph::Edge>& edges) override { graph.add_row(edges); }
  std::size_t memory_bytes() const override { return graph.memory_bytes(); }

  graph::PackedGraph graph;
};

struct WholeGraph {
  reduction::None reduction;
  store::StateStore store;
  GraphOnly observer;
  search::Coverage coverage;

  WholeGraph(const model::Machine& machine, const search::Limits& limits) {
    search::Budget budget(limits);
    search::Progress progress("", false);
    std::vector<model::Failure> failures;
    coverage = search::explore(machine, machine.initial(failures), reduction, reduction::Chaining::Off, store, observer,
                               budget, progress);
  }
};

}  // namespace checker
