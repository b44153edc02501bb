// Breadth-first search over ids: the frontier is [next, store.size()).
//
// With several threads a block of the frontier at a time: all threads work out the successors of its states, then one thread
// puts them into the store in the order of the states. So ids, counts, paths and findings are the same for any number of
// threads; what depends on which thread came first are the numbers of tree nodes and of component contents, which nobody
// sees. Putting in takes a tenth of the time of working out (a look-up that was prefetched, an edge).

#include "checker/search/breadth_first.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "checker/search/workers.hpp"

namespace checker::search {
namespace {

/// A state's successors, worked out but not yet in the store. Reused: its vectors keep their memory.
struct Expansion {
  store::Tree tree;
  model::StateWords state;
  std::vector<model::Transition> enabled;
  std::vector<std::uint32_t> chosen;  ///< ordinals in `enabled`
  std::vector<model::Step> steps;     ///< of the chosen ones, and more
  std::vector<store::Folded> folded;
};

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
        coverage_(coverage),
        scratches_(std::max(1U, budget.jobs())) {}

  /// Expands the states from `id` on; `depth`: steps to the farthest state that is there.
  void run(std::uint32_t id, std::uint32_t depth) {
    std::uint32_t level_end = store_.size();  // first id of the next level
    std::uint32_t ready = id;                 // first id that is not worked out
    std::uint32_t block = id;                 // first id of block_
    for (; id < store_.size(); ++id) {
      if (id == level_end) {
        coverage_.depth = std::max(coverage_.depth, ++depth);
        level_end = store_.size();
      }
      if (!within_budget(id, depth)) return;
      if (id >= ready && budget_.jobs() > 1 && store_.size() - id >= kWorthSharing) {
        block = id;
        ready = work_out(id, std::min(store_.size() - id, kBlock));
      }
      if (id < ready) {
        put_in(id, block_[id - block]);
      } else {
        expand(id, reduction_);
      }
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
    work_out(id, reduction, own_, scratches_[0]);
    put_in(id, own_);
  }

  void stop(const char* reason) {
    coverage_.complete = false;
    coverage_.reason = reason;
  }

 private:
  static constexpr std::uint32_t kBlock = 256;
  static constexpr std::uint32_t kWorthSharing = 32;

  /// Works out `count` states from `first` on, into block_; returns the first id after them.
  std::uint32_t work_out(std::uint32_t first, std::uint32_t count) {
    if (!workers_) workers_ = std::make_unique<Workers>(budget_.jobs());
    block_.resize(kBlock);
    workers_->run(count, [&](std::size_t i, unsigned thread) {
      work_out(first + static_cast<std::uint32_t>(i), reduction_, block_[i], scratches_[thread]);
    });
    return first + count;
  }

  void work_out(std::uint32_t id, reduction::Reduction& reduction, Expansion& e, store::StateStore::Scratch& scratch) {
    store_.load(id, e.tree);
    e.state.assign(e.tree.words().begin(), e.tree.words().end());
    e.enabled.clear();
    machine_.enabled(e.state, e.enabled);
    reduction.select(machine_, id, e.state, e.enabled, e.chosen);
    if (e.steps.size() < e.chosen.size()) e.steps.resize(e.chosen.size());
    e.folded.clear();
    for (std::size_t i = 0; i < e.chosen.size(); ++i) {
      machine_.apply(e.state, e.enabled[e.chosen[i]], e.steps[i]);
      e.folded.push_back(store_.fold(e.steps[i].state, &e.tree, scratch));
    }
  }

  void put_in(std::uint32_t id, Expansion& e) {
    observer_.on_state(id, e.state, e.enabled, e.chosen);
    // What the next insertion looks at is on its way.
    for (const store::Folded& successor : e.folded) store_.prefetch(successor);
    for (std::size_t i = 0; i < e.chosen.size(); ++i) {
      const auto successor = store_.insert(e.folded[i], id);
      observer_.on_step(id, e.chosen[i], e.steps[i], successor.id);
      ++coverage_.transitions;
    }
  }

  const model::Machine& machine_;
  reduction::Reduction& reduction_;
  store::StateStore& store_;
  Observer& observer_;
  Budget& budget_;
  Progress& progress_;
  Coverage& coverage_;
  std::vector<store::StateStore::Scratch> scratches_;  // by thread
  Expansion own_;
  std::vector<Expansion> block_;
  std::unique_ptr<Workers> workers_;
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
