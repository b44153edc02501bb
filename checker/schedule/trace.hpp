#pragma once
// A schedule as a string: what `replay` takes.
//
//   1:HASH:ENTRY:MODE:STEPS:CHOICES[:LOCATIONS[:WATCHED[:CYCLE]]]
//
// HASH is of the program's text; MODE the machine's options (g guard or l literal, a any or v virtual time, o with
// outcomes, the Go version); CHOICES a base-62 digit for each step with more than one enabled transition (~N. where a
// digit is not enough, *N. after one that comes N more times); LOCATIONS those whose accesses were made visible, WATCHED
// those whose writes were, for the properties; CYCLE is FORMULA.STEP.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/schedule/path.hpp"
#include "model/machine.hpp"

namespace checker::schedule {

struct Trace {
  std::uint64_t hash = 0;
  std::string entry;
  model::MachineOptions options;
  std::uint32_t steps = 0;
  std::vector<std::uint32_t> choices;
  /// Of a broken formula: its number, and the step after which the others repeat for ever (none: the run has ended).
  struct Cycle {
    std::uint32_t formula = 0, from = 0;
  };
  std::optional<Cycle> cycle;
};

std::string encode(const Trace& trace);
/// Nothing if the text is no trace of this version.
std::optional<Trace> decode(const std::string& text);

/// FNV-1a (Fowler, Noll, Vo), 64 bits; `hash` chains.
std::uint64_t hash_text(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325ULL);

}  // namespace checker::schedule
