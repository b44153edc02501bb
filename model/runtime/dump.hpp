#pragma once
// States as text: goroutines with their stacks and wait reasons, objects, values.

#include <span>
#include <string>
#include <vector>

#include "model/runtime/world.hpp"

namespace model::runtime {

std::vector<GoroutineView> goroutine_views(World& world);

/// As Machine::loop.
base::Position outermost_loop(World& world, std::uint32_t goroutine);
/// The variable that an object is (main.x, x), or nothing. One that several functions use is an object, made where it is
/// declared.
std::string variable_name(const Environment& env, const Object& o);
/// A value as Go's %v prints it, strings quoted.
std::string value_text(World& world, program::TypeId type, std::span<const Slot> value);
/// An object as schedules show it: ch#1 cap 1 [7], mu#1 locked, account#1.mu free, ...; `op`: what is about to be done to it.
std::string object_text(World& world, const Slot& ref, program::Op op);
/// The runtime's wait reason of the operation a goroutine stands at.
std::string wait_reason(const Environment& env, const Goroutine& g);

}  // namespace model::runtime
