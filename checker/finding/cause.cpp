// Causes, and the table of codes.

#include "checker/finding/cause.hpp"

#include <cassert>
#include <string_view>
#include <utility>

namespace checker::finding {
namespace {

constexpr const char* kNames[] = {"panic", "fatal", "race",     "order",     "deadlock",
                                  "hang",  "leak",  "livelock", "assertion", "property"};

constexpr std::size_t kMostPlaces = 64;

/// The text with every run of digits as one 0.
std::string without_numbers(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !result.empty() && result.back() == '0') continue;
    result += digit ? '0' : c;
  }
  return result;
}

/// A panic that was recovered and raised again, as testing does with a test's, is the same as if nobody had recovered it.
std::string without_repanic(const std::string& text) {
  for (const char* mark : {" [recovered, repanicked]", " [recovered]"}) {
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) continue;
    const std::string first = text.substr(0, at);
    const std::string rest = text.substr(at + std::string_view(mark).size());
    if (rest.empty() || rest == "\n\tpanic: " + first) return first;
  }
  return text;
}

}  // namespace

const char* kind_name(Kind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_named(const std::string& name) {
  for (const Kind kind : kKinds) {
    if (name == kind_name(kind)) return kind;
  }
  return std::nullopt;
}

const std::vector<CodeInfo>& codes() {
  static const std::vector<CodeInfo> table = {
#define FINDING(kind, code, pattern, title, explanation, example, repair) \
  {Kind::kind, code, pattern, title, explanation, example, repair},
#include "checker/finding/findings.def"
#undef FINDING
  };
  return table;
}

const CodeInfo& code_for(Kind kind, const std::string& message) {
  const CodeInfo* fallback = nullptr;
  for (const CodeInfo& info : codes()) {
    if (info.kind != kind) continue;
    if (info.pattern[0] == '\0') {
      fallback = &info;
    } else if (message.find(info.pattern) != std::string::npos) {
      return info;
    }
  }
  assert(fallback != nullptr && "each kind has a code for any message");
  return *fallback;
}

bool Causes::add(Cause cause) {
  if (cause.code.empty()) cause.code = code_for(cause.kind, cause.message).code;
  Key key(cause.kind, cause.code, without_numbers(without_repanic(cause.message)), cause.location, cause.position,
          cause.where);
  // A race is its memory and the later access, who is stuck is where it stands; the words may differ.
  const bool race = cause.kind == Kind::Race;
  const bool stuck =
      cause.kind == Kind::Deadlock || cause.kind == Kind::Hang || cause.kind == Kind::Leak;
  if (race || stuck) std::get<2>(key).clear();
  const auto [at, is_new] = causes_.try_emplace(std::move(key), cause);
  if (is_new) return true;
  Cause& kept = at->second;
  const bool smaller = race ? cause.position < kept.position
                       : cause.message.size() != kept.message.size()
                           ? cause.message.size() < kept.message.size()
                           : cause.message < kept.message;
  if (smaller) {
    kept = std::move(cause);
  } else if (kept.also.size() < kMostPlaces && (race ? cause.position == kept.position : cause.message == kept.message)) {
    kept.also.push_back(std::move(cause.seen));
  }
  return smaller;
}

std::vector<Cause> Causes::sorted() const {
  std::vector<Cause> result;
  std::multimap<std::tuple<Kind, model::base::Position, std::string>, const Cause*> order;
  for (const auto& [key, cause] : causes_) {
    order.emplace(std::tuple(cause.kind, cause.position, cause.message), &cause);
  }
  for (const auto& [key, cause] : order) result.push_back(*cause);
  return result;
}

}  // namespace checker::finding
