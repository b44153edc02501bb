// Breadth-first search over ids: the frontier is [next, store.size()).
//
// What waits is thus a range of numbers, with two bytes each for the transitions that were found chosen on the way to it; its states are
// folded like all others, and their trees are needed to tell states apart. So there is no frontier that could be put aside on disk: of a
// state's memory (store, edges) it is less than a tenth.
//
// With several threads a block of the frontier at a time: all threads work out the successors of its states, and one thread
// puts them into the store in the order of the states, while the others work out the next block: that is there already, if the
// frontier is long enough. So ids, counts, paths and findings are the same for any number of threads; what depends on which thread
// came first are the numbers of tree nodes and of component contents, which nobody sees, and whether Known::is_end knows an end
// already, which only saves work.

#include "checker/search/breadth_first.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
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
    const Landing landing(*this);
    for (; id < store_.size(); ++id) {
      if (id == level_end) {
        coverage_.depth = std::max(coverage_.depth, ++depth);
        level_end = store_.size();
        if (depth > budget_.bound()) return stop("--bound " + std::to_string(budget_.bound()) + " reached");
      }
      if (!within_budget(id, depth)) return;
      if (!is_working_ && id >= ready && store_.wants_shapes()) store_.learn_shapes();
      if (id >= ready && budget_.jobs() > 1) ready = next_block(id);
      if (id < ready) {
        put_in(id, block_.states[id - block_.first]);
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
  static constexpr std::size_t kBytesAtEnd = 12;
  static constexpr std::uint32_t kBlock = 1024;
  static constexpr std::uint32_t kWorthSharing = 32;

  std::size_t memory_bytes() const {
    return store_.memory_bytes() + machine_.memory_bytes() + observer_.memory_bytes() + waiting_.size() * sizeof(waiting_[0]);
  }
  const char* spent() { return budget_.spent(store_.size() + coverage_.passed, memory_bytes()); }

  bool is_end(const store::Folded& state) const override {
    const store::StateId id = store_.find(state);
    if (id >= expanded_.load(std::memory_order_acquire)) return false;
    return (std::atomic_ref(ends_[id / 64]).load(std::memory_order_relaxed) >> (id % 64) & 1) != 0;
  }
  /// Of the state `expanded_`.
  void add_end(bool is_end) {
    const std::uint32_t id = expanded_;
    if (id % 64 == 0) ends_.push_back(0);
    std::atomic_ref word(ends_[id / 64]);
    if (is_end) word.fetch_or(std::uint64_t{1} << (id % 64), std::memory_order_relaxed);
    expanded_.store(id + 1, std::memory_order_release);
  }

  bool is_over() const override { return budget_.is_over(store_.memory_bytes() + machine_.memory_bytes()); }

  /// As in Arrival.
  std::uint16_t chosen_in(std::uint32_t id) const {
    return id >= first_waiting_ && id - first_waiting_ < waiting_.size() ? waiting_[id - first_waiting_] : std::uint16_t{0};
  }

  /// States that follow on one another, being worked out or worked out.
  struct Block {
    std::uint32_t first = 0, count = 0;
    std::vector<std::uint16_t> chosen;
    std::vector<Expansion> states;
  };

  /// Nobody works on a block any more when it ends.
  class Landing {
   public:
    explicit Landing(Search& search) : search_(search) {}
    Landing(const Landing&) = delete;
    Landing& operator=(const Landing&) = delete;
    ~Landing() {
      if (!std::exchange(search_.is_working_, false)) return;
      try {
        search_.workers_->finish();
      } catch (...) {  // of a block that is not needed
      }
    }

   private:
    Search& search_;
  };

  /// Into block_ the states from `id` on, all worked out, and the threads begin with those after them. Returns the first id after
  /// the block; `id` if there are too few.
  std::uint32_t next_block(std::uint32_t id) {
    if (!is_working_) begin_block(id);
    if (!is_working_) return id;
    is_working_ = false;
    workers_->finish();
    std::swap(block_, worked_on_);
    const std::uint32_t end = block_.first + block_.count;
    std::size_t arrivals = 0;
    for (std::uint32_t i = 0; i < block_.count; ++i) arrivals += block_.states[i].arrivals.size();
    if (store_.has_room(arrivals) && !store_.wants_shapes()) begin_block(end);
    return end;
  }

  void begin_block(std::uint32_t first) {
    const std::uint32_t waiting = store_.size() - first;
    if (waiting < kWorthSharing) return;
    if (!workers_) workers_ = std::make_unique<Workers>(budget_.jobs());
    Block& block = worked_on_;
    block.first = first;
    block.count = std::min(waiting < 2 * kWorthSharing ? waiting : waiting / 2, kBlock);  // another is there to go on with
    block.states.resize(kBlock);
    block.chosen.clear();
    for (std::uint32_t i = 0; i < block.count; ++i) block.chosen.push_back(chosen_in(first + i));
    is_working_ = true;
    workers_->start(block.count, work_);
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
    if (chains_ && id == expanded_) add_end(!reduction::Chains::passes(e.enabled, e.chosen, false));
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
  // Expanded states that chains do not pass, by bits; how many are known. Read while they become more.
  store::Account ends_account_;
  mutable store::ChunkedArray<std::uint64_t> ends_{ends_account_};
  std::atomic<std::uint32_t> expanded_ = 0;
  std::deque<std::uint16_t> waiting_;                 // what is chosen in the states not expanded yet
  std::uint32_t first_waiting_ = 0;
  std::vector<graph::PackedGraph::Edge> edges_;
  Expansion own_;
  Block block_, worked_on_;
  bool is_working_ = false;  // on worked_on_
  const std::function<void(std::size_t, unsigned)> work_ = [this](std::size_t i, unsigned thread) {
    expanders_[thread]->expand(worked_on_.first + static_cast<std::uint32_t>(i), worked_on_.chosen[i], false, worked_on_.states[i]);
  };
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
