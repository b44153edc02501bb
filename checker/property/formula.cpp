#include "checker/property/formula.hpp"

#include <algorithm>

namespace checker::property {

using model::program::SpecFormula;
using Id = Formulas::Id;

Atoms::Atoms(const SpecFormula& formula) {
  for (const SpecFormula::Node& n : formula.nodes) {
    if (n.op != SpecFormula::Op::Event && n.op != SpecFormula::Op::Expression) continue;
    const Atom a{n.op == SpecFormula::Op::Event, n.atom};
    if (std::find(list.begin(), list.end(), a) == list.end()) list.push_back(a);
  }
}

std::uint32_t Atoms::index(Atom a) const {
  return static_cast<std::uint32_t>(std::find(list.begin(), list.end(), a) - list.begin());
}

bool Atoms::has_event(std::uint32_t event) const {
  return std::find(list.begin(), list.end(), Atom{true, event}) != list.end();
}

Id Formulas::add(Node n) {
  const auto [at, is_new] = numbers_.emplace(n, static_cast<Id>(nodes_.size()));
  if (is_new) nodes_.push_back(n);
  return at->second;
}

Id Formulas::conjunction(Id x, Id y) {
  if (x == y || nodes_[x].op == Op::False || nodes_[y].op == Op::True) return x;
  if (nodes_[y].op == Op::False || nodes_[x].op == Op::True) return y;
  return add({Op::And, false, 0, x, y});
}

Id Formulas::disjunction(Id x, Id y) {
  if (x == y || nodes_[x].op == Op::True || nodes_[y].op == Op::False) return x;
  if (nodes_[y].op == Op::True || nodes_[x].op == Op::False) return y;
  return add({Op::Or, false, 0, x, y});
}

/// Negations are pushed inwards: !(x U y) is !x R !y, and X, which every position of an infinite word has, is its own dual.
Id Formulas::convert(const SpecFormula& f, const Atoms& atoms, std::int32_t at, bool negated) {
  using In = SpecFormula::Op;
  const SpecFormula::Node& n = f.nodes[static_cast<std::size_t>(at)];
  const auto x = [&](bool no) { return convert(f, atoms, n.x, no); };
  const auto y = [&](bool no) { return convert(f, atoms, n.y, no); };
  const auto until = [&](Id a, Id b) { return add({Op::Until, false, 0, a, b}); };
  const auto release = [&](Id a, Id b) { return add({Op::Release, false, 0, a, b}); };
  const auto truth = [&](bool value) { return add({value ? Op::True : Op::False, false, 0, 0, 0}); };
  switch (n.op) {
    case In::True: return truth(!negated);
    case In::False: return truth(negated);
    case In::Event:
    case In::Expression:
      return add({Op::Literal, negated, atoms.index({n.op == In::Event, n.atom}), 0, 0});
    case In::Not: return x(!negated);
    case In::Next: return add({Op::Next, false, 0, x(negated), 0});
    case In::Always: return negated ? until(truth(true), x(true)) : release(truth(false), x(false));
    case In::Eventually: return negated ? release(truth(false), x(true)) : until(truth(true), x(false));
    case In::And: return negated ? disjunction(x(true), y(true)) : conjunction(x(false), y(false));
    case In::Or: return negated ? conjunction(x(true), y(true)) : disjunction(x(false), y(false));
    case In::Implies: return negated ? conjunction(x(false), y(true)) : disjunction(x(true), y(false));
    case In::Equivalent:
      return disjunction(conjunction(x(false), y(negated)), conjunction(x(true), y(!negated)));
    case In::Until: return negated ? release(x(true), y(true)) : until(x(false), y(false));
    case In::Release: return negated ? until(x(true), y(true)) : release(x(false), y(false));
    case In::WeakUntil:  // x W y is y R (x || y)
      return negated ? until(y(true), conjunction(x(true), y(true))) : release(y(false), disjunction(x(false), y(false)));
  }
  return truth(false);
}

Id Formulas::normal_form(const SpecFormula& formula, const Atoms& atoms, bool negated) {
  return convert(formula, atoms, static_cast<std::int32_t>(formula.nodes.size()) - 1, negated);
}

}  // namespace checker::property
