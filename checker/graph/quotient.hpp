#pragma once
// A picture's states merged where they behave alike.

#include "checker/graph/write.hpp"

namespace checker::graph {

/// The quotient by strong bisimulation (Park 1981): two nodes are one iff they are marked alike and whatever arrow one has the
/// other has too, with the same label and to a node that is one with the target. Each class is drawn as its first node, with
/// the number of nodes in it.
Drawing bisimulation_quotient(const Drawing& drawing);

}  // namespace checker::graph
