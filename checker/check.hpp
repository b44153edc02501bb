#pragma once
// The main path: one entry of a program in, its verdict out.

#include <cstdint>
#include <memory>
#include <string>

#include "checker/finding/result.hpp"
#include "checker/search/budget.hpp"
#include "model/compile.hpp"
#include "model/machine.hpp"

namespace checker {

struct CheckOptions {
  model::MachineOptions machine;
  search::Limits limits;
  bool progress = true;
};

/// Explores `entry` of `unit` and reports what was found. Wants and ignores are not yet applied.
finding::Result check_entry(const model::Unit& unit, const model::EntryInfo& entry,
                            const CheckOptions& options);

/// Who is stuck for good from `state` on: explores what can still happen.
finding::Causes stuck_from(const model::Machine& machine, const model::StateWords& state);

/// What a trace remembers of the text it belongs to.
std::uint64_t program_hash(const model::Unit& unit);

}  // namespace checker
