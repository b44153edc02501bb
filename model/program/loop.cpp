#include "model/program/loop.hpp"

#include <vector>

namespace model::program {
namespace {

/// By instruction: can control come there from `pc`, by one step or more?
std::vector<bool> reached_from(const Function& f, std::uint32_t pc) {
  std::vector<bool> reached(f.code.size(), false);
  std::vector<std::uint32_t> waiting = {pc};
  const auto go = [&](std::int32_t to) {
    if (to < 0 || static_cast<std::size_t>(to) >= reached.size() || reached[static_cast<std::size_t>(to)]) return;
    reached[static_cast<std::size_t>(to)] = true;
    waiting.push_back(static_cast<std::uint32_t>(to));
  };
  while (!waiting.empty()) {
    const std::uint32_t at = waiting.back();
    waiting.pop_back();
    const Instruction& in = f.code[at];
    switch (in.op) {
      case Op::Jump:
        go(in.a);
        break;
      case Op::Branch:
        go(in.a);
        go(in.c);
        break;
      case Op::Return:
      case Op::Panic:
      case Op::Throw:
      case Op::Unreachable:
      case Op::Goexit:
        break;
      default:
        go(static_cast<std::int32_t>(at) + 1);
    }
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
