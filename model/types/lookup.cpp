// Selectors: breadth first through embedded fields, as Go's spec and go/types have it.

#include "model/types/lookup.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/types/predicates.hpp"
#include "model/types/relations.hpp"
#include "model/types/universe.hpp"

namespace model::types {

namespace {

struct Embedded {
  Type* type;
  std::vector<int> index;
  bool indirect;
  bool multiples = false;  // the type occurs several times at this depth
};

std::vector<int> extended(std::vector<int> index, int last) {
  index.push_back(last);
  return index;
}

void merge_multiples(std::vector<Embedded>& list) {
  std::vector<Embedded> result;
  for (Embedded& e : list) {
    const auto seen = std::find_if(result.begin(), result.end(), [&e](const Embedded& other) {
      return identical(other.type, e.type);
    });
    if (seen != result.end()) {
      seen->multiples = true;
    } else {
      result.push_back(std::move(e));
    }
  }
  list = std::move(result);
}

int method_index(const Named* named, const Package* package, std::string_view name,
                 bool fold_case) {
  const auto& methods = named->origin->methods;
  for (std::size_t i = 0; i < methods.size(); ++i) {
    if (methods[i]->same_id(package, name, fold_case)) return static_cast<int>(i);
  }
  return -1;
}

Lookup search(Type* t, bool addressable, const Package* package, std::string_view name,
              bool fold_case) {
  if (name == "_") return {};
  bool is_pointer = false;
  Type* start = deref(t, &is_pointer);
  if (is_pointer && is_interface(start)) return {};
  std::vector<Embedded> current{{start, {}, is_pointer}};
  std::set<const Named*> seen;
  Lookup found;
  while (!current.empty()) {
    std::vector<Embedded> next;
    for (const Embedded& e : current) {
      const auto collision = [&] { return found.object != nullptr || e.multiples; };
      if (auto* named = try_unalias<Named>(e.type)) {
        if (!seen.insert(named).second) continue;  // shadowed by itself at a smaller depth
        if (const int i = method_index(named, package, name, fold_case); i >= 0) {
          std::vector<int> index = extended(e.index, i);
          if (collision()) return {nullptr, std::move(index), false};
          found = {method(named, static_cast<std::size_t>(i)), std::move(index), e.indirect};
          continue;
        }
      }
      Type* u = underlying(e.type);
      if (auto* s = try_as<Struct>(u)) {
        for (std::size_t i = 0; i < s->fields.size(); ++i) {
          Var* f = s->fields[i];
          if (f->same_id(package, name, fold_case)) {
            std::vector<int> index = extended(e.index, static_cast<int>(i));
            if (collision()) return {nullptr, std::move(index), false};
            found = {f, std::move(index), e.indirect};
            continue;
          }
          if (found.object == nullptr && f->embedded) {
            bool through_pointer = false;
            Type* embedded = deref(f->type, &through_pointer);
            next.push_back({embedded, extended(e.index, static_cast<int>(i)),
                            e.indirect || through_pointer, e.multiples});
          }
        }
      } else if (auto* interface = try_as<Interface>(u)) {
        const TypeSet& set = type_set(interface);
        for (std::size_t i = 0; i < set.methods.size(); ++i) {
          if (!set.methods[i]->same_id(package, name, fold_case)) continue;
          std::vector<int> index = extended(e.index, static_cast<int>(i));
          if (collision()) return {nullptr, std::move(index), false};
          found = {set.methods[i], std::move(index), e.indirect};
          break;
        }
      }
    }
    if (found.object != nullptr) {
      const auto* f = try_as<Func>(found.object);
      if (f != nullptr && f->pointer_receiver && !found.indirect && !addressable) {
        return {nullptr, {}, true};
      }
      return found;
    }
    merge_multiples(next);
    current = std::move(next);
  }
  return {};
}

}  // namespace

Lookup lookup_field_or_method(Type* t, bool addressable, const Package* package,
                              std::string_view name, bool fold_case) {
  // A defined pointer type has fields but no methods.
  if (auto* named = try_unalias<Named>(t)) {
    if (auto* pointer = under<Pointer>(named)) {
      Lookup result = search(pointer, false, package, name, fold_case);
      if (is<Func>(result.object)) return {};
      return result;
    }
  }
  return search(t, addressable, package, name, fold_case);
}

int field_index(const std::vector<Var*>& fields, const Package* package, std::string_view name,
                bool fold_case) {
  if (name == "_") return -1;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i]->same_id(package, name, fold_case)) return static_cast<int>(i);
  }
  return -1;
}

namespace {

/// Every method that could be in the method set, by unique id.
void collect(Type* t, std::set<const Type*>& seen, std::map<std::string, Func*>& names) {
  t = unalias(deref(unalias(t)));
  if (!seen.insert(t).second) return;
  if (auto* named = try_as<Named>(t)) {
    for (Func* m : named->origin->methods) names.try_emplace(m->unique_id(), m);
  }
  Type* u = underlying(t);
  if (auto* interface = try_as<Interface>(u)) {
    for (Func* m : type_set(interface).methods) names.try_emplace(m->unique_id(), m);
  } else if (auto* s = try_as<Struct>(u)) {
    for (Var* f : s->fields) {
      if (f->embedded) collect(f->type, seen, names);
    }
  }
}

}  // namespace

std::vector<MethodSetEntry> method_set(Type* t) {
  std::map<std::string, Func*> names;
  std::set<const Type*> seen;
  if (!(is<Named>(unalias(t)) && under<Pointer>(t) != nullptr)) collect(t, seen, names);
  std::vector<MethodSetEntry> result;
  for (const auto& [id, m] : names) {
    Lookup found = lookup_field_or_method(t, false, m->package, m->name);
    if (auto* f = try_as<Func>(found.object)) {
      result.push_back({f, std::move(found.index), found.indirect});
    }
  }
  return result;
}

}  // namespace model::types
