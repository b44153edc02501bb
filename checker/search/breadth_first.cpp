// Breadth-first search over ids: the frontier is [next, store.size()).
//
// What waits is thus a range of numbers, with two bytes each for the transitions that were found chosen on the way to it; its states are
// folded like all others, and their trees are needed to tell states apart. So there is no frontier that could be put aside on disk: of a
// state's memory (store, edges) it is less than a tenth.
//
// With several threads a block of the frontier at a time: all threads work out the successors of its states, then one thread
// puts them into the store in the order of the states. So ids, counts, paths and findings are the same for any number of
// threads; what depends on which thread came first are the numbers of tree nodes and of component contents, which nobody
// sees. Putting in takes a tenth of the time of working out (a look-up that was prefetched, an edge).

#include "checker/search/breadth_first.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "checker/search/expansion.hpp"
#include "checker/search/workers.hpp"

namespace checker::search {
namespace {

class Search final : public Known {
 public:
  Search(const model::Machine& machine, reduction::Reduction& reduction, reduction::Chaining chaining, store::StateStore& store,
         Observer& observer, Budget& budget, Progress& progress, Coverage& coverage)
      : machine_(machine),
        store_(store),
        observer_(observer),
        budget_(budget),
        progress_(progress),
        coverage_(coverage),
        chains_(chaining != reduction::Chaining::Off),
        first_waiting_(store.size()) {
    for (unsigned i = 0; i < std::max(1U, budget.jobs()); ++i) {
      expanders_.push_back(
          std::make_unique<Expander>(machine, reduction, chaining, store, *this, observer.wants_passed()));
    }
  }

  /// The state that all begins with.
  void insert_initial(const model::StateWords& words) {
    store_.insert(words);
    waiting_.push_back(0);
  }

  /// Expands the states from `id` on; `depth`: edges to the farthest state that is there.
  /// The bound (without chains an edge is a step): states of level N + 1 are not expanded, and the search is incomplete if there
  /// is one. If there is none every state has been expanded, so nothing was cut. Nearest first, so what is within N steps of the
  /// start in the reduced graph is all there. After repair() levels count on from the last one: never less than the distance.
  void run(std::uint32_t id, std::uint32_t depth) {
    std::uint32_t level_end = store_.size();  // first id of the next level
    std::uint32_t ready = id;                 // first id that is not worked out
    std::uint32_t block = id;                 // first id of block_
    for (; id < store_.size(); ++id) {
      if (id == level_end) {
        coverage_.depth = std::max(coverage_.depth, ++depth);
        level_end = store_.size();
        if (depth > budget_.bound()) return stop("--bound " + std::to_string(budget_.bound()) + " reached");
      }
      if (!within_budget(id, depth)) return;
      if (id >= ready && budget_.jobs() > 1 && store_.size() - id >= kWorthSharing) {
        block = id;
        ready = work_out(id, std::min(store_.size() - id, kBlock));
      }
      if (id < ready) {
        put_in(id, block_[id - block]);
      } else {
        expand(id, false);
      }
      ++coverage_.expanded;
      if (id % kOften == 0) observer_.on_size(store_.size());
    }
  }

  bool within_budget(std::uint32_t id, std::uint32_t depth) {
    budget_.reserve(std::size_t{store_.size()} * kBytesAtEnd);
    if (const char* reason = spent()) {
      stop(reason);
      return false;
    }
    progress_.update(store_.size(), store_.size() - id, depth, memory_bytes());
    return true;
  }

  /// `all`: by all transitions, though it has been expanded before.
  void expand(std::uint32_t id, bool all) {
    expanders_[0]->expand(id, chosen_in(id), all, own_);
    put_in(id, own_);
  }

  /// A part of the search, until it is done or a limit stops it.
  template <typename Part>
  void run_within_limits(const Part& part) {
    try {
      part();
    } catch (const store::OutOfBudget&) {
      stop(Budget::kMemory);
    } catch (const Interrupted&) {
      const char* reason = spent();
      stop(reason != nullptr ? reason : Budget::kMemory);
    }
  }

  void stop(std::string reason) {
    coverage_.complete = false;
    coverage_.may_go_on = reason == Budget::kStates || reason == Budget::kMemory;
    coverage_.reason = std::move(reason);
  }

