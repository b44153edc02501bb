// Persistent sets per state (Godefroid 1996; stubborn sets: Valmari 1990), over processes: goroutines and pending timers.
//
// A set T of processes is closed if no process outside can, whatever those outside do, disturb an operation at which one
// inside stands (independence.cpp). Explored are the transitions in which a process of T takes part.
//
// Conditions. q disturbs p's operation on an object o if (a) q's future has an operation of a kind that conflicts with it, by
//   its code, its stack, its deferred calls and what it may start (future.hpp), and (b) by its code that operation is on o
//   (uses.hpp), or the code does not show on what it is and q's component reaches o: the processes outside T that are
//   connected to q by objects that can change, from their live variables and the package variables their code may use. That
//   may not be "q reaches o": q may be handed o by somebody who never operates on it.
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

#include <algorithm>
#include <bit>

#include "model/runtime/rules/rule.hpp"

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

/// Objects that keys name, as links of the component that `value` reads from; what names nothing (nil) is left out.
template <class Value>
void PersistentSets::locate(const Uses& uses, Value value, std::vector<Located>& located, Kinds& unlocated) {
  for (const auto& [key, kinds] : uses) {
    switch (key.base) {
      case Key::Base::Unknown:
      case Key::Base::Capture:
        unlocated |= kinds;
        break;
      case Key::Base::Global:
        located.push_back({kGlobal | static_cast<std::uint32_t>(key.slot), static_cast<std::uint32_t>(key.offset), kinds});
        break;
      case Key::Base::Slot:
        if (const Slot s = value(key.slot); s.ref) {
          located.push_back({ref_object(s) - 1, ref_offset(s) + static_cast<std::uint32_t>(key.offset), kinds});
        }
        break;
      case Key::Base::Element: {
        const Slot s = value(key.slot);
        if (!s.ref) break;
        const std::uint64_t at = value(key.index).bits * static_cast<std::uint64_t>(key.size);
        located.push_back({ref_object(s) - 1,
                           ref_offset(s) + static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(key.offset),
                           kinds});
        break;
      }
    }
  }
}

/// What a closure will do: captured values come after the parameters, for which `owner` has the `arguments`.
void PersistentSets::locate_closure(const Component& closure, const std::vector<Slot>& arguments,
                                    const Component* owner, Process& process) const {
  const Object& object = *closure.content->object;
  const auto parameters = env_.program.functions[object.type].parameter_slots;
  for (const auto& [key, kinds] : uses_.from(object.type, 0)) {
    const bool captured = key.base == Key::Base::Slot && key.slot >= parameters;
    const Component* component = captured ? &closure : owner;
    std::vector<Located> located;
    locate(Uses{{key, kinds}},
           [&](std::int32_t slot) {
             const auto at = static_cast<std::size_t>(captured ? slot - parameters : slot);
             const auto& values = captured ? object.slots : arguments;
             return at < values.size() ? values[at] : Slot{};
           },
           located, process.unlocated);
    for (Located l : located) {
      l.object = (l.object & kGlobal) != 0 ? (l.object & ~kGlobal) + 1 : component->links[l.object];
      process.located.push_back(l);
    }
  }
}

