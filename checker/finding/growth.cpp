// The state found last is among the farthest. On the way there (the second half of it, where what is only set up has been) five
// states are compared: what is larger in each than in the one before keeps growing.

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

constexpr std::size_t kSamples = 5, kShortest = 16, kNotes = 3;

}  // namespace

std::vector<Note> growth(const model::Machine& machine, const store::StateStore& store) {
  std::vector<store::StateId> way;
  if (store.size() == 0) return {};
  for (store::StateId id = store.size() - 1; id != store::kNoState; id = store.parent(id)) way.push_back(id);
  if (way.size() < kShortest) return {};
  std::reverse(way.begin(), way.end());
  std::map<std::tuple<bool, model::base::Position, std::string>, std::array<std::uint64_t, kSamples>> sizes;
  for (std::size_t i = 0; i < kSamples; ++i) {
    const std::size_t at = (way.size() - 1) * (kSamples - 1 + i) / (2 * (kSamples - 1));
    for (const model::Measure& m : machine.measures(store.load(way[at]))) sizes[{m.is_library, m.position, m.what}][i] = m.size;
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
                               size[kSamples - 1], way.size() - 1);
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace checker::finding
