#pragma once
// Which states the search passes through without storing them: chains of steps that nobody else can influence.
//
// A state is passed if the transitions chosen there are of one goroutine (or one rendezvous, or one timer) alone: a single one, or,
// once on the way, the few alternatives of a choice. Its successors stand in for it: an edge of the stored graph is the
// sequence of steps from one stored state to the next. Nothing is lost by that:
// - Every step of the graph of all chosen transitions is still taken, on some edge, and what it shows (failures, events,
//   outcomes) is recorded wherever it happens. So it is with every path: a path of that graph from a stored state on is one of
//   edges, and perhaps the beginning of one more.
// - A cycle of passed states is cut after kLongest steps: the state there is stored.
// - Bottom strong components: those of the stored graph, with the states passed on their edges, are those of the whole graph. Who
//   moves in one is asked of all steps of its edges. Who can move in a passed state but is left out there can move at the end of the
//   edge too, or takes part in its steps: a persistent set's transitions disable none of those outside it. So the condition of
//   repair.hpp need only be tested where states are stored.
// - The length of an edge is known, so distances are those in steps (graph::Distances).
// Price: a passed state is worked out once for each edge that leads into it; the search remembers the latest ones.
// Off: --chains off. Tests: tests/soundness, mutations Chains and ChainMoves.

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "checker/reduction/reduction.hpp"
#include "model/machine.hpp"

namespace checker::reduction {

/// Ordinals, one for each step: which of the transitions enabled there.
using Ordinals = std::vector<std::uint32_t>;

enum class Chaining : std::uint8_t {
  Off, On,
  OneChoice, FirstMoves,  ///< mutations Chains and ChainMoves
};

/// Takes the steps of a state's edges. Not for two threads.
class Chains {
 public:
  static constexpr std::uint32_t kLongest = 64;  ///< steps of an edge
  static constexpr std::size_t kMostChoices = 8;

  enum class Beyond : std::uint8_t {
    Look,  ///< ask if the state is passed
    Stop,  ///< it is known not to be, or is stored all the same
    Known, ///< all edges through it are known
  };

  /// What from() tells. The path: ordinals from the edges' source on, including the step just taken.
  class Listener {
   public:
    virtual ~Listener() = default;
    /// A step from `before` has been taken.
    virtual void stepped(const model::StateWords& before, const model::Transition& transition, const model::Step& step,
                         const Ordinals& path) {
      (void)before, (void)transition, (void)step, (void)path;
    }
    virtual Beyond look_beyond(const model::StateWords& state, const Ordinals& path) {
      (void)state, (void)path;
      return Beyond::Look;
    }
    virtual void passed(const model::StateWords& state) { (void)state; }
    /// An edge is complete. `chosen`: what is chosen in the state that it leads to, if that is known, else null.
    virtual void arrived(const model::StateWords& state, const Ordinals& path, const Ordinals* chosen) = 0;
    /// All edges that begin with this transition have been told.
    virtual void begun_by(std::uint32_t ordinal) { (void)ordinal; }
  };

  Chains(const model::Machine& machine, Reduction& reduction, Chaining chaining) : machine_(machine), reduction_(reduction), chaining_(chaining) {}

  bool on() const { return chaining_ != Chaining::Off; }
  /// Tells the edges of `state`, in their order, which begin with the `chosen` ones of the `enabled` transitions.
  void from(const model::StateWords& state, const std::vector<model::Transition>& enabled, const Ordinals& chosen,
            Listener& listener);

  /// Does the search go on through a state in which these are chosen?
  static bool passes(const std::vector<model::Transition>& enabled, const Ordinals& chosen, bool has_branched);

 private:
  struct Level {
    model::Step step;
    std::vector<model::Transition> enabled;
    Ordinals chosen;
  };
  void take(const model::StateWords& state, const model::Transition& t, std::uint32_t ordinal, bool has_branched,
            Listener& listener);

  const model::Machine& machine_;
  Reduction& reduction_;
  Chaining chaining_;
  std::deque<Level> levels_;
  Ordinals path_;
};

/// All edges of a state, as the ordinals of their steps. `all`: it was expanded by all its transitions.
std::vector<Ordinals> edges_of(const model::Machine& machine, Reduction& reduction, Chaining chaining, const model::StateWords& state,
                               bool all);

}  // namespace checker::reduction
