#include "checker/schedule/play.hpp"

namespace checker::schedule {

bool play(Player& player, const Trace& trace) {
  std::size_t next = 0;
  for (std::uint32_t step = 0; step < trace.steps; ++step) {
    const std::vector<model::Transition> enabled = player.enabled();
    if (enabled.empty()) return false;
    std::uint32_t ordinal = 0;
    if (enabled.size() > 1) {
      if (next == trace.choices.size()) return false;
      ordinal = trace.choices[next++];
    }
    if (ordinal >= enabled.size()) return false;
    player.take(enabled[ordinal]);
  }
  return next == trace.choices.size();
}

}  // namespace checker::schedule
