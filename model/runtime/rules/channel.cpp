#include "model/program/natives.hpp"
#include "model/runtime/rules/channel.hpp"

#include <algorithm>
#include <cassert>

#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Instruction;
using program::Op;

bool channel_cases(const Environment& env, const Goroutine& g, std::vector<ChannelCase>& cases,
                   bool& has_default) {
  cases.clear();
  has_default = false;
  if (g.status != Goroutine::Status::Standing) return false;
  const Frame& f = g.frames.back();
  const program::Function& function = env.program.functions[f.function];
  const Instruction& in = function.code[f.pc];
  const auto slot = [&](std::int32_t at) { return f.slots[static_cast<std::size_t>(at)]; };
  switch (in.op) {
    case Op::ChanSend:
      cases.push_back({true, slot(in.a), in.b, -1, in.n});
      return true;
    case Op::ChanReceive:
      cases.push_back({false, slot(in.b), in.a, in.e, in.n});
      return true;
    case Op::Select: {
      const program::Select& select = function.selects[static_cast<std::size_t>(in.b)];
      for (const program::SelectCase& c : select.cases) {
        cases.push_back({c.is_send, slot(c.channel), c.value, c.ok, c.slots});
      }
      has_default = select.has_default;
      return true;
    }
    default:
      return false;
  }
}

std::vector<Slot> value_of(const Goroutine& g, const ChannelCase& c) {
  const auto first = g.frames.back().slots.begin() + c.value;
  return {first, first + c.slots};
}

namespace {

bool always_goes_on(Op op) {
  switch (op) {
    case Op::ChanClose:
    case Op::ChanLen:
    case Op::MutexUnlock:
    case Op::RWMutexRUnlock:
    case Op::RWMutexAnnounce:
    case Op::RWMutexRelease:
    case Op::WaitGroupAdd:
    case Op::SemaphoreRelease:
    case Op::CondAdd:
    case Op::CondSignal:
    case Op::CondBroadcast:
    case Op::AtomicLoad:
    case Op::AtomicStore:
    case Op::AtomicAdd:
    case Op::AtomicSwap:
    case Op::AtomicCompareAndSwap:
      return true;
    default:
      return false;
  }
}

/// Locks and waits: they go on in one way only, and by it learn what their object knows then.
Stand::Acquired acquired_at(const Environment& env, const Goroutine& g) {
  const Frame& f = g.frames.back();
  const program::Instruction& in = env.program.functions[f.function].code[f.pc];
  Stand::Acquired out;
  out.carrier.kind = Carrier::Kind::Memory;
  switch (in.op) {
    case Op::MutexLock:
      if (in.d == static_cast<std::int32_t>(program::Native::Quiet)) return out;
      out.edge = Edge::UnlockLock;
      break;
    case Op::MutexTryLock:
      if (env.options.mutation != Mutation::TriedLock) return out;
      out.edge = Edge::UnlockLock;
      break;
    case Op::RWMutexRLock:
      out.carrier.kind = Carrier::Kind::Writer;
      out.edge = Edge::UnlockRLock;
      break;
    case Op::RWMutexWait:
      out.carrier.kind = Carrier::Kind::Readers;
      out.edge = Edge::RUnlockLock;
      break;
    case Op::WaitGroupWait:
      out.edge = Edge::DoneWait;
      break;
    case Op::SemaphoreAcquire:
      out.edge = Edge::SourceSteps;
      break;
    default:
      return out;
  }
  const Slot ref = f.slots[static_cast<std::size_t>(in.b)];
  if (!ref.ref) return out;
  out.link = static_cast<std::int32_t>(ref_object(ref)) - 1;
  out.carrier.index = ref_offset(ref);
  return out;
}

}  // namespace

Stand stand_of(const Environment& env, const Goroutine& content) {
  Stand stand;
  if (content.status == Goroutine::Status::Ending) stand.kind = Stand::Kind::Ending;
  if (content.status != Goroutine::Status::Standing) return stand;
  std::vector<ChannelCase> cases;
  stand.kind = channel_cases(env, content, cases, stand.has_default) ? Stand::Kind::Channel : Stand::Kind::Other;
  if (stand.kind == Stand::Kind::Other) {
    const Frame& f = content.frames.back();
    stand.goes_on = always_goes_on(env.program.functions[f.function].code[f.pc].op);
    stand.acquired = acquired_at(env, content);
  }
  for (const ChannelCase& c : cases) {
    stand.offers.push_back({c.is_send, c.channel.ref ? static_cast<std::int32_t>(ref_object(c.channel)) - 1 : -1});
  }
  return stand;
}

