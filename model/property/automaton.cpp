#include "model/property/automaton.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace model::property {
namespace {

/// Thompson's automaton: states with empty moves, one start, one end.
struct Nfa {
  std::vector<std::vector<std::uint32_t>> empty;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> moves;  // letter, to

  std::uint32_t state() {
    empty.emplace_back();
    moves.emplace_back();
    return static_cast<std::uint32_t>(empty.size() - 1);
  }

  /// Adds the words of `r` between two states.
  void add(const Regex& r, std::uint32_t from, std::uint32_t to) {
    switch (r.kind) {
      case Regex::Kind::Letter: moves[from].emplace_back(r.letter, to); return;
      case Regex::Kind::Sequence: {
        for (std::size_t i = 0; i < r.operands.size(); ++i) {
          const std::uint32_t next = i + 1 == r.operands.size() ? to : state();
          add(*r.operands[i], from, next);
          from = next;
        }
        if (r.operands.empty()) empty[from].push_back(to);
        return;
      }
      case Regex::Kind::Choice:
        for (const auto& o : r.operands) add(*o, from, to);
        return;
      case Regex::Kind::Star:
      case Regex::Kind::Plus:
      case Regex::Kind::Optional: {
        const std::uint32_t start = state(), end = state();
        empty[from].push_back(start);
        add(*r.operands[0], start, end);
        empty[end].push_back(to);
        if (r.kind != Regex::Kind::Plus) empty[start].push_back(end);
        if (r.kind != Regex::Kind::Optional) empty[end].push_back(start);
        return;
      }
    }
  }

  void close(std::set<std::uint32_t>& states) const {
    std::vector<std::uint32_t> work(states.begin(), states.end());
    while (!work.empty()) {
      const std::uint32_t s = work.back();
      work.pop_back();
      for (const std::uint32_t t : empty[s]) {
        if (states.insert(t).second) work.push_back(t);
      }
    }
  }
};

void letters_of(const Regex& r, std::set<std::uint32_t>& out) {
  if (r.kind == Regex::Kind::Letter) out.insert(r.letter);
  for (const auto& o : r.operands) letters_of(*o, out);
}

/// The subset construction. The empty set is a state too, so next is total.
Automaton deterministic(const Nfa& nfa, std::uint32_t start, std::uint32_t end, std::vector<std::uint32_t> letters) {
  Automaton out;
  out.letters = std::move(letters);
  std::map<std::set<std::uint32_t>, std::uint32_t> numbers;
  std::vector<std::set<std::uint32_t>> sets;
  const auto number = [&](std::set<std::uint32_t> s) {
    nfa.close(s);
    const auto [at, is_new] = numbers.emplace(s, static_cast<std::uint32_t>(sets.size()));
    if (is_new) sets.push_back(std::move(s));
    return at->second;
  };
  number({start});
  for (std::uint32_t i = 0; i < sets.size(); ++i) {
    out.accepting.push_back(sets[i].count(end) != 0);
    std::vector<std::uint32_t> row;
    for (const std::uint32_t letter : out.letters) {
      std::set<std::uint32_t> to;
      for (const std::uint32_t s : sets[i]) {
        for (const auto& [l, t] : nfa.moves[s]) {
          if (l == letter) to.insert(t);
        }
      }
      row.push_back(number(std::move(to)));
    }
    out.next.push_back(std::move(row));
  }
  return out;
}

/// Moore's partition refinement: classes of states that no word tells apart.
std::vector<std::uint32_t> classes_of(const Automaton& a) {
  std::vector<std::uint32_t> of(a.next.size());
  for (std::size_t s = 0; s < of.size(); ++s) of[s] = a.accepting[s] ? 1 : 0;
  for (std::size_t count = 0;;) {
    std::map<std::vector<std::uint32_t>, std::uint32_t> numbers;
    std::vector<std::uint32_t> refined(of.size());
    for (std::size_t s = 0; s < of.size(); ++s) {
      std::vector<std::uint32_t> key{of[s]};
      for (const std::uint32_t t : a.next[s]) key.push_back(of[t]);
      refined[s] = numbers.emplace(std::move(key), static_cast<std::uint32_t>(numbers.size())).first->second;
    }
    of = std::move(refined);
    if (numbers.size() == count) return of;
    count = numbers.size();
  }
}

/// States from which an accepting one can be reached.
std::vector<bool> useful(const Automaton& a) {
  std::vector<bool> out = a.accepting;
  for (bool more = true; more;) {
    more = false;
    for (std::size_t s = 0; s < out.size(); ++s) {
      if (out[s]) continue;
      if (std::any_of(a.next[s].begin(), a.next[s].end(), [&](std::uint32_t t) { return out[t]; })) {
        out[s] = true;
        more = true;
      }
    }
  }
  return out;
}

}  // namespace

Automaton minimal_automaton(const Regex& regex) {
  Nfa nfa;
  const std::uint32_t start = nfa.state(), end = nfa.state();
  nfa.add(regex, start, end);
  std::set<std::uint32_t> letters;
  letters_of(regex, letters);
  const Automaton total = deterministic(nfa, start, end, {letters.begin(), letters.end()});
  const std::vector<std::uint32_t> of = classes_of(total);
  const std::vector<bool> goes_on = useful(total);
  Automaton out;
  out.letters = total.letters;
  // Classes are numbered as they are first met, so the start is 0.
  std::map<std::uint32_t, std::uint32_t> number;
  std::vector<std::size_t> member;
  const auto state = [&](std::size_t s) {
    const auto [at, is_new] = number.emplace(of[s], static_cast<std::uint32_t>(member.size()));
    if (is_new) member.push_back(s);
    return at->second;
  };
  state(0);
  for (std::size_t i = 0; i < member.size(); ++i) {
    const std::size_t s = member[i];
    out.accepting.push_back(total.accepting[s]);
    std::vector<std::uint32_t> row;
    for (const std::uint32_t t : total.next[s]) row.push_back(goes_on[t] ? state(t) : Automaton::kDead);
    out.next.push_back(std::move(row));
  }
  return out;
}

}  // namespace model::property
