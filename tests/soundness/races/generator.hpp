#pragma once
// Random Go programs that share memory, with the operations that tell a goroutine an order without being one: len, the default of a
// select, a failed TryLock, the panic of a second close, the place in a buffer.

#include <cstdint>
#include <string>

namespace tests::soundness {

/// The text of a program, always the same for a seed. It compiles; it may panic, deadlock or leak.
std::string racy_program(std::uint64_t seed);

}  // namespace tests::soundness
