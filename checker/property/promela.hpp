#pragma once
// The state graph with its formulas in Promela, so that SPIN (Holzmann) can decide them too.

#include <string>

#include "checker/graph/state_graph.hpp"
#include "checker/property/fairness.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"
#include "model/program/specification.hpp"

namespace checker::property {

/// A model with one claim f0, f1, ... for each formula without X. Throws std::invalid_argument for what has no such model: a watch
/// that does not begin in the initial state, more than 30 demands.
std::string promela(const model::Machine& machine, const store::StateStore& store, const graph::StateGraph& graph,
                    const model::program::Specification& spec, Fairness fairness);

}  // namespace checker::property
