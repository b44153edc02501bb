#pragma once
// A value with its type, taken apart by the natives of internal/machine.

#include <cstdint>
#include <vector>

#include "model/runtime/interpreter.hpp"

namespace model::runtime {

/// type 0: a nil interface.
struct Mirror {
  program::TypeId type = 0;
  std::vector<Slot> value;
};

/// Fields, elements, entries, bytes.
std::uint64_t mirror_length(Interpreter& in, const Mirror& m);
/// Element of an array or slice, byte of a string, field of a struct.
Mirror mirror_index(Interpreter& in, const Mirror& m, std::uint64_t index);
/// Key or value of a map's entry, in the order in which fmt prints them (internal/fmtsort).
Mirror mirror_entry(Interpreter& in, const Mirror& m, std::uint64_t index, bool key);
/// The dynamic value of what is an interface.
Mirror unwrapped(Interpreter& in, Mirror m);

}  // namespace model::runtime
