#pragma once
// What the commands share: patterns to units, the entries that were asked for.

#include <string>
#include <vector>

#include "checker/command/arguments.hpp"
#include "model/compile.hpp"

namespace checker::command {

struct Selection {
  std::string entry;  ///< exact name, or empty
  std::string run;    ///< regular expressions as `go test` has them, or empty
  std::string skip;
  std::vector<Flag> flags();
  /// What is wrong with the expressions, or nothing.
  std::string invalid() const;
  bool selects(const std::string& name) const;
};

/// A pattern of Go (RE2 syntax) anywhere in a text; nothing if the pattern is malformed.
std::optional<bool> matches(const std::string& pattern, const std::string& text);

}  // namespace checker::command
