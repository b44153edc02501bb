#include "checker/property/automaton.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace checker::property {
namespace {

using Id = Formulas::Id;
using Op = Formulas::Op;
using Set = std::set<Id>;
constexpr std::size_t kMostStates = 100'000;
constexpr std::size_t kMostSets = 62;

/// One way to satisfy a set of formulas now.
struct Way {
  Letter must = 0, must_not = 0;
  Set next;
  std::uint64_t put_off = 0;
};

class Maker {
 public:
  explicit Maker(const Formulas& formulas) : formulas_(formulas) {}

  BuchiAutomaton run(Id start) {
    number({start});
    for (std::size_t s = 0; s < sets_.size(); ++s) {
      if (sets_.size() > kMostStates) throw std::length_error("the formula's automaton is too large");
      ways_.clear();
      const Set set = *sets_[s];
      expand({set.begin(), set.end()}, {});
      std::vector<BuchiAutomaton::Edge> edges;
      for (const Way& w : ways_) {
        edges.push_back({w.must, w.must_not, number(w.next), w.put_off});
      }
      std::sort(edges.begin(), edges.end());
      edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
      out_.states[s] = std::move(edges);
    }
    out_.sets = static_cast<std::uint32_t>(untils_.size());
    const std::uint64_t all = (std::uint64_t{1} << untils_.size()) - 1;
    for (auto& edges : out_.states) {
      for (BuchiAutomaton::Edge& e : edges) e.accepts = all & ~e.accepts;
    }
    return std::move(out_);
  }

 private:
  std::uint32_t number(Set s) {
    const auto [at, is_new] = numbers_.emplace(std::move(s), static_cast<std::uint32_t>(sets_.size()));
    if (is_new) {
      sets_.push_back(&at->first);
      out_.states.emplace_back();
    }
    return at->second;
  }

  std::uint64_t bit(Id until) {
    const auto [at, is_new] = untils_.emplace(until, untils_.size());
    if (at->second >= kMostSets) throw std::length_error("the formula has too many U and <>");
    return std::uint64_t{1} << at->second;
  }

  void expand(std::vector<Id> todo, Way way) {
    while (!todo.empty()) {
      const Id f = todo.back();
      todo.pop_back();
      const Formulas::Node& n = formulas_[f];
      const auto branch = [&](std::vector<Id> more, bool later) {
        Way w = way;
        if (later) w.next.insert(f);
        if (later && n.op == Op::Until) w.put_off |= bit(f);
        std::vector<Id> rest = todo;
        rest.insert(rest.end(), more.begin(), more.end());
        expand(std::move(rest), std::move(w));
      };
      switch (n.op) {
        case Op::True: break;
        case Op::False: return;
        case Op::Literal: {
          (n.negated ? way.must_not : way.must) |= Letter{1} << n.atom;
          if ((way.must & way.must_not) != 0) return;
          break;
        }
        case Op::And:
          todo.push_back(n.x);
          todo.push_back(n.y);
          break;
        case Op::Next: way.next.insert(n.x); break;
        case Op::Or:
          branch({n.x}, false);
          return branch({n.y}, false);
        case Op::Until:
          branch({n.y}, false);
          return branch({n.x}, true);
        case Op::Release:
          branch({n.x, n.y}, false);
          return branch({n.y}, true);
      }
    }
    ways_.push_back(std::move(way));
  }

  const Formulas& formulas_;
  BuchiAutomaton out_;
  std::map<Set, std::uint32_t> numbers_;
  std::vector<const Set*> sets_;
  std::map<Id, std::size_t> untils_;
  std::vector<Way> ways_;
};

}  // namespace

BuchiAutomaton automaton_of(const Formulas& formulas, Formulas::Id formula) {
  return Maker(formulas).run(formula);
}

}  // namespace checker::property
