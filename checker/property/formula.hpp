#pragma once
// Temporal formulas in negation normal form, shared: equal formulas have one number.

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "model/program/specification.hpp"

namespace checker::property {

/// The atoms of a formula: bit i of a letter says if atom i holds.
struct Atoms {
  struct Atom {
    bool is_event = false;
    std::uint32_t number = 0;  ///< of Specification::events or expressions
    friend bool operator==(const Atom&, const Atom&) = default;
  };
  std::vector<Atom> list;

  explicit Atoms(const model::program::SpecFormula& formula);
  std::uint32_t index(Atom a) const;
  bool has_event(std::uint32_t event) const;
};
using Letter = std::uint64_t;
inline constexpr std::size_t kMostAtoms = 64;

class Formulas {
 public:
  enum class Op : std::uint8_t { True, False, Literal, And, Or, Next, Until, Release };
  using Id = std::uint32_t;
  struct Node {
    Op op{};
    bool negated = false;    ///< Literal
    std::uint32_t atom = 0;  ///< Literal
    Id x = 0, y = 0;
    friend auto operator<=>(const Node&, const Node&) = default;
  };

  Id add(Node n);
  const Node& operator[](Id id) const { return nodes_[id]; }
  std::size_t size() const { return nodes_.size(); }
  /// The formula, or its negation.
  Id normal_form(const model::program::SpecFormula& formula, const Atoms& atoms, bool negated);

 private:
  Id conjunction(Id x, Id y);
  Id disjunction(Id x, Id y);
  Id convert(const model::program::SpecFormula& f, const Atoms& atoms, std::int32_t at, bool negated);

  std::vector<Node> nodes_;
  std::map<Node, Id> numbers_;
};

}  // namespace checker::property
