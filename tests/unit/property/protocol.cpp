// Protocols: the automaton of a regular expression against a matcher that follows the definition, on all short words.

#include <cstdint>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "model/base/diagnostic.hpp"
#include "model/property/automaton.hpp"
#include "model/property/parse.hpp"
#include "tests/unit/catch.hpp"

namespace {

using namespace model::property;
using Word = std::vector<std::uint32_t>;

std::unique_ptr<Regex> parsed(const std::string& text, model::base::Diagnostics& diagnostics) {
  const FindEvent find = [&](std::string_view name, model::base::Position at) -> std::optional<std::uint32_t> {
    if (name.size() == 1 && name[0] >= 'a' && name[0] <= 'c') return name[0] - 'a';
    diagnostics.error(at, "Annotation", "no event is called " + std::string(name));
    return std::nullopt;
  };
  model::base::Position at;
  at.line = at.column = 1;
  return parse_regex(text, at, find, diagnostics);
}

/// Ends of all prefixes of w from `start` that are words of r.
std::set<std::size_t> ends(const Regex& r, const Word& w, std::size_t start) {
  switch (r.kind) {
    case Regex::Kind::Letter:
      return start < w.size() && w[start] == r.letter ? std::set<std::size_t>{start + 1} : std::set<std::size_t>{};
    case Regex::Kind::Sequence: {
      std::set<std::size_t> here{start};
      for (const auto& o : r.operands) {
        std::set<std::size_t> next;
        for (const std::size_t s : here) next.merge(ends(*o, w, s));
        here = std::move(next);
      }
      return here;
    }
    case Regex::Kind::Choice: {
      std::set<std::size_t> all;
      for (const auto& o : r.operands) all.merge(ends(*o, w, start));
      return all;
    }
    case Regex::Kind::Optional: {
      auto all = ends(*r.operands[0], w, start);
      all.insert(start);
      return all;
    }
    case Regex::Kind::Star:
    case Regex::Kind::Plus: {
      std::set<std::size_t> all{start}, work{start}, once;
      while (!work.empty()) {
        const std::size_t s = *work.begin();
        work.erase(work.begin());
        for (const std::size_t e : ends(*r.operands[0], w, s)) {
          once.insert(e);
          if (all.insert(e).second) work.insert(e);
        }
      }
      return r.kind == Regex::Kind::Star ? all : once;
    }
  }
  return {};
}

bool accepts(const Automaton& a, const Word& w, std::uint32_t start = 0) {
  std::uint32_t s = start;
  for (const std::uint32_t letter : w) {
    std::size_t i = 0;
    while (i < a.letters.size() && a.letters[i] != letter) ++i;
    if (i == a.letters.size()) return false;
    s = a.next[s][i];
    if (s == Automaton::kDead) return false;
  }
  return a.accepting[s];
}

std::vector<Word> words(std::size_t longest) {
  std::vector<Word> all{{}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].size() == longest) continue;
    for (std::uint32_t l = 0; l < 3; ++l) {
      Word w = all[i];
      w.push_back(l);
      all.push_back(w);
    }
  }
  return all;
}

std::string random_regex(std::mt19937& random, int depth) {
  const auto sub = [&] { return random_regex(random, depth - 1); };
  switch (depth == 0 ? 0 : random() % 7) {
    case 1: return sub() + " " + sub();
    case 2: return "(" + sub() + "|" + sub() + ")";
    case 3: return "(" + sub() + ")*";
    case 4: return "(" + sub() + ")+";
    case 5: return "(" + sub() + ")?";
    case 6: return "(" + sub() + " " + sub() + ")*";
    default: return std::string(1, static_cast<char>('a' + random() % 3));
  }
}

TEST_CASE("a protocol's automaton accepts its words and is minimal") {
  std::mt19937 random(1);
  const std::vector<Word> all = words(6);
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_regex(random, 4);
    model::base::Diagnostics diagnostics;
    const auto regex = parsed(text, diagnostics);
    REQUIRE(regex != nullptr);
    const Automaton a = minimal_automaton(*regex);
    INFO(text);
    for (const Word& w : all) {
      if (accepts(a, w) != (ends(*regex, w, 0).count(w.size()) != 0)) FAIL("differs on a word of length " << w.size());
    }
    if (a.next.size() > 7) continue;  // words of length 6 tell up to 7 states apart
    for (std::uint32_t s = 0; s < a.next.size(); ++s) {
      for (std::uint32_t t = s + 1; t < a.next.size(); ++t) {
        bool differ = false;
        for (const Word& w : all) differ = differ || accepts(a, w, s) != accepts(a, w, t);
        CHECK(differ);
      }
    }
  }
}

TEST_CASE("errors in protocols are at their column") {
  const auto error = [](const std::string& text) {
    model::base::Diagnostics diagnostics;
    CHECK(parsed(text, diagnostics) == nullptr);
    const auto list = diagnostics.sorted();
    REQUIRE(list.size() == 1);
    return std::to_string(list[0].position.column) + ": " + list[0].message;
  };
  CHECK(error("a (b") == "5: unexpected its end, expected )");
  CHECK(error("a b)") == "4: unexpected ), expected an event, ( or |");
  CHECK(error("a**") == "3: unexpected *, expected an event, ( or |");
  CHECK(error("a dd") == "3: no event is called dd");
  CHECK(error("*a") == "1: unexpected *, expected an event, ( or |");
}

}  // namespace
