#include "model/runtime/literal/channel.hpp"

#include <algorithm>
#include <optional>

#include "model/runtime/rules/channel.hpp"
#include "model/runtime/rules/rule.hpp"

namespace model::runtime::literal {

using program::Op;

namespace {

struct Sudog {
  std::uint32_t goroutine = 0;
  std::uint32_t index = 0;  ///< case
  ChannelCase c;
};

/// The wait queue of a channel in one direction, oldest first (sendq or recvq).
std::vector<Sudog> queue(World& world, const Slot& channel, bool senders) {
  std::vector<std::pair<std::uint32_t, Sudog>> ranked;
  std::vector<ChannelCase> cases;
  bool has_default = false;
  for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
    const Goroutine& goroutine = world.goroutine(g);
    if (!goroutine.parked || !channel_cases(world.environment(), goroutine, cases, has_default)) continue;
    for (std::uint32_t k = 0; k < cases.size(); ++k) {
      if (cases[k].is_send == senders && cases[k].channel == channel && is_first_in_queue(cases, k, goroutine.remaining)) {
        ranked.push_back({goroutine.rank, {g, k, cases[k]}});
      }
    }
  }
  std::ranges::stable_sort(ranked, {}, [](const auto& r) { return r.first; });
  std::vector<Sudog> out;
  for (auto& r : ranked) out.push_back(r.second);
  return out;
}

bool ready(World& world, const ChannelCase& c) {
  if (!c.channel.ref) return false;
  const Object& channel = world.object(c.channel);
  if (channel.closed) return true;
  if (c.is_send) {
    return channel.count < channel.capacity || !queue(world, c.channel, false).empty();
  }
  return channel.count > 0 || !queue(world, c.channel, true).empty();
}

/// Ranks are dense: whoever parked later moves up.
void unpark(World& world, std::uint32_t g) {
  Goroutine& woken = world.change_goroutine(g);
  const std::uint32_t rank = woken.rank;
  woken.parked = false;
  woken.rank = 0;
  woken.remaining = 0;
  for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
    if (world.goroutine(i).parked && world.goroutine(i).rank > rank) --world.change_goroutine(i).rank;
  }
}

}  // namespace

void append_channel_transitions(World& world, std::vector<Transition>& out) {
  std::vector<ChannelCase> cases;
  bool has_default = false;
  for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
    if (world.goroutine(g).parked) continue;
    if (!channel_cases(world.environment(), world.goroutine(g), cases, has_default)) continue;
    if (channel_from_outside(world, world.goroutine(g)) != nullptr) {
      out.push_back({Transition::Kind::Step, g, 0, 0, 0});
      continue;
    }
    const std::size_t before = out.size();
    for (std::uint32_t k = 0; k < cases.size(); ++k) {
      if (ready(world, cases[k])) out.push_back({Transition::Kind::Step, g, k, 0, 0});
    }
    if (out.size() != before) continue;
    if (has_default) {
      out.push_back({Transition::Kind::Step, g, static_cast<std::uint32_t>(cases.size()), 0, 0});
    } else {
      for (std::uint32_t order = 0; order < queue_orders(cases); ++order) {
        out.push_back({Transition::Kind::Park, g, order, 0, 0});
      }
    }
  }
}

void hand_over(World& world, const Slot& channel, StepLog& log, std::vector<std::uint32_t>& moved) {
  const std::vector<Sudog> waiting = queue(world, channel, false);
  if (waiting.empty() || world.object(channel).count == 0) return;
  const Sudog& r = waiting.front();
  unpark(world, r.goroutine);
  moved.push_back(r.goroutine);
  Interpreter in(world, r.goroutine, log);
  runtime::channel_perform(in, r.index);
  in.run(false);
}

namespace {

/// Where there is a clock, timers on whose channels the goroutine comes to wait enter the heap
/// (`blockTimerChan`).
void wait_for_timers(Interpreter& in) {
  if (!in.env().virtual_time() && !in.goroutine().bubble.ref) return;
  std::vector<ChannelCase> cases;
  bool has_default = false;
  channel_cases(in.env(), in.goroutine(), cases, has_default);
  for (const std::uint32_t t : in.world().timers()) {
    const Object& timer = in.world().object(t);
    if (timer.closed || !timer.slots[1].ref) continue;
    if (std::ranges::any_of(cases,
                            [&](const ChannelCase& c) { return c.channel == timer.slots[1]; })) {
      in.world().change_object(t).closed = true;
    }
  }
}

}  // namespace

void park(Interpreter& in, std::uint32_t order) {
  in.note("park", {});
  std::uint32_t rank = 0;
  for (std::uint32_t i = 0; i < in.world().goroutine_count(); ++i) {
    if (in.world().goroutine(i).parked) rank = std::max(rank, in.world().goroutine(i).rank);
  }
  wait_for_timers(in);
  in.goroutine().parked = true;
  in.goroutine().rank = rank + 1;
  in.goroutine().remaining = order;
}

