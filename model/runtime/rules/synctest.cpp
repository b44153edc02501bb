// testing/synctest. A bubble is an object that its goroutines, channels and timers refer to
// (runtime/synctest.go). Its clock moves only when all of its goroutines are durably blocked: so
// who waits in which queue can be seen, and channels have queues (Environment::queues). Whoever
// stands at an operation that is not enabled is blocked or about to be, which nobody can tell
// apart.
//
// `maybeWakeLocked`: an idle bubble first runs timers that are due, else wakes the caller of Wait,
// else its root, which moves the clock to the next timer, or returns. The root runs timers in a
// loop while the goroutines it has woken run already: until the next Wait a timer that is due may
// fire at any moment (Object::active of the bubble).

#include <algorithm>

#include "model/runtime/checkdead.hpp"
#include "model/runtime/rules/channel.hpp"
#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Op;

namespace {

const program::Instruction& instruction_of(const World& world, const Goroutine& g) {
  const Frame& f = g.frames.back();
  return world.environment().program.functions[f.function].code[f.pc];
}

bool is_in(const Goroutine& g, const Slot& bubble) {
  return g.bubble == bubble && g.status != Goroutine::Status::Finished &&
         g.status != Goroutine::Status::Goexited;
}

/// Does a Wait for the WaitGroup block durably? Of those behind package variables none does.
bool is_associated(World& world, const Slot& group, const Slot& bubble) {
  return world.object(group).slots[ref_offset(group) + kWaitGroupBubble] == bubble;
}

/// `isIdleInSynctest`, for a goroutine that stands in the bubble.
bool is_durably_blocked(World& world, std::uint32_t number) {
  const Goroutine& g = world.goroutine(number);
  const program::Instruction& in = instruction_of(world, g);
  const auto slot = [&](std::int32_t at) {
    return g.frames.back().slots[static_cast<std::size_t>(at)];
  };
  switch (in.op) {
    case Op::ChanSend:
    case Op::ChanReceive:
    case Op::Select: {
      if (!g.parked || in_network(world, g)) return false;
      std::vector<ChannelCase> cases;
      bool has_default = false;
      channel_cases(world.environment(), g, cases, has_default);
      return std::ranges::all_of(cases, [&](const ChannelCase& c) {
        return !c.channel.ref || world.object(c.channel).bubble == g.bubble;
      });
    }
    case Op::Sleep:
      return g.sleeping && g.remaining != 0;
    case Op::CondWait:
      return world.object(slot(in.b)).slots[0].bits == 0;
    case Op::WaitGroupWait: {
      const Slot group = slot(in.b);
      return group.ref && world.object(group).slots[ref_offset(group)].bits != 0 &&
             is_associated(world, group, g.bubble);
    }
    case Op::SemaphoreAcquire: {
      const Slot semaphore = slot(in.b);
      if (!world.environment().program.functions[g.frames.back().function].name.ends_with(
              "(*WaitGroup).Wait"))
        return false;
      return world.object(semaphore).slots[ref_offset(semaphore)].bits == 0 &&
             is_associated(
                 world,
                 make_ref(ref_object(semaphore), ref_offset(semaphore) - kWaitGroupSemaphore),
                 g.bubble);
    }
    case Op::SynctestRun:
    case Op::SynctestWait:
      return true;
    default:
      return false;
  }
}

std::uint32_t waiters(World& world, const Slot& bubble) {
  std::uint32_t n = 0;
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    const Goroutine& g = world.goroutine(i);
    n += g.bubble == bubble && g.status == Goroutine::Status::Standing &&
                 instruction_of(world, g).op == Op::SynctestWait
             ? 1
             : 0;
  }
  return n;
}

bool has_due_timer(World& world, const Slot& bubble) {
  return std::ranges::any_of(world.timers(), [&](std::uint32_t t) {
    return world.object(t).bubble == bubble && world.object(t).remaining == 0;
  });
}

/// Whoever waits for the bubble is ordered after what its goroutines did before they blocked or
/// ended (`raceaddr`).
void learn_from_bubble(Interpreter& in, const Slot& bubble) {
  World& world = in.world();
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    if (i == in.self() || !is_in(world.goroutine(i), bubble)) continue;
    if (Action* a = in.act(Action::Kind::BubbleLeave, bubble)) a->goroutine = i;
    world.knowledge().join(memory_carrier(bubble), goroutine_carrier(i));
  }
  in.act(Action::Kind::BubbleWait, bubble);
  world.knowledge().acquire(Edge::Bubble, goroutine_carrier(in.self()), memory_carrier(bubble));
}

}  // namespace

bool is_idle(World& world, const Slot& bubble) {
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    const Goroutine& g = world.goroutine(i);
    if (!is_in(g, bubble)) continue;
    if (g.status != Goroutine::Status::Standing || !is_durably_blocked(world, i)) return false;
  }
  return waiters(world, bubble) <= 1;  // of two one panics
}

