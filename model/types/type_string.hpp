#pragma once
// Types and objects as text: as the compiler's messages have them, and as the running program
// prints them.

#include <string>

#include "model/types/object.hpp"
#include "model/types/type.hpp"

namespace model::types {

/// As in messages of package `current`: names of other packages are qualified, `current` null: all
/// are, by path.
std::string type_string(const Type* t, const Package* current);
/// Like type_string with the whole path for each package, and #n after a type parameter's name:
/// distinct types, distinct texts.
std::string unique_type_string(const Type* t);
/// As fmt's %T and panics print it: `main.T`, `map[string]int`, `interface { M() }`,
/// `main.Pair[int,string]`. Types declared inside of functions have no marker.
std::string runtime_type_string(const Type* t);
/// `(a int, b ...string) error`: a signature without func.
std::string signature_string(const Signature* s, const Package* current);
/// `name(int) error`, without names of parameters: in "have" and "want" lines.
std::string func_string(const Func* f, const Package* current, bool package_info = false);
/// A tuple, with parentheses; `variadic`: the last is ...T.
std::string tuple_string(const Tuple* tuple, bool variadic, const Package* current,
                         bool names = true);
/// `var x int`, `func f(x int)`, `type T struct{...}`.
std::string object_string(const Object* o, const Package* current);
/// ~int | string
std::string terms_string(const std::vector<Term>& terms, const Package* current);

}  // namespace model::types