const PersistentSets::Summary& PersistentSets::summary(const Component& component) {
  if (summaries_.size() <= component.id) summaries_.resize(component.id + std::size_t{1});
  auto& slot = summaries_[component.id];
  if (slot != nullptr) return *slot;
  slot = std::make_unique<Summary>();
  Summary& s = *slot;
  const Goroutine& g = *component.content->goroutine;
  s.standing = g.status == Goroutine::Status::Standing;
  s.ending = g.status == Goroutine::Status::Ending;
  if (!s.standing) return s;
  for (std::size_t i = 0; i < g.frames.size(); ++i) {
    const Frame& f = g.frames[i];
    const program::Instruction& at = env_.program.functions[f.function].code[f.pc];
    const bool top = i + 1 == g.frames.size();
    const bool in_call = !top && at.op == Op::Call && (g.frames[i + 1].flags & Frame::kDeferred) == 0;
    s.future.add(future_.from(f.function, in_call ? f.pc + 1 : f.pc));
    const auto value = [&](std::int32_t slot) { return f.slots[static_cast<std::size_t>(slot)]; };
    if (in_call) {
      locate(uses_.after_call(f.function, f.pc), value, s.located, s.unlocated);
    } else {
      locate(uses_.from(f.function, f.pc), value, s.located, s.unlocated);
    }
    const std::int32_t recover = env_.program.functions[f.function].recover_pc;
    if (recover >= 0) s.future.add(future_.from(f.function, static_cast<std::uint32_t>(recover)));
    // Whether the frames above return within the step is not asked.
    const bool at_operation = top && program::op_visible(at.op);
    s.hides = s.hides || future_.hidden_from(f.function, in_call || at_operation ? f.pc + 1 : f.pc) ||
              (recover >= 0 && future_.hidden_from(f.function, static_cast<std::uint32_t>(recover)));
    for (const DeferRecord& d : f.defers) {
      if (d.callee.ref) {
        s.deferred.push_back({ref_object(d.callee) - 1, &d});
      } else if (!is_nil(d.callee)) {
        const auto callee = static_cast<std::uint32_t>(d.callee.bits & ~program::kFunctionTag);
        s.future.add(future_.call(callee));
        s.hides = s.hides || future_.hidden_from(callee, 0);
        const auto argument = [&](std::int32_t slot) {
          const auto at = static_cast<std::size_t>(slot);
          return at < d.arguments.size() ? d.arguments[at] : Slot{};
        };
        locate(uses_.from(callee, 0), argument, s.located, s.unlocated);
      }
    }
    if (top) s.prefers_others = loops_gladly(at.op);
  }
  if (!g.panics.empty()) {
    s.future.add(future_.panic_text());
    s.unlocated |= future_.panic_text().kinds;
    s.hides = true;
  }
  return s;
}

void PersistentSets::read(const StateWords& state, const std::vector<Transition>& enabled) {
  view_.read(env_, state);
  const auto goroutines = static_cast<std::uint32_t>(view_.goroutines.size());
  process_count_ = goroutines + static_cast<std::uint32_t>(view_.timers.size());
  reach_known_ = false;
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
    process.unlocated = 0;
    process.located.clear();
    if (p < goroutines) {
      const Component& component = view_.goroutines[p];
      const Summary& s = summary(component);
      process.hides = s.hides;
      process.unlocated = s.unlocated;
      for (Located l : s.located) {
        l.object = (l.object & kGlobal) != 0 ? (l.object & ~kGlobal) + 1 : component.links[l.object];
        process.located.push_back(l);
      }
      process.prefers_others = s.prefers_others;
      process.future = &s.future;
      if (!s.deferred.empty()) {
        process.own = s.future;
        for (const Deferred& d : s.deferred) {
          const Component& closure = view_.objects[component.links[d.link]];
          const std::uint32_t callee = closure.content->object->type;
          locate_closure(closure, d.record->arguments, &component, process);
          process.own.add(future_.call(callee));
          process.hides = process.hides || future_.hidden_from(callee, 0);
        }
        process.future = &process.own;
      }
      process.kinds = process.future->kinds;
      process.unlocated |= process.kinds & ~UseAnalysis::addressed();
      if (!s.standing && !s.ending) all_ &= ~(Set{1} << p);
      continue;
    }
    const Component& timer = view_.objects[view_.timers[p - goroutines]];
    const auto& slots = timer.content->object->slots;
    process.prefers_others = true;
    process.hides = true;
    process.future = &process.own;
    process.own.kinds = bit(Kind::TimerFire);
    if (timer_has_reading(*timer.content->object)) {  // it tells readings of the clock how much has passed
      const Kinds tells = Kind::HiddenRead | Kind::HiddenWrite;
      process.own.kinds |= tells;
      if (env_.latest_stamp != 0) process.located.push_back({env_.latest_stamp, 0, tells});
    }
    process.unlocated = process.own.kinds;
    if (const std::uint32_t channel = timer.object(slots[1]); channel != 0) {
      const Object& o = *view_.objects[channel].content->object;
      const std::uint32_t size = env_.program.types[env_.program.types[o.type].element].slots;
      const Kinds sends = channel_bit(ChannelKind::Send, size) | channel_bit(ChannelKind::Watch, size);
      process.own.kinds |= sends;
      process.located.push_back({channel, 0, sends});
    } else if (slots[0].ref) {
      const Component& closure = view_.objects[timer.object(slots[0])];
      process.own.add(future_.call(closure.content->object->type));
      locate_closure(closure, {}, nullptr, process);
    } else if (!is_nil(slots[0])) {
      process.own.add(future_.call(static_cast<std::uint32_t>(slots[0].bits & ~program::kFunctionTag)));
      process.unlocated |= process.own.kinds;
    }
    process.kinds = process.own.kinds;
    process.unlocated |= process.kinds & ~UseAnalysis::addressed();
    if (env_.options.mutation == Mutation::Timers) process.kinds = 0;
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
    if (view_.goroutines[p].content->goroutine->frames.empty()) return process.conflicts;  // ending
    append_conflicts(env_, view_, p, process.met, process.conflicts);
  } else {
    append_timer_conflicts(env_, view_, view_.timers[p - goroutines], process.conflicts);
  }
  if (process.hides) append_hidden(process);
  return process.conflicts;
}

