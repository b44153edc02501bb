#pragma once
// Relations between types (Go spec, "Properties of types and values"). A `cause` is set, if given,
// when the answer is no, in the compiler's words; `current` is the package whose message it will
// be.

#include <string>

#include "model/types/context.hpp"
#include "model/types/object.hpp"
#include "model/types/operand.hpp"
#include "model/types/type.hpp"

namespace model::types {

bool identical(const Type* x, const Type* y);
/// Struct tags left out, as for conversions.
bool identical_ignore_tags(const Type* x, const Type* y);
/// Same for identical types; for hash tables by type.
std::uint64_t type_hash(const Type* t);

struct Cause {
  std::string* text = nullptr;
  const Package* current = nullptr;
};

/// Has V all methods of the interface T? `constraint`: V as a type argument for T (words "satisfy",
/// dynamic comparability). cause: the whole clause, "T does not implement I (missing method M)".
bool implements(Type* v, Type* t, bool constraint = false, Cause cause = {});
/// First method of interface T that V lacks, or null. `is_static` false: V is an interface and only
/// methods that both have must agree. cause: "(missing method M)", "(method M has pointer
/// receiver)", ...
Func* missing_method(Type* v, Type* t, bool is_static = true, Cause cause = {},
                     bool* wrong_type = nullptr);
/// May x.(T) succeed for an x of interface type V?
bool assertable_to(Type* v, Type* t, Cause cause = {});

/// May x be assigned to a variable of type T? Untyped constants and nil included.
bool assignable_to(const Operand& x, Type* t, Cause cause = {});
/// Of a value of type V.
bool type_assignable_to(Type* v, Type* t);

/// The type an untyped x takes when it becomes a T, or null if it cannot; `rounded` (if given) its
/// value there.
Type* implicit_type(const Operand& x, Type* t, constant::Value* rounded = nullptr);

/// May T(x) be written? Constant conversions are the caller's (constant::representable).
bool convertible_to(const Operand& x, Type* t, Cause cause = {});
bool type_convertible_to(Type* v, Type* t);

}  // namespace model::types
