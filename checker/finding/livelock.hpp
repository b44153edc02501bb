#pragma once
// A program that runs for ever and gets nowhere.

#include <cstdint>
#include <string>
#include <vector>

#include "checker/finding/cause.hpp"
#include "checker/graph/state_graph.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::finding {

/// `states`: a bottom component with a cycle in which `who` (main, the test) stands and moves. Adds a livelock, and returns true, if no step in it transfers,
/// prints, starts, ends or waits for time: only failed tries, loads, locks that are given back, yields.
bool find_livelock(const model::Machine& machine, const store::StateStore& store,
                   const graph::StateGraph& graph, const std::vector<std::uint32_t>& states,
                   const std::string& who, Causes& causes);

}  // namespace checker::finding
