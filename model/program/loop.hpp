#pragma once
// Loops in a function's code.

#include "model/base/position.hpp"
#include "model/program/program.hpp"

namespace model::program {

/// Where the largest loop begins that the instruction is in: the first position in the source of all instructions from which it is
/// reached and that it reaches. Not valid: it is in none.
base::Position loop_at(const Function& function, std::uint32_t pc);

}  // namespace model::program
