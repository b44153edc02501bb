#include "checker/search/depth_first.hpp"

#include <algorithm>
#include <utility>

#include "checker/store/pair_table.hpp"

namespace checker::search {

std::uint64_t DepthFirst::random() { return store::MixHash{}(random_ += 0x9e3779b97f4a7c15ULL); }

/// `level.order` has the transitions to take, in the order of the choice.
void DepthFirst::arrange(Level& level, Choice choice) {
  if (level.order.size() < 2 || choice == Choice::InOrder) return;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  for (const std::uint32_t ordinal : level.order) {
    std::uint64_t key = random() >> 32;
    if (choice == Choice::Narrowest) {
      machine_.apply(level.state, level.enabled[ordinal], tried_);
      ++steps_;
      then_.clear();
      machine_.enabled(tried_.state, then_);
      key |= std::uint64_t{then_.size()} << 32;
    }
    keys.emplace_back(key, ordinal);
  }
  std::ranges::sort(keys);
  for (std::size_t i = 0; i < keys.size(); ++i) level.order[i] = keys[i].second;
}

void DepthFirst::enter(const model::StateWords& state, Choice choice) {
  if (levels_.size() <= path_.size()) levels_.emplace_back();
  Level& level = levels_[path_.size()];
  level.state = state;
  level.enabled.clear();
  machine_.enabled(state, level.enabled);
  reduction_.select(machine_, state, level.enabled, level.order);
  arrange(level, choice);
  level.next = 0;
  const std::size_t bytes = sizeof(Level) + state.size() * sizeof(state[0]) + level.enabled.size() * sizeof(model::Transition);
  if (bytes > level.bytes) bytes_ += bytes - std::exchange(level.bytes, bytes);
  if (level.enabled.empty()) listener_.on_path_end(path_, state);
}

DepthFirst::End DepthFirst::run(const model::StateWords& state, Choice choice, std::uint64_t seed, const Limits& limits) {
  random_ = seed;
  path_.clear();
  bool cut = false;
  enter(state, choice);
  for (const std::uint64_t first = steps_;;) {
    if (listener_.is_enough()) return End::Enough;
    if (steps_ - first >= limits.steps) return End::Cut;
    Level& level = levels_[path_.size()];
    if (level.next == level.order.size()) {
      if (path_.empty()) return cut ? End::Cut : End::Done;
      path_.pop_back();
      continue;
    }
    const std::uint32_t ordinal = level.order[level.next++];
    path_.push_back(ordinal);
    machine_.apply(level.state, level.enabled[ordinal], step_);
    ++steps_;
    listener_.on_path_step(path_, step_);
    if (visited_.insert(step_.state)) {
      if (path_.size() < limits.depth && bytes_ < limits.bytes) {
        enter(step_.state, choice);
        continue;
      }
      cut = true;
    }
    path_.pop_back();
  }
}

}  // namespace checker::search
