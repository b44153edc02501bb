// Timers. With --time any a pending timer may fire at any moment and in any order: sleeps and timers have lower bounds
// only, and for every order of starts and fires there are instants far enough apart. With --time virtual, and in a bubble of
// testing/synctest, it holds the time left.
// A channel timer sends without blocking on its channel of capacity 1; a tick onto a full channel is dropped. Since 1.23
// such a channel is drained by Stop and Reset, so no stale value is received afterwards.

#include <algorithm>
#include <limits>

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

namespace {

/// Does the timer hold the time left?
bool has_clock(const World& world, const Object& timer) {
  return timer.bubble.ref || world.environment().virtual_time();
}

/// A timer that is started due fires at once unless it is in a heap. A function's in a bubble then
/// has to wait for the bubble's root; a stopped one may be there still. `was_active`: it was
/// running.
bool fires_at_once(World& world, const Object& timer, bool was_active) {
  if (!has_clock(world, timer) || timer.remaining != 0 || timer.closed) return false;
  if (timer.slots[1].ref) return !somebody_receives_from(world, timer.slots[1]);
  return timer.bubble.ref && !was_active;
}

constexpr std::size_t kReading = 4;  ///< of time.Time {sec, nsec, r *reading, ...} in what a timer sends

constexpr std::uint64_t kSecond = 1'000'000'000;

/// What a channel timer sends, a time.Time {sec, nsec, reading, location}: the clock `late` ns ago.
/// With --time any what the library has told the timer to send, or nothing.
void send_time(World& world, const Slot& channel_ref, const Object& timer, std::uint64_t late) {
  Object& channel = world.change_object(channel_ref);
  const program::TypeId element = world.environment().program.types[channel.type].element;
  const std::size_t at = channel.slots.size();
  channel.slots.resize(at + world.environment().program.types[element].slots);
  ++channel.count;
  if (!has_clock(world, timer)) {
    std::copy(timer.slots.begin() + 2, timer.slots.end(), channel.slots.begin() + static_cast<std::ptrdiff_t>(at));
    return;
  }
  // Seconds of 1 January 2000, and of the playground's clock, since year 1.
  const std::uint64_t start = timer.bubble.ref ? 63'082'281'600 : 63'393'490'800;
  const std::uint64_t clock =
      timer.bubble.ref ? world.object(timer.bubble).remaining : world.process().clock;
  channel.slots[at] = scalar(start + (clock - late) / kSecond);
  channel.slots[at + 1] = scalar((clock - late) % kSecond);
}

// Of model/library/time/clock.go's reading {elapsed, raised,
// earlier []gap{from, least}, stamp, after [3]*stamp, period}.
constexpr std::size_t kElapsed = 0, kRaised = 1, kEarlier = 2, kStamp = 5, kPeriod = 9;
constexpr std::size_t kEarlierField = 2, kStampField = 3;
constexpr std::uint64_t kRaises = 16, kLong = 360'000'000'000'000'000;  // clock.go's `raises` and `long`

void hide(StepLog& log, std::uint32_t object, bool write) {
  if (log.hidden != nullptr) log.hidden->push_back({object, write});
}

/// The timer fires: as much has passed since earlier readings as its own knows. What endSleep does in clock.go.
void raise_readings(World& world, std::uint32_t number, StepLog& log) {
  const Object& timer = world.object(number);
  if (!timer_has_reading(timer)) return;
  hide(log, ref_object(timer.slots[kReading]), true);
  const Object own = world.object(timer.slots[kReading]);
  const Slot gaps = own.slots[kEarlier];
  for (std::uint64_t i = 0; gaps.ref && i < own.slots[kEarlier + 1].bits; ++i) {
    const auto at = static_cast<std::size_t>(ref_offset(gaps) + 2 * i);
    const Slot from = world.object(gaps).slots[at], least = world.object(gaps).slots[at + 1];
    hide(log, ref_object(from), true);
    const auto& known = world.object(from).slots;
    if (static_cast<std::int64_t>(least.bits) <= static_cast<std::int64_t>(known[kElapsed].bits) || known[kRaised].bits >= kRaises || known[kElapsed].bits >= kLong) continue;
    Object& reading = world.change_object(from);
    reading.slots[kElapsed] = least;
    ++reading.slots[kRaised].bits;
  }
}

/// Whoever looks at the clock from now on comes after what the timer has sent: what settle does in clock.go.
void stamp_reading(World& world, std::uint32_t number, StepLog& log) {
  if (!timer_has_reading(world.object(number))) return;
  const std::uint32_t latest = world.environment().latest_stamp;
  if (latest == 0 || !world.environment().timer_values) return;
  const Slot own = world.object(number).slots[kReading];
  Object stamp;
  stamp.kind = Object::Kind::Cells;
  const auto& types = world.environment().program.types;
  stamp.type = types[types[world.object(own).type].fields[kStampField].type].element;
  stamp.site = world.object(own).site;
  stamp.slots = {scalar(1)};
  const Slot ref = make_ref(world.add_object(std::move(stamp)), 0);
  world.change_object(own).slots[kStamp] = ref;
  auto& stamps = world.change_object(latest).slots;  // the last first
  std::shift_right(stamps.begin(), stamps.end(), 1);
  stamps[0] = ref;
  hide(log, latest, true);
}

/// A ticker's next tick comes no earlier than its last one: a reading of its own (model/library/time/clock.go), that knows the last
/// and what the last knew, a period later (`raises` times, so that it ends). The fourth before it forgets its own, so that the chain ends.
void next_reading(World& world, std::uint32_t number) {
  if (!timer_has_reading(world.object(number))) return;
  const Slot last = world.object(number).slots[kReading];
  Object next = world.object(last);
  const auto knows_tick = [&](const Object& reading) {
    const Slot gaps = reading.slots[kEarlier];
    return gaps.ref && reading.slots[kEarlier + 1].bits != 0 && world.object(gaps).slots[ref_offset(gaps) + 1].bits == 0;
  };
  const auto forget_tick = [](Object& reading) {
    Slot& gaps = reading.slots[kEarlier];
    gaps = make_ref(ref_object(gaps), ref_offset(gaps) + 2);
    --reading.slots[kEarlier + 1].bits;
    --reading.slots[kEarlier + 2].bits;
    if (reading.slots[kEarlier + 1].bits == 0) gaps = {};
  };
  if (knows_tick(next)) {
    const auto before = [&](const Object& reading) {
      const Slot gaps = reading.slots[kEarlier];
      return world.object(gaps).slots[ref_offset(gaps)];
    };
    Slot tick = before(next);
    for (int i = 0; i < 3 && knows_tick(world.object(tick)); ++i) tick = before(world.object(tick));
    if (knows_tick(world.object(tick))) {
      // Nor may its list lead there any more.
      const Slot gaps = world.object(tick).slots[kEarlier];
      world.change_object(gaps).slots[ref_offset(gaps)] = {};
      forget_tick(world.change_object(tick));
    }
    forget_tick(next);
  }
  const auto& types = world.environment().program.types;
  Object gaps;
  gaps.kind = Object::Kind::Cells;
  gaps.type = types[types[next.type].fields[kEarlierField].type].element;
  gaps.site = next.site;
  gaps.slots = {last, scalar(0)};
  const Slot known = next.slots[kEarlier];
  const std::size_t count = known.ref ? 2 * next.slots[kEarlier + 1].bits : 0;
  const bool grows = next.slots[kRaised].bits < kRaises;
  for (std::size_t i = 0; i < count; ++i) {
    Slot s = world.object(known).slots[ref_offset(known) + i];
    const auto least = static_cast<std::int64_t>(s.bits), period = static_cast<std::int64_t>(next.slots[kPeriod].bits);
    // Of earlier ticks only the order is known.
    if (i % 2 == 1 && least != 0 && grows && least <= std::numeric_limits<std::int64_t>::max() - period) s.bits += next.slots[kPeriod].bits;
    gaps.slots.push_back(s);
  }
  if (grows && count != 0) ++next.slots[kRaised].bits;
  next.slots[kElapsed] = next.slots[kStamp] = {};
  next.slots[kEarlier] = make_ref(world.add_object(std::move(gaps)), 0);
  next.slots[kEarlier + 1] = next.slots[kEarlier + 2] = scalar(1 + count / 2);
  const Slot ref = make_ref(world.add_object(std::move(next)), 0);
  world.change_object(number).slots[kReading] = ref;
}

/// The clock passes a channel timer that nobody waits for: whoever looks at the channel next finds
/// the value sent then
/// (`maybeRunChan`), and further ticks dropped.
void pass_channel_timer(World& world, std::uint32_t number, std::uint64_t late) {
  const Object before = world.object(number);
  const Slot channel = before.slots[1];
  if (world.object(channel).count < world.object(channel).capacity) {
    const Carrier place{Carrier::Kind::ChanSlot, ref_object(channel), world.object(channel).count};
    world.knowledge().drop(place);
    world.knowledge().acquire(Edge::Timer, place, {Carrier::Kind::Timer, number, 0});
    send_time(world, channel, before, late);
  }
  Object& timer = world.change_object(number);
  timer.closed = false;
  timer.remaining = before.period == 0 ? 0 : before.period - late % before.period;
  if (before.period == 0) {
    timer.active = false;
    std::erase(world.timers(), number);
  }
}

}  // namespace

