#pragma once
// runtime.checkdead (proc.go) on a state.

#include <optional>
#include <string>

#include "model/runtime/world.hpp"

namespace model::runtime {

/// The fatal message that checkdead prints in this state, or nothing if it stays silent.
std::optional<std::string> checkdead(World& world);
/// Is the goroutine in network I/O?
bool in_network(const World& world, const Goroutine& g);

}  // namespace model::runtime
