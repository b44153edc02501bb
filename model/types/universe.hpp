#pragma once
// What every Go program sees without declaring it, and package unsafe. Made once for the process;
// never changed after.

#include <string_view>

#include "model/types/object.hpp"
#include "model/types/type.hpp"

namespace model::types {

struct Universe {
  Scope* scope = nullptr;      ///< parent of all package scopes
  Package* unsafe = nullptr;   ///< package unsafe
  Basic* byte_type = nullptr;  ///< named byte
  Basic* rune_type = nullptr;  ///< named rune
  Alias* any = nullptr;
  Interface* empty_interface = nullptr;
  Named* error = nullptr;
  Named* comparable = nullptr;
  Object* nil = nullptr;
  Object* iota = nullptr;
  Func* error_method = nullptr;  ///< error.Error
  Type* error_slice = nullptr;
};

const Universe& universe();

/// The predeclared type of a kind; Basic::Invalid for what has an error.
Basic* basic(BasicKind kind);
inline Basic* invalid_type() { return basic(BasicKind::Invalid); }

}  // namespace model::types
