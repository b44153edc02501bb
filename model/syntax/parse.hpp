#pragma once
// Source text to tree.

#include <cstdint>

#include "model/base/arena.hpp"
#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/tree.hpp"

namespace model::syntax {

/// Numbers nodes; one for all files of a program. `next` is the size of a side table by node id.
struct NodeIds {
  NodeId next = 0;
};

/// Parses file number `file` of `files`. Never null; if the diagnostics grew, the tree has gaps
/// (Bad nodes, or declarations left out). Checks labels too (labels.hpp).
File* parse_file(const base::FileSet& files, std::uint32_t file, base::Arena& arena,
                 base::Diagnostics& diagnostics, NodeIds& ids);

/// Parses one Go expression (invariants, formulas); `text` is at `position`, on one line of a file
/// already in the set. Null after an error.
Expr* parse_expression(std::string_view text, Position position, base::Arena& arena,
                       base::Diagnostics& diagnostics, NodeIds& ids);

}  // namespace model::syntax