/// Library code that relies on a step being one piece (context, time, sync.Pool ...) accesses what it shares without a
/// visible operation: what the process's steps would touch now conflicts with whoever may touch it too.
void PersistentSets::append_hidden(Process& process) {
  std::vector<StepLog::Hidden> hidden;
  for (const std::uint32_t t : process.transitions) (*trial_)((*enabled_)[t], nullptr, hidden);
  const bool visible = !env_.visible_locations.empty();
  for (const StepLog::Hidden& h : hidden) {
    if (h.object >= view_.objects.size()) continue;  // made by the step
    Kinds kinds = bit(Kind::HiddenWrite);
    if (h.write) kinds |= bit(Kind::HiddenRead);
    if (visible) kinds |= Kind::Write | Kind::AtomicWrite;
    if (visible && h.write) kinds |= Kind::Read | Kind::AtomicLoad;
    const Conflict conflict{h.object, kinds};
    if (std::ranges::find(process.conflicts, conflict) == process.conflicts.end()) {
      process.conflicts.push_back(conflict);
    }
  }
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

/// Processes outside that will, by their code, do an operation of these kinds on the object; and those that may do one on an
/// object which is not known, if their component reaches it.
PersistentSets::Set PersistentSets::disturbers(const Conflict& c, Set inside) {
  const Set outside = all_ & ~inside;
  Set able = 0, known = 0;
  for (Set rest = outside; rest != 0; rest &= rest - 1) {
    const int q = std::countr_zero(rest);
    const Process& process = processes_[static_cast<std::size_t>(q)];
    if ((process.kinds & c.kinds) == 0 && c.kinds != kEverything) continue;
    const Set self = Set{1} << q;
    if (c.object == kAnywhere) {
      known |= self;
      continue;
    }
    if ((process.unlocated & c.kinds) != 0 || c.kinds == kEverything) able |= self;
    for (const Located& l : process.located) {
      if (l.object != c.object || (l.kinds & c.kinds) == 0) continue;
      if (c.offset == kAnyOffset || c.offset == l.offset) known |= self;
    }
  }
  if (able == 0 || env_.options.mutation == Mutation::Unlocated) return known;
  if (!reach_known_) find_reach();
  Set component = reach_[c.object] & outside;
  if (env_.options.mutation != Mutation::Component) {
    for (Set fresh = component; fresh != 0;) {
      const int q = std::countr_zero(fresh);
      fresh &= fresh - 1;
      const Set more = neighbours_[static_cast<std::size_t>(q)] & outside & ~component;
      component |= more;
      fresh |= more;
    }
  }
  return (able & component) | known;
}

std::uint32_t PersistentSets::alive(const StateView& view) {
  std::uint32_t n = 0;
  for (const Component& c : view.goroutines) {
    const auto status = c.content->goroutine->status;
    n += status != Goroutine::Status::Finished && status != Goroutine::Status::Goexited ? 1 : 0;
  }
  return n;
}

/// Does a step of the process print or end the program? What is printed later does not count any more.
bool PersistentSets::changes_record(std::uint32_t p) const {
  if (!env_.options.outcomes || p >= view_.goroutines.size()) return false;
  if (view_.process_record != 0) {
    const auto& record = env_.contents.get(view_.process_record).words;
    if (static_cast<ProcessEnd::Kind>(record[0]) != ProcessEnd::Kind::None) return false;
  }
  const Goroutine& g = *view_.goroutines[p].content->goroutine;
  if (g.status == Goroutine::Status::Ending) {
    const auto end = static_cast<Goroutine::Status>(g.rank);
    return end == Goroutine::Status::Crashed || (p == 0 && end == Goroutine::Status::Finished);
  }
  const Op op = env_.program.functions[g.frames.back().function].code[g.frames.back().pc].op;
  return op == Op::Print || op == Op::Exit;
}

/// Does one of the process's transitions start or end a goroutine?
bool PersistentSets::changes_count(const Process& process) {
  const std::uint32_t before = alive(view_);
  StateView after;
  StateWords words;
  std::vector<StepLog::Hidden> hidden;
  for (const std::uint32_t t : process.transitions) {
    (*trial_)((*enabled_)[t], &words, hidden);
    after.read(env_, words);
    if (alive(after) != before) return true;
  }
  return false;
}

PersistentSets::Set PersistentSets::close(std::uint32_t seed) {
  Set inside = Set{1} << seed;
  Set counting = 0;
  for (Set rest = env_.counts_goroutines ? all_ : 0; rest != 0; rest &= rest - 1) {
    const int q = std::countr_zero(rest);
    if ((processes_[static_cast<std::size_t>(q)].kinds & bit(Kind::Count)) != 0) counting |= Set{1} << q;
  }
  if (env_.options.mutation == Mutation::Counting) counting = 0;
  for (Set fresh = inside; fresh != 0;) {
    const auto p = static_cast<std::uint32_t>(std::countr_zero(fresh));
    fresh &= fresh - 1;
    if (changes_record(p) && env_.options.mutation != Mutation::Record) return all_;
    Set more = 0;
    for (const Conflict& c : conflicts(p)) {
      more |= disturbers(c, inside | more);
    }
    if ((counting & ~inside) != 0 && changes_count(processes_[p])) more |= counting & ~inside;
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
                            const Trial& trial, std::vector<std::uint32_t>& chosen) {
  chosen.clear();
  const auto take_all = [&] {
    for (std::uint32_t i = 0; i < enabled.size(); ++i) chosen.push_back(i);
  };
  if (enabled.size() < 2) return take_all();
  enabled_ = &enabled;
  trial_ = &trial;
  read(state, enabled);
  if (process_count_ > kMaxProcesses) return take_all();
  Set best = all_;
  std::uint32_t best_count = ~0U;
  for (const bool reluctant : {false, true}) {
    for (std::uint32_t p = 0; p < process_count_ && best_count > 1; ++p) {
      const Process& seed = processes_[p];
      if (seed.transitions.empty() || seed.prefers_others != reluctant) continue;
      const Set closed = close(p);
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

/// What disturbs a blocked operation is what makes it possible (independence.cpp).
std::vector<std::uint32_t> PersistentSets::helpers(const StateWords& state, std::uint32_t slot) {
  read(state, {});
  std::vector<std::uint32_t> out;
  if (process_count_ > kMaxProcesses || view_.goroutines[slot].content->goroutine->frames.empty()) return out;
  std::vector<Conflict> needed;
  append_conflicts(env_, view_, slot, 0, needed);
  Set able = 0;
  for (const Conflict& c : needed) able |= disturbers(c, Set{1} << slot);
  for (std::uint32_t p = 0; p < view_.goroutines.size(); ++p) {
    if ((able >> p & 1) != 0) out.push_back(p);
  }
  return out;
}

base::Pool<PersistentSets>::Loan SharedPersistentSets::lend() const {
  std::call_once(analysed_, [&] { analyses_ = std::make_unique<const Analyses>(env_); });
  return sets_.lend(env_, *analyses_);
}

void SharedPersistentSets::choose(const StateWords& state, const std::vector<Transition>& enabled,
                                  const PersistentSets::Trial& trial,
                                  std::vector<std::uint32_t>& chosen) const {
  lend()->choose(state, enabled, trial, chosen);
}

std::vector<std::uint32_t> SharedPersistentSets::helpers(const StateWords& state, std::uint32_t slot) const {
  return lend()->helpers(state, slot);
}

}  // namespace model::runtime::reduction
