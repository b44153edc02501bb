// Chains, step by step. Depth first, so the edges of a state are in the order of their ordinals.

#include "checker/reduction/chain.hpp"

#include <algorithm>

namespace checker::reduction {

bool Chains::passes(const std::vector<model::Transition>& enabled, const Ordinals& chosen, bool has_branched) {
  if (chosen.size() == 1) return true;
  if (chosen.empty() || has_branched || chosen.size() > kMostChoices) return false;
  const model::Transition& first = enabled[chosen[0]];
  return std::ranges::all_of(chosen, [&](std::uint32_t ordinal) {
    const model::Transition& t = enabled[ordinal];
    return t.kind == model::Transition::Kind::Step && t.actor == first.actor;
  });
}

void Chains::from(const model::StateWords& state, const std::vector<model::Transition>& enabled, const Ordinals& chosen,
                  Listener& listener) {
  path_.clear();
  for (const std::uint32_t ordinal : chosen) {
    take(state, enabled[ordinal], ordinal, false, listener);
    listener.begun_by(ordinal);
  }
}

void Chains::take(const model::StateWords& state, const model::Transition& t, std::uint32_t ordinal, bool has_branched,
                  Listener& listener) {
  if (levels_.size() <= path_.size()) levels_.emplace_back();
  Level& level = levels_[path_.size()];
  path_.push_back(ordinal);
  machine_.apply(state, t, level.step);
  listener.stepped(state, t, level.step, path_);
  const model::StateWords& next = level.step.state;
  const Beyond beyond = on() && path_.size() < kLongest ? listener.look_beyond(next, path_) : Beyond::Stop;
  if (beyond == Beyond::Stop) {
    listener.arrived(next, path_, nullptr);
  } else if (beyond == Beyond::Look) {
    level.enabled.clear();
    machine_.enabled(next, level.enabled);
    reduction_.select(machine_, next, level.enabled, level.chosen);
    if (passes(level.enabled, level.chosen, has_branched)) {
      listener.passed(next);
      const bool branches = has_branched || level.chosen.size() > 1;
      if (chaining_ == Chaining::OneChoice) level.chosen.resize(1);
      for (const std::uint32_t o : level.chosen) take(next, level.enabled[o], o, branches, listener);
    } else {
      listener.arrived(next, path_, &level.chosen);
    }
  }
  path_.pop_back();
}

std::vector<Ordinals> edges_of(const model::Machine& machine, Reduction& reduction, Chaining chaining, const model::StateWords& state,
                               bool all) {
  struct Collect final : Chains::Listener {
    std::vector<Ordinals> edges;
    void arrived(const model::StateWords&, const Ordinals& path, const Ordinals*) override { edges.push_back(path); }
  } collect;
  std::vector<model::Transition> enabled;
  machine.enabled(state, enabled);
  Ordinals chosen;
  None none;
  Reduction& first = all ? static_cast<Reduction&>(none) : reduction;
  first.select(machine, state, enabled, chosen);
  Chains(machine, reduction, chaining).from(state, enabled, chosen, collect);
  return std::move(collect.edges);
}

}  // namespace checker::reduction
