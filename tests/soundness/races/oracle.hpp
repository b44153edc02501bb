#pragma once
// Data races by definition: all executions of the literal machine, each with its happens-before order in full.

#include <cstdint>
#include <set>

#include "model/compile.hpp"

namespace tests::soundness {

struct RacyLocations {
  bool complete = false;
  std::set<std::uint64_t> locations;  ///< as Failure::location
  std::uint64_t prefixes = 0;         ///< different prefixes of executions
};

/// Of the entry. Gives up beyond `limit` prefixes: a program that runs for ever has no end of them.
RacyLocations racy_by_definition(const model::Unit& unit, const model::program::Entry& entry,
                                 std::uint64_t limit);

}  // namespace tests::soundness
