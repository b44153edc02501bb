// Formulas: the automaton of a random formula against the definition of its operators, on random words.

#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "checker/property/automaton.hpp"
#include "checker/property/formula.hpp"
#include "checker/property/lasso.hpp"
#include "model/base/diagnostic.hpp"
#include "model/program/specification.hpp"
#include "model/property/parse.hpp"
#include "tests/unit/catch.hpp"

namespace {

using namespace checker::property;
using model::program::SpecFormula;

SpecFormula parsed(const std::string& text, model::base::Diagnostics& diagnostics) {
  const model::property::FindEvent find = [&](std::string_view name, model::base::Position at) -> std::optional<std::uint32_t> {
    if (name.size() == 1 && name[0] >= 'a' && name[0] <= 'c') return name[0] - 'a';
    diagnostics.error(at, "Annotation", "no event is called " + std::string(name));
    return std::nullopt;
  };
  const model::property::AddExpression add = [](std::string_view, model::base::Position) { return 0U; };
  model::base::Position at;
  at.line = at.column = 1;
  return {model::property::parse_formula(text, at, find, add, diagnostics), text, at};
}

SpecFormula formula(const std::string& text) {
  model::base::Diagnostics diagnostics;
  SpecFormula f = parsed(text, diagnostics);
  REQUIRE(!f.nodes.empty());
  return f;
}

/// Is there a run on the word that is in each acceptance set again and again?
bool accepts(const BuchiAutomaton& a, const Lasso& word) {
  const std::size_t size = word.letters.size(), states = a.states.size(), nodes = size * states;
  const auto next = [&](std::size_t i) { return i + 1 < size ? i + 1 : word.loop; };
  struct Edge {
    std::size_t to;
    std::uint64_t accepts;
  };
  std::vector<std::vector<Edge>> edges(nodes);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t q = 0; q < states; ++q) {
      for (const auto& e : a.states[q]) {
        if (e.reads(word.letters[i])) edges[i * states + q].push_back({next(i) * states + e.to, e.accepts});
      }
    }
  }
  const auto reach = [&](std::size_t from) {
    std::vector<bool> seen(nodes, false);
    std::vector<std::size_t> work{from};
    while (!work.empty()) {
      const std::size_t n = work.back();
      work.pop_back();
      for (const Edge& e : edges[n]) {
        if (!seen[e.to]) work.push_back(e.to);
        seen[e.to] = true;
      }
    }
    return seen;
  };
  std::vector<bool> start = reach(0);
  start[0] = true;
  std::vector<std::vector<bool>> all;
  for (std::size_t n = 0; n < nodes; ++n) all.push_back(reach(n));
  for (std::size_t n = 0; n < nodes; ++n) {
    if (!start[n] || !all[n][n]) continue;
    std::uint64_t sets = 0;
    for (std::size_t m = 0; m < nodes; ++m) {
      for (const Edge& e : edges[m]) {
        if (all[n][m] && all[e.to][n]) sets |= e.accepts;
        if (m == n && all[e.to][n]) sets |= e.accepts;
      }
    }
    if (sets == (std::uint64_t{1} << a.sets) - 1) return true;
  }
  return false;
}

std::string random_formula(std::mt19937& random, int depth) {
  const auto sub = [&] { return random_formula(random, depth - 1); };
  static const char* const kBinary[] = {"&&", "||", "->", "<->", "U", "W", "R"};
  static const char* const kUnary[] = {"!", "[]", "<>", "X "};
  if (depth == 0 || random() % 5 == 0) return std::string(1, static_cast<char>('a' + random() % 3));
  if (random() % 2 == 0) return std::string(kUnary[random() % 4]) + "(" + sub() + ")";
  return "(" + sub() + ") " + kBinary[random() % 7] + " (" + sub() + ")";
}

TEST_CASE("a formula's automaton accepts exactly the words on which it holds") {
  std::mt19937 random(7);
  int held = 0;
  for (int i = 0; i < 1500; ++i) {
    const SpecFormula f = formula(random_formula(random, 3));
    const Atoms atoms(f);
    Formulas formulas;
    const auto yes = formulas.normal_form(f, atoms, false), no = formulas.normal_form(f, atoms, true);
    const BuchiAutomaton a = automaton_of(formulas, yes), b = automaton_of(formulas, no);
    Lasso word;
    const std::size_t size = 1 + random() % 5;
    for (std::size_t k = 0; k < size; ++k) word.letters.push_back(random() % 8);
    word.loop = random() % size;
    INFO(f.text);
    const bool truth = holds(formulas, yes, word);
    held += truth ? 1 : 0;
    CHECK(holds(formulas, no, word) == !truth);
    CHECK(accepts(a, word) == truth);
    CHECK(accepts(b, word) == !truth);
  }
  CHECK(held > 300);
  CHECK(held < 1200);
}

TEST_CASE("operators mean what the books say") {
  // a at positions 0 and 1, b at 2, c from 3 on.
  const Lasso word{{1, 1, 2, 4}, 3};
  const auto on = [&](const std::string& text) {
    const SpecFormula f = formula(text);
    Atoms atoms(formula("a && b && c"));
    Formulas formulas;
    return holds(formulas, formulas.normal_form(f, atoms, false), word);
  };
  CHECK(on("a U b"));
  CHECK(on("a W b"));
  CHECK_FALSE(on("b R a"));
  CHECK(on("(a || b) U c"));
  CHECK(on("<>[]c"));
  CHECK(on("X X b"));
  CHECK_FALSE(on("[]<>a"));
  CHECK(on("!c W b"));
  CHECK(on("a -> X a"));
  CHECK(on("a U b U c"));  // to the right
  CHECK(on("false -> a -> b"));
  CHECK(on("[](b -> X [] c)"));
  CHECK(on("!a || b && c <-> false"));
}

TEST_CASE("errors in formulas are at their column") {
  const auto error = [](const std::string& text) {
    model::base::Diagnostics diagnostics;
    CHECK(parsed(text, diagnostics).nodes.empty());
    const auto list = diagnostics.sorted();
    REQUIRE(list.size() == 1);
    return std::to_string(list[0].position.column) + ": " + list[0].message;
  };
  CHECK(error("[](a -> )") == "9: unexpected ), expected an event, {, ( or an operator");
  CHECK(error("a b") == "3: unexpected b, expected an operator");
  CHECK(error("[](a") == "5: unexpected its end, expected )");
  CHECK(error("a && {x == '}'") == "6: this { is not closed");
  CHECK(error("a U U") == "5: unexpected U, expected an event, {, ( or an operator");
  CHECK(error("a && d") == "6: no event is called d");
}

}  // namespace