namespace {

/// How many cases are of this one's channel and direction, up to and with it.
std::uint32_t number_among_duplicates(const std::vector<ChannelCase>& cases, std::size_t k) {
  return static_cast<std::uint32_t>(std::count_if(cases.begin(), cases.begin() + static_cast<std::ptrdiff_t>(k) + 1,
                                                  [&](const ChannelCase& c) {
                                                    return c.channel.ref && c.channel == cases[k].channel &&
                                                           c.is_send == cases[k].is_send;
                                                  }));
}

std::uint32_t duplicates(const std::vector<ChannelCase>& cases, std::size_t k) {
  return static_cast<std::uint32_t>(std::ranges::count_if(cases, [&](const ChannelCase& c) {
    return c.channel.ref && c.channel == cases[k].channel && c.is_send == cases[k].is_send;
  }));
}

}  // namespace

std::uint32_t queue_orders(const std::vector<ChannelCase>& cases) {
  std::uint32_t n = 1;
  for (std::size_t k = 0; k < cases.size(); ++k) {
    if (number_among_duplicates(cases, k) == 1) n *= duplicates(cases, k);
  }
  return n;
}

bool is_first_in_queue(const std::vector<ChannelCase>& cases, std::size_t k, std::uint64_t order) {
  for (std::size_t first = 0; first <= k; ++first) {
    if (number_among_duplicates(cases, first) != 1) continue;
    const std::uint32_t n = duplicates(cases, first);
    if (cases[first].channel == cases[k].channel && cases[first].is_send == cases[k].is_send) {
      return number_among_duplicates(cases, k) == order % n + 1;
    }
    order /= n;
  }
  return true;
}

namespace {

struct Standing {
  std::uint32_t goroutine = 0;
  const Stand* stand = nullptr;
  bool parks = false;  ///< no default, no immediate case
  bool can_park(std::size_t k, std::uint32_t mutation) const {
    if (!parks && mutation != Mutation::CanPark) return false;
    // A select enqueues its cases on one channel in any order (selectgo: lockorder starts with the pollorder).
    if (mutation != Mutation::AnyDuplicate) return true;
    for (std::size_t i = 0; i < k; ++i) {
      const Stand::Offer &a = stand->offers[i], &b = stand->offers[k];
      if (a.link == b.link && a.is_send == b.is_send) return false;
    }
    return true;
  }
};

/// The channel of a goroutine's case, or 0.
std::uint32_t channel_of(World& world, const Standing& s, std::size_t k) {
  const std::int32_t link = s.stand->offers[k].link;
  return link < 0 ? 0 : world.links_of_goroutine(s.goroutine)[static_cast<std::size_t>(link)];
}

bool is_immediate(const Object& channel, const Stand::Offer& offer) {
  if (channel.closed) return true;
  return offer.is_send ? channel.count < channel.capacity : channel.count > 0;
}

bool immediate(World& world, const Standing& s, std::size_t k) {
  const std::uint32_t number = channel_of(world, s, k);
  if (number == 0) return false;
  return is_immediate(world.content_of_object(number), s.stand->offers[k]);
}

/// A case of a goroutine that stands at a channel operation, on an unbuffered channel that is open.
struct Meeting {
  std::uint32_t goroutine = 0, choice = 0, channel = 0;
  bool can_park = false;
};

}  // namespace

void append_channel_transitions(World& world, std::vector<Transition>& out) {
  const std::uint32_t mutation = world.environment().options.mutation;
  thread_local std::vector<Meeting> senders, receivers;
  senders.clear();
  receivers.clear();
  const std::uint32_t count = world.goroutine_count();
  for (std::uint32_t g = 0; g < count; ++g) {
    const Stand& stand = world.stand(g);
    if (stand.kind != Stand::Kind::Channel) continue;
    Standing s{g, &stand, !stand.has_default};
    const std::span<const std::uint32_t> links = world.links_of_goroutine(g);
    const std::size_t first_sender = senders.size(), first_receiver = receivers.size();
    bool any = false;
    for (std::uint32_t k = 0; k < stand.offers.size(); ++k) {
      const Stand::Offer& offer = stand.offers[k];
      if (offer.link < 0) continue;
      const std::uint32_t number = links[static_cast<std::size_t>(offer.link)];
      const Object& channel = world.content_of_object(number);
      if (is_immediate(channel, offer)) {
        out.push_back({Transition::Kind::Step, g, k, 0, 0});
        s.parks = false;
        any = true;
      } else if (channel.capacity == 0) {
        (offer.is_send ? senders : receivers).push_back({g, k, number});
      }
    }
    if (stand.has_default && !any) {
      out.push_back({Transition::Kind::Step, g, static_cast<std::uint32_t>(stand.offers.size()), 0, 0});
    }
    for (std::size_t i = first_sender; i < senders.size(); ++i) senders[i].can_park = s.can_park(senders[i].choice, mutation);
    for (std::size_t i = first_receiver; i < receivers.size(); ++i) receivers[i].can_park = s.can_park(receivers[i].choice, mutation);
  }
  for (const Meeting& s : senders) {
    for (const Meeting& r : receivers) {
      if (r.channel != s.channel || r.goroutine == s.goroutine || !(s.can_park || r.can_park)) continue;
      out.push_back({Transition::Kind::Rendezvous, s.goroutine, s.choice, r.goroutine, r.choice});
    }
  }
}

