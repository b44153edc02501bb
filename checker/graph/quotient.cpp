// Partition refinement by signatures (Blom and Orzan 2003): a node's signature is the set of (label, class of target) of its
// arrows; nodes of a class with different signatures part, until none do.

#include "checker/graph/quotient.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace checker::graph {

Drawing bisimulation_quotient(const Drawing& drawing) {
  const std::size_t n = drawing.nodes.size();
  std::map<std::string, std::uint32_t> labels;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> out(n);
  for (const Drawing::Arrow& a : drawing.arrows) {
    const auto label = labels.emplace(a.label, static_cast<std::uint32_t>(labels.size())).first->second;
    out[a.from].emplace_back(label, a.to);
  }
  std::vector<std::uint32_t> of(n);
  for (std::size_t v = 0; v < n; ++v) of[v] = drawing.nodes[v].marked ? 1 : 0;
  std::size_t count = std::set<std::uint32_t>(of.begin(), of.end()).size();
  for (;;) {
    using Signature = std::pair<std::uint32_t, std::set<std::pair<std::uint32_t, std::uint32_t>>>;
    std::map<Signature, std::uint32_t> classes;
    std::vector<std::uint32_t> next(n);
    for (std::size_t v = 0; v < n; ++v) {
      Signature signature{of[v], {}};
      for (const auto& [label, to] : out[v]) signature.second.emplace(label, of[to]);
      next[v] = classes.emplace(std::move(signature), static_cast<std::uint32_t>(classes.size())).first->second;
    }
    of = std::move(next);
    if (classes.size() == count) break;
    count = classes.size();
  }
  // Classes are numbered by their first nodes, so the start stays first.
  Drawing result;
  result.name = drawing.name;
  std::vector<std::size_t> sizes(count, 0);
  for (const std::uint32_t c : of) ++sizes[c];
  for (std::size_t v = 0; v < n; ++v) {
    if (std::find(of.begin(), of.begin() + static_cast<std::ptrdiff_t>(v), of[v]) != of.begin() + static_cast<std::ptrdiff_t>(v)) continue;
    result.nodes.push_back(drawing.nodes[v]);
    if (sizes[of[v]] > 1) result.nodes.back().label += fmt::format("\n({} states)", sizes[of[v]]);
  }
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> arrows;
  for (const Drawing::Arrow& a : drawing.arrows) arrows.emplace(of[a.from], of[a.to], a.label);
  for (const auto& [from, to, label] : arrows) result.arrows.push_back({from, to, label});
  return result;
}

}  // namespace checker::graph
