// The slot graph of a bottom component: nodes (state, slot), edges by Step::goroutine_map, followed along the steps
// of the states' edges.

#include "checker/graph/slot_graph.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace checker::graph {

namespace {

/// An edge's steps as one: where each goroutine and timer of the source has come to, and which of them have moved.
class Followed {
 public:
  void begin(std::size_t goroutines, std::size_t timers) {
    goroutines_.resize(goroutines);
    std::iota(goroutines_.begin(), goroutines_.end(), 0U);
    timers_.resize(timers);
    std::iota(timers_.begin(), timers_.end(), 0U);
    moved_.assign(goroutines, false);
    fired_.assign(timers, false);
  }
  void follow(const model::Transition& t, const model::Step& step) {
    for (std::size_t i = 0; i < goroutines_.size(); ++i) {
      std::uint32_t& slot = goroutines_[i];
      if (slot == model::kGone) continue;
      if (std::ranges::find(step.moved, slot) != step.moved.end()) moved_[i] = true;
      slot = step.goroutine_map[slot];
    }
    for (std::size_t i = 0; i < timers_.size(); ++i) {
      std::uint32_t& timer = timers_[i];
      if (timer == model::kGone) continue;
      if (t.kind == model::Transition::Kind::Timer && t.actor == timer) fired_[i] = true;
      timer = step.timer_map[timer];
    }
  }
  const std::vector<std::uint32_t>& goroutines() const { return goroutines_; }
  const std::vector<std::uint32_t>& timers() const { return timers_; }
  bool moved(std::size_t slot) const { return moved_[slot]; }
  bool fired(std::size_t timer) const { return fired_[timer]; }

 private:
  std::vector<std::uint32_t> goroutines_, timers_;
  std::vector<bool> moved_, fired_;
};

}  // namespace

SlotGraph::SlotGraph(const Space& space, const std::vector<std::uint32_t>& states) {
  struct SlotEdge {
    std::uint32_t from_node;
    std::uint32_t to_state;
    std::uint32_t to_slot;
    bool timer;
  };
  std::vector<SlotEdge> edges;
  std::vector<std::uint32_t> moving;
  std::vector<model::Transition> enabled;
  model::StateWords state;
  model::Step step;
  Followed followed;
  base_.push_back(0);
  for (const std::uint32_t id : states) {
    std::uint32_t goroutines = 0, slots = 0;
    auto edge = space.graph.row(id);
    for (const reduction::Ordinals& path : space.edges(id)) {
      assert(!edge.at_end());
      state = space.store.load(id);
      for (std::size_t i = 0; i < path.size(); ++i) {
        enabled.clear();
        space.machine.enabled(state, enabled);
        space.machine.apply(state, enabled[path[i]], step);
        if (i == 0) followed.begin(step.goroutine_map.size(), step.timer_map.size());
        if (i > 0 && space.chaining == reduction::Chaining::FirstMoves) step.moved.clear();
        followed.follow(enabled[path[i]], step);
        state = step.state;
      }
      goroutines = static_cast<std::uint32_t>(followed.goroutines().size());
      slots = goroutines + static_cast<std::uint32_t>(followed.timers().size());
      const auto to = static_cast<std::uint32_t>(std::ranges::lower_bound(states, edge->target) - states.begin());
      assert(to < states.size() && "nothing leaves a bottom component");
      for (std::uint32_t slot = 0; slot < goroutines; ++slot) {
        if (followed.moved(slot)) moving.push_back(base_.back() + slot);
        if (followed.goroutines()[slot] == model::kGone) continue;
        edges.push_back({base_.back() + slot, to, followed.goroutines()[slot], false});
      }
      for (std::uint32_t timer = 0; timer < followed.timers().size(); ++timer) {
        if (followed.fired(timer)) moving.push_back(base_.back() + goroutines + timer);
        if (followed.timers()[timer] == model::kGone) continue;
        edges.push_back({base_.back() + goroutines + timer, to, followed.timers()[timer], true});
      }
      ++edge;
    }
    base_.push_back(base_.back() + slots);
    goroutines_.push_back(goroutines);
  }
  const std::uint32_t nodes = base_.back();
  can_move_.assign(nodes, false);
  seen_.assign(nodes, false);

  // Forward edges for see(), in rows.
  out_.assign(nodes + std::size_t{1}, 0);
  for (const SlotEdge& e : edges) ++out_[e.from_node + std::size_t{1}];
  for (std::uint32_t n = 0; n < nodes; ++n) out_[n + std::size_t{1}] += out_[n];
  targets_.resize(edges.size());
  std::vector<std::uint32_t> next(out_.begin(), out_.end() - 1);
  for (const SlotEdge& e : edges) {
    const std::uint32_t first = base_[e.to_state] + (e.timer ? goroutines_[e.to_state] : 0);
    targets_[next[e.from_node]++] = first + e.to_slot;
  }

  // Backward edges, and from the moving nodes back along them.
  std::vector<std::uint32_t> in(nodes + std::size_t{1}, 0);
  for (const std::uint32_t target : targets_) ++in[target + std::size_t{1}];
  for (std::uint32_t n = 0; n < nodes; ++n) in[n + std::size_t{1}] += in[n];
  std::vector<std::uint32_t> sources(targets_.size());
  next.assign(in.begin(), in.end() - 1);
  for (std::uint32_t n = 0; n < nodes; ++n) {
    for (std::uint32_t e = out_[n]; e < out_[n + std::size_t{1}]; ++e) sources[next[targets_[e]]++] = n;
  }
  std::vector<std::uint32_t> work;
  for (const std::uint32_t n : moving) {
    if (!can_move_[n]) work.push_back(n);
    can_move_[n] = true;
  }
  while (!work.empty()) {
    const std::uint32_t n = work.back();
    work.pop_back();
    for (std::uint32_t e = in[n]; e < in[n + std::size_t{1}]; ++e) {
      if (can_move_[sources[e]]) continue;
      can_move_[sources[e]] = true;
      work.push_back(sources[e]);
    }
  }
}

bool SlotGraph::ignored(std::uint32_t state, const model::Transition& t) const {
  using Kind = model::Transition::Kind;
  if (t.kind == Kind::Clock) return false;
  const std::uint32_t actor = t.kind == Kind::Timer ? goroutines_[state] + t.actor : t.actor;
  return stuck(state, actor) || (t.kind == Kind::Rendezvous && stuck(state, t.partner));
}

bool SlotGraph::any_unseen_stuck(std::uint32_t state) const {
  for (std::uint32_t n = base_[state]; n < base_[state] + goroutines_[state]; ++n) {
    if (!can_move_[n] && !seen_[n]) return true;
  }
  return false;
}

bool SlotGraph::see(std::uint32_t state, std::uint32_t slot) {
  std::vector<std::uint32_t> work{base_[state] + slot};
  if (seen_[work[0]]) return false;
  seen_[work[0]] = true;
  while (!work.empty()) {
    const std::uint32_t n = work.back();
    work.pop_back();
    for (std::uint32_t e = out_[n]; e < out_[n + std::size_t{1}]; ++e) {
      if (seen_[targets_[e]]) continue;
      seen_[targets_[e]] = true;
      work.push_back(targets_[e]);
    }
  }
  return true;
}

}  // namespace checker::graph
