#pragma once
// Where control goes inside a function.

#include <cstddef>
#include <cstdint>

#include "model/program/program.hpp"

namespace model::program {

/// Calls next(to) for each instruction that may follow the one at `pc` in its function, but for recover_pc.
template <typename Next>
void each_successor(const Function& function, std::size_t pc, const Next& next) {
  const auto go = [&](std::int64_t to) {
    if (to >= 0 && static_cast<std::size_t>(to) < function.code.size()) next(static_cast<std::size_t>(to));
  };
  const Instruction& in = function.code[pc];
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
      go(static_cast<std::int64_t>(pc) + 1);
  }
}

}  // namespace model::program