namespace {

/// The select statement at which a goroutine stands, or 0.
std::uint64_t select_site(World& world, std::uint32_t g) {
  const Goroutine& goroutine = world.goroutine(g);
  if (goroutine.status != Goroutine::Status::Standing) return 0;
  const Frame& f = goroutine.frames.back();
  if (world.environment().program.functions[f.function].code[f.pc].op != Op::Select) return 0;
  return world.environment().site(f.function, f.pc);
}

}  // namespace

void append_ready_cases(World& world, std::vector<SelectChoice>& out) {
  const bool queues = world.environment().queues();
  std::vector<Standing> standing;
  for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
    const Stand& stand = world.stand(g);
    if (stand.kind != Stand::Kind::Channel) continue;
    Standing s{g, &stand, !stand.has_default};
    for (std::size_t k = 0; k < stand.offers.size(); ++k) s.parks = s.parks && !immediate(world, s, k);
    standing.push_back(s);
  }
  for (const Standing& s : standing) {
    const std::uint64_t site = select_site(world, s.goroutine);
    if (site == 0) continue;
    for (std::uint32_t k = 0; k < s.stand->offers.size(); ++k) {
      bool ready = immediate(world, s, k);
      const std::uint32_t number = channel_of(world, s, k);
      for (const Standing& r : standing) {
        if (ready || number == 0) break;
        if (r.goroutine == s.goroutine) continue;
        if (world.content_of_object(number).capacity != 0) break;
        for (std::size_t l = 0; l < r.stand->offers.size(); ++l) {
          if (r.stand->offers[l].is_send == s.stand->offers[k].is_send || channel_of(world, r, l) != number) continue;
          ready = ready || (queues ? world.goroutine(r.goroutine).parked : r.can_park(l, world.environment().options.mutation));
        }
      }
      if (ready) out.push_back({s.goroutine, site, k});
    }
  }
}

void append_taken_cases(World& world, const Transition& t, std::vector<SelectChoice>& out) {
  if (t.kind != Transition::Kind::Step && t.kind != Transition::Kind::Rendezvous) return;
  if (const std::uint64_t site = select_site(world, t.actor)) out.push_back({t.actor, site, t.choice});
  if (t.kind != Transition::Kind::Rendezvous) return;
  if (const std::uint64_t site = select_site(world, t.partner)) out.push_back({t.partner, site, t.partner_choice});
}

namespace {

void cover(Interpreter& in, std::uint32_t index) {
  if (!in.env().covered || in.instruction().op != Op::Select) return;
  in.env().covered->took(in.frame().function, static_cast<std::uint32_t>(in.instruction().b), index);
}

}  // namespace

void complete_receive(Interpreter& in, std::uint32_t index, const ChannelCase& c,
                      const std::vector<Slot>& value, bool ok) {
  // The end of a range over a channel is no event.
  const bool range_ends = in.instruction().op == Op::ChanReceive && in.instruction().flag != 0 && !ok;
  if (!range_ends) in.happen(in.case_mark(index));
  cover(in, index);
  if (in.instruction().op == Op::Select) in.slot(in.instruction().a) = scalar(index);
  for (std::int32_t i = 0; i < c.slots && c.value >= 0; ++i) {
    in.slot(c.value + i) = value.empty() ? Slot{} : value[static_cast<std::size_t>(i)];
  }
  if (c.ok >= 0) in.slot(c.ok) = scalar(ok ? 1 : 0);
  in.next();
}

void complete_send(Interpreter& in, std::uint32_t index) {
  in.happen(in.case_mark(index));
  cover(in, index);
  if (in.instruction().op == Op::Select) in.slot(in.instruction().a) = scalar(index);
  in.next();
}

namespace {

/// `closechan`.
void close_channel(Interpreter& in, const Slot& ref) {
  in.note("close", ref);
  if (!ref.ref) return in.panic_plain("close of nil channel");
  Object& channel = in.world().change_object(ref);
  if (channel.closed) return in.panic_plain("close of closed channel");
  channel.closed = true;
  in.act(Action::Kind::Close, ref);
  in.announce(in.mark_here());
  in.world().knowledge().assign({Carrier::Kind::Closed, ref_object(ref), 0}, goroutine_carrier(in.self()));
  in.happen(in.mark_here());
  in.library_effect();
  in.next();
}

}  // namespace

