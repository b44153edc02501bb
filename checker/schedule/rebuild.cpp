// Schedules of findings.

#include "checker/schedule/rebuild.hpp"

#include <algorithm>
#include <utility>

#include "checker/schedule/minimise.hpp"

namespace checker::schedule {
namespace {

/// The dump at a failure: of the state after the step, where the failed goroutine still has its stack there; else of the
/// one before, in which it is running.
std::vector<Goroutine> dump_of(Player& before, Player& after,
                               std::uint32_t failed_slot) {
  std::vector<Goroutine> later = after.goroutines();
  const std::uint32_t id = before.id_of(failed_slot);
  for (const Goroutine& g : later) {
    if (g.id == id && !g.stack.empty()) return later;
  }
  std::vector<Goroutine> earlier = before.goroutines();
  for (Goroutine& g : earlier) {
    if (g.id == id) g.status = "running";
  }
  return earlier;
}

}  // namespace

Rebuilt rebuild(const model::Machine& machine, const Path& path, const Goal& goal,
                const Trace& base, bool happens_before) {
  // Of a broken formula the path is a stem and a cycle: its steps stay where they are.
  const Path shown = path.empty() || base.cycle ? path
                     : goal                     ? minimise(machine, path, goal)
                                                : fewer_switches(machine, path);
  Trace trace = base;
  trace.steps = static_cast<std::uint32_t>(shown.size());
  Player player(machine, happens_before, true);
  std::vector<Goroutine> dump;
  Rebuilt result;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::vector<model::Transition> enabled = player.enabled();
    if (enabled.size() > 1) trace.choices.push_back(shown[i]);
    const bool last = goal && i + 1 == shown.size();
    if (!last) {
      player.take(enabled[shown[i]]);
      continue;
    }
    Player before = player;
    player.take(enabled[shown[i]]);
    for (const model::Failure& failure : player.failures()) {
      if (!goal(failure) || result.failure) continue;
      dump = dump_of(before, player, failure.goroutine);
      result.failed = player.id_in_last_step(failure.goroutine);
      result.failure = failure;
      if (failure.kind == model::Failure::Kind::Invariant) {
        result.before = machine.show_terms(before.state(), failure.expression);
        result.after = machine.show_terms(player.state(), failure.expression);
      }
    }
  }
  if (goal && shown.empty()) {  // before the first step, where goroutines count in order of creation
    for (const model::Failure& failure : player.failures()) {
      if (!goal(failure) || result.failure) continue;
      result.failed = failure.goroutine + 1;
      result.failure = failure;
      if (failure.kind == model::Failure::Kind::Invariant) {
        result.after = machine.show_terms(player.state(), failure.expression);
      }
    }
  }
  if (dump.empty()) dump = player.goroutines();
  result.schedule = player.schedule();
  result.schedule.goroutines = std::move(dump);
  result.trace = encode(trace);
  if (happens_before) result.execution = player.execution();
  result.path = shown;
  return result;
}

}  // namespace checker::schedule
