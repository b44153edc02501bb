#pragma once
// Regular expressions over events to minimal deterministic automata, as textbooks have it: Thompson's construction, the
// subset construction, partition refinement (Aho, Sethi, Ullman, Compilers, 1986, algorithms 3.3, 3.2 and 3.6).

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace model::property {

/// A regular expression. Letters are events.
struct Regex {
  enum class Kind : std::uint8_t { Letter, Sequence, Choice, Star, Plus, Optional };
  Kind kind = Kind::Sequence;
  std::uint32_t letter = 0;                     ///< Letter
  std::vector<std::unique_ptr<Regex>> operands; ///< none: the empty word
};

struct Automaton {
  static constexpr std::uint32_t kDead = 0xffffffff;
  std::vector<std::uint32_t> letters;             ///< ascending
  std::vector<std::vector<std::uint32_t>> next;   ///< [state][index of letter]; kDead: no word goes on
  std::vector<bool> accepting;                    ///< [state]; state 0 is the start
};

/// The minimal automaton of the language; every state but the start can reach an accepting one.
Automaton minimal_automaton(const Regex& regex);

}  // namespace model::property
