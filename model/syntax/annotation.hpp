#pragma once
// `//chancheck:WORD ...` comments: what a spec says about its program. Parsed here as far as it
// goes without types; names are resolved and expressions checked later.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/diagnostic.hpp"
#include "model/base/position.hpp"
#include "model/syntax/tree.hpp"

namespace model::syntax {

/// want KIND [text]: this finding is expected.
struct WantAnnotation {
  Position position;
  std::string kind;
  std::string text;  ///< part of the finding's message; may be empty
  const FuncDecl* function =
      nullptr;  ///< in whose doc comment it is; null: for every entry of the file
};

/// ignore KIND-or-CODE reason: a suppressed finding.
struct IgnoreAnnotation {
  Position position;
  std::string what;
  std::string reason;
  std::uint32_t line =
      0;  ///< the line it is about: its own if code stands there, else the next with code
};

/// event NAME: names the statement on its line.
struct EventAnnotation {
  Position position;
  std::string name;
};

/// order A < B, or A* < B.
struct OrderAnnotation {
  Position position;
  std::string first, second;
  bool every = false;  ///< A*: every A before every B
  std::string text;    ///< after the keyword
  Position first_position, second_position;
};

/// protocol NAME = REGEX, invariant EXPR, ltl FORMULA.
struct PropertyAnnotation {
  enum class Kind : std::uint8_t { Protocol, Invariant, Ltl };
  Position position;
  Kind kind{};
  std::string name;        ///< of a protocol
  std::string text;        ///< REGEX, EXPR or FORMULA as written
  Position text_position;  ///< of its first byte
};

struct Annotations {
  std::vector<WantAnnotation> wants;
  std::vector<IgnoreAnnotation> ignores;
  std::vector<EventAnnotation> events;
  std::vector<OrderAnnotation> orders;
  std::vector<PropertyAnnotation> properties;
};

/// The annotations of a parsed file. An unknown word, a want at a wrong place and the like are
/// errors.
Annotations parse_annotations(const File& file, const base::FileSet& files,
                              base::Diagnostics& diagnostics);

/// True for names that an event may have: identifiers but for `X U W R true false`.
bool is_event_name(std::string_view name);

/// The candidate that takes the fewest edits to reach; empty if none is near.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace model::syntax
