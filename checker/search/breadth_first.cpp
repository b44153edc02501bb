// Breadth-first search over ids: the frontier is [next, store.size()).

#include "checker/search/breadth_first.hpp"

#include <vector>

namespace checker::search {

Coverage explore(const model::Machine& machine, const model::StateWords& initial,
                 reduction::Reduction& reduction, store::StateStore& store, Observer& observer,
                 Budget& budget, Progress& progress) {
  Coverage coverage;
  store::Tree tree;
  model::StateWords state;
  std::vector<model::Step> steps;
  std::vector<store::Folded> folded;
  std::vector<model::Transition> enabled;
  std::vector<std::uint32_t> chosen;
  try {
    store.insert(initial, store::kNoState);
    std::uint32_t level_end = 1;  // first id of the next level
    for (std::uint32_t id = 0; id < store.size(); ++id) {
      if (id == level_end) {
        ++coverage.depth;
        level_end = store.size();
      }
      const std::size_t bytes =
          store.memory_bytes() + machine.memory_bytes() + observer.memory_bytes();
      if (const char* reason = budget.spent(store.size(), bytes)) {
        coverage.complete = false;
        coverage.reason = reason;
        return coverage;
      }
      progress.update(store.size(), store.size() - id, coverage.depth, bytes);
      store.load(id, tree);
      state.assign(tree.words().begin(), tree.words().end());
      enabled.clear();
      machine.enabled(state, enabled);
      reduction.select(machine, id, state, enabled, chosen);
      observer.on_state(id, state, enabled, chosen);
      // Batches hide the memory's latency: what the next insertion looks at is on its way.
      if (steps.size() < chosen.size()) steps.resize(chosen.size());
      folded.clear();
      for (std::size_t i = 0; i < chosen.size(); ++i) {
        machine.apply(state, enabled[chosen[i]], steps[i]);
        folded.push_back(store.fold(steps[i].state, &tree));
      }
      for (const store::Folded& successor : folded) store.prefetch(successor);
      for (std::size_t i = 0; i < chosen.size(); ++i) {
        const auto successor = store.insert(folded[i], id);
        observer.on_step(id, chosen[i], steps[i], successor.id);
        ++coverage.transitions;
      }
      ++coverage.expanded;
    }
  } catch (const store::OutOfBudget&) {
    coverage.complete = false;
    coverage.reason = "--max-memory reached";
  }
  return coverage;
}

}  // namespace checker::search