 private:
  static constexpr std::uint32_t kOften = 512;
  /// What strong components and distances take for each state, but for what the store gives back for it.
  static constexpr std::size_t kBytesAtEnd = 16;
  static constexpr std::uint32_t kBlock = 256;
  static constexpr std::uint32_t kWorthSharing = 32;

  std::size_t memory_bytes() const {
    return store_.memory_bytes() + machine_.memory_bytes() + observer_.memory_bytes() + waiting_.size() * sizeof(waiting_[0]);
  }
  const char* spent() { return budget_.spent(store_.size() + coverage_.passed, memory_bytes()); }

  bool is_end(const store::Folded& state) const override {
    const store::StateId id = store_.find(state);
    return id < ends_.size() && ends_[id];
  }

  bool is_over() const override { return budget_.is_over(store_.memory_bytes() + machine_.memory_bytes()); }

  /// As in Arrival.
  std::uint16_t chosen_in(std::uint32_t id) const {
    return id >= first_waiting_ && id - first_waiting_ < waiting_.size() ? waiting_[id - first_waiting_] : std::uint16_t{0};
  }

  /// Works out `count` states from `first` on, into block_; returns the first id after them.
  std::uint32_t work_out(std::uint32_t first, std::uint32_t count) {
    if (!workers_) workers_ = std::make_unique<Workers>(budget_.jobs());
    block_.resize(kBlock);
    workers_->run(count, [&](std::size_t i, unsigned thread) {
      const auto id = first + static_cast<std::uint32_t>(i);
      expanders_[thread]->expand(id, chosen_in(id), false, block_[i]);
    });
    return first + count;
  }

  void put_in(std::uint32_t id, Expansion& e) {
    observer_.on_state(id, e.state, e.enabled, e.chosen);
    for (const model::StateWords& state : e.passed) observer_.on_passed(state);
    for (const Expansion::Shown& shown : e.shown) observer_.on_step(id, shown.path, shown.step);
    // What the next insertion looks at is on its way.
    for (const Arrival& arrival : e.arrivals) store_.prefetch(arrival.state);
    edges_.clear();
    for (const Arrival& arrival : e.arrivals) {
      const auto target = store_.insert(arrival.state);
      edges_.push_back({target.id, arrival.steps});
      coverage_.transitions += arrival.steps;
      if (!target.is_new) continue;
      waiting_.push_back(arrival.chosen);
      coverage_.passed += arrival.steps - 1U;
    }
    observer_.on_edges(id, edges_);
    if (chains_ && id == ends_.size()) ends_.push_back(!reduction::Chains::passes(e.enabled, e.chosen, false));
    if (id != first_waiting_) return;
    waiting_.pop_front();
    ++first_waiting_;
  }

  const model::Machine& machine_;
  store::StateStore& store_;
  Observer& observer_;
  Budget& budget_;
  Progress& progress_;
  Coverage& coverage_;
  bool chains_;
  std::vector<std::unique_ptr<Expander>> expanders_;  // by thread
  std::vector<bool> ends_;                            // expanded states: chains do not pass them
  std::deque<std::uint16_t> waiting_;                 // what is chosen in the states not expanded yet
  std::uint32_t first_waiting_ = 0;
  std::vector<graph::PackedGraph::Edge> edges_;
  Expansion own_;
  std::vector<Expansion> block_;
  std::unique_ptr<Workers> workers_;
};

}  // namespace

Coverage explore(const model::Machine& machine, const model::StateWords& initial,
                 reduction::Reduction& reduction, reduction::Chaining chaining, store::StateStore& store, Observer& observer,
                 Budget& budget, Progress& progress) {
  Coverage coverage;
  Search search(machine, reduction, chaining, store, observer, budget, progress, coverage);
  search.run_within_limits([&] {
    search.insert_initial(initial);
    search.run(0, 0);
  });
  return coverage;
}

void resume(const model::Machine& machine, reduction::Reduction& reduction, reduction::Chaining chaining,
            store::StateStore& store, Observer& observer, Budget& budget, Progress& progress,
            std::span<const std::uint32_t> again, Coverage& coverage) {
  Search search(machine, reduction, chaining, store, observer, budget, progress, coverage);
  search.run_within_limits([&] {
    store.build_index();
    const std::uint32_t first = store.size();
    for (const std::uint32_t id : again) {
      if (!search.within_budget(first, coverage.depth)) return;
      search.expand(id, true);
    }
    if (store.size() == first) return;
    search.run(first, coverage.depth);
  });
}

}  // namespace checker::search