std::uint32_t synctest_choices(Interpreter& in) {
  const Slot bubble = in.goroutine().bubble;
  const bool waits = in.instruction().op == Op::SynctestWait;
  if (waits && waiters(in.world(), bubble) > 1) return 1;
  if (!is_idle(in.world(), bubble) || has_due_timer(in.world(), bubble)) return 0;
  return waits || waiters(in.world(), bubble) == 0 ? 1 : 0;
}

bool moves_clock(World& world, const Goroutine& g) {
  if (g.status != Goroutine::Status::Standing || instruction_of(world, g).op != Op::SynctestRun)
    return false;
  return !world.object(g.bubble).closed && next_deadline(world, g.bubble) != 0;
}

void synctest_perform(Interpreter& in) {
  World& world = in.world();
  const program::Instruction& instruction = in.instruction();
  const Slot bubble = in.goroutine().bubble;
  if (instruction.op == Op::SynctestWait) {
    const bool alone = waiters(world, bubble) <= 1;
    in.note("synctest.Wait", {});
    if (alone) {
      world.change_object(bubble).active = false;
      learn_from_bubble(in, bubble);
    }
    in.slot(instruction.a) = scalar(alone ? 1 : 0);
    return in.next();
  }
  if (moves_clock(world, in.goroutine())) {
    in.note("clock", {}, std::to_string(next_deadline(world, bubble)) + "ns");
    world.change_object(bubble).active = true;
    return pass_time(world, bubble);
  }
  in.note("synctest.Test", {}, "ends");
  bool alone = true;
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    alone = alone && (i == in.self() || !is_in(world.goroutine(i), bubble));
  }
  learn_from_bubble(in, bubble);
  const std::uint64_t reason = world.object(bubble).closed ? 2 : 1;
  in.slot(instruction.a) = scalar(alone ? 0 : reason);
  in.next();
}

bool associate(Interpreter& in, const Slot& group, bool in_use) {
  if (!group.ref || !in.env().bubbles) return true;
  const Slot bubble = in.goroutine().bubble;
  const std::uint32_t at = ref_offset(group) + kWaitGroupBubble;
  const Slot its = in.world().object(group).slots[at];
  const bool global = ref_object(group) <= in.env().program.globals.size();
  if (its == bubble || (global && bubble.ref)) return true;
  if (bubble.ref && !its.ref && !in_use) {
    in.world().change_object(group).slots[at] = bubble;
    return true;
  }
  in.fatal(its.ref && bubble.ref
               ? "sync: WaitGroup.Add called from multiple synctest bubbles"
               : "sync: WaitGroup.Add called from inside and outside synctest bubble");
  return false;
}

void disassociate(Interpreter& in, const Slot& group) {
  if (!group.ref || !in.env().bubbles || !in.goroutine().bubble.ref) return;
  if (is_associated(in.world(), group, in.goroutine().bubble)) {
    in.world().change_object(group).slots[ref_offset(group) + kWaitGroupBubble] = {};
  }
}

bool wakes_from_outside(Interpreter& in, const Slot& ticket) {
  World& world = in.world();
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    const Goroutine& g = world.goroutine(i);
    if (!g.bubble.ref || g.bubble == in.goroutine().bubble ||
        g.status != Goroutine::Status::Standing)
      continue;
    const program::Instruction& at = instruction_of(world, g);
    if (at.op == Op::CondWait && g.frames.back().slots[static_cast<std::size_t>(at.b)] == ticket)
      return true;
  }
  return false;
}

const char* channel_from_outside(World& world, const Goroutine& g) {
  if (!world.environment().bubbles || g.status != Goroutine::Status::Standing) return nullptr;
  const program::Instruction& in = instruction_of(world, g);
  if (world.environment().program.functions[g.frames.back().function].name == "context.ended")
    return nullptr;
  const auto is_outside = [&](const Slot& channel) {
    return channel.ref && world.object(channel).bubble.ref &&
           !(world.object(channel).bubble == g.bubble);
  };
  if (in.op == Op::ChanClose) {
    return is_outside(g.frames.back().slots[static_cast<std::size_t>(in.a)])
               ? "close of synctest channel from outside bubble"
               : nullptr;
  }
  std::vector<ChannelCase> cases;
  bool has_default = false;
  if (!channel_cases(world.environment(), g, cases, has_default)) return nullptr;
  if (std::ranges::none_of(cases, [&](const ChannelCase& c) { return is_outside(c.channel); }))
    return nullptr;
  // A select with one case is compiled as that operation.
  if (cases.size() > 1) return "select on synctest channel from outside bubble";
  return cases[0].is_send ? "send on synctest channel from outside bubble"
                          : "receive on synctest channel from outside bubble";
}

}  // namespace model::runtime
