#pragma once
// Type inference (Go spec, "Type inference" and "Type unification").

#include <string>
#include <vector>

#include "model/types/instantiate.hpp"
#include "model/types/operand.hpp"

namespace model::types {

struct Inference {
  Arguments arguments;  ///< one for each parameter; empty after an error
  std::string
      error;         ///< "in call to f, cannot infer T", "type string of x does not match ...", ...
  std::string code;  ///< CannotInferTypeArgs or InvalidTypeArg
  Position position;  ///< of the error
  /// Of the type parameter in "cannot infer T": the message then goes on " (declared at
  /// FILE:LINE:COLUMN)".
  Position declared_at;
  bool silent = false;  ///< an operand is invalid, which has been reported

  bool ok() const { return error.empty() && !silent; }
};

struct InferenceInput {
  Position position;  ///< of the call's closing parenthesis (gc reports "cannot infer" there) or
                      ///< the index
  Parameters parameters;
  Arguments arguments;      ///< those given; null for unknown; may be shorter than parameters
  Tuple* params = nullptr;  ///< of the function; may be null
  std::vector<Operand>
      operands;  ///< one for each of params; generic functions have their Signature as type
  bool reverse =
      false;  ///< assignment of a generic function to a variable: words of messages turn round
  std::string callee;  ///< for "in call to CALLEE, "; may be empty
  const Package* current = nullptr;
};

/// Infers the missing arguments. Does not verify that they satisfy the constraints beyond what
/// inference needs.
Inference infer(Context& context, const InferenceInput& input);

/// Makes x and y identical by choosing `arguments` (null: not chosen yet) for `parameters` in
/// either; false if there is no way. Inexact: directions of channels and defined types may differ
/// as for assignment.
bool unify(Context& context, Type* x, Type* y, const Parameters& parameters, Arguments& arguments,
           bool exact = false);

}  // namespace model::types
