// Events of the spec: when they happen, and what orders and protocols make of them.
//
// announce() comes before an operation hands on what its goroutine knows, happen() when it has taken what others knew: "what
// precedes A in its goroutine happens before what follows B in its own". A call into the library is announced when it begins and
// happens when its effect does: as its first channel is closed, where its model says effect(), else as it returns. In between
// the callee's frame remembers it.

#include <algorithm>

#include "model/runtime/interpreter.hpp"

namespace model::runtime {

using program::CallMode;
using program::Instruction;
using program::Op;
using program::SpecMark;
using program::SpecOrder;
using program::SpecProtocol;

namespace {

// Marks of Knowledge: order o has those from o * kRows; calls under way have those from kPending.
constexpr std::uint32_t kRows = 1U << 12;
constexpr std::uint32_t kPending = 1U << 28;

}  // namespace

bool Interpreter::watching() const {
  return env_.has_specification && world_.monitor().watch == Watch::Watching &&
         world_.process().end == ProcessEnd::Kind::None;
}

/// 0, or the index + 1 of the mark of the instruction that the goroutine stands at.
std::uint32_t Interpreter::mark_here() const {
  const Frame& f = g_->frames.back();
  const auto& marks = env_.program.functions[f.function].marks;
  return f.pc < marks.size() ? marks[f.pc] : 0;
}

/// Of a channel operation's case; the number of cases stands for default.
std::uint32_t Interpreter::case_mark(std::uint32_t index) {
  const Instruction& in = instruction();
  if (in.op != Op::Select) return mark_here();
  const program::Select& s = function().selects[static_cast<std::size_t>(in.b)];
  return index < s.cases.size() ? s.cases[index].mark : s.default_mark;
}

bool Interpreter::is_step(std::uint32_t mark) const {
  return std::ranges::any_of(env_.program.specification.marks[mark - 1].events, [&](std::uint32_t e) {
    return env_.program.specification.events[e].is_step;
  });
}

/// Will this call run code of the program? (Not that of the library; not if it panics.)
bool Interpreter::calls_user_code(const Instruction& in) {
  Slot callee;
  switch (static_cast<CallMode>(in.sub)) {
    case CallMode::Static: return !env_.program.functions[static_cast<std::size_t>(in.b)].is_library;
    case CallMode::Closure: callee = slot(in.b); break;
    case CallMode::Interface: {
      if (slot(in.b).bits == 0) return false;
      const program::Method* m = env_.find_method(static_cast<program::TypeId>(slot(in.b).bits),
                                                  static_cast<program::MethodId>(in.d));
      return m != nullptr && m->function != program::kNone && !env_.program.functions[m->function].is_library;
    }
  }
  return !is_nil(callee) && !is_library(callee);
}

bool Interpreter::is_library(const Slot& callee) {
  const auto id = callee.ref ? world_.object(callee).type
                             : static_cast<std::uint32_t>(callee.bits & ~program::kFunctionTag);
  return env_.program.functions[id].is_library;
}

/// Does a step begin here because an event happens or the watch ends? An event of an operation on a channel, lock or atomic is
/// part of its step, the return from the library part of the step with its last operation.
bool Interpreter::stops_for_event(const Instruction& in) {
  if (!watching()) return false;
  switch (in.op) {
    case Op::Event: return in.b >= 0 && is_step(static_cast<std::uint32_t>(in.b) + 1);
    case Op::Return:
      if ((frame().flags & Frame::kEntry) != 0 && env_.watches_steps) return true;
      return frame().event != 0 && g_->frames.size() > attached_ && is_step(frame().event);
    case Op::Defer: return false;
    default: {
      const std::uint32_t mark = mark_here();
      if (mark == 0 || program::op_visible(in.op)) return false;
      return (in.op != Op::Call || calls_user_code(in)) && is_step(mark);
    }
  }
}

void Interpreter::announce(std::uint32_t mark) {
  if (mark == 0 || !watching()) return;
  for_orders(mark, [&](std::uint32_t o) {
    Knowledge& knowledge = world_.knowledge();
    first_of_order(o, [&](std::uint32_t row) { knowledge.add_mark(self_, row); });
  });
}

/// Calls `act` for each order whose first event is one of the mark's.
void Interpreter::for_orders(std::uint32_t mark, const std::function<void(std::uint32_t)>& act) {
  const auto& events = env_.program.specification.marks[mark - 1].events;
  for (std::uint32_t o = 0; o < env_.program.specification.orders.size(); ++o) {
    if (std::ranges::find(events, env_.program.specification.orders[o].first) != events.end()) act(o);
  }
}

void Interpreter::first_of_order(std::uint32_t o, const std::function<void(std::uint32_t)>& add_row) {
  Monitor::Order& state = world_.monitor().orders[o];
  if (state.broken) return;
  if (state.owed) {
    log_.compared.push_back(o);
    return break_order(o);
  }
  if (env_.program.specification.orders[o].every) {
    state.rows = 1;
    return add_row(o * kRows);
  }
  if (state.rows == kRows - 1) {
    fail(Failure::Kind::Sampled, "more than " + std::to_string(kRows - 1) + " first events of an order wait for their second");
    state.broken = true;
    return;
  }
  add_row(o * kRows + state.rows++);
}

void Interpreter::second_of_order(std::uint32_t o) {
  Monitor::Order& state = world_.monitor().orders[o];
  if (state.broken) return;
  Knowledge& knowledge = world_.knowledge();
  if (state.rows > 0) log_.compared.push_back(o);
  const bool known = state.rows == 0 || knowledge.knows_mark(self_, o * kRows);
  if (!known) return break_order(o);
  if (env_.program.specification.orders[o].every || state.rows == 0) {
    state.owed = true;
    return;
  }
  knowledge.drop_mark(o * kRows, (o + 1) * kRows);
  --state.rows;
}

void Interpreter::break_order(std::uint32_t o) {
  Monitor::Order& state = world_.monitor().orders[o];
  const SpecOrder& order = env_.program.specification.orders[o];
  for (std::uint32_t i = state.rows; i-- > 0;) world_.knowledge().drop_mark(o * kRows + i, 0);
  state = {0, false, true};
  break_property(Failure::Kind::Order, o, "order " + order.text + " does not hold", order.position);
}

void Interpreter::break_property(Failure::Kind kind, std::uint32_t number, std::string message, base::Position at) {
  Failure f;
  f.kind = kind;
  f.message = std::move(message);
  f.position = at;
  f.goroutine = self_;
  f.annotation = number;
  log_.failures.push_back(std::move(f));
}

void Interpreter::happen(std::uint32_t mark) {
  if (mark == 0 || !watching()) return;
  const program::Specification& spec = env_.program.specification;
  const SpecMark& m = spec.marks[mark - 1];
  for (const std::uint32_t event : m.events) {
    log_.happened.push_back({event, self_, m.position});
    if (log_.wants_events) {
      const auto mine = std::ranges::find(log_.events.rbegin(), log_.events.rend(), self_, &Event::goroutine);
      if (mine != log_.events.rend()) mine->happened += (mine->happened.empty() ? "" : " ") + spec.events[event].name;
    }
    for (std::uint32_t o = 0; o < spec.orders.size(); ++o) {
      if (spec.orders[o].second == event) second_of_order(o);
    }
    for (std::uint32_t p = 0; p < spec.protocols.size(); ++p) step_protocol(p, event);
  }
}

void Interpreter::step_protocol(std::uint32_t p, std::uint32_t event) {
  const SpecProtocol& protocol = env_.program.specification.protocols[p];
  const auto letter = std::ranges::lower_bound(protocol.events, event);
  std::uint32_t& state = world_.monitor().protocols[p];
  if (letter == protocol.events.end() || *letter != event || state == SpecProtocol::kDead) return;
  state = protocol.next[state][static_cast<std::size_t>(letter - protocol.events.begin())];
  if (state != SpecProtocol::kDead) return;
  break_property(Failure::Kind::Protocol, p, "protocol " + protocol.name + " does not hold", protocol.position);
}

/// A call into the library that carries events begins: its frame is on top now.
void Interpreter::begin_library_call(std::uint32_t mark) {
  if (mark == 0 || !watching()) return;
  frame().event = mark;
  bool first = false;
  for_orders(mark, [&](std::uint32_t) { first = true; });
  if (!first) return;
  std::vector<bool> used;
  for (std::uint32_t i = 0; i < world_.goroutine_count(); ++i) {
    for (const Frame& f : world_.goroutine(i).frames) {
      if (f.pending == 0) continue;
      used.resize(std::max<std::size_t>(used.size(), f.pending + std::size_t{1}), false);
      used[f.pending] = true;
    }
  }
  std::uint32_t id = 1;
  while (id < used.size() && used[id]) ++id;
  frame().pending = id;
  world_.knowledge().add_mark(self_, kPending + id);
}

/// The effect of a library call takes place now.
void Interpreter::end_library_call(Frame& f) {
  if (f.event == 0) return;
  const std::uint32_t mark = f.event, pending = f.pending;
  if (watching() && pending != 0) {
    Knowledge& knowledge = world_.knowledge();
    for_orders(mark, [&](std::uint32_t o) {
      first_of_order(o, [&](std::uint32_t row) { knowledge.copy_mark(kPending + pending, row); });
    });
  }
  forget_library_call(f);
  happen(mark);
}

void Interpreter::forget_library_call(Frame& f) {
  if (f.pending != 0) world_.knowledge().drop_mark(kPending + f.pending, 0);
  f.event = f.pending = 0;
}

/// In the library: a channel is closed, or what the call is for has been done. If it carries events, they happen.
void Interpreter::library_effect() {
  for (auto f = g_->frames.rbegin(); f != g_->frames.rend(); ++f) {
    if (!env_.program.functions[f->function].is_library) return;
    if (f->event != 0) return end_library_call(*f);
  }
}

void Interpreter::begin_watch() {
  Monitor& monitor = world_.monitor();
  if (monitor.watch != Watch::NotYet) return;
  monitor.watch = Watch::Watching;
  frame().flags |= Frame::kEntry;
}

/// The entry returns: the words of protocols are complete.
void Interpreter::end_watch() {
  if (!env_.watches_steps || !watching()) return;
  const auto& protocols = env_.program.specification.protocols;
  for (std::uint32_t p = 0; p < protocols.size(); ++p) {
    const std::uint32_t state = world_.monitor().protocols[p];
    if (state == SpecProtocol::kDead || protocols[p].accepting[state]) continue;
    break_property(Failure::Kind::Protocol, p, "protocol " + protocols[p].name + " does not hold", protocols[p].position);
  }
  world_.monitor().watch = Watch::Over;
}

}  // namespace model::runtime
