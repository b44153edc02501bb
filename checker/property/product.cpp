#include "checker/property/product.hpp"

#include <unordered_map>

namespace checker::property {

Labels::Labels(const model::Machine& machine, const store::StateStore& store, const graph::StateGraph& graph,
               std::uint32_t expanded, const Atoms& atoms)
    : graph_(graph), expanded_(expanded) {
  std::vector<model::ExpressionValue> values;
  std::vector<model::Transition> enabled;
  model::Step step;
  events_.assign(graph.edges(), 0);
  for (std::uint32_t id = 0; id < store.size(); ++id) {
    const model::StateWords state = store.load(id);
    watch_.push_back(machine.watch(state));
    Letter letter = 0;
    const bool watched = watch_.back() != model::Watch::NotYet;
    if (watched) machine.evaluate(state, values);
    for (std::uint32_t a = 0; a < atoms.list.size() && watched; ++a) {
      if (atoms.list[a].is_event) continue;
      const model::ExpressionValue& v = values[atoms.list[a].number];
      if (v.holds) letter |= Letter{1} << a;
      if (!v.panic.empty() && !panic_) panic_ = {id, v.panic};
    }
    values_.push_back(letter);
    if (id >= expanded) continue;
    enabled.clear();
    machine.enabled(state, enabled);
    for (std::uint64_t e = graph.first(id); e < graph.last(id); ++e) {
      machine.apply(state, enabled[graph.ordinal(e)], step);
      for (const model::Happened& h : step.happened) {
        if (atoms.has_event(h.event)) events_[e] |= Letter{1} << atoms.index({true, h.event});
      }
    }
  }
}

bool Labels::ended(std::uint32_t state) const {
  if (watch_[state] == model::Watch::Over) return true;
  return state < expanded_ && graph_.first(state) == graph_.last(state);
}

namespace {

class Maker {
 public:
  Maker(const Labels& labels, const BuchiAutomaton& automaton) : labels_(labels), automaton_(automaton) {
    reads_ = std::uint64_t{1} << automaton.sets;
    out_.sets = automaton.sets + 1;
  }

  Product run() {
    roots();
    for (std::uint32_t n = 0; n < out_.nodes.size(); ++n) {
      out_.first.push_back(out_.edges.size());
      expand(n);
    }
    out_.first.push_back(out_.edges.size());
    return std::move(out_);
  }

 private:
  /// The watch begins in the initial state or by a step into a state; that state's expressions are the first letter.
  void roots() {
    if (labels_.states() > 0 && labels_.watching(0)) read_first(0, {});
    const graph::StateGraph& g = labels_.graph();
    for (std::uint32_t s = 0; s < g.rows(); ++s) {
      if (labels_.watching(s) || labels_.ended(s)) continue;
      for (std::uint64_t e = g.first(s); e < g.last(s); ++e) {
        if (labels_.watching(g.target(e))) read_first(g.target(e), {0xffffffff, e, s});
      }
    }
  }

  void read_first(std::uint32_t state, Product::Parent parent) {
    for (const BuchiAutomaton::Edge& a : automaton_.states[0]) {
      if (a.reads(labels_.expressions(state))) node({state, a.to, Product::Mode::Normal}, parent);
    }
  }

  std::uint32_t node(Product::Node n, Product::Parent parent) {
    const std::uint64_t key = std::uint64_t{n.state} << 32 | n.automaton << 1 | (n.mode == Product::Mode::Tail ? 1 : 0);
    const auto [at, is_new] = numbers_.emplace(key, static_cast<std::uint32_t>(out_.nodes.size()));
    if (is_new) {
      out_.nodes.push_back(n);
      out_.parents.push_back(parent);
    }
    return at->second;
  }

  void edge(std::uint32_t from, Product::Node to, std::uint64_t accepts, std::uint64_t graph_edge) {
    out_.edges.push_back({node(to, {from, graph_edge, 0xffffffff}), accepts, graph_edge});
  }

  void expand(std::uint32_t from) {
    const Product::Node n = out_.nodes[from];
    const Letter stutter = labels_.expressions(n.state);
    const auto read = [&](Letter letter, std::uint32_t state, Product::Mode mode, std::uint64_t graph_edge) {
      for (const BuchiAutomaton::Edge& a : automaton_.states[n.automaton]) {
        if (a.reads(letter)) edge(from, {state, a.to, mode}, a.accepts | reads_, graph_edge);
      }
    };
    if (labels_.ended(n.state)) {
      return read(stutter, n.state, Product::Mode::Tail, Product::kStutter);
    }
    const graph::StateGraph& g = labels_.graph();
    for (std::uint64_t e = g.first(n.state); e < g.last(n.state); ++e) {
      const std::uint32_t to = g.target(e);
      const Letter after = labels_.expressions(to);
      const bool is_letter = labels_.events(e) != 0 || after != stutter;
      if (is_letter) {
        if (n.mode == Product::Mode::Normal) read(labels_.events(e) | after, to, Product::Mode::Normal, e);
        continue;
      }
      if (n.mode == Product::Mode::Normal) edge(from, {to, n.automaton, Product::Mode::Normal}, 0, e);
      read(stutter, to, Product::Mode::Tail, e);
    }
  }

  const Labels& labels_;
  const BuchiAutomaton& automaton_;
  Product out_;
  std::uint64_t reads_ = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

}  // namespace

Product product_of(const Labels& labels, const BuchiAutomaton& automaton) { return Maker(labels, automaton).run(); }

}  // namespace checker::property
