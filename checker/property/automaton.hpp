#pragma once
// A formula as a generalised Büchi automaton with acceptance on transitions. Source: Couvreur, "On-the-fly verification of linear
// temporal logic", FM 1999: a state is a set of formulas that the rest of the word must satisfy; a transition reads a letter,
// leaves the set for the rest, and promises those untils that it puts off. Each until must be put off only finitely often.

#include <cstdint>
#include <vector>

#include "checker/property/formula.hpp"

namespace checker::property {

struct BuchiAutomaton {
  struct Edge {
    Letter must = 0, must_not = 0;  ///< atoms that the letter has, or has not
    std::uint32_t to = 0;
    std::uint64_t accepts = 0;      ///< bit i: in acceptance set i
    bool reads(Letter l) const { return (l & must) == must && (l & must_not) == 0; }
    friend auto operator<=>(const Edge&, const Edge&) = default;
  };
  std::vector<std::vector<Edge>> states;  ///< 0 is the start
  std::uint32_t sets = 0;                 ///< at most 62
};

/// Of the formula with this number. Throws std::length_error if it has more than 62 untils or more than 100,000 states.
BuchiAutomaton automaton_of(const Formulas& formulas, Formulas::Id formula);

}  // namespace checker::property
