#pragma once
// What of a state may grow from state to state.

#include <vector>

#include "model/machine.hpp"
#include "model/runtime/world.hpp"

namespace model::runtime {

std::vector<Measure> measures(World& world);

}  // namespace model::runtime
