#include "model/program/loop.hpp"

#include <vector>

#include "model/program/successors.hpp"

namespace model::program {
namespace {

/// By instruction: can control come there from `pc`, by one step or more?
std::vector<bool> reached_from(const Function& f, std::uint32_t pc) {
  std::vector<bool> reached(f.code.size(), false);
  std::vector<std::size_t> waiting = {pc};
  while (!waiting.empty()) {
    const std::size_t at = waiting.back();
    waiting.pop_back();
    each_successor(f, at, [&](std::size_t to) {
      if (reached[to]) return;
      reached[to] = true;
      waiting.push_back(to);
    });
  }
  return reached;
}

}  // namespace

base::Position loop_at(const Function& function, std::uint32_t pc) {
  const std::vector<bool> reached = reached_from(function, pc);
  base::Position first;
  if (!reached[pc]) return first;
  for (std::uint32_t at = 0; at < reached.size(); ++at) {
    const base::Position position = function.positions[at];
    if (!reached[at] || !position.valid() || (first.valid() && !(position < first))) continue;
    if (reached_from(function, at)[pc]) first = position;
  }
  return first;
}

}  // namespace model::program
