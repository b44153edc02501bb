// Livelock: main runs for ever in a bottom component whose steps are all of the kind that gets nowhere. An operation
// that is not in the list counts as progress, so a doubt is no finding.

#include "checker/finding/livelock.hpp"

#include <algorithm>
#include <string_view>

#include "checker/schedule/schedule.hpp"

namespace checker::finding {
namespace {

/// Event::operation of steps that change nothing anybody waits for. Plain accesses are among them, wherever they are steps
/// of their own: writing a variable over and over without anything else is getting nowhere.
constexpr std::string_view kIdle[] = {
    "run",       "yield",       "choose",        "map range",         "count goroutines",
    "len",       "access",      "write",         "atomic load",       "lock",
    "unlock",    "try lock",
    "read lock", "read unlock", "try read lock", "try write lock",    "announce write lock",
    "write lock", "write unlock", "select default", "compare and swap",
};

bool idle(const model::Step& step) {
  if (!step.created.empty()) return false;
  return std::all_of(step.events.begin(), step.events.end(), [](const model::Event& event) {
    return std::find(std::begin(kIdle), std::end(kIdle), event.operation) != std::end(kIdle);
  });
}

/// Keeps the first position of main's operations. Plain accesses are operations in one of the machines only.
void note_position(const model::Machine& machine, const model::StateWords& state, const model::Step& step,
                   model::base::Position& first) {
  for (const model::Event& event : step.events) {
    if (event.operation == "access" || event.operation == "write" || event.operation == "run" || !event.position.valid()) continue;
    const auto views = machine.goroutines(state);
    const auto at = std::find_if(views.begin(), views.end(),
                                 [&](const auto& view) { return view.slot == event.goroutine; });
    if (at == views.end() || !at->is_main) continue;
    if (!first.valid() || event.position < first) first = event.position;
  }
}

model::base::Position where_main_stands(const model::Machine& machine, const store::StateStore& store,
                                        const std::vector<std::uint32_t>& states) {
  model::base::Position first;
  for (const std::uint32_t id : states) {
    for (const model::GoroutineView& view : machine.goroutines(store.load(id))) {
      const model::Frame* frame = view.is_main ? schedule::user_frame(view.stack) : nullptr;
      if (frame != nullptr && (!first.valid() || frame->position < first)) first = frame->position;
    }
  }
  return first;
}

}  // namespace

bool find_livelock(const model::Machine& machine, const store::StateStore& store,
                   const graph::StateGraph& graph, const std::vector<std::uint32_t>& states,
                   const std::string& who, Causes& causes) {
  std::vector<model::Transition> enabled;
  model::base::Position position;
  for (const std::uint32_t id : states) {
    const model::StateWords state = store.load(id);
    enabled.clear();
    machine.enabled(state, enabled);
    for (std::uint64_t e = graph.first(id); e < graph.last(id); ++e) {
      const model::Transition& transition = enabled[graph.ordinal(e)];
      if (transition.kind == model::Transition::Kind::Timer ||
          transition.kind == model::Transition::Kind::Clock) {
        return false;
      }
      model::Step step;
      machine.describe(state, transition, step);
      if (!idle(step)) return false;
      note_position(machine, state, step, position);
    }
  }
  Cause cause;
  cause.kind = Kind::Livelock;
  cause.message = who + " runs for ever without progress";
  cause.state = states.front();
  cause.position = position.valid() ? position : where_main_stands(machine, store, states);
  causes.add(std::move(cause));
  return true;
}

}  // namespace checker::finding
