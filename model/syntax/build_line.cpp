// Build constraints: `go help buildconstraint` and package go/build/constraint say what they are.

#include "model/syntax/build_line.hpp"

#include <algorithm>
#include <string>

namespace model::syntax {

namespace {

/// Recursive descent over  or = and {"||" and}, and = not {"&&" not}, not = "!" not | "(" or ")" |
/// tag, calculating in an algebra: truth values, or the Go version that is implied.
template <typename Algebra>
class Evaluator {
 public:
  using Value = typename Algebra::Value;
  Evaluator(std::string_view text, const Algebra& algebra) : text_(text), algebra_(algebra) {}

  std::optional<Value> run() {
    const Value v = parse_or();
    skip();
    if (failed_ || at_ != text_.size()) return std::nullopt;
    return v;
  }

 private:
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  bool got(std::string_view s) {
    skip();
    if (text_.substr(at_, s.size()) != s) return false;
    at_ += s.size();
    return true;
  }
  Value parse_or() {
    Value v = parse_and();
    while (!failed_ && got("||")) v = algebra_.either(v, parse_and());
    return v;
  }
  Value parse_and() {
    Value v = parse_not();
    while (!failed_ && got("&&")) v = algebra_.both(v, parse_not());
    return v;
  }
  Value parse_not() {
    if (++depth_ > 100) failed_ = true;
    Value v{};
    if (failed_) return v;
    if (got("!")) {
      v = algebra_.negate(parse_not());
    } else if (got("(")) {
      v = parse_or();
      if (!got(")")) failed_ = true;
    } else {
      skip();
      const std::size_t start = at_;
      while (at_ < text_.size() && is_tag_byte(text_[at_])) ++at_;
      if (at_ == start) {
        failed_ = true;
      } else {
        v = algebra_.tag(text_.substr(start, at_ - start));
      }
    }
    --depth_;
    return v;
  }
  static bool is_tag_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || static_cast<signed char>(c) < 0;
  }

  std::string_view text_;
  const Algebra& algebra_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

struct Truth {
  using Value = bool;
  const std::function<bool(std::string_view)>& tag;
  bool either(bool a, bool b) const { return a || b; }
  bool both(bool a, bool b) const { return a && b; }
  bool negate(bool a) const { return !a; }
};

/// The version implied if the expression is true, and if it is false.
struct Implied {
  struct Value {
    std::uint32_t if_true = 0, if_false = 0;
  };
  Value tag(std::string_view t) const { return {release_tag(t).value_or(0), 0}; }
  Value either(Value a, Value b) const {
    return {std::min(a.if_true, b.if_true), std::max(a.if_false, b.if_false)};
  }
  Value both(Value a, Value b) const {
    return {std::max(a.if_true, b.if_true), std::min(a.if_false, b.if_false)};
  }
  Value negate(Value a) const { return {a.if_false, a.if_true}; }
};

}  // namespace

std::string_view build_expression(std::string_view comment) {
  constexpr std::string_view kPrefix = "//go:build";
  if (comment.substr(0, kPrefix.size()) != kPrefix) return {};
  comment.remove_prefix(kPrefix.size());
  if (comment.empty() || (comment[0] != ' ' && comment[0] != '\t')) return {};
  const std::size_t start = comment.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  const std::size_t end = comment.find_last_not_of(" \t\r");
  return comment.substr(start, end - start + 1);
}

std::optional<bool> evaluate_build(std::string_view expression,
                                   const std::function<bool(std::string_view)>& tag) {
  const Truth truth{tag};
  return Evaluator<Truth>(expression, truth).run();
}

std::uint32_t build_go_version(std::string_view expression) {
  const Implied implied;
  const auto value = Evaluator<Implied>(expression, implied).run();
  return value ? value->if_true : 0;
}

std::optional<std::uint32_t> release_tag(std::string_view tag) {
  constexpr std::string_view kPrefix = "go1.";
  if (tag.substr(0, kPrefix.size()) != kPrefix || tag.size() == kPrefix.size() ||
      tag.size() > kPrefix.size() + 4) {
    return std::nullopt;
  }
  std::uint32_t n = 0;
  for (const char c : tag.substr(kPrefix.size())) {
    if (c < '0' || c > '9') return std::nullopt;
    n = n * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return n;
}

}  // namespace model::syntax
