// Timers. With --time any a pending timer may fire at any moment and in any order: sleeps and timers have lower bounds
// only, and for every order of starts and fires there are instants far enough apart. With --time virtual it holds the time left.
// A channel timer sends without blocking on its channel of capacity 1; a tick onto a full channel is dropped. Since 1.23
// such a channel is drained by Stop and Reset, so no stale value is received afterwards.

#include <algorithm>

#include "model/runtime/dump.hpp"
#include "model/runtime/rules/channel.hpp"
#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Op;

namespace {

bool somebody_receives_from(World& world, const Slot& channel) {
  std::vector<ChannelCase> cases;
  bool has_default = false;
  for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
    if (!channel_cases(world.environment(), world.goroutine(g), cases, has_default)) continue;
    for (const ChannelCase& c : cases) {
      if (!c.is_send && c.channel == channel) return true;
    }
  }
  return false;
}

}  // namespace

/// Since 1.23 (`timer.needsAdd`) a channel timer is in a heap only while a goroutine waits for its channel; one that is due
/// fires as soon as somebody looks.
bool timer_in_heap(World& world, std::uint32_t number) {
  const Object& timer = world.object(number);
  if (!timer.slots[1].ref || world.environment().options.go_version < 23) return true;
  return somebody_receives_from(world, timer.slots[1]);
}

void append_due_timers(World& world, std::vector<std::uint32_t>& out) {
  for (std::uint32_t i = 0; i < world.timers().size(); ++i) {
    const Object& timer = world.object(world.timers()[i]);
    if (timer.remaining != 0 || !timer_in_heap(world, world.timers()[i])) continue;
    if (timer.slots[1].ref) {
      const Object& channel = world.object(timer.slots[1]);
      if (timer.period != 0 && channel.count >= channel.capacity) continue;  // changes nothing
    }
    out.push_back(i);
  }
}

void timer_perform(Interpreter& in) {
  const program::Instruction& instruction = in.instruction();
  const Slot ref = in.slot(instruction.b);
  const bool start = instruction.op == Op::TimerStart;
  in.note(start ? "start timer" : "stop timer", ref);
  if (!ref.ref) return in.panic_nil_dereference();
  World& world = in.world();
  Object& timer = world.change_object(ref);
  auto& pending = world.timers();
  const bool was_active = timer.active;
  const bool drains = in.env().options.go_version >= 23 && timer.slots[1].ref;
  bool drained = false;
  if (drains) {
    Object& channel = world.change_object(timer.slots[1]);
    drained = channel.count > 0;
    if (drained) in.act(Action::Kind::Drain, timer.slots[1]);
    channel.count = 0;
    channel.slots.clear();
  }
  std::erase(pending, ref_object(ref));
  timer.active = false;
  timer.remaining = 0;
  if (start) {
    timer.active = true;
    const auto duration = static_cast<std::int64_t>(in.slot(instruction.b + 1).bits);
    const auto period = static_cast<std::int64_t>(in.slot(instruction.b + 2).bits);
    timer.period = period > 0 ? (in.env().virtual_time() ? static_cast<std::uint64_t>(period) : 1) : 0;
    if (in.env().virtual_time()) {
      timer.remaining = duration > 0 ? static_cast<std::uint64_t>(duration) : 0;
    }
    pending.push_back(ref_object(ref));
    in.act(Action::Kind::StartTimer, ref);
    world.knowledge().assign({Carrier::Kind::Timer, ref_object(ref), 0}, goroutine_carrier(in.self()));
  } else {
    timer.period = 0;
  }
  // A value that was in the channel had not been received: the timer still counts as active.
  if (instruction.a >= 0) in.slot(instruction.a) = scalar(was_active || drained ? 1 : 0);
  in.next();
}

void fire_timer(World& world, std::uint32_t index, StepLog& log) {
  const std::uint32_t number = world.timers()[index];
  Object& timer = world.change_object(number);
  const Slot callee = timer.slots[0], channel_ref = timer.slots[1];
  const Carrier carrier{Carrier::Kind::Timer, number, 0};
  if (log.wants_events) {
    Event e;
    e.goroutine = kNoGoroutine;
    e.operation = "timer fires";
    e.object = object_text(world, make_ref(number, 0), Op::TimerStart);
    e.position = world.environment().site_position(timer.site);
    log.events.push_back(std::move(e));
  }
  if (timer.period != 0) {
    timer.remaining = world.environment().virtual_time() ? timer.period : 0;
  } else {
    timer.active = false;
    std::erase(world.timers(), number);
  }
  const auto act = [&](std::uint32_t started, std::uint32_t capacity, std::uint32_t target) {
    if (!log.wants_actions) return;
    Action a;
    a.kind = Action::Kind::Fire;
    a.goroutine = kNoGoroutine;
    a.object = world.identity(number);
    a.other = started;
    a.capacity = capacity;
    a.target = target;
    a.position = world.environment().site_position(world.object(number).site);
    if (!log.events.empty()) a.event = static_cast<std::uint32_t>(log.events.size()) - 1;
    log.actions.push_back(std::move(a));
  };
  if (channel_ref.ref) {
    Object& channel = world.change_object(channel_ref);
    if (channel.count >= channel.capacity) return;
    act(kNoGoroutine, channel.capacity, world.identity(ref_object(channel_ref)));
    const Carrier place{Carrier::Kind::ChanSlot, ref_object(channel_ref), channel.count};
    world.knowledge().drop(place);
    world.knowledge().acquire(Edge::Timer, place, carrier);
    const program::TypeId element =
        world.environment().program.types[channel.type].element;
    channel.slots.resize(channel.slots.size() + world.environment().program.types[element].slots);
    ++channel.count;
    return;
  }
  // AfterFunc: its function runs in a goroutine of its own, started by the run time.
  const auto [function, pc] = world.environment().site_instruction(timer.site);
  Goroutine child;
  child.created_function = function;
  child.created_pc = pc;
  const std::uint32_t g = world.add_goroutine(std::move(child));
  act(g, 0, 0);
  world.knowledge().acquire(Edge::Timer, goroutine_carrier(g), carrier);
  Interpreter starter(world, g, log);
  starter.push_call(callee, {}, 0);
  starter.run(false);
}

}  // namespace model::runtime
