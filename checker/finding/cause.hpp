#pragma once
// Why something is a finding, and where in the search it was seen: one cause, one finding.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/base/position.hpp"

namespace checker::finding {

/// The contract's kinds, in the order of reports.
enum class Kind : std::uint8_t {
  Panic, Fatal, Race, Order, Deadlock, Hang, Leak, Livelock, Assertion, Property,
};
inline constexpr Kind kKinds[] = {Kind::Panic,    Kind::Fatal, Kind::Race,     Kind::Order,
                                  Kind::Deadlock, Kind::Hang,  Kind::Leak,     Kind::Livelock,
                                  Kind::Assertion, Kind::Property};
const char* kind_name(Kind kind);
std::optional<Kind> kind_named(const std::string& name);

/// Is it of a state, or several, from which somebody does not get away? The others are of a step.
constexpr bool is_of_end(Kind kind) {
  return kind == Kind::Deadlock || kind == Kind::Hang || kind == Kind::Leak || kind == Kind::Livelock;
}

/// One line of findings.def.
struct CodeInfo {
  Kind kind;
  const char* code;
  const char* pattern;  ///< part of the message; empty: any message of the kind
  const char* title;
  const char* explanation;
  const char* example;
  const char* repair;
};
const std::vector<CodeInfo>& codes();
/// The first code of `kind` whose pattern is in `message`.
const CodeInfo& code_for(Kind kind, const std::string& message);

struct Cause {
  Kind kind{};
  std::string code;
  std::string message;
  model::base::Position position;
  std::uint64_t location = 0;  ///< of a race: the memory, by where it was made
  /// A place in the stored graph.
  struct Seen {
    std::uint32_t state = 0;           ///< where it is, or, with `steps`, from where they lead
    std::vector<std::uint32_t> steps;  ///< ordinals of the enabled transitions; the last one is the step that failed
  };
  Seen seen;
  std::vector<Seen> also;  ///< some other places of the same
  std::vector<model::base::Position> where;  ///< more that tells causes apart
};

/// Keeps of each cause the one seen first. Messages that differ only in numbers are one cause, of which the smallest
/// message stays; races on one variable at one place are one. So what is reported does not depend on
/// the order of exploration.
class Causes {
 public:
  /// True if it is new or takes the place of one. Of what is there already the first few places are kept.
  bool add(Cause cause);
  bool empty() const { return causes_.empty(); }
  /// By kind, position, message.
  std::vector<Cause> sorted() const;

 private:
  using Key = std::tuple<Kind, std::string, std::string, std::uint64_t, model::base::Position,
                         std::vector<model::base::Position>>;
  std::map<Key, Cause> causes_;
};

}  // namespace checker::finding