bool timer_has_reading(const Object& timer) { return timer.slots.size() > kReading && timer.slots[kReading].ref != 0; }

void append_due_timers(World& world, std::vector<std::uint32_t>& out) {
  for (std::uint32_t i = 0; i < world.timers().size(); ++i) {
    const Object& timer = world.object(world.timers()[i]);
    if (timer.remaining != 0) continue;
    if (timer.bubble.ref) {
      if (world.object(timer.bubble).active || is_idle(world, timer.bubble)) out.push_back(i);
      continue;
    }
    if (!has_clock(world, timer)) {
      if (!timer_in_heap(world, world.timers()[i])) continue;
      if (timer.slots[1].ref && timer.period != 0 &&
          world.object(timer.slots[1]).count >= world.object(timer.slots[1]).capacity) {
        continue;  // changes nothing
      }
    }
    out.push_back(i);
  }
}

std::uint64_t next_deadline(World& world, const Slot& bubble) {
  std::uint64_t least = 0;
  const auto consider = [&](std::uint64_t remaining) {
    if (remaining != 0 && (least == 0 || remaining < least)) least = remaining;
  };
  for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
    const Goroutine& goroutine = world.goroutine(g);
    if (goroutine.bubble == bubble && goroutine.status == Goroutine::Status::Standing &&
        goroutine.sleeping) {
      consider(goroutine.remaining);
    }
  }
  for (const std::uint32_t t : world.timers()) {
    if (world.object(t).bubble == bubble && timer_in_heap(world, t))
      consider(world.object(t).remaining);
  }
  return least;
}

