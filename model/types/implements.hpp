#pragma once
// missing_method with a comparison of signatures other than identity: for inference.

#include <functional>

#include "model/types/relations.hpp"

namespace model::types {

using Equivalent = std::function<bool(Type*, Type*)>;

Func* missing_method_by(Type* v, Type* t, bool is_static, const Equivalent& equivalent, Cause cause,
                        bool* wrong_type);
/// True also for types with errors, of which nobody knows.
bool has_all_methods(Type* v, Type* t, bool is_static, const Equivalent& equivalent, Cause cause);

}  // namespace model::types
