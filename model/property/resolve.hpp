#pragma once
// The annotations of a unit, resolved: names to events, events to statements, expressions to checked trees, protocols to
// automata.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/base/diagnostic.hpp"
#include "model/package/package.hpp"
#include "model/program/specification.hpp"
#include "model/syntax/annotation.hpp"
#include "model/types/checker.hpp"
#include "model/types/info.hpp"

namespace model::property {

/// A file and what it says.
struct Annotated {
  const syntax::File* file = nullptr;
  const package::Package* package = nullptr;
  syntax::Annotations annotations;
};

/// An expression to be lowered to a function without parameters.
struct Code {
  const types::Package* package = nullptr;
  const syntax::Expr* expr = nullptr;
  std::uint32_t expression = 0;  ///< of Specification::expressions
  std::int32_t term = -1;        ///< one of its terms; -1: itself
};

struct Resolved {
  program::Specification specification;  ///< without functions and types
  /// Index + 1 of the mark of a node: the receive or call that is a statement's operation, else the statement itself; a
  /// clause for `default` of a select; a range statement for its receives.
  std::unordered_map<const syntax::Node*, std::uint32_t> marks;
  std::vector<Code> code;

  std::uint32_t mark(const syntax::Node* node) const {
    const auto found = marks.find(node);
    return found == marks.end() ? 0 : found->second;
  }
};

/// What is wrong goes to `unit.diagnostics`, at the annotations. The packages have been checked without an error.
Resolved resolve(package::Unit& unit, const std::vector<Annotated>& files, const types::Info& info,
                 types::Checker& checker);

}  // namespace model::property
