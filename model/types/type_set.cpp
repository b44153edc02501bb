// Type sets of interfaces: methods in one list, embedded elements intersected (Go spec, "Interface
// types").

#include <algorithm>
#include <map>

#include "model/types/object.hpp"
#include "model/types/predicates.hpp"
#include "model/types/relations.hpp"
#include "model/types/term.hpp"
#include "model/types/type.hpp"
#include "model/types/universe.hpp"

namespace model::types {

bool term_includes(const Term& term, Type* t) {
  return identical(term.type, term.tilde ? underlying(t) : t);
}

bool terms_disjoint(const Term& x, const Term& y) {
  const Type* ux = y.tilde ? underlying(x.type) : x.type;
  const Type* uy = x.tilde ? underlying(y.type) : y.type;
  return !identical(ux, uy);
}

namespace {

TermSet normalised(std::vector<Term> terms) {
  TermSet result;
  std::vector<bool> used(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (used[i]) continue;
    Term t = terms[i];
    for (std::size_t j = i + 1; j < terms.size(); ++j) {
      if (used[j] || terms_disjoint(t, terms[j])) continue;
      if (!t.tilde && terms[j].tilde) t = terms[j];
      used[j] = true;
    }
    result.terms.push_back(t);
  }
  return result;
}

bool is_subset(const Term& x, const Term& y) {
  return !terms_disjoint(x, y) && (!x.tilde || y.tilde);
}

}  // namespace

TermSet unite(const TermSet& x, const TermSet& y) {
  if (x.all || y.all) return {true, {}};
  std::vector<Term> terms = x.terms;
  terms.insert(terms.end(), y.terms.begin(), y.terms.end());
  return normalised(std::move(terms));
}

TermSet intersect(const TermSet& x, const TermSet& y) {
  if (x.all) return y;
  if (y.all) return x;
  std::vector<Term> terms;
  for (const Term& a : x.terms) {
    for (const Term& b : y.terms) {
      if (!terms_disjoint(a, b)) terms.push_back(!a.tilde || b.tilde ? a : b);
    }
  }
  return normalised(std::move(terms));
}

bool is_subset(const TermSet& x, const TermSet& y) {
  if (y.all) return true;
  if (x.all) return false;
  return std::all_of(x.terms.begin(), x.terms.end(), [&y](const Term& a) {
    return std::any_of(y.terms.begin(), y.terms.end(),
                       [&a](const Term& b) { return is_subset(a, b); });
  });
}

TermSet term_set(Union* u) {
  TermSet result;
  for (const Term& t : u->terms) {
    Type* under_term = underlying(t.type);
    TermSet one;
    if (auto* embedded = try_as<Interface>(under_term)) {
      one = term_set(type_set(embedded));
    } else if (under_term == invalid_type()) {
      continue;
    } else if (!t.tilde || identical(t.type, under_term)) {  // otherwise no type is in ~T
      one.terms.push_back(t);
    }
    result = unite(result, one);
  }
  return result;
}

Func* TypeSet::lookup(const Package* package, const std::string& name, bool fold_case) const {
  if (name == "_") return nullptr;
  for (Func* m : methods) {
    if (m->same_id(package, name, fold_case)) return m;
  }
  return nullptr;
}

namespace {

/// Restricts to comparable types; where there are terms, by leaving out others.
void intersect_comparable(TypeSet& set, bool comparable_wanted) {
  if (!comparable_wanted && !set.comparable) return;
  if (set.all_types) {
    set.comparable = true;
    return;
  }
  set.comparable = false;
  std::erase_if(set.terms, [](const Term& t) { return !comparable(t.type, false); });
}

}  // namespace

const TypeSet& type_set(Interface* interface) {
  static const TypeSet all;
  if (interface->type_set != nullptr) return *interface->type_set;
  if (!interface->complete) return all;
  // TypeSets live as long as the program's types; an Interface is made by an arena that destroys
  // it.
  auto owned = std::make_shared<TypeSet>();
  interface->type_set_owner = owned;
  interface->type_set =
      owned.get();  // ends the recursion of an (invalid) interface that embeds itself
  TypeSet set;
  std::map<std::string, std::pair<Func*, Position>> seen;
  auto add = [&](Func* m, Position position, bool is_explicit) {
    const auto [entry, is_new] = seen.try_emplace(m->unique_id(), m, position);
    if (is_new) {
      set.methods.push_back(m);
      return;
    }
    const auto& [other, other_position] = entry->second;
    if (is_explicit || (other != m && !identical(m->type, other->type))) {
      set.duplicates.push_back({position, other_position, m, other, is_explicit});
    }
  };
  for (Func* m : interface->methods) add(m, m->position, true);
  for (std::size_t i = 0; i < interface->embeddeds.size(); ++i) {
    Type* element = interface->embeddeds[i];
    const Position position =
        i < interface->embed_positions.size() ? interface->embed_positions[i] : Position{};
    Type* u = underlying(element);
    TermSet terms{true, {}};
    bool is_comparable = false;
    if (auto* embedded = try_as<Interface>(u)) {
      const TypeSet& inner = type_set(embedded);
      for (Func* m : inner.methods) add(m, position, false);
      terms = term_set(inner);
      is_comparable = inner.comparable;
    } else if (auto* union_type = try_as<Union>(u)) {
      terms = term_set(union_type);
    } else if (u == invalid_type()) {
      continue;
    } else {
      terms = {false, {{false, element}}};
    }
    const TermSet both = intersect({set.all_types, set.terms}, terms);
    set.all_types = both.all;
    set.terms = both.terms;
    intersect_comparable(set, is_comparable);
  }
  std::sort(set.methods.begin(), set.methods.end(),
            [](const Func* a, const Func* b) { return a->unique_id() < b->unique_id(); });
  *owned = std::move(set);
  return *owned;
}

}  // namespace model::types
