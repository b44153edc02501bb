#pragma once
// Values of the spec's expressions in a world.

#include <cstdint>
#include <string>
#include <vector>

#include "model/machine.hpp"
#include "model/program/specification.hpp"
#include "model/runtime/world.hpp"

namespace model::runtime {

/// `locations` (may be null): the abstract locations it reads are appended.
ExpressionValue evaluate(World& world, const program::SpecExpression& expression, std::vector<std::uint64_t>* locations);

/// Locations that the spec's expressions read now and whose writes are no steps.
void unwatched(World& world, std::vector<std::uint64_t>& out);

/// `len(queue) = 3, closed(done) = false`.
std::string show_terms(World& world, const program::SpecExpression& expression);

}  // namespace model::runtime
