#pragma once
// A check of programs before they run, for tests and debug builds.

#include <string>

#include "model/program/program.hpp"

namespace model::program {

/// What is wrong with the first thing that is: a slot outside of its frame, a jump outside of its function, an id that is not
/// there, a call with the wrong number of slots. Empty if all is well.
std::string verify(const Program& program);

}  // namespace model::program
