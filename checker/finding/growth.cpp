// The state found last is among the farthest. On the way there (the second half of it, where what is only set up has been) five
// places are compared: what is larger at each than at the one before keeps growing. A place is some states on end, of which the
// largest counts: a number that is handed round is in a variable now, in a channel then.

#include "checker/finding/growth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace checker::finding {

namespace {

constexpr std::size_t kSamples = 5, kStates = 8, kShortest = 16, kNotes = 3;

}  // namespace

std::vector<Note> growth(const graph::Space& space, const graph::Distances& distances) {
  std::vector<store::StateId> way;
  if (space.graph.rows() == 0) return {};
  for (std::uint32_t id = space.graph.vertices() - 1; id != graph::Distances::kUnreached; id = distances.before(id)) way.push_back(id);
  const std::uint32_t steps = distances.to(way.front());
  if (steps < kShortest || way.size() < kSamples) return {};
  std::reverse(way.begin(), way.end());
  std::map<std::tuple<bool, model::base::Position, std::string>, std::array<std::uint64_t, kSamples>> sizes;
  for (std::size_t i = 0; i < kSamples; ++i) {
    const std::size_t at = (way.size() - 1) * (kSamples - 1 + i) / (2 * (kSamples - 1));
    for (std::size_t back = 0; back < std::min(kStates, at + 1); ++back) {
      for (const model::Measure& m : space.machine.measures(space.store.load(way[at - back]))) {
        std::uint64_t& size = sizes[{m.is_library, m.position, m.what}][i];
        size = std::max(size, m.size);
      }
    }
  }
  std::vector<Note> notes;
  for (const auto& [key, size] : sizes) {  // those of the program come first
    const auto& [is_library, position, what] = key;
    if (notes.size() >= kNotes || (is_library && !notes.empty())) break;
    if (std::adjacent_find(size.begin(), size.end(), std::greater_equal<>()) != size.end()) continue;
    Note note;
    note.kind = "growth";
    note.position = position;
    note.message = fmt::format("{} keeps growing: {}, {}, {} along one run of {} steps", what, size[0], size[2],
                               size[kSamples - 1], steps);
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace checker::finding
