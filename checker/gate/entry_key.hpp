#pragma once
// What an entry's result depends on, as a number.

#include <cstdint>
#include <string>

#include "model/compile.hpp"

namespace checker::gate {

/// Hash, 128 bits in hexadecimal, of everything that the entry can reach: functions with their instructions and the positions
/// these come from, types, constants and globals they mention. Two programs with one key explore alike and report alike.
std::string entry_key(const model::Unit& unit, const model::EntryInfo& entry);

}  // namespace checker::gate
