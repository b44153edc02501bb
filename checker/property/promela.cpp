// One process walks over the graph. A letter (product.hpp) is a step that sets the variables of the atoms; other steps leave them
// alone, which formulas without X cannot see; `tail` begins the endless repetition of a last state.
//
// Fair runs are those on which `lap` is set again and again: at one point the process commits itself to demands that are never
// enabled again (`barred`), and from then on a counter goes round over the others, and over "a letter is read", and waits
// for each to be met. (Streett's condition; under weak fairness a demand that is not enabled counts as met.)

#include "checker/property/promela.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "checker/property/product.hpp"

namespace checker::property {
namespace {

using model::program::SpecFormula;
using model::program::Specification;

/// The atoms of all formulas together.
SpecFormula all_atoms(const Specification& spec) {
  SpecFormula all;
  for (const SpecFormula& f : spec.formulas) {
    for (const SpecFormula::Node& n : f.nodes) {
      if (n.op == SpecFormula::Op::Event || n.op == SpecFormula::Op::Expression) all.nodes.push_back(n);
    }
  }
  return all;
}

std::string name(const Specification& spec, const Atoms::Atom& a) {
  return a.is_event ? "e_" + spec.events[a.number].name : "x_" + std::to_string(a.number);
}

/// Empty if the formula has an X.
std::string text(const Specification& spec, const SpecFormula& f, std::int32_t at) {
  using Op = SpecFormula::Op;
  const SpecFormula::Node& n = f.nodes[static_cast<std::size_t>(at)];
  const std::string x = n.x < 0 ? "" : text(spec, f, n.x), y = n.y < 0 ? "" : text(spec, f, n.y);
  if ((n.x >= 0 && x.empty()) || (n.y >= 0 && y.empty())) return "";
  const auto binary = [&](const char* op) { return "(" + x + " " + op + " " + y + ")"; };
  switch (n.op) {
    case Op::True: return "true";
    case Op::False: return "false";
    case Op::Event: return name(spec, {true, n.atom});
    case Op::Expression: return name(spec, {false, n.atom});
    case Op::Not: return "!(" + x + ")";
    case Op::Always: return "[](" + x + ")";
    case Op::Eventually: return "<>(" + x + ")";
    case Op::Next: return "";
    case Op::And: return y == "true" ? x : x == "true" ? y : binary("&&");
    case Op::Or: return binary("||");
    case Op::Implies: return x == y ? "true" : binary("->");
    case Op::Equivalent: return binary("<->");
    case Op::Until: return binary("U");
    case Op::WeakUntil: return "((" + x + " U " + y + ") || [](" + x + "))";
    case Op::Release: return binary("V");
  }
  return "";
}

class Writer {
 public:
  Writer(const model::Machine& machine, const store::StateStore& store, const graph::StateGraph& graph,
         const Specification& spec, Fairness fairness)
      : spec_(spec), fairness_(fairness), atoms_(all_atoms(spec)),
        labels_(machine, store, graph, graph.rows(), atoms_), demands_(machine, store, graph), graph_(graph) {}

