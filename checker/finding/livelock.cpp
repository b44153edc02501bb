// Livelock: main runs for ever in a bottom component whose steps are all of the kind that gets nowhere. An operation
// that is not in the list counts as progress, so a doubt is no finding.

#include "checker/finding/livelock.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "checker/schedule/schedule.hpp"

namespace checker::finding {
namespace {

/// Event::operation of steps that change nothing anybody waits for. Plain accesses are among them, wherever they are steps
/// of their own: writing a variable over and over without anything else is getting nowhere.
constexpr std::string_view kIdle[] = {
    "run",       "yield",       "choose",        "map range",         "count goroutines",
    "len",       "access",      "read",          "write",             "atomic load",       "lock",
    "unlock",    "try lock",
    "read lock", "read unlock", "try read lock", "try write lock",    "announce write lock",
    "write lock", "write unlock", "select default", "compare and swap",
    // Cuts in a loop that does nothing else.
    "call",       "return",      "panic",
    // The steps of RWMutex's source; looking into a sync.Map or a Pool; waiting for nobody.
    "in RLock",   "in RUnlock",  "in tryRLock",   "in Lock",          "in tryLock",      "in Unlock",    "acquire", "release",
    "in Load",    "in Range",    "in take",       "wait",             "in Wait",
};

/// And of those that nobody else can observe if nobody else ever moves again.
constexpr std::string_view kIdleAlone[] = {"atomic store", "atomic add", "atomic swap", "atomic and", "atomic or"};

/// A receive that finds a channel closed takes nothing away. (A value that reads so comes of a send, which is progress.)
bool finds_closed(const model::Event& event) {
  return (event.operation == "receive" || event.operation == "select receive") && event.value == "closed";
}

bool idle(const model::Step& step, bool alone) {
  if (step.printed || !step.happened.empty() || !step.created.empty()) return false;
  const auto one_of = [](const auto& list, const std::string& operation) {
    return std::find(std::begin(list), std::end(list), operation) != std::end(list);
  };
  return std::all_of(step.events.begin(), step.events.end(), [&](const model::Event& event) {
    return finds_closed(event) || one_of(kIdle, event.operation) || (alone && one_of(kIdleAlone, event.operation));
  });
}

/// Is the goroutine that moves the only one that does, and nobody looks on? Only main's slot is the same in every state.
bool moves_alone(const model::Machine& machine, const model::StateWords& state, const model::Step& step, bool of_main) {
  std::vector<model::ExpressionValue> looked_at;
  machine.evaluate(state, looked_at);
  if (step.moved.size() != 1 || !looked_at.empty()) return false;
  if (of_main) return step.moved[0] == 0;
  const auto views = machine.goroutines(state);
  return std::count_if(views.begin(), views.end(), [](const model::GoroutineView& v) {
           return !v.is_main && v.status == model::GoroutineView::Status::Standing;
         }) == 1;
}

/// Keeps the first position of main's operations, or of a test's: those of all but main. Plain accesses are operations in one
/// of the machines only, and where a loop is cut depends on what else is a step.
void note_position(const model::Machine& machine, const model::StateWords& state, const model::Step& step, bool of_main,
                   model::base::Position& first) {
  for (const model::Event& event : step.events) {
    const bool plain = event.operation == "access" || event.operation == "read" || event.operation == "write";
    const bool cut = event.operation == "run" || event.operation == "call" || event.operation == "return";
    if (plain || cut || !event.position.valid()) continue;
    const auto views = machine.goroutines(state);
    const auto at = std::find_if(views.begin(), views.end(),
                                 [&](const auto& view) { return view.slot == event.goroutine; });
    if (at == views.end() || at->is_main != of_main) continue;
    if (!first.valid() || event.position < first) first = event.position;
  }
}

/// In one of the machines memory is where it stands, in the other it is not: so not where it stands in a loop, but where the loop is.
model::base::Position where_it_stands(const model::Machine& machine, const store::StateStore& store,
                                        const std::vector<std::uint32_t>& states, bool of_main) {
  model::base::Position first;
  for (const std::uint32_t id : states) {
    const model::StateWords state = store.load(id);
    for (const model::GoroutineView& view : machine.goroutines(state)) {
      if (view.is_main != of_main) continue;
      model::base::Position position = machine.loop(state, view.slot);
      if (const model::Frame* frame = schedule::user_frame(view.stack); frame != nullptr && !position.valid()) position = frame->position;
      if (position.valid() && (!first.valid() || position < first)) first = position;
    }
  }
  return first;
}

}  // namespace

bool find_livelock(const graph::Space& space, const std::vector<std::uint32_t>& states, bool of_main, Causes& causes) {
  std::vector<model::Transition> enabled;
  model::base::Position position;
  bool alone = true, idle_alone = true, all_idle = true;
  for (const std::uint32_t id : states) {
    for (const reduction::Ordinals& path : space.edges(id)) {
      model::StateWords state = space.store.load(id);
      for (const std::uint32_t ordinal : path) {
        enabled.clear();
        space.machine.enabled(state, enabled);
        const model::Transition& transition = enabled[ordinal];
        if (transition.kind == model::Transition::Kind::Timer || transition.kind == model::Transition::Kind::Clock) return false;
        model::Step step;
        space.machine.describe(state, transition, step);
        alone = alone && moves_alone(space.machine, state, step, of_main);
        idle_alone = idle_alone && idle(step, true);
        all_idle = all_idle && idle(step, false);
        if (!all_idle && !(alone && idle_alone)) return false;
        note_position(space.machine, state, step, of_main, position);
        state = std::move(step.state);
      }
    }
  }
  Cause cause;
  cause.kind = Kind::Livelock;
  cause.message = std::string(of_main ? "main" : "the test") + " runs for ever without progress";
  cause.seen.state = states.front();
  cause.position = position.valid() ? position : where_it_stands(space.machine, space.store, states, of_main);
  causes.add(std::move(cause));
  return true;
}

}  // namespace checker::finding
