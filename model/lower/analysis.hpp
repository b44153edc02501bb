#pragma once
// Which variables of a function must live on the heap, and what its closures capture. One walk over a declared function (or
// the initialiser of a package variable) with all function literals in it.

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/syntax/tree.hpp"
#include "model/types/info.hpp"

namespace model::lower {

struct Analysis {
  /// Used by a function literal, or by the body of a range over a function, that does not declare it.
  std::unordered_set<const types::Var*> captured;
  /// Assigned to after its declaration, in whole or in part.
  std::unordered_set<const types::Var*> mutated;
  /// Of a FuncLit, or a RangeStmt over a function: what it captures, in order of first use.
  std::unordered_map<const syntax::Node*, std::vector<types::Var*>> captures;
  /// FuncDecls and FuncLits with a defer statement; with a return inside of a range over a function.
  std::unordered_set<const syntax::Node*> defers, returns_from_range;
  /// Functions, methods and packages that are named.
  std::unordered_set<const types::Object*> mentioned;
  /// The first expression that the type checker could make nothing of: it is about a library that does not type check.
  const syntax::Expr* invalid = nullptr;

  /// Lives in an object of its own; others live in the frame, and closures copy them.
  bool boxed(const types::Var* v) const;
};

/// `root`: a FuncDecl or an expression. `version`: of its file, 1.N. `look_for_invalid`: errors were not reported.
Analysis analyze(const types::Info& info, const syntax::Node* root, std::uint32_t version, bool look_for_invalid);

/// Is this a range over a function?
bool ranges_over_function(const types::Info& info, const syntax::RangeStmt* s);

}  // namespace model::lower