void channel_perform(Interpreter& in, std::uint32_t choice) {
  const Instruction& instruction = in.instruction();
  if (instruction.op == Op::ChanClose) return close_channel(in, in.slot(instruction.a));
  if (instruction.op == Op::ChanLen) {
    const Slot ref = in.slot(instruction.b);
    in.note("len", ref);
    in.slot(instruction.a) = scalar(ref.ref && !in.world().object(ref).of_timer ? in.world().object(ref).count : 0);
    return in.next();
  }
  std::vector<ChannelCase> cases;
  bool has_default = false;
  channel_cases(in.env(), in.goroutine(), cases, has_default);
  if (choice == cases.size()) {
    in.note("select default", {});
    in.announce(in.case_mark(choice));
    in.happen(in.case_mark(choice));
    in.slot(instruction.a) = scalar(~std::uint64_t{0});
    return in.next();
  }
  const ChannelCase& c = cases[choice];
  const std::uint32_t number = ref_object(c.channel);
  Knowledge& knowledge = in.world().knowledge();
  const Carrier self = goroutine_carrier(in.self());
  const program::TypeId element = in.env().program.types[in.world().object(number).type].element;
  const bool select = instruction.op == Op::Select;
  if (c.is_send) {
    const std::vector<Slot> value = value_of(in.goroutine(), c);
    in.note(select ? "select send" : "send", c.channel, in.show(element, value));
    Object& channel = in.world().change_object(number);
    if (channel.closed) return in.panic_plain("send on closed channel");
    in.announce(in.case_mark(choice));
    // The k-th receive happens before the completion of send k + capacity: both pass through the slot.
    in.act(Action::Kind::Send, c.channel);
    knowledge.exchange(Edge::Capacity, self, {Carrier::Kind::ChanSlot, number, channel.count});
    channel.slots.insert(channel.slots.end(), value.begin(), value.end());
    ++channel.count;
    if (in.env().covered) in.env().covered->filled(channel.site, channel.count, channel.capacity);
    return complete_send(in, choice);
  }
  const Object& view = in.world().object(number);
  if (view.count == 0) {
    in.note(select ? "select receive" : "receive", c.channel, "closed");
    if (select || instruction.flag == 0) in.announce(in.case_mark(choice));
    in.act(Action::Kind::ReceiveClosed, c.channel);
    knowledge.acquire(Edge::CloseReceive, self, {Carrier::Kind::Closed, number, 0});
    return complete_receive(in, choice, c, {}, false);
  }
  const std::vector<Slot> value(view.slots.begin(), view.slots.begin() + c.slots);
  in.note(select ? "select receive" : "receive", c.channel, in.show(element, value));
  in.announce(in.case_mark(choice));
  Object& channel = in.world().change_object(number);
  channel.slots.erase(channel.slots.begin(), channel.slots.begin() + c.slots);
  --channel.count;
  in.act(Action::Kind::Receive, c.channel);
  knowledge.exchange(Edge::SendReceive, self, {Carrier::Kind::ChanSlot, number, 0});
  if (in.env().options.mutation != Mutation::Rotation) knowledge.rotate(number, channel.capacity);
  complete_receive(in, choice, c, value, true);
}

void meet(Interpreter& sender, Interpreter& receiver, const Slot& channel, Knowledge& knowledge) {
  sender.act(Action::Kind::Send, channel);
  receiver.act(Action::Kind::Receive, channel);
  knowledge.meet(goroutine_carrier(sender.self()), goroutine_carrier(receiver.self()));
}

void rendezvous(World& world, const Transition& t, StepLog& log) {
  std::vector<ChannelCase> cases;
  bool has_default = false;
  Interpreter sender(world, t.actor, log);
  Interpreter receiver(world, t.partner, log);
  channel_cases(world.environment(), sender.goroutine(), cases, has_default);
  const ChannelCase send = cases[t.choice];
  channel_cases(world.environment(), receiver.goroutine(), cases, has_default);
  const ChannelCase receive = cases[t.partner_choice];
  const std::vector<Slot> value = value_of(sender.goroutine(), send);
  const program::TypeId element =
      world.environment().program.types[world.object(send.channel).type].element;
  sender.note(sender.instruction().op == Op::Select ? "select send" : "send", send.channel,
              sender.show(element, value));
  receiver.note(receiver.instruction().op == Op::Select ? "select receive" : "receive",
                send.channel, sender.show(element, value));
  // A receive on an unbuffered channel happens before its send completes, and the send before the receive completes.
  sender.announce(sender.case_mark(t.choice));
  receiver.announce(receiver.case_mark(t.partner_choice));
  meet(sender, receiver, send.channel, world.knowledge());
  complete_send(sender, t.choice);
  complete_receive(receiver, t.partner_choice, receive, value, true);
  sender.run(false);
  Interpreter(world, t.partner, log).run(false);
}

}  // namespace model::runtime
