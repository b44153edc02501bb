#pragma once
// Sizes in bytes on amd64, as far as a program can see them: capacities after append.

#include <cstdint>

#include "model/program/program.hpp"

namespace model::runtime {

std::uint64_t byte_size(const program::Program& program, program::TypeId type);
bool has_pointers(const program::Program& program, program::TypeId type);
/// The capacity that append gives: runtime.growslice (nextslicecap, then roundupsize).
std::uint64_t grown_capacity(std::uint64_t old, std::uint64_t wanted, std::uint64_t element_bytes,
                             bool pointers);

}  // namespace model::runtime
