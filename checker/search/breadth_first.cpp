// Breadth-first search over ids: the frontier is [next, store.size()).

#include "checker/search/breadth_first.hpp"

#include <algorithm>
#include <vector>

namespace checker::search {
namespace {

class Search {
 public:
  Search(const model::Machine& machine, reduction::Reduction& reduction, store::StateStore& store,
         Observer& observer, Budget& budget, Progress& progress, Coverage& coverage)
      : machine_(machine),
        reduction_(reduction),
        store_(store),
        observer_(observer),
        budget_(budget),
        progress_(progress),
        coverage_(coverage) {}

  /// Expands the states from `id` on; `depth`: steps to the farthest state that is there.
  void run(std::uint32_t id, std::uint32_t depth) {
    std::uint32_t level_end = store_.size();  // first id of the next level
    for (; id < store_.size(); ++id) {
      if (id == level_end) {
        coverage_.depth = std::max(coverage_.depth, ++depth);
        level_end = store_.size();
      }
      if (!within_budget(id, depth)) return;
      expand(id, reduction_);
      ++coverage_.expanded;
    }
  }

  bool within_budget(std::uint32_t id, std::uint32_t depth) {
    const std::size_t bytes =
        store_.memory_bytes() + machine_.memory_bytes() + observer_.memory_bytes();
    if (const char* reason = budget_.spent(store_.size(), bytes)) {
      stop(reason);
      return false;
    }
    progress_.update(store_.size(), store_.size() - id, depth, bytes);
    return true;
  }

  void expand(std::uint32_t id, reduction::Reduction& reduction) {
    store_.load(id, tree_);
    state_.assign(tree_.words().begin(), tree_.words().end());
    enabled_.clear();
    machine_.enabled(state_, enabled_);
    reduction.select(machine_, id, state_, enabled_, chosen_);
    observer_.on_state(id, state_, enabled_, chosen_);
    // Batches hide the memory's latency: what the next insertion looks at is on its way.
    if (steps_.size() < chosen_.size()) steps_.resize(chosen_.size());
    folded_.clear();
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      machine_.apply(state_, enabled_[chosen_[i]], steps_[i]);
      folded_.push_back(store_.fold(steps_[i].state, &tree_));
    }
    for (const store::Folded& successor : folded_) store_.prefetch(successor);
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      const auto successor = store_.insert(folded_[i], id);
      observer_.on_step(id, chosen_[i], steps_[i], successor.id);
      ++coverage_.transitions;
    }
  }

  void stop(const char* reason) {
    coverage_.complete = false;
    coverage_.reason = reason;
  }

 private:
  const model::Machine& machine_;
  reduction::Reduction& reduction_;
  store::StateStore& store_;
  Observer& observer_;
  Budget& budget_;
  Progress& progress_;
  Coverage& coverage_;
  store::Tree tree_;
  model::StateWords state_;
  std::vector<model::Step> steps_;
  std::vector<store::Folded> folded_;
  std::vector<model::Transition> enabled_;
  std::vector<std::uint32_t> chosen_;
};

}  // namespace

Coverage explore(const model::Machine& machine, const model::StateWords& initial,
                 reduction::Reduction& reduction, store::StateStore& store, Observer& observer,
                 Budget& budget, Progress& progress) {
  Coverage coverage;
  Search search(machine, reduction, store, observer, budget, progress, coverage);
  try {
    store.insert(initial, store::kNoState);
    search.run(0, 0);
  } catch (const store::OutOfBudget&) {
    search.stop("--max-memory reached");
  }
  return coverage;
}

void resume(const model::Machine& machine, reduction::Reduction& reduction,
            store::StateStore& store, Observer& observer, Budget& budget, Progress& progress,
            std::span<const std::uint32_t> again, Coverage& coverage) {
  Search search(machine, reduction, store, observer, budget, progress, coverage);
  reduction::None all;
  try {
    const std::uint32_t first = store.size();
    std::uint32_t depth = 0;
    for (const std::uint32_t id : again) {
      if (!search.within_budget(first, coverage.depth)) return;
      search.expand(id, all);
      std::uint32_t steps = 1;
      for (auto at = store.parent(id); at != store::kNoState; at = store.parent(at)) ++steps;
      depth = std::max(depth, steps);
    }
    if (store.size() == first) return;
    coverage.depth = std::max(coverage.depth, depth);
    search.run(first, depth);
  } catch (const store::OutOfBudget&) {
    search.stop("--max-memory reached");
  }
}

}  // namespace checker::search
