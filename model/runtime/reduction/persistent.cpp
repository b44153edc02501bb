// Persistent sets per state (Godefroid 1996; stubborn sets: Valmari 1990), over processes: goroutines and pending timers.
//
// A set T of processes is closed if no process outside can, whatever those outside do, disturb an operation at which one
// inside stands (independence.cpp). Explored are the transitions in which a process of T takes part.
//
// Conditions. q disturbs p's operation on an object o if (a) q's future has an operation of a kind that conflicts with it, by
//   its code, its stack, its deferred calls and what it may start (future.hpp), and (b) q's component reaches o: the
//   processes outside T that are connected to q by objects that can change, from their live variables and the package
//   variables their code may use. (b) may not be "q reaches o": q may be handed o by somebody who never operates on it.
// Claim. For each full path there is a path of the reduced graph with the same events but for the order of independent
//   neighbours. So deadlocks (at the same depth), panics, fatal errors, races and outcomes are those of the full graph, and
//   with the repair of ignored goroutines (checker/reduction/repair.cpp) also who is blocked for ever.
// Why. Let w be steps of processes outside T. Without T the components can get no reference that none of them has; so by (a)
//   and (b) w contains no step that disturbs T's operations, each t of T commutes with w, and what was impossible for T
//   stays so. A crash, main's return and exit do not stop the others in this machine: what they do afterwards they could have
//   done before. Where output is part of the state all of these write to one record, so a step that changes it conflicts with
//   every other; a runtime.NumGoroutine with every step that starts or ends a goroutine.
// Price. Schedules of panics, races and leaks may have foreign steps: schedule/minimise.cpp.
// Switch: MachineOptions::por, --reduction none. Test: tests/soundness.

#include "model/runtime/reduction/persistent.hpp"

#include <bit>

