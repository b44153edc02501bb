#include "checker/search/written.hpp"

#include <algorithm>
#include <random>
#include <set>

namespace checker::search {

std::vector<std::uint64_t> written_on_walks(const model::Machine& machine) {
  constexpr int kWalks = 32, kNothingNew = 4;
  constexpr int kLength = 250, kSteps = 1000;  // of one walk, of all
  // Of programs that grow every step costs more than the one before.
  constexpr std::size_t kWords = 2'000;         // of the last state of a walk
  constexpr std::size_t kBytes = std::size_t{1} << 22;  // of the machine and the states
  std::set<std::uint64_t> locations;
  const auto look = [&](const std::vector<model::Failure>& failures) {
    for (const model::Failure& f : failures) {
      if (f.kind == model::Failure::Kind::NeedsReads) locations.insert(f.location);
    }
  };
  std::vector<model::Failure> failures;
  const model::StateWords initial = machine.initial(failures);
  look(failures);
  std::minstd_rand random;  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same walks each time
  std::vector<model::Transition> enabled;
  model::Step step;
  int steps = 0;
  std::size_t bytes = 0;
  const auto small = [&] { return bytes + machine.memory_bytes() < kBytes; };
  for (int walk = 0, idle = 0; walk < kWalks && idle < kNothingNew && steps < kSteps && small(); ++walk) {
    const std::size_t before = locations.size();
    model::StateWords state = initial;
    for (int length = 0; length < kLength && state.size() < kWords && small(); ++length, ++steps) {
      enabled.clear();
      machine.enabled(state, enabled);
      if (enabled.empty()) break;
      machine.apply(state, enabled[random() % enabled.size()], step);
      look(step.failures);
      state.swap(step.state);
      bytes += state.size() * sizeof(state[0]);
    }
    idle = locations.size() == before ? idle + 1 : 0;
  }
  return {locations.begin(), locations.end()};
}

}  // namespace checker::search
