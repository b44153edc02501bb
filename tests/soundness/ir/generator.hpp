#pragma once
// Random concurrent programs at the level of instructions: channels with every operation and channels sent through channels,
// select (also one that names a channel twice), close, len, mutexes with TryLock, a WaitGroup, shared variables, atomics, spinners
// and loops, deferred recovery, throws that depend on what was read. Values are constants, so every program is finite.

#include <cstdint>
#include <memory>

#include "model/program/program.hpp"

namespace tests::soundness {

struct Shape {
  std::uint32_t goroutines = 3;    ///< besides main, at most
  std::uint32_t operations = 4;    ///< each, at most
  bool shared_variables = true;    ///< plain accesses, which may race
  bool loops = true;
};

/// The program of a seed: equal seeds and shapes, equal programs. Its one entry is main.
std::shared_ptr<model::program::Program> generate(std::uint64_t seed, const Shape& shape);

}  // namespace tests::soundness
