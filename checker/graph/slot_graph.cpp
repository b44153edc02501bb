// The slot graph of a bottom component: nodes (state, slot), edges by Step::goroutine_map. The steps
// are taken again, since the search does not keep the maps.

#include "checker/graph/slot_graph.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace checker::graph {

SlotGraph::SlotGraph(const model::Machine& machine, const store::StateStore& store,
                     const StateGraph& graph, const std::vector<std::uint32_t>& states) {
  struct SlotEdge {
    std::uint32_t from_node;
    std::uint32_t to_state;
    std::uint32_t to_slot;
    bool timer;
  };
  std::vector<SlotEdge> edges;
  std::vector<std::uint32_t> moving;
  std::vector<model::Transition> enabled;
  model::Step step;
  base_.push_back(0);
  for (const std::uint32_t id : states) {
    const model::StateWords state = store.load(id);
    enabled.clear();
    machine.enabled(state, enabled);
    std::uint32_t goroutines = 0, slots = 0;
    for (std::uint64_t e = graph.first(id); e < graph.last(id); ++e) {
      machine.apply(state, enabled[graph.ordinal(e)], step);
      goroutines = static_cast<std::uint32_t>(step.goroutine_map.size());
      slots = goroutines + static_cast<std::uint32_t>(step.timer_map.size());
      const auto to = static_cast<std::uint32_t>(
          std::lower_bound(states.begin(), states.end(), graph.target(e)) - states.begin());
      assert(to < states.size() && "nothing leaves a bottom component");
      for (std::uint32_t slot = 0; slot < goroutines; ++slot) {
        if (step.goroutine_map[slot] == model::kGone) continue;
        edges.push_back({base_.back() + slot, to, step.goroutine_map[slot], false});
      }
      for (std::uint32_t timer = 0; timer < step.timer_map.size(); ++timer) {
        if (step.timer_map[timer] == model::kGone) continue;
        edges.push_back({base_.back() + goroutines + timer, to, step.timer_map[timer], true});
      }
      for (const std::uint32_t slot : step.moved) moving.push_back(base_.back() + slot);
      const model::Transition& taken = enabled[graph.ordinal(e)];
      if (taken.kind == model::Transition::Kind::Timer) moving.push_back(base_.back() + goroutines + taken.actor);
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
