#pragma once
// Depth first, from one state on, states known by their hash: a way to see much of a graph that is too large, or soon. What it
// finds is real, as each path is an execution; that it finds nothing means nothing.

#include <cstdint>
#include <deque>
#include <vector>

#include "checker/reduction/chain.hpp"
#include "checker/reduction/reduction.hpp"
#include "checker/search/bitstate.hpp"
#include "model/machine.hpp"

namespace checker::search {

/// Told of what is met. The path: ordinals of the enabled transitions from the first state on.
class PathListener {
 public:
  virtual ~PathListener() = default;
  /// The path's last step.
  virtual void on_path_step(const reduction::Ordinals& path, const model::Step& step) = 0;
  /// Nothing is enabled in the path's last state.
  virtual void on_path_end(const reduction::Ordinals& path, const model::StateWords& state) = 0;
  /// Asked after each step.
  virtual bool is_enough() = 0;
};

class DepthFirst {
 public:
  enum class Choice : std::uint8_t {
    InOrder,
    Random,
    Narrowest,  ///< first where the fewest transitions are enabled: towards blocking; of equals a random one
  };
  struct Limits {
    std::uint64_t steps = UINT64_MAX;
    std::uint32_t depth = 20'000;
    std::size_t bytes = SIZE_MAX;  ///< of the stack
  };
  enum class End : std::uint8_t { Done, Cut, Enough };  ///< Cut: by a limit

  DepthFirst(const model::Machine& machine, reduction::Reduction& reduction, Bitstate& visited, PathListener& listener)
      : machine_(machine), reduction_(reduction), visited_(visited), listener_(listener) {}

  /// Steps from `state`, which counts as visited, to all that is not. `seed`: of random choices.
  End run(const model::StateWords& state, Choice choice, std::uint64_t seed, const Limits& limits);

  std::uint64_t steps() const { return steps_; }

 private:
  struct Level {
    model::StateWords state;
    std::vector<model::Transition> enabled;
    reduction::Ordinals order;
    std::size_t next = 0;
    std::size_t bytes = 0;  ///< the most it had
  };
  void enter(const model::StateWords& state, Choice choice);
  void arrange(Level& level, Choice choice);
  std::uint64_t random();

  const model::Machine& machine_;
  reduction::Reduction& reduction_;
  Bitstate& visited_;
  PathListener& listener_;
  std::deque<Level> levels_;  // as many are in use as path_ has steps, and one more
  reduction::Ordinals path_;
  model::Step step_, tried_;
  std::vector<model::Transition> then_;
  std::uint64_t random_ = 0, steps_ = 0;
  std::size_t bytes_ = 0;  // of the levels
};

}  // namespace checker::search