void pass_time(World& world, const Slot& bubble) {
  const std::uint64_t by = next_deadline(world, bubble);
  if (world.environment().reads_clock) {
    (bubble.ref ? world.change_object(bubble).remaining : world.process().clock) += by;
  }
  for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
    if (world.goroutine(g).bubble == bubble && world.goroutine(g).sleeping)
      world.change_goroutine(g).remaining -= by;
  }
  const std::vector<std::uint32_t> timers = world.timers();
  for (const std::uint32_t t : timers) {
    if (!(world.object(t).bubble == bubble)) continue;
    const std::uint64_t remaining = world.object(t).remaining;
    // A timer that somebody has waited for stays in the heap until its time has come: then either
    // comes first.
    const bool passes = remaining < by || (remaining == by && !world.object(t).closed);
    if (passes && world.object(t).slots[1].ref && !timer_in_heap(world, t)) {
      pass_channel_timer(world, t, by - remaining);
    } else {
      world.change_object(t).remaining -= std::min(remaining, by);
    }
  }
}

void timer_perform(Interpreter& in) {
  const program::Instruction& instruction = in.instruction();
  const Slot ref = in.slot(instruction.b);
  const bool start = instruction.op == Op::TimerStart;
  in.note(start ? "start timer" : "stop timer", ref);
  if (!ref.ref) return in.panic_nil_dereference();
  World& world = in.world();
  const Slot bubble = in.goroutine().bubble;
  if (const Slot its = world.object(ref).bubble; !(its == bubble)) {
    if (!bubble.ref) {
      return in.fatal(start ? "reset of synctest timer from outside bubble"
                            : "stop of synctest timer from outside bubble");
    }
    if (start || its.ref)
      return in.unmodelled(
          "a timer of another bubble or of none, used in a bubble of testing/synctest");
  }
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
  // A stopped one stays in its bubble's heap for a while.
  if (!start && was_active && timer.bubble.ref && !timer.slots[1].ref) timer.closed = true;
  bool fires = false;
  if (start) {
    timer.active = true;
    const auto duration = static_cast<std::int64_t>(in.slot(instruction.b + 1).bits);
    const auto period = static_cast<std::int64_t>(in.slot(instruction.b + 2).bits);
    const bool clock = has_clock(world, timer);
    timer.period = period > 0 ? (clock ? static_cast<std::uint64_t>(period) : 1) : 0;
    if (clock) timer.remaining = duration > 0 ? static_cast<std::uint64_t>(duration) : 0;
    pending.push_back(ref_object(ref));
    in.act(Action::Kind::StartTimer, ref);
    world.knowledge().assign({Carrier::Kind::Timer, ref_object(ref), 0}, goroutine_carrier(in.self()));
    fires = fires_at_once(world, timer, was_active);
  } else {
    timer.period = 0;
    timer.slots.resize(2);
  }
  // A value that was in the channel had not been received: the timer still counts as active.
  if (instruction.a >= 0) in.slot(instruction.a) = scalar(was_active || drained ? 1 : 0);
  in.next();
  if (fires) fire_timer(world, static_cast<std::uint32_t>(pending.size()) - 1, in.log());
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
  if (timer.bubble.ref && is_idle(world, timer.bubble))
    world.change_object(timer.bubble).active = true;
  if (!has_clock(world, timer)) raise_readings(world, number, log);
  if (timer.period != 0) {
    timer.remaining = has_clock(world, timer) ? timer.period : 0;
  } else {
    timer.active = false;
    timer.closed = false;
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
    const Object& channel = world.object(channel_ref);
    if (channel.count >= channel.capacity) return;
    act(kNoGoroutine, channel.capacity, world.identity(ref_object(channel_ref)));
    const Carrier place{Carrier::Kind::ChanSlot, ref_object(channel_ref), channel.count};
    world.knowledge().drop(place);
    world.knowledge().acquire(Edge::Timer, place, carrier);
    send_time(world, channel_ref, world.object(number), 0);
    stamp_reading(world, number, log);
    if (world.object(number).period != 0) {
      next_reading(world, number);
    } else {
      world.change_object(number).slots.resize(2);
    }
    return;
  }
  // AfterFunc: its function runs in a goroutine of its own, started by the run time.
  const auto [function, pc] = world.environment().site_instruction(timer.site);
  Goroutine child;
  child.created_function = function;
  child.created_pc = pc;
  child.bubble = timer.bubble;
  world.change_object(number).slots.resize(2);
  const std::uint32_t g = world.add_goroutine(std::move(child));
  act(g, 0, 0);
  world.knowledge().acquire(Edge::Timer, goroutine_carrier(g), carrier);
  Interpreter starter(world, g, log);
  starter.push_call(callee, {}, 0);
  starter.run(false);
}

}  // namespace model::runtime
