#pragma once
// Type arguments put in place of type parameters (go/types' subst and instantiate).

#include <string>
#include <vector>

#include "model/types/context.hpp"
#include "model/types/relations.hpp"
#include "model/types/type.hpp"

namespace model::types {

using Parameters = std::vector<TypeParam*>;
using Arguments = std::vector<Type*>;

/// `t` with `arguments` for `parameters`; `t` itself if none occurs in it.
Type* substitute(Context& context, Type* t, const Parameters& parameters,
                 const Arguments& arguments);

/// Instance of a generic Named, Alias or Signature (the latter then has no type parameters). Counts
/// must match. Constraints are not verified.
Type* instantiate(Context& context, Type* generic, const Arguments& arguments);

/// Index of the first argument that does not satisfy its constraint, or -1. cause: "string does not
/// satisfy ~int (string missing in ~int)".
int verify_arguments(Context& context, const Parameters& parameters, const Arguments& arguments,
                     Cause cause = {});

/// Type parameters of a generic Named, Alias or Signature; empty for all else and for instances.
const Parameters& type_params_of(const Type* t);

/// New type parameters like these (and `t` with them in place): so that a generic function can be
/// inferred inside itself, or with another that shares its parameters.
struct Renamed {
  Parameters parameters;
  Type* type = nullptr;
};
Renamed rename_parameters(Context& context, const Parameters& parameters, Type* t);

}  // namespace model::types
