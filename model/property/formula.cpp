// Formulas: operator precedence. Unary operators bind tightest, then U W R (to the right), &&, ||, -> (to the right), <->.

#include <utility>

#include "model/property/parse.hpp"
#include "model/property/reader.hpp"
#include "model/syntax/annotation.hpp"

namespace model::property {
namespace {

using program::SpecFormula;
using Op = SpecFormula::Op;
constexpr int kMostNested = 200;

class Parser {
 public:
  Parser(std::string_view text, base::Position at, const FindEvent& event, const AddExpression& expression,
         base::Diagnostics& diagnostics)
      : in_(text, at, diagnostics), event_(event), expression_(expression) {}

  std::vector<SpecFormula::Node> run() {
    equivalence();
    if (!in_.at_end()) in_.unexpected("an operator");
    if (in_.failed() || failed_) nodes_.clear();
    return std::move(nodes_);
  }

 private:
  std::int32_t add(Op op, std::int32_t x = -1, std::int32_t y = -1, std::uint32_t atom = 0) {
    nodes_.push_back({op, atom, x, y});
    return static_cast<std::int32_t>(nodes_.size() - 1);
  }

  std::int32_t equivalence() {
    std::int32_t x = implication();
    while (!in_.failed() && in_.got("<->")) x = binary(Op::Equivalent, x, implication());
    return x;
  }
  std::int32_t implication() {
    const std::int32_t x = disjunction();
    if (!in_.failed() && in_.got("->")) return binary(Op::Implies, x, nested([&] { return implication(); }));
    return x;
  }
  std::int32_t disjunction() {
    std::int32_t x = conjunction();
    while (!in_.failed() && in_.got("||")) x = binary(Op::Or, x, conjunction());
    return x;
  }
  std::int32_t conjunction() {
    std::int32_t x = until();
    while (!in_.failed() && in_.got("&&")) x = binary(Op::And, x, until());
    return x;
  }
  std::int32_t until() {
    const std::int32_t x = unary();
    if (in_.failed()) return x;
    const std::string_view w = in_.peek_word();
    const Op op = w == "U" ? Op::Until : w == "W" ? Op::WeakUntil : w == "R" ? Op::Release : Op::True;
    if (op == Op::True) return x;
    in_.word();
    return binary(op, x, nested([&] { return until(); }));
  }

  std::int32_t binary(Op op, std::int32_t x, std::int32_t y) { return add(op, x, y); }

  template <typename Parse>
  std::int32_t nested(Parse parse) {
    if (++depth_ > kMostNested) {
      in_.error(in_.here(), "the formula is nested too deeply");
      return 0;
    }
    const std::int32_t x = parse();
    --depth_;
    return x;
  }
  std::int32_t operand(Op op) {
    return add(op, nested([&] { return unary(); }));
  }

  std::int32_t unary() {
    if (in_.failed()) return 0;
    if (in_.got("!")) return operand(Op::Not);
    if (in_.got("[]")) return operand(Op::Always);
    if (in_.got("<>")) return operand(Op::Eventually);
    if (in_.got("(")) {
      const std::int32_t x = nested([&] { return equivalence(); });
      if (!in_.failed() && !in_.got(")")) in_.unexpected(")");
      return x;
    }
    if (in_.at("{")) return expression();
    const base::Position at = (in_.skip_blanks(), in_.here());
    const std::string_view w = in_.peek_word();
    if (w.empty() || w == "U" || w == "W" || w == "R") {
      in_.unexpected("an event, {, ( or an operator");
      return 0;
    }
    in_.word();
    if (w == "X") return operand(Op::Next);
    if (w == "true") return add(Op::True);
    if (w == "false") return add(Op::False);
    const auto e = event_(w, at);
    if (!e) failed_ = true;
    return add(Op::Event, -1, -1, e.value_or(0));
  }

  /// `{` a Go expression `}`: up to the brace that closes it; quotes hide braces.
  std::int32_t expression() {
    in_.got("{");
    const std::size_t start = in_.offset();
    const std::string_view text = in_.text();
    std::size_t at = start;
    int open = 1;
    for (char quote = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (quote != 0) {
        if (c == '\\' && quote != '`') {
          ++at;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '{') {
        ++open;
      } else if (c == '}' && --open == 0) {
        break;
      }
    }
    if (at >= text.size()) {
      in_.error(in_.position(start - 1), "this { is not closed");
      return 0;
    }
    in_.seek(at + 1);
    std::size_t first = start;
    while (first < at && (text[first] == ' ' || text[first] == '\t')) ++first;
    const auto e = expression_(text.substr(first, at - first), in_.position(first));
    if (!e) failed_ = true;
    return add(Op::Expression, -1, -1, e.value_or(0));
  }

  Reader in_;
  const FindEvent& event_;
  const AddExpression& expression_;
  std::vector<SpecFormula::Node> nodes_;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::vector<SpecFormula::Node> parse_formula(std::string_view text, base::Position at, const FindEvent& event,
                                             const AddExpression& expression, base::Diagnostics& diagnostics) {
  return Parser(text, at, event, expression, diagnostics).run();
}

}  // namespace model::property
