#pragma once
// The main path: one entry of a program in, its verdict out.

#include <cstdint>
#include <memory>
#include <string>

#include "checker/finding/result.hpp"
#include "checker/property/fairness.hpp"
#include "checker/search/budget.hpp"
#include "checker/search/probe.hpp"
#include "model/compile.hpp"
#include "model/machine.hpp"

namespace checker {

struct CheckOptions {
  model::MachineOptions machine;
  search::Limits limits;
  bool chains = true;     ///< not all states are stored (reduction/chain.hpp)
  search::Order order = search::Order::Guided;  ///< where a first finding is looked for
  unsigned approximate = 0;  ///< 2^n bits for states beyond the budget (search/approximate.hpp); 0: stop there
  bool progress = true;
  bool summary = false;   ///< what is said of all runs together (summary.hpp), where that takes searches of its own
  bool escapes = true;    ///< look, in the graph of all interleavings, from where on nothing helps any more
  bool schedules = true;  ///< else findings have neither schedule nor trace
  property::Fairness fairness = property::Fairness::Strong;  ///< of formulas
};

/// Explores `entry` of `unit` and reports what was found. Wants and ignores are not yet applied.
finding::Result check_entry(const model::Unit& unit, const model::EntryInfo& entry,
                            const CheckOptions& options);

/// Adds the locations that the spec's expressions read in the initial state: their writes are steps from the start.
void watch_initial(const model::Unit& unit, const model::EntryInfo& entry, model::MachineOptions& options);

/// The states and formulas of an entry for SPIN. Throws std::invalid_argument if they have no such model.
std::string promela_model(const model::Unit& unit, const model::Machine& machine, const search::Limits& limits,
                          property::Fairness fairness);

/// Who is stuck for good from `state` on: explores what can still happen.
finding::Causes stuck_from(const model::Machine& machine, const model::MachineOptions& options,
                           const model::StateWords& state);

/// What a trace remembers of the text it belongs to.
std::uint64_t program_hash(const model::Unit& unit);

}  // namespace checker
