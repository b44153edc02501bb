// Paths backwards from their ends.

#include "checker/schedule/path.hpp"

#include <algorithm>
#include <cassert>

namespace checker::schedule {

Path path_to(const graph::Space& space, const graph::Distances& distances, store::StateId id) {
  std::vector<store::StateId> states;
  for (store::StateId at = id; at != graph::Distances::kUnreached; at = distances.before(at)) states.push_back(at);
  std::reverse(states.begin(), states.end());
  Path path;
  for (std::size_t i = 0; i + 1 < states.size(); ++i) {
    const std::uint32_t steps = distances.to(states[i + 1]) - distances.to(states[i]);
    const std::vector<reduction::Ordinals> edges = space.edges(states[i]);
    std::size_t n = 0;
    for (auto e = space.graph.row(states[i]); !e.at_end() && (e->target != states[i + 1] || e->steps != steps); ++e) ++n;
    assert(n < edges.size() && "an edge leads there");
    path.insert(path.end(), edges[n].begin(), edges[n].end());
  }
  return path;
}

Path path_to(const model::Machine& machine, const store::StateStore& store, const std::vector<store::StateId>& parents,
             store::StateId id) {
  std::vector<store::StateId> states;
  for (store::StateId at = id; at != store::kNoState; at = parents[at]) states.push_back(at);
  std::reverse(states.begin(), states.end());
  Path path;
  std::vector<model::Transition> enabled;
  model::Step step;
  for (std::size_t i = 0; i + 1 < states.size(); ++i) {
    const model::StateWords from = store.load(states[i]);
    const model::StateWords to = store.load(states[i + 1]);
    enabled.clear();
    machine.enabled(from, enabled);
    bool found = false;
    for (std::uint32_t ordinal = 0; ordinal < enabled.size() && !found; ++ordinal) {
      machine.apply(from, enabled[ordinal], step);
      if (step.state == to) {
        path.push_back(ordinal);
        found = true;
      }
    }
    assert(found && "a state's parent leads to it");
    if (!found) break;
  }
  return path;
}

}  // namespace checker::schedule
