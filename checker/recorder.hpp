#pragma once
// What is kept of one search: the graph, what its steps showed, how the program can end; and what a look ahead has found.

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "checker/finding/failures.hpp"
#include "checker/finding/result.hpp"
#include "checker/graph/packed_graph.hpp"
#include "checker/search/approximate.hpp"
#include "checker/search/budget.hpp"
#include "checker/search/observer.hpp"
#include "checker/search/probe.hpp"
#include "model/machine.hpp"

namespace checker {

class Recorder final : public search::Observer, private search::FrontierListener {
 public:
  Recorder(const model::Machine& machine, search::Budget& budget, bool outcomes)
      : machine_(machine), budget_(budget), outcomes_(outcomes), graph(budget.max_memory()) {}

  /// From now on looks ahead from `initial` while nothing is found. The search has to go by `reduction` too.
  void look_ahead(search::Order order, reduction::Reduction& reduction, const model::StateWords& initial);
  /// The search stopped early: then what was found ahead counts, and the rest is looked through by 2^`bits` bits (0: not).
  void stopped(const graph::Space& space, unsigned bits, search::Coverage& coverage);

  void on_state(std::uint32_t, const model::StateWords& state, const std::vector<model::Transition>& enabled,
                const std::vector<std::uint32_t>&) override;
  bool wants_passed() const override { return outcomes_; }
  void on_passed(const model::StateWords& state) override { add_outcome(state, false); }
  void on_edges(std::uint32_t from, const std::vector<graph::PackedGraph::Edge>& edges) override;
  void on_step(std::uint32_t from, std::span<const std::uint32_t> path, const model::Step& step) override;
  void on_size(std::uint32_t states) override;
  std::size_t memory_bytes() const override { return graph.memory_bytes(); }

 private:
  void on_root(std::uint32_t id) override { root_ = id; }
  void on_path_step(const reduction::Ordinals& path, const model::Step& step) override;
  void on_path_end(const reduction::Ordinals& path, const model::StateWords& state) override;
  bool is_enough() override;

  void add_outcome(const model::StateWords& state, bool terminal);
  void look_once_more();
  bool found() const { return !failures.causes.empty() || !ahead_.causes.empty(); }
  /// Remembers when the first finding was there.
  void note_first();

  const model::Machine& machine_;
  search::Budget& budget_;
  bool outcomes_;
  std::optional<search::Order> order_;
  reduction::Reduction* reduction_ = nullptr;
  model::StateWords initial_;
  std::uint32_t looks_ = 0;     // done so far
  std::uint32_t ends_asked_ = 0;
  finding::Failures ahead_;     // what they found
  bool by_hash_ = false;        // what is met now counts at once
  std::uint32_t root_ = 0;

 public:
  graph::PackedGraph graph;
  finding::Failures failures;
  std::set<finding::Outcome> outcomes;
  std::set<std::uint32_t> happened, compared;  // events, orders of the spec
  std::set<std::uint64_t> unwatched;           // locations
  std::optional<double> first_finding;         // seconds of the budget
};

}  // namespace checker
