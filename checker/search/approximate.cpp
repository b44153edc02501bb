#include "checker/search/approximate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace checker::search {
namespace {

/// Never 100 %.
std::string percent(double part) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", std::min(std::floor(part * 100'000) / 1000, 99.999));
  return text;
}

}  // namespace

void approximate(const graph::Space& space, unsigned bits, Budget& budget, FrontierListener& listener, Coverage& coverage) {
  Bitstate visited(bits);
  const std::uint32_t size = space.store.size();
  store::Tree tree;
  for (std::uint32_t id = 0; id < size; ++id) {
    space.store.load(id, tree);
    visited.insert(tree.words());
  }
  DepthFirst search(space.machine, space.reduction, visited, listener);
  bool cut = false, done = true;
  for (std::uint32_t id = static_cast<std::uint32_t>(coverage.expanded); done && id < size; ++id) {
    listener.on_root(id);
    const auto end = search.run(space.store.load(id), DepthFirst::Choice::InOrder, 0, {.bytes = budget.max_memory() / 16});
    cut = cut || end == DepthFirst::End::Cut;
    done = end != DepthFirst::End::Enough;
  }
  coverage.transitions += search.steps();
  const std::uint64_t all = visited.states();
  coverage.hashed = all - std::min<std::uint64_t>(all, size);
  const std::string further = std::to_string(coverage.hashed) + " further states by hash";
  if (!done) {
    const char* spent = budget.spent(0, space.store.memory_bytes() + space.machine.memory_bytes());
    coverage.reason += ", " + further + ", " + (spent != nullptr ? spent : "stopped");
  } else if (cut) {
    coverage.reason += ", " + further + " as deep as the stack could be";
  } else {
    const double seen = static_cast<double>(all);
    coverage.reason = "probable coverage " + percent(seen / (seen + visited.missed())) + " %, " + coverage.reason + ", " + further;
  }
}

}  // namespace checker::search
