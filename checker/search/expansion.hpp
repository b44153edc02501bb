#pragma once
// A state's edges, worked out but not yet in the store; and what one thread needs to work them out.

#include <cstdint>
#include <memory>
#include <vector>

#include "checker/reduction/chain.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::search {

/// Where an edge leads.
struct Arrival {
  store::Folded state;
  std::uint16_t steps = 0;
  /// Bit i: transition i is chosen there. 0: not known.
  std::uint16_t chosen = 0;
};

/// Reused: its vectors keep their memory.
struct Expansion {
  struct Shown {
    reduction::Ordinals path;
    model::Step step;
  };
  store::Tree tree;
  model::StateWords state;
  std::vector<model::Transition> enabled;
  reduction::Ordinals chosen;
  std::vector<Arrival> arrivals;
  std::vector<Shown> shown;
  std::vector<model::StateWords> passed;
};

/// Thrown by Expander::expand: the search is about to stop, and the state has too many edges to work them all out.
struct Interrupted {};

/// What is known while nobody adds any state.
class Known {
 public:
  virtual ~Known() = default;
  /// Is the state stored, expanded, and none that chains pass?
  virtual bool is_end(const store::Folded& state) const = 0;
  /// Is the search about to stop?
  virtual bool is_over() const = 0;
};

/// Works out edges. One for each thread.
class Expander final : private reduction::Chains::Listener {
 public:
  Expander(const model::Machine& machine, reduction::Reduction& reduction, reduction::Chaining chaining, store::StateStore& store, const Known& known,
           bool wants_passed)
      : machine_(machine), reduction_(reduction), chains_(machine, reduction, chaining), store_(store), known_(known),
        wants_passed_(wants_passed), latest_(chains_.on() ? kLatest : 0) {}

  /// `chosen`: as in Arrival. `all`: by all transitions.
  void expand(std::uint32_t id, std::uint16_t chosen, bool all, Expansion& out);

 private:
  /// The edges that begin with a step into this state, if they are few and showed nothing: nearly all edges into it are met while
  /// it is new.
  struct Latest {
    static constexpr std::size_t kMost = 3;
    store::Folded state;
    std::uint32_t count = 0;  ///< 0: nothing is known
    Arrival arrivals[kMost];  ///< steps: from this state on
  };
  static constexpr std::size_t kLatest = std::size_t{1} << 13;

  void stepped(const model::StateWords&, const model::Transition&, const model::Step& step, const reduction::Ordinals& path) override;
  reduction::Chains::Beyond look_beyond(const model::StateWords& state, const reduction::Ordinals& path) override;
  void passed(const model::StateWords& state) override;
  void arrived(const model::StateWords& state, const reduction::Ordinals& path, const reduction::Ordinals* chosen) override;
  void begun_by(std::uint32_t) override;
  Latest& latest(const store::Folded& state);

  const model::Machine& machine_;
  reduction::Reduction& reduction_;
  reduction::Chains chains_;
  store::StateStore& store_;
  const Known& known_;
  bool wants_passed_;
  std::vector<Latest> latest_;
  std::uint32_t shapes_ = 0;     ///< the store's, of latest_
  store::StateStore::Scratch scratch_;
  Expansion* out_ = nullptr;
  store::Folded first_;          ///< the state after the first step
  std::size_t first_arrival_ = 0;
  bool plain_ = true;            ///< nothing to tell but where the edges lead
};

}  // namespace checker::search
