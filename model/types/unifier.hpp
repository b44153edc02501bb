#pragma once
// Unification of types (Go spec, "Type unification"; algorithm of go/types' unify.go).

#include <memory>
#include <unordered_map>
#include <vector>

#include "model/types/instantiate.hpp"
#include "model/types/type.hpp"

namespace model::types {

class Unifier {
 public:
  enum Mode : unsigned {
    Inexact = 0,
    Assign = 1,  ///< x is assigned from y, at the top: elements must then match exactly
    Exact = 2,
  };

  /// `arguments` may be shorter than `parameters`, with nulls for what is to be found.
  Unifier(const Parameters& parameters, const Arguments& arguments);

  bool unify(Type* x, Type* y, unsigned mode) { return unify(x, y, mode, nullptr); }

  Type* at(const TypeParam* p) const { return *handles_.at(p); }
  void set(const TypeParam* p, Type* t) { *handles_.at(p) = t; }
  std::size_t unknowns() const;
  Arguments inferred(const Parameters& parameters) const;

 private:
  struct Pair {
    const Interface *x, *y;
    const Pair* outer;
  };

  /// Parameters that were joined share their place.
  std::unordered_map<const TypeParam*, std::shared_ptr<Type*>> handles_;
  int depth_ = 0;

  bool unify(Type* x, Type* y, unsigned mode, const Pair* pairs);
  bool unify_bound(TypeParam* px, Type* y, unsigned mode, const Pair* pairs);
  bool unify_interfaces(Type* x, Type* y, Interface* xi, Interface* yi, const Pair* pairs);
  bool unify_structure(Type* x, Type* y, unsigned mode, const Pair* pairs);
  bool unify_tuples(Tuple* x, Tuple* y, unsigned mode, const Pair* pairs);
  bool join(const TypeParam* x, const TypeParam* y);
  TypeParam* bound(Type* t) const;
};

}  // namespace model::types
