#pragma once
// What a spec says about its program, as plain data: events and the marks that name them in the code, orders, protocols as
// automata, expressions as functions, formulas as trees. Made by model/property and model/lower from `//chancheck:` comments.

#include <cstdint>
#include <string>
#include <vector>

#include "model/base/position.hpp"

namespace model::program {

/// A name that statements carry: it happens when one of them takes effect.
struct SpecEvent {
  std::string name;
  base::Position position;  ///< of the first annotation
  /// A protocol or a formula names it, so each occurrence is a step of its own (or part of its operation's).
  bool is_step = false;
};

/// A statement with events. Function::marks and SelectCase::mark hold its index + 1.
struct SpecMark {
  std::vector<std::uint32_t> events;
  base::Position position;  ///< of the statement
  /// Of a defer statement: the function that stands for the event before a deferred call of user code.
  std::uint32_t function = 0xffffffff;
};

struct SpecOrder {
  std::uint32_t first = 0, second = 0;  ///< events
  bool every = false;                   ///< A* < B
  std::string text;                     ///< after the keyword
  base::Position position;
};

/// A minimal deterministic automaton over `events`; other events are no concern of it. State 0 is the start.
struct SpecProtocol {
  static constexpr std::uint32_t kDead = 0xffffffff;  ///< no word goes on from here
  std::string name, text;
  base::Position position;
  std::vector<std::uint32_t> events;                ///< letters
  std::vector<std::vector<std::uint32_t>> next;     ///< [state][letter]
  std::vector<bool> accepting;
};

/// A Go expression over package variables. Its functions take nothing and are run on a state without changing it.
struct SpecExpression {
  std::string text;
  base::Position position;
  std::uint32_t function = 0;
  /// Its parts whose values a report shows: variables, fields, len(c), closed(c) ...
  struct Term {
    std::string text;
    std::uint32_t type = 0;
    std::uint32_t function = 0;
  };
  std::vector<Term> terms;
};

struct SpecInvariant {
  std::uint32_t expression = 0;
  std::string text;
  base::Position position;
};

/// A temporal formula: its operators, operands before operators; the last one is the formula.
struct SpecFormula {
  enum class Op : std::uint8_t {
    True, False, Event, Expression, Not, Always, Eventually, Next, And, Or, Implies, Equivalent, Until, WeakUntil, Release
  };
  struct Node {
    Op op{};
    std::uint32_t atom = 0;         ///< Event, Expression: its index
    std::int32_t x = -1, y = -1;    ///< operands: indices of earlier nodes
  };
  std::vector<Node> nodes;
  std::string text;
  base::Position position;
};

struct Specification {
  std::vector<SpecEvent> events;
  std::vector<SpecMark> marks;
  std::vector<SpecOrder> orders;
  std::vector<SpecProtocol> protocols;
  std::vector<SpecExpression> expressions;
  std::vector<SpecInvariant> invariants;
  std::vector<SpecFormula> formulas;

  bool empty() const { return events.empty() && invariants.empty() && formulas.empty() && protocols.empty(); }
  /// Is there more to watch than happens-before? Then the order of steps matters, and when main returns.
  bool watches_steps() const { return !protocols.empty() || !invariants.empty() || !formulas.empty(); }
};

}  // namespace model::program
