#pragma once
// Questions about one type. `is_x` looks at the underlying type; `all_x` at every type of a type
// parameter's type set.

#include <functional>
#include <string>

#include "model/types/type.hpp"

namespace model::types {

bool is_valid(const Type* t);
bool is_boolean(const Type* t);
bool is_integer(const Type* t);
bool is_unsigned(const Type* t);
bool is_float(const Type* t);
bool is_complex(const Type* t);
bool is_numeric(const Type* t);
bool is_string(const Type* t);
bool is_integer_or_float(const Type* t);
bool is_const_type(const Type* t);  ///< booleans, numbers, strings
bool is_basic(const Type* t, int info);

bool all_boolean(Type* t);
bool all_integer(Type* t);
bool all_unsigned(Type* t);
bool all_numeric(Type* t);
bool all_string(Type* t);
bool all_ordered(Type* t);
bool all_numeric_or_string(Type* t);
bool all_basic(Type* t, int info);

bool is_named(const Type* t);  ///< has a name: basic, defined, type parameter
bool is_type_literal(const Type* t);
bool is_typed(const Type* t);
bool is_untyped(const Type* t);
bool is_untyped_numeric(const Type* t);
bool is_untyped_nil(const Type* t);
bool is_interface(const Type* t);  ///< type parameters too: their constraint is one
bool is_non_type_param_interface(const Type* t);
bool is_type_param(const Type* t);
bool is_generic(const Type* t);  ///< a generic type that is not instantiated
bool is_unsafe_pointer(const Type* t);
bool is_bytes_or_runes(const Type* t);
bool is_pointer_to_interface(const Type* t);
bool has_nil(Type* t);
/// Does a type parameter occur in it?
bool is_parameterized(const std::vector<TypeParam*>& parameters, Type* t);
/// Does any type parameter occur in it?
bool has_type_param(Type* t);
/// Constraint interfaces may not be used as types of variables.
bool is_constraint_interface(Type* t);

/// `==` is allowed on the type. `dynamic`: interfaces count (they may panic); without, "strictly
/// comparable". `cause`, if given and false is returned, may say why: "struct containing []int
/// cannot be compared".
bool comparable(Type* t, bool dynamic = true, std::string* cause = nullptr,
                const Package* current = nullptr);

/// Does a value of the type contain another of it (an error, reported where it is declared)?
bool has_infinite_size(Type* t);

/// Default type of an untyped one (nil stays); others unchanged.
Type* default_type(Type* t);
/// The larger of two untyped numeric types, or the common type; null if there is none.
Type* max_type(Type* x, Type* y);

/// "array", "slice", ... of the underlying type; empty for a basic one.
const char* composite_kind(const Type* t);

/// Calls f(type, underlying) for each term of a type parameter's type set (f(null, null) if it has
/// none), or once for another type; false as soon as f is.
bool all_in_type_set(Type* t, const std::function<bool(Type*, Type*)>& f);

/// The single underlying type of all types in the type set (channels: the most restricted), or
/// null; `cause` says why. go/types' commonUnder without a condition.
Type* common_under(Type* t, std::string* cause = nullptr, const Package* current = nullptr);
/// The core type as the language had it to 1.24, also for constraint type inference.
Type* core_type(Type* t);
/// core_type; string and []byte together count as string.
Type* core_string(Type* t);
/// *T to T; `was_pointer` says if it was one (a defined pointer type is not).
Type* deref(Type* t, bool* was_pointer = nullptr);
template <typename T>
T* core_as(Type* t) {
  return try_as<T>(core_type(t));
}

}  // namespace model::types
