#pragma once
// Random concurrent programs at the level of instructions. Each has a few of the families of operations below, so that they
// meet, among: channels (every operation, channels sent through channels, nil ones, len), select (also one that names a
// channel twice), mutexes (TryLock, unlocking what another has locked), RWMutex, WaitGroups (used again, wrongly too), Cond,
// semaphores, plain variables, atomics (holding channels too), timers, closures that goroutines share, calls, deferred calls
// with recovery, starting goroutines in loops, loops and spinners, printing, exits. What was read decides about throws.
// Values are constants, so nearly every program is finite.

#include <cstdint>
#include <memory>

#include "model/program/program.hpp"

namespace tests::soundness {

struct Shape {
  std::uint32_t goroutines = 3;    ///< besides main, at most
  std::uint32_t operations = 4;    ///< each, at most
  bool shared_variables = true;    ///< plain accesses, which may race
  bool loops = true;
  bool prints = false;             ///< and exits: seen only in outcomes
};

/// The program of a seed: equal seeds and shapes, equal programs. Its one entry is main.
std::shared_ptr<model::program::Program> generate(std::uint64_t seed, const Shape& shape);

}  // namespace tests::soundness
