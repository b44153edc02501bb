#pragma once
// Labels and the statements that jump.

#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/tree.hpp"

namespace model::syntax {

/// Checks the labels, break, continue, goto and fallthrough statements of one function body
/// (function literals inside it have their own labels and are checked on their own), and sets
/// BranchStmt::target.
void check_labels(BlockStmt* body, const base::FileSet& files, base::Diagnostics& diagnostics);

}  // namespace model::syntax
