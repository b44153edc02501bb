#pragma once
// Fields and methods by name, through embedded fields (Go spec, "Selectors"), and method sets.

#include <string_view>
#include <vector>

#include "model/types/context.hpp"
#include "model/types/object.hpp"
#include "model/types/type.hpp"

namespace model::types {

struct Lookup {
  Object* object = nullptr;  ///< a Var (field) or Func; null: see below
  /// Embedded fields to go through, then the field's index or the method's (in Named::methods or
  /// the type set). Not empty without an object: ambiguous.
  std::vector<int> index;
  /// A pointer was gone through. Without an object and index: a method with pointer receiver on
  /// what is not addressable.
  bool indirect = false;

  explicit operator bool() const { return object != nullptr; }
};

/// x.name for an x of type T as seen from `package`. `addressable`: methods with pointer receiver
/// count for T too.
Lookup lookup_field_or_method(Type* t, bool addressable, const Package* package,
                              std::string_view name, bool fold_case = false);
/// Index in `fields`, or -1.
int field_index(const std::vector<Var*>& fields, const Package* package, std::string_view name,
                bool fold_case = false);

/// A method in a method set, declared or promoted.
struct MethodSetEntry {
  Func* method = nullptr;
  std::vector<int> index;  ///< as in Lookup
  bool indirect = false;   ///< a pointer was gone through on the way (the receiver itself included)
};

/// All methods callable on a value of type T that is not addressable, sorted by unique id; for an
/// interface its own. For the runtime's method tables.
std::vector<MethodSetEntry> method_set(Type* t);

}  // namespace model::types
