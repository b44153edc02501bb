#pragma once
// Sets of types as lists of terms (Go spec, "General interfaces"): unions and intersections of T
// and ~T.

#include <vector>

#include "model/types/type.hpp"

namespace model::types {

/// Every type, or what the terms say.
struct TermSet {
  bool all = false;
  std::vector<Term> terms;
};

bool term_includes(const Term& term, Type* t);
bool terms_disjoint(const Term& x, const Term& y);
TermSet unite(const TermSet& x, const TermSet& y);
TermSet intersect(const TermSet& x, const TermSet& y);
bool is_subset(const TermSet& x, const TermSet& y);
inline TermSet term_set(const TypeSet& set) { return {set.all_types, set.terms}; }
/// Of a union in a constraint.
TermSet term_set(Union* u);

}  // namespace model::types
