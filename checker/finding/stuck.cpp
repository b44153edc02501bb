// Every fair run ends in a bottom strong component B of the state graph (main's return, a crash and os.Exit do not stop
// the others, so what goes on after them is in the graph). A goroutine that never moves in B is stuck:
//
//   B                                                              finding
//   one state without transitions, checkdead fires                 deadlock
//   main never moves and has not finished, and no deadlock         hang
//   another never moves and has not finished; main has or moves    leak
//   main runs for ever, nobody makes progress                      livelock   (livelock.cpp)
//
// A component in which the process has crashed or exited has none of them. Under symmetry a state's slots are not
// goroutines for good: "some worker stands at line 7 in every state of B" is no leak if the workers take turns. So the
// question is asked of the slot graph, whose nodes are (state, slot) and whose edges follow Step::goroutine_map: a node
// is stuck iff no path leads from it to a node that moves.

#include "checker/finding/stuck.hpp"

#include <algorithm>

#include "checker/finding/livelock.hpp"
#include "checker/graph/slot_graph.hpp"
#include "checker/schedule/schedule.hpp"

namespace checker::finding {
namespace {

using model::GoroutineView;
using Views = std::vector<GoroutineView>;

model::base::Position blocked_at(const GoroutineView& view) {
  const model::Frame* frame = schedule::user_frame(view.stack);
  if (frame != nullptr) return frame->position;
  return view.created_at;
}

std::string waiting(const GoroutineView& view) { return " is blocked for ever [" + view.wait_reason + "]"; }

const GoroutineView* main_of(const Views& views) {
  for (const GoroutineView& view : views) {
    if (view.is_main) return &view;
  }
  return nullptr;
}

/// The goroutine that runs a test, for which main only waits: what main is to a program.
const GoroutineView* test_of(const GoroutineView& main, const Views& views) {
  if (main.stack.empty() || main.stack.front().function != "testing.runTest") return nullptr;
  for (const GoroutineView& view : views) {
    if (view.created_by == "testing.runTest" && view.status == GoroutineView::Status::Standing) return &view;
  }
  return nullptr;
}

bool standing(const GoroutineView& view) {
  return view.status == GoroutineView::Status::Standing;
}

/// Does a test only wait for its subtests, in Run or, for parallel ones, at its end?
bool waits_for_subtests(const GoroutineView& test) {
  for (const model::Frame& frame : test.stack) {
    if (frame.function == "testing.(*T).Run" || frame.function.starts_with("testing.tRunner")) return true;
    if (frame.position.valid() && !frame.is_library) return false;
  }
  return false;
}

bool process_died(const model::Machine& machine, const model::StateWords& state,
                  const Views& views) {
  const auto end = machine.process_end(state).kind;
  if (end == model::ProcessEnd::Kind::Crashed || end == model::ProcessEnd::Kind::Exited) return true;
  return std::any_of(views.begin(), views.end(), [](const GoroutineView& view) {
    return view.status == GoroutineView::Status::Crashed ||
           view.status == GoroutineView::Status::Exited;
  });
}

/// One cause for all deadlocks that leave main (in a test: the test) at the same line; without it, for the same set of lines.
Cause deadlock(const std::string& message, const Views& views, const Cause::Seen& seen) {
  Cause cause;
  cause.kind = Kind::Deadlock;
  cause.message = message;
  cause.seen = seen;
  const GoroutineView* main = main_of(views);
  if (main != nullptr && standing(*main)) {
    const GoroutineView* test = test_of(*main, views);
    cause.position = blocked_at(test != nullptr ? *test : *main);
    if (cause.position.valid()) return cause;
  }
  for (const GoroutineView& view : views) {
    if (standing(view) && blocked_at(view).valid()) cause.where.push_back(blocked_at(view));
  }
  std::sort(cause.where.begin(), cause.where.end());
  cause.where.erase(std::unique(cause.where.begin(), cause.where.end()), cause.where.end());
  if (!cause.where.empty()) {
    cause.position = cause.where.front();
  } else if (main != nullptr) {
    cause.position = blocked_at(*main);
  }
  return cause;
}

/// `test`: the test that main waits for, if that is as stuck as main.
Cause hang(const GoroutineView& main, const GoroutineView* test, const Cause::Seen& seen) {
  Cause cause;
  cause.kind = Kind::Hang;
  cause.message = test != nullptr ? "the test" + waiting(*test) : "main" + waiting(main);
  cause.position = blocked_at(test != nullptr ? *test : main);
  cause.seen = seen;
  return cause;
}

Cause leak(const GoroutineView& view, const Cause::Seen& seen) {
  Cause cause;
  cause.kind = Kind::Leak;
  const std::string name = view.stack.empty() ? "" : " " + view.stack.back().function;
  cause.message = "goroutine" + name + waiting(view);
  cause.position = blocked_at(view);
  cause.seen = seen;
  return cause;
}

}  // namespace

void stuck_at(const model::Machine& machine, const model::StateWords& state, const Cause::Seen& seen, Causes& causes) {
  const Views views = machine.goroutines(state);
  if (process_died(machine, state, views)) return;
  const GoroutineView* main = main_of(views);
  const bool main_finished = machine.process_end(state).kind == model::ProcessEnd::Kind::MainReturned;
  if (!main_finished) {
    if (const auto message = machine.checkdead(state)) {
      causes.add(deadlock(*message, views, seen));
      return;
    }
    if (main != nullptr && standing(*main)) {
      causes.add(hang(*main, test_of(*main, views), seen));
      return;
    }
  }
  for (const GoroutineView& view : views) {
    if (!view.is_main && standing(view)) causes.add(leak(view, seen));
  }
}

namespace {

void component(const graph::Space& space, const std::vector<std::uint32_t>& states, Causes& causes) {
  const model::Machine& machine = space.machine;
  const store::StateStore& store = space.store;
  const model::StateWords first = store.load(states.front());
  const Views first_views = machine.goroutines(first);
  if (process_died(machine, first, first_views)) return;
  graph::SlotGraph slots(space, states);
  const GoroutineView* main = main_of(first_views);
  const bool main_standing =
      main != nullptr && standing(*main) &&
      machine.process_end(first).kind != model::ProcessEnd::Kind::MainReturned;
  if (main_standing && slots.stuck(0, main->slot)) {
    const GoroutineView* test = test_of(*main, first_views);
    const auto runs = [&](const GoroutineView& view) { return standing(view) && !slots.stuck(0, view.slot); };
    const bool test_goes_on = test != nullptr && runs(*test);
    const bool subtest_goes_on =
        test != nullptr && waits_for_subtests(*test) && std::any_of(first_views.begin(), first_views.end(), [&](const GoroutineView& v) {
          return v.created_by == "testing.(*T).Run" && runs(v);
        });
    if ((test_goes_on || subtest_goes_on) && find_livelock(space, states, false, causes)) return;
    causes.add(hang(*main, test_goes_on ? nullptr : test, {states.front(), {}}));
    return;
  }
  bool leaks = false;
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    if (!slots.any_unseen_stuck(i)) continue;
    for (const GoroutineView& view : machine.goroutines(store.load(states[i]))) {
      if (view.slot >= slots.goroutines(i) || !slots.stuck(i, view.slot)) continue;
      if (!slots.see(i, view.slot) || view.is_main || !standing(view)) continue;
      causes.add(leak(view, {states[i], {}}));
      leaks = true;
    }
  }
  if (main_standing && !leaks) find_livelock(space, states, true, causes);
}

void find_in(const graph::Space& space, const std::vector<std::uint32_t>& states, Causes& causes) {
  if (states.size() == 1 && space.graph.degree(states[0]) == 0) {
    stuck_at(space.machine, space.store.load(states[0]), {states[0], {}}, causes);
  } else {
    component(space, states, causes);
  }
}

}  // namespace