namespace model::runtime::reduction {

using program::Op;

namespace {

bool can_change(Object::Kind kind) {
  return kind != Object::Kind::Box && kind != Object::Kind::Closure;
}

bool loops_gladly(Op op) {
  return op == Op::Yield || op == Op::Sleep || !program::op_visible(op);
}

}  // namespace

PersistentSets::PersistentSets(const Environment& env)
    : env_(env), future_(env.program, env.entry.function) {}

const PersistentSets::Summary& PersistentSets::summary(const Component& component) {
  if (summaries_.size() <= component.id) summaries_.resize(component.id + std::size_t{1});
  auto& slot = summaries_[component.id];
  if (slot != nullptr) return *slot;
  slot = std::make_unique<Summary>();
  Summary& s = *slot;
  const Goroutine& g = *component.content->goroutine;
  s.standing = g.status == Goroutine::Status::Standing;
  if (!s.standing) return s;
  for (std::size_t i = 0; i < g.frames.size(); ++i) {
    const Frame& f = g.frames[i];
    const program::Instruction& at = env_.program.functions[f.function].code[f.pc];
    const bool top = i + 1 == g.frames.size();
    const bool in_call = !top && at.op == Op::Call && (g.frames[i + 1].flags & Frame::kDeferred) == 0;
    s.future.add(future_.from(f.function, in_call ? f.pc + 1 : f.pc));
    const std::int32_t recover = env_.program.functions[f.function].recover_pc;
    if (recover >= 0) s.future.add(future_.from(f.function, static_cast<std::uint32_t>(recover)));
    for (const DeferRecord& d : f.defers) {
      if (d.callee.ref) {
        s.deferred.push_back(ref_object(d.callee) - 1);
      } else if (!is_nil(d.callee)) {
        s.future.add(future_.call(static_cast<std::uint32_t>(d.callee.bits & ~program::kFunctionTag)));
      }
    }
    if (top) s.prefers_others = loops_gladly(at.op);
  }
  if (!g.panics.empty()) s.future.add(future_.panic_text());
  return s;
}

void PersistentSets::read(const StateWords& state, const std::vector<Transition>& enabled) {
  view_.read(env_, state);
  const auto goroutines = static_cast<std::uint32_t>(view_.goroutines.size());
  process_count_ = goroutines + static_cast<std::uint32_t>(view_.timers.size());
  reach_known_ = false;
  effects_known_.assign(enabled.size(), false);
  effects_.resize(enabled.size());
  if (process_count_ > kMaxProcesses) return;
  all_ = process_count_ == 64 ? ~Set{0} : (Set{1} << process_count_) - 1;
  if (processes_.size() < process_count_) processes_.resize(process_count_);
  for (std::uint32_t p = 0; p < process_count_; ++p) {
    Process& process = processes_[p];
    process.transitions.clear();
    process.acts = 0;
    process.conflicts.clear();
    process.conflicts_known = false;
    process.met = 0;
    process.own = {};
    if (p < goroutines) {
      const Component& component = view_.goroutines[p];
      const Summary& s = summary(component);
      process.standing = s.standing;
      process.prefers_others = s.prefers_others;
      process.future = &s.future;
      if (!s.deferred.empty()) {
        process.own = s.future;
        for (const std::uint32_t link : s.deferred) {
          process.own.add(future_.call(view_.objects[component.links[link]].content->object->type));
        }
        process.future = &process.own;
      }
      process.kinds = process.future->kinds;
      if (!s.standing) all_ &= ~(Set{1} << p);
      continue;
    }
    const Component& timer = view_.objects[view_.timers[p - goroutines]];
    const auto& slots = timer.content->object->slots;
    process.standing = true;
    process.prefers_others = true;
    process.future = &process.own;
    process.own.kinds = bit(Kind::TimerFire);
    if (const std::uint32_t channel = timer.object(slots[1]); channel != 0) {
      const Object& o = *view_.objects[channel].content->object;
      const std::uint32_t size = env_.program.types[env_.program.types[o.type].element].slots;
      process.own.kinds |= channel_bit(ChannelKind::Send, size) | channel_bit(ChannelKind::Watch, size);
    } else if (slots[0].ref) {
      process.own.add(future_.call(view_.objects[timer.object(slots[0])].content->object->type));
    } else if (!is_nil(slots[0])) {
      process.own.add(future_.call(static_cast<std::uint32_t>(slots[0].bits & ~program::kFunctionTag)));
    }
    process.kinds = process.own.kinds;
  }
  const auto met = [](std::uint32_t choice) { return choice < 64 ? std::uint64_t{1} << choice : 0; };
  for (std::uint32_t i = 0; i < enabled.size(); ++i) {
    const Transition& t = enabled[i];
    if (t.kind == Transition::Kind::Timer) {
      processes_[goroutines + t.actor].transitions.push_back(i);
      ++processes_[goroutines + t.actor].acts;
      continue;
    }
    processes_[t.actor].transitions.push_back(i);
    ++processes_[t.actor].acts;
    if (t.kind != Transition::Kind::Rendezvous) continue;
    processes_[t.actor].met |= met(t.choice);
    processes_[t.partner].met |= met(t.partner_choice);
    processes_[t.partner].transitions.push_back(i);
  }
}

const std::vector<Conflict>& PersistentSets::conflicts(std::uint32_t p) {
  Process& process = processes_[p];
  if (process.conflicts_known) return process.conflicts;
  process.conflicts_known = true;
  const auto goroutines = static_cast<std::uint32_t>(view_.goroutines.size());
  if (p < goroutines) {
    append_conflicts(env_, view_, p, process.met, process.conflicts);
  } else {
    append_timer_conflicts(env_, view_, view_.timers[p - goroutines], process.conflicts);
  }
  return process.conflicts;
}

/// Who reaches what, and who shares something that can change.
void PersistentSets::find_reach() {
  reach_known_ = true;
  reach_.assign(view_.objects.size(), 0);
  for (std::uint32_t p = 0; p < process_count_; ++p) {
    const Set self = Set{1} << p;
    if ((all_ & self) == 0) continue;
    const auto visit = [&](std::uint32_t root) {
      stack_.push_back(root);
      while (!stack_.empty()) {
        const std::uint32_t o = stack_.back();
        stack_.pop_back();
        if ((reach_[o] & self) != 0) continue;
        reach_[o] |= self;
        for (const std::uint32_t l : view_.objects[o].links) stack_.push_back(l);
      }
    };
    if (p < view_.goroutines.size()) {
      for (const std::uint32_t l : view_.goroutines[p].links) visit(l);
    } else {
      visit(view_.timers[p - view_.goroutines.size()]);
    }
    const auto& globals = processes_[p].future->globals;
    for (std::uint32_t i = 0; i < globals.size(); ++i) {
      for (std::uint64_t w = globals[i]; w != 0; w &= w - 1) {
        visit(i * 64 + static_cast<std::uint32_t>(std::countr_zero(w)) + 1);
      }
    }
  }
  neighbours_.fill(0);
  for (std::size_t o = 1; o < reach_.size(); ++o) {
    const Set who = reach_[o];
    if ((who & (who - 1)) == 0 || !can_change(view_.objects[o].content->object->kind)) continue;
    for (Set rest = who; rest != 0; rest &= rest - 1) neighbours_[std::countr_zero(rest)] |= who;
  }
}

/// Processes outside whose component reaches the object and whose future has an operation of these kinds.
PersistentSets::Set PersistentSets::disturbers(const Conflict& c, Set inside) const {
  const Set outside = all_ & ~inside;
  Set able = 0;
  for (Set rest = outside; rest != 0; rest &= rest - 1) {
    const int q = std::countr_zero(rest);
    if ((processes_[static_cast<std::size_t>(q)].kinds & c.kinds) != 0) able |= Set{1} << q;
  }
  if (c.kinds == kEverything) able = outside;
  if (able == 0 || c.object == kAnywhere) return able;
  Set component = reach_[c.object] & outside;
  if (env_.options.mutation != 3) {
    for (Set fresh = component; fresh != 0;) {
      const int q = std::countr_zero(fresh);
      fresh &= fresh - 1;
      const Set more = neighbours_[static_cast<std::size_t>(q)] & outside & ~component;
      component |= more;
      fresh |= more;
    }
  }
  return able & component;
}

const Effects& PersistentSets::effects_of(std::uint32_t ordinal, const std::vector<Transition>& enabled,
                                          const std::function<Effects(const Transition&)>& effects) {
  if (!effects_known_[ordinal]) {
    effects_known_[ordinal] = true;
    effects_[ordinal] = effects(enabled[ordinal]);
  }
  return effects_[ordinal];
}

PersistentSets::Set PersistentSets::close(std::uint32_t seed, const std::vector<Transition>& enabled,
                                          const std::function<Effects(const Transition&)>& effects) {
  Set inside = Set{1} << seed;
  Kinds futures = 0;
  for (Set rest = all_; rest != 0; rest &= rest - 1) {
    futures |= processes_[static_cast<std::size_t>(std::countr_zero(rest))].kinds;
  }
  const bool counted = (futures & bit(Kind::Count)) != 0;
  for (Set fresh = inside; fresh != 0;) {
    const auto p = static_cast<std::uint32_t>(std::countr_zero(fresh));
    fresh &= fresh - 1;
    Set more = 0;
    for (const Conflict& c : conflicts(p)) {
      if (!reach_known_) find_reach();
      more |= disturbers(c, inside | more);
    }
    if (counted || env_.options.outcomes) {
      for (const std::uint32_t t : processes_[p].transitions) {
        const Effects& e = effects_of(t, enabled, effects);
        if (e.record) more = all_ & ~inside;
        if (e.count && counted) more |= disturbers({kAnywhere, bit(Kind::Count)}, inside | more);
      }
    }
    inside |= more;
    fresh |= more;
    if (inside == all_) break;
  }
  return inside;
}

/// Transitions in which the processes of a closed set take part: both partners of a rendezvous are in it.
std::uint32_t PersistentSets::count(Set processes) const {
  std::uint32_t n = 0;
  for (Set rest = processes; rest != 0; rest &= rest - 1) {
    n += processes_[static_cast<std::size_t>(std::countr_zero(rest))].acts;
  }
  return n;
}

void PersistentSets::choose(const StateWords& state, const std::vector<Transition>& enabled,
                            const std::function<Effects(const Transition&)>& effects,
                            std::vector<std::uint32_t>& chosen) {
  chosen.clear();
  const auto take_all = [&] {
    for (std::uint32_t i = 0; i < enabled.size(); ++i) chosen.push_back(i);
  };
  if (enabled.size() < 2) return take_all();
  read(state, enabled);
  if (process_count_ > kMaxProcesses) return take_all();
  Set best = all_;
  std::uint32_t best_count = ~0U;
  for (const bool reluctant : {false, true}) {
    for (std::uint32_t p = 0; p < process_count_ && best_count > 1; ++p) {
      const Process& seed = processes_[p];
      if (seed.transitions.empty() || seed.prefers_others != reluctant) continue;
      const Set closed = close(p, enabled, effects);
      const std::uint32_t n = closed == all_ ? ~0U : count(closed);
      if (n < best_count) {
        best = closed;
        best_count = n;
      }
    }
  }
  if (best == all_) return take_all();
  std::vector<bool> taken(enabled.size(), false);
  for (Set rest = best; rest != 0; rest &= rest - 1) {
    for (const std::uint32_t t : processes_[static_cast<std::size_t>(std::countr_zero(rest))].transitions) {
      taken[t] = true;
    }
  }
  for (std::uint32_t i = 0; i < enabled.size(); ++i) {
    if (taken[i]) chosen.push_back(i);
  }
}

}  // namespace model::runtime::reduction
