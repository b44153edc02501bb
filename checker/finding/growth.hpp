#pragma once
// What keeps growing in a search that did not come to an end.

#include <vector>

#include "checker/finding/result.hpp"
#include "checker/graph/distances.hpp"
#include "checker/graph/space.hpp"
#include "model/machine.hpp"

namespace checker::finding {

/// At most three notes on what grew all along the way to the state that was found last. None says nothing: a search may also
/// be too large without anything that grows.
std::vector<Note> growth(const graph::Space& space, const graph::Distances& distances);

}  // namespace checker::finding