void channel_perform(Interpreter& in, std::uint32_t choice) {
  World& world = in.world();
  Knowledge& knowledge = world.knowledge();
  const Carrier self = goroutine_carrier(in.self());
  std::vector<ChannelCase> cases;
  bool has_default = false;
  if (const char* text = channel_from_outside(world, in.goroutine())) return in.fatal(text);
  if (in.instruction().op == Op::ChanClose) {
    // closechan: every waiter is taken out and made runnable; receivers get the zero value, senders panic.
    const Slot ref = in.slot(in.instruction().a);
    const bool closes = ref.ref && !world.object(ref).closed;
    const std::vector<Sudog> receivers = closes ? queue(world, ref, false) : std::vector<Sudog>{};
    const std::vector<Sudog> senders = closes ? queue(world, ref, true) : std::vector<Sudog>{};
    runtime::channel_perform(in, choice);
    if (!closes) return;
    const Carrier closed{Carrier::Kind::Closed, ref_object(ref), 0};
    for (const Sudog& r : receivers) {
      if (!world.goroutine(r.goroutine).parked) continue;  // a select that named the channel twice
      unpark(world, r.goroutine);
      Interpreter other(world, r.goroutine, in.log());
      if (other.instruction().flag == 0) other.announce(other.case_mark(r.index));
      other.act(Action::Kind::ReceiveClosed, ref);
      knowledge.acquire(Edge::CloseReceive, goroutine_carrier(r.goroutine), closed);
      complete_receive(other, r.index, r.c, {}, false);
      other.run(false);
    }
    for (const Sudog& s : senders) {
      if (!world.goroutine(s.goroutine).parked) continue;
      unpark(world, s.goroutine);
      Interpreter other(world, s.goroutine, in.log());
      other.panic_plain("send on closed channel");
      other.run(false);
    }
    return;
  }
  if (!channel_cases(in.env(), in.goroutine(), cases, has_default) || choice == cases.size()) {
    return runtime::channel_perform(in, choice);
  }
  const ChannelCase& c = cases[choice];
  const std::uint32_t number = ref_object(c.channel);
  const Object& channel = world.object(number);
  if (c.is_send && !channel.closed) {
    const std::vector<Sudog> waiting = queue(world, c.channel, false);
    if (waiting.empty()) return runtime::channel_perform(in, choice);
    // Past the buffer, which is empty as a receiver waits.
    const Sudog r = waiting.front();
    const std::vector<Slot> value = value_of(in.goroutine(), c);
    const Carrier other_carrier = goroutine_carrier(r.goroutine);
    in.note("send", c.channel, in.show(in.env().program.types[channel.type].element, value));
    Interpreter other(world, r.goroutine, in.log());
    in.announce(in.case_mark(choice));
    other.announce(other.case_mark(r.index));
    if (channel.capacity == 0) {
      meet(in, other, c.channel, knowledge);
    } else {
      const Carrier place{Carrier::Kind::ChanSlot, number, 0};
      in.act(Action::Kind::Send, c.channel);
      knowledge.exchange(Edge::Capacity, self, place);
      other.act(Action::Kind::Receive, c.channel);
      knowledge.exchange(Edge::SendReceive, other_carrier, place);
      knowledge.rotate(number, channel.capacity);
    }
    unpark(world, r.goroutine);
    complete_send(in, choice);
    complete_receive(other, r.index, r.c, value, true);
    in.run(false);
    return other.run(false);
  }
  if (!c.is_send) {
    const std::vector<Sudog> waiting =
        channel.closed ? std::vector<Sudog>{} : queue(world, c.channel, true);
    if (waiting.empty()) return runtime::channel_perform(in, choice);
    const Sudog s = waiting.front();
    const std::vector<Slot> sent = value_of(world.goroutine(s.goroutine), s.c);
    const Carrier other_carrier = goroutine_carrier(s.goroutine);
    Interpreter other(world, s.goroutine, in.log());
    if (channel.capacity == 0) {
      in.note("receive", c.channel, in.show(in.env().program.types[channel.type].element, sent));
      in.announce(in.case_mark(choice));
      other.announce(other.case_mark(s.index));
      meet(other, in, c.channel, knowledge);
      unpark(world, s.goroutine);
      complete_send(other, s.index);
      complete_receive(in, choice, c, sent, true);
    } else {
      // The queue is full: take the head and move the waiting sender's value to the tail, in one step.
      runtime::channel_perform(in, choice);
      Object& changed = world.change_object(number);
      other.announce(other.case_mark(s.index));
      other.act(Action::Kind::Send, c.channel);
      knowledge.exchange(Edge::Capacity, other_carrier, {Carrier::Kind::ChanSlot, number, changed.count});
      changed.slots.insert(changed.slots.end(), sent.begin(), sent.end());
      ++changed.count;
      unpark(world, s.goroutine);
      complete_send(other, s.index);
    }
    in.run(false);
    return other.run(false);
  }
  runtime::channel_perform(in, choice);
}

}  // namespace model::runtime::literal
