#pragma once
// Which statement an event annotation names, and which of the statement's operations is the event.

#include <cstdint>
#include <vector>

#include "model/syntax/tree.hpp"
#include "model/types/info.hpp"

namespace model::property {

/// The simple statements of a file.
class Statements {
 public:
  Statements(const syntax::File& file, const types::Info& info);

  struct Found {
    const syntax::Node* node = nullptr;  ///< as in Resolved::marks; null: not exactly one
    base::Position position;
    std::size_t count = 0;  ///< of innermost simple statements on the line
  };
  /// The innermost simple statement of a line.
  Found on_line(std::uint32_t line) const;

 private:
  friend class StatementWalk;
  struct Candidate {
    const syntax::Stmt* statement = nullptr;
    std::uint32_t first = 0, last = 0;  // lines
    std::int32_t outer = -1;            // the candidate around it
    bool is_default = false;            // of a select: counts only where nothing else does
  };
  const syntax::Node* operation(const syntax::Stmt* s) const;

  const types::Info& info_;
  std::vector<Candidate> candidates_;
};

}  // namespace model::property
