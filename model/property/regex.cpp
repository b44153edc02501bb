// Protocols: recursive descent.

#include <utility>

#include "model/property/parse.hpp"
#include "model/property/reader.hpp"

namespace model::property {
namespace {

using Node = std::unique_ptr<Regex>;
constexpr int kMostNested = 200;

class Parser {
 public:
  Parser(std::string_view text, base::Position at, const FindEvent& event, base::Diagnostics& diagnostics)
      : in_(text, at, diagnostics), event_(event) {}

  Node run() {
    Node r = choice(0);
    if (!in_.at_end()) in_.unexpected("an event, ( or |");
    return in_.failed() || failed_ ? nullptr : std::move(r);
  }

 private:
  static Node make(Regex::Kind kind, std::vector<Node> operands) {
    auto r = std::make_unique<Regex>();
    r->kind = kind;
    r->operands = std::move(operands);
    return r;
  }

  Node choice(int depth) {
    std::vector<Node> parts;
    do {
      parts.push_back(sequence(depth));
    } while (!in_.failed() && in_.got("|"));
    return parts.size() == 1 ? std::move(parts[0]) : make(Regex::Kind::Choice, std::move(parts));
  }

  Node sequence(int depth) {
    std::vector<Node> parts;
    while (!in_.failed() && (in_.at("(") || !in_.peek_word().empty())) parts.push_back(factor(depth));
    return parts.size() == 1 ? std::move(parts[0]) : make(Regex::Kind::Sequence, std::move(parts));
  }

  Node factor(int depth) {
    Node r;
    const base::Position at = in_.here();
    if (in_.got("(")) {
      if (depth == kMostNested) {
        in_.error(at, "the protocol is nested too deeply");
        return make(Regex::Kind::Sequence, {});
      }
      r = choice(depth + 1);
      if (!in_.got(")")) in_.unexpected(")");
    } else {
      r = make(Regex::Kind::Letter, {});
      in_.skip_blanks();
      const base::Position name_at = in_.here();
      if (const auto e = event_(in_.word(), name_at)) {
        r->letter = *e;
      } else {
        failed_ = true;
      }
    }
    for (;;) {
      const auto wrap = [&](Regex::Kind kind) {
        std::vector<Node> one;
        one.push_back(std::move(r));
        r = make(kind, std::move(one));
      };
      if (in_.got("*")) {
        wrap(Regex::Kind::Star);
      } else if (in_.got("+")) {
        wrap(Regex::Kind::Plus);
      } else if (in_.got("?")) {
        wrap(Regex::Kind::Optional);
      } else {
        return r;
      }
      if (in_.at("*") || in_.at("+") || in_.at("?")) {
        in_.unexpected("an event, ( or |");
        return r;
      }
    }
  }

  Reader in_;
  const FindEvent& event_;
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<Regex> parse_regex(std::string_view text, base::Position at, const FindEvent& event,
                                   base::Diagnostics& diagnostics) {
  return Parser(text, at, event, diagnostics).run();
}

}  // namespace model::property