  std::string run() {
    if (atoms_.list.size() > kMostAtoms) throw std::invalid_argument("more than 64 events and expressions");
    if (labels_.states() == 0 || !labels_.watching(0)) {
      throw std::invalid_argument("the properties do not watch from the initial state on");
    }
    std::string options;
    for (std::uint32_t s = 0; s < graph_.rows(); ++s) options += steps_of(s);
    if (most_ >= 30) throw std::invalid_argument("more than 30 demands of fairness");
    std::string out = "/* States of a Go program; made by chancheck graph --format promela. */\n";
    for (std::size_t a = 0; a < atoms_.list.size(); ++a) {
      out += fmt::format("bool {} = {};\n", name(spec_, atoms_.list[a]), labels_.expressions(0) >> a & 1);
    }
    out += fmt::format("#define READ {}\n", std::uint64_t{1} << (fairness_ == Fairness::None ? 0 : most_));
    out += "int s = 0, barred = 0, waits = 0;\nbool committed = false, tail = false, lap = false;\n";
    const std::uint32_t count = fairness_ == Fairness::None ? 0 : most_;
    out += fmt::format(
        "inline met(demands) {{\n  lap = false;\n  do\n  :: committed && waits <= {0} && ((((demands) | barred) >> waits) & 1) -> "
        "waits++\n  :: else -> break\n  od;\n  if\n  :: waits > {0} -> waits = 0; lap = true\n  :: else -> skip\n  fi\n}}\n",
        count);
    out += "active proctype program() {\n  do\n";
    for (std::uint32_t d = 0; d < count && fairness_ == Fairness::Strong; ++d) {
      out += fmt::format("  :: d_step {{ !committed && !(barred & {0}) -> barred = barred | {0}; lap = false }}\n", 1U << d);
    }
    out += "  :: d_step { !committed -> committed = true; lap = false }\n" + options;
    // A blocked process would repeat its last state, lap and all.
    out += "  :: s == -1 -> skip\n  :: else -> d_step { lap = false; s = -1 }\n  od\n}\n";
    for (std::size_t f = 0; f < spec_.formulas.size(); ++f) {
      const std::string formula = text(spec_, spec_.formulas[f], static_cast<std::int32_t>(spec_.formulas[f].nodes.size()) - 1);
      if (formula.empty()) continue;
      out += fmt::format("ltl f{} {{ ([]<>lap) -> ({}) }}\n", f, formula);
    }
    return out;
  }

 private:
  std::string letter(Letter l) const {
    std::string out;
    for (std::size_t a = 0; a < atoms_.list.size(); ++a) out += fmt::format("{} = {}; ", name(spec_, atoms_.list[a]), l >> a & 1);
    return out;
  }
  std::uint32_t mask(const std::vector<std::uint32_t>& demands) {
    std::uint32_t m = 0;
    for (const std::uint32_t d : demands) {
      most_ = std::max(most_, d + 1);
      if (d < 30) m |= 1U << d;
    }
    return fairness_ == Fairness::None ? 0 : m;
  }

  std::string steps_of(std::uint32_t s) {
    std::string out;
    const auto option = [&](const std::string& guard, const std::string& action) {
      out += fmt::format("  :: d_step {{ s == {}{} -> {} }}\n", s, guard, action);
    };
    if (labels_.ended(s)) {
      option(" && committed", "tail = true; " + letter(labels_.expressions(s)) + "waits = 0; lap = true");
      return out;
    }
    for (std::uint64_t e = graph_.first(s); e < graph_.last(s); ++e) {
      const std::uint32_t to = graph_.target(e);
      const std::uint32_t enabled = labels_.ended(to) ? 0 : mask(demands_.enabled(to));
      const std::uint32_t done = mask(demands_.met(s, e));
      // Under weak fairness a demand that is not enabled counts as met.
      const std::uint32_t absent = fairness_ == Fairness::Weak ? ~enabled & 0x3fffffffU : 0;
      // What is in `barred` no later state enables.
      const std::string allowed = fmt::format(" && !(committed && (barred & {}))", enabled);
      const bool is_letter = labels_.events(e) != 0 || labels_.expressions(to) != labels_.expressions(s);
      const auto call = [&](bool reads) { return fmt::format("met(({} & (READ - 1)) | {})", done | absent, reads ? "READ" : "0"); };
      const std::string go = fmt::format("s = {}; ", to);
      if (is_letter) {
        option(" && !tail" + allowed, letter(labels_.events(e) | labels_.expressions(to)) + go + call(true));
        continue;
      }
      option(" && !tail" + allowed, go + call(false));
      option(allowed, "tail = true; " + letter(labels_.expressions(s)) + go + call(true));
    }
    return out;
  }

  const Specification& spec_;
  Fairness fairness_;
  Atoms atoms_;
  Labels labels_;
  Demands demands_;
  const graph::StateGraph& graph_;
  std::uint32_t most_ = 0;
};

}  // namespace

std::string promela(const model::Machine& machine, const store::StateStore& store, const graph::StateGraph& graph,
                    const Specification& spec, Fairness fairness) {
  return Writer(machine, store, graph, spec, fairness).run();
}

}  // namespace checker::property
