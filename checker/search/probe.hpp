#pragma once
// A look ahead for a first finding, long before the breadth-first search comes to it.

#include <cstdint>
#include <optional>
#include <string>

#include "checker/search/depth_first.hpp"

namespace checker::search {

/// Where a first finding is looked for. The search itself is always breadth first, so that nothing is missed and schedules are the
/// shortest.
enum class Order : std::uint8_t {
  BreadthFirst,  ///< only there
  DepthFirst,    ///< depth first before it, in the order of the transitions, without limits but the budget's
  Guided,        ///< once it has grown, by many short searches: at random, and towards blocking
};
std::optional<Order> order_named(const std::string& name);

/// Tries from `initial` with `steps` steps together; the listener says when it is enough. Equal seeds, equal tries.
void probe(const model::Machine& machine, reduction::Reduction& reduction, const model::StateWords& initial, std::uint64_t steps,
           std::uint64_t seed, PathListener& listener);

}  // namespace checker::search
