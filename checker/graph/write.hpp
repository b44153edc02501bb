#pragma once
// Graphs as text that other tools draw: DOT, Mermaid, GraphML.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace checker::graph {

struct Drawing {
  struct Node {
    std::string label;
    bool marked = false;  ///< drawn apart: final states, objects
    std::optional<std::uint32_t> lane = {};  ///< of `lanes`: drawn together
  };
  struct Arrow {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::string label;
    bool dashed = false;  ///< no order: drawn apart and without a direction
  };
  std::string name;
  std::vector<std::string> lanes;
  std::vector<Node> nodes;
  std::vector<Arrow> arrows;
};

enum class Notation : std::uint8_t { Dot, Mermaid, GraphMl };
std::optional<Notation> notation_named(const std::string& name);
std::string write(const Drawing& drawing, Notation notation);

}  // namespace checker::graph
