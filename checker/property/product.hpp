#pragma once
// Runs of the program beside runs of the automaton of a negated formula.
//
// A formula's time is that of its own letters: the first letter is that of the state in which the watch begins; then each step that
// performs one of the formula's events or changes one of its expressions gives the next. Other steps are read by nobody, so how
// finely a machine cuts its steps does not matter. A run that has no further letters (because it has ended, or goes on without
// them) repeats (no events, its expressions' values) for ever: the automaton guesses when that begins, which is Mode::Tail.

#include <cstdint>
#include <optional>
#include <vector>

#include "checker/graph/state_graph.hpp"
#include "checker/property/automaton.hpp"
#include "checker/property/formula.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::property {

/// The finished state graph, seen by one formula.
class Labels {
 public:
  Labels(const model::Machine& machine, const store::StateStore& store, const graph::StateGraph& graph,
         std::uint32_t expanded, const Atoms& atoms);

  bool watching(std::uint32_t state) const { return watch_[state] == model::Watch::Watching; }
  /// Nothing follows: the watch is over, or there is no transition (and the search has looked for some).
  bool ended(std::uint32_t state) const;
  Letter expressions(std::uint32_t state) const { return values_[state]; }
  Letter events(std::uint64_t edge) const { return events_[edge]; }
  /// A state in which an expression panics: its id, and the message.
  struct Panic {
    std::uint32_t state = 0;
    std::string message;
  };
  const std::optional<Panic>& panic() const { return panic_; }
  const graph::StateGraph& graph() const { return graph_; }
  std::uint32_t states() const { return static_cast<std::uint32_t>(watch_.size()); }

 private:
  const graph::StateGraph& graph_;
  std::uint32_t expanded_;
  std::vector<model::Watch> watch_;
  std::vector<Letter> values_;
  std::vector<Letter> events_;  // by edge
  std::optional<Panic> panic_;
};

struct Product {
  static constexpr std::uint64_t kStutter = UINT64_MAX;
  enum class Mode : std::uint8_t { Normal, Tail };
  struct Node {
    std::uint32_t state = 0, automaton = 0;
    Mode mode{};
    friend bool operator==(const Node&, const Node&) = default;
  };
  struct Edge {
    std::uint32_t to = 0;
    std::uint64_t accepts = 0;
    std::uint64_t edge = kStutter;  ///< of the state graph; kStutter: the run has ended
  };
  /// How a node was reached first: from which, along which edge. Roots have the step that began the watch, if one did.
  struct Parent {
    std::uint32_t node = 0xffffffff;
    std::uint64_t edge = kStutter;
    std::uint32_t from_state = 0xffffffff;  ///< of a root's edge
  };
  std::vector<Node> nodes;       ///< breadth first
  std::vector<Parent> parents;
  std::vector<std::uint64_t> first;  ///< of each node, one more at the end
  std::vector<Edge> edges;
  std::uint32_t sets = 0;        ///< acceptance sets; the last one is that a letter is read
};

Product product_of(const Labels& labels, const BuchiAutomaton& automaton);

}  // namespace checker::property