void find_stuck(const graph::Space& space, const graph::Components& components, Causes& causes) {
  for (const std::vector<std::uint32_t>& states : components.bottoms) find_in(space, states, causes);
}

std::vector<bool> main_returned(const graph::Space& space, const graph::Components& components) {
  std::vector<bool> returned(components.count, false), known(components.count, false);
  for (std::uint32_t v = 0; v < components.of.size(); ++v) {
    const std::uint32_t c = components.of[v];
    if (known[c]) continue;
    known[c] = true;  // both last: all states of a component agree
    returned[c] = space.machine.process_end(space.store.load(v)).kind == model::ProcessEnd::Kind::MainReturned;
  }
  return returned;
}

std::vector<bool> bad_ends(const graph::Space& space, const graph::Components& components) {
  std::vector<bool> bad;
  for (const std::vector<std::uint32_t>& states : components.bottoms) {
    Causes causes;
    find_in(space, states, causes);
    const model::StateWords state = space.store.load(states.front());
    const Views views = space.machine.goroutines(state);
    const bool crashed = space.machine.process_end(state).kind == model::ProcessEnd::Kind::Crashed ||
                         std::any_of(views.begin(), views.end(), [](const GoroutineView& view) {
                           return view.status == GoroutineView::Status::Crashed;
                         });
    bad.push_back(crashed || !causes.empty());
  }
  return bad;
}

}  // namespace checker::finding
