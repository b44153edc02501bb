// With persistent sets the depth of final states is what it is without them, but a path to a panic, a race or an endless
// component also has steps that it does not need. What is left after minimise() is nearly always shortest; this search, which
// is bounded by its length, makes sure.

#include "checker/schedule/shortest.hpp"

#include <algorithm>
#include <vector>

namespace checker::schedule {

std::optional<Path> shortest(const model::Machine& machine, std::size_t longest, const Wanted& wanted,
                             std::uint32_t most_states, std::uint64_t& most_steps) {
  store::StateStore store;
  std::vector<model::Failure> failures;
  store.insert(machine.initial(failures));
  std::vector<store::StateId> parents{store::kNoState};
  std::vector<model::Transition> enabled;
  model::Step step;
  std::uint32_t level_end = 1;  // first id of the next level
  std::size_t depth = 0;
  for (std::uint32_t id = 0; id < store.size() && depth < longest; ++id) {
    if (id == level_end) {
      ++depth;
      level_end = store.size();
      if (depth == longest) break;
    }
    if (store.size() > most_states || most_steps == 0) return std::nullopt;
    const model::StateWords state = store.load(id);
    enabled.clear();
    machine.enabled(state, enabled);
    // With thousands of goroutines a step is a thousand times the work.
    constexpr std::size_t kUsualWords = 256;
    most_steps -= std::min<std::uint64_t>(most_steps, enabled.size() * (1 + state.size() / kUsualWords));
    for (std::uint32_t ordinal = 0; ordinal < enabled.size(); ++ordinal) {
      machine.apply(state, enabled[ordinal], step);
      if (wanted(step)) {
        Path path = path_to(machine, store, parents, id);
        path.push_back(ordinal);
        return path;
      }
      if (store.insert(step.state).is_new) parents.push_back(id);
    }
  }
  return std::nullopt;
}

bool closure(const model::Machine& machine, const model::StateWords& state, store::StateStore& store,
             std::uint32_t most_states) {
  store.insert(state);
  std::vector<model::Transition> enabled;
  model::Step step;
  for (std::uint32_t id = 0; id < store.size(); ++id) {
    if (store.size() > most_states) return false;
    const model::StateWords from = store.load(id);
    enabled.clear();
    machine.enabled(from, enabled);
    for (const model::Transition& t : enabled) {
      machine.apply(from, t, step);
      store.insert(step.state);
    }
  }
  return true;
}

}  // namespace checker::schedule
