// A bug that is deep is mostly not rare: it takes a long run, and then one bad order of a few steps. A random walk meets it with
// a chance that does not depend on the depth, and depth first from its end looks at the other orders of its last steps; who
// goes where the fewest transitions are enabled meets a deadlock in which all are. So: many short searches that begin anew,
// each as long as a run could be, longer ones later.

#include "checker/search/probe.hpp"

#include <algorithm>

namespace checker::search {

std::optional<Order> order_named(const std::string& name) {
  if (name == "bfs") return Order::BreadthFirst;
  if (name == "dfs") return Order::DepthFirst;
  if (name == "guided") return Order::Guided;
  return std::nullopt;
}

void probe(const model::Machine& machine, reduction::Reduction& reduction, const model::StateWords& initial, std::uint64_t steps,
           std::uint64_t seed, PathListener& listener) {
  constexpr std::uint64_t kFirstSteps = 500;
  constexpr std::uint64_t kTries = 6;  // of each length
  constexpr std::size_t kBytes = std::size_t{1} << 23;  // programs that grow take more with each step
  const std::uint64_t most = machine.memory_bytes() + kBytes;
  std::uint64_t used = 0;
  for (std::uint64_t i = 0; used < steps && machine.memory_bytes() < most && !listener.is_enough(); ++i) {
    Bitstate visited(20);
    DepthFirst search(machine, reduction, visited, listener);
    const DepthFirst::Limits limits{.steps = std::min(kFirstSteps << (i / kTries), steps - used), .bytes = kBytes};
    const auto end = search.run(initial, i % 2 == 0 ? DepthFirst::Choice::Random : DepthFirst::Choice::Narrowest, seed << 32 | i, limits);
    used += search.steps();
    if (end == DepthFirst::End::Done) return;  // that was all there is
  }
}

}  // namespace checker::search
