// Each formula by itself: its negation as an automaton, the product with the finished graph, a fair component, a lasso. What comes
// out is read again and checked by the definition of the operators.

#include "checker/property/temporal.hpp"

#include <stdexcept>

#include "checker/property/automaton.hpp"
#include "checker/property/cycle.hpp"
#include "checker/graph/state_graph.hpp"
#include "checker/property/product.hpp"

namespace checker::property {

using model::program::SpecFormula;

std::optional<Lasso> read(const model::Machine& machine, const Atoms& atoms, const schedule::Path& path,
                          std::uint32_t cycle_from) {
  Lasso word;
  std::vector<model::Failure> failures;
  std::vector<model::ExpressionValue> values;
  model::StateWords state = machine.initial(failures), at_cycle;
  const auto expressions = [&] {
    Letter letter = 0;
    if (machine.watch(state) == model::Watch::NotYet) return letter;
    machine.evaluate(state, values);
    for (std::uint32_t a = 0; a < atoms.list.size(); ++a) {
      if (!atoms.list[a].is_event && values[atoms.list[a].number].holds) letter |= Letter{1} << a;
    }
    return letter;
  };
  bool watching = machine.watch(state) == model::Watch::Watching;
  Letter now = expressions();
  if (watching) word.letters.push_back(now);
  std::size_t loop = 0;
  std::vector<model::Transition> enabled;
  model::Step step;
  for (std::size_t i = 0; i <= path.size(); ++i) {
    if (i == cycle_from) {
      loop = word.letters.size();
      at_cycle = state;
    }
    if (i == path.size()) break;
    enabled.clear();
    machine.enabled(state, enabled);
    if (path[i] >= enabled.size()) return std::nullopt;
    machine.apply(state, enabled[path[i]], step);
    state = step.state;
    Letter letter = expressions();
    if (!watching) {
      watching = machine.watch(state) == model::Watch::Watching;
      now = letter;
      if (watching) word.letters.push_back(letter);
      continue;
    }
    const Letter before = now;
    now = letter;
    for (const model::Happened& h : step.happened) {
      if (atoms.has_event(h.event)) letter |= Letter{1} << atoms.index({true, h.event});
    }
    if (letter != now || now != before) word.letters.push_back(letter);
  }
  if (cycle_from == path.size()) {
    enabled.clear();
    machine.enabled(state, enabled);
    if (machine.watch(state) != model::Watch::Over && !enabled.empty()) return std::nullopt;
  } else if (state != at_cycle) {
    return std::nullopt;
  }
  if (!watching) return std::nullopt;
  if (loop == word.letters.size()) word.letters.push_back(now);
  word.loop = loop;
  return word;
}

bool holds_on(const SpecFormula& formula, const Lasso& word) {
  const Atoms atoms(formula);
  Formulas formulas;
  return holds(formulas, formulas.normal_form(formula, atoms, false), word);
}

std::optional<Violation> check(const graph::Space& space, const graph::Distances& distances, std::uint32_t expanded,
                               const SpecFormula& formula, Fairness fairness) {
  const model::Machine& machine = space.machine;
  const store::StateStore& store = space.store;
  const graph::StateGraph graph(space.graph);
  const Atoms atoms(formula);
  if (atoms.list.size() > kMostAtoms) throw std::length_error("a formula has more than 64 events and expressions");
  const Labels labels(machine, store, graph, expanded, atoms);
  if (labels.panic()) {
    return Violation{"panics: " + labels.panic()->message, schedule::path_to(space, distances, labels.panic()->state), {}};
  }
  Formulas formulas;
  const BuchiAutomaton automaton = automaton_of(formulas, formulas.normal_form(formula, atoms, true));
  const Product product = product_of(labels, automaton);
  Demands demands(machine, store, graph);
  const auto components = fair_components(product, demands, fairness);
  if (components.empty()) return std::nullopt;
  const Counterexample found = counterexample(product, components, demands, fairness);

  Violation out;
  out.message = "does not hold";
  if (const Product::Parent& root = product.parents[found.root]; root.edge != Product::kStutter) {
    out.path = schedule::path_to(space, distances, root.from_state);
    out.path.push_back(graph.ordinal(root.edge));
  }
  const auto append = [&](const std::vector<std::uint64_t>& edges) {
    for (const std::uint64_t e : edges) {
      if (product.edges[e].edge != Product::kStutter) out.path.push_back(graph.ordinal(product.edges[e].edge));
    }
  };
  append(found.stem);
  out.cycle_from = static_cast<std::uint32_t>(out.path.size());
  append(found.cycle);
  const auto word = read(machine, atoms, out.path, *out.cycle_from);
  if (!word || holds_on(formula, *word)) throw std::logic_error("the counterexample to a formula is none");
  return out;
}

}  // namespace checker::property
