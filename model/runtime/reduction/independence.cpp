// The table of independence for the guard machine (Godefroid 1996, Valmari 1990: persistent sets and necessary enabling
// sets). Row: the operation t at which goroutine p stands, in the state at hand. Entry: the kinds of operations u such that
// if others do u before t, t becomes possible or impossible or t u and u t differ. Others means without p: a Lock of a mutex
// that p holds cannot happen before p's Unlock, so it is no entry of Unlock. What is not argued here conflicts with
// everything on its object.
//
// Two steps that touch only different objects commute, in the heap and in what is ordered before what, since each edge of
// happens-before goes through the object of an operation. Plain accesses that follow in the same step have no entry: two
// that conflict and are not ordered are a race, which every order of the steps shows (knowledge.hpp); those of locations
// that race are operations of their own here.

#include "model/runtime/reduction/independence.hpp"

#include "model/runtime/rules/channel.hpp"

namespace model::runtime::reduction {

using program::Instruction;
using program::Op;

namespace {

constexpr Kinds kReadWriteLock = Kind::ReadLock | Kind::ReadUnlock | Kind::TryReadLock | Kind::Announce |
                                 Kind::WaitForReaders | Kind::Release | Kind::TryWriteLock;

struct Case {
  bool is_send = false;
  std::uint32_t channel = 0;
};

/// A case of a channel operation. `met`: an enabled rendezvous.
void channel_case(const Environment& env, const StateView& state, const Case& c, bool met,
                  std::vector<Conflict>& out) {
  if (c.channel == 0) return;  // nil: never
  const Object& o = *state.objects[c.channel].content->object;
  const std::uint32_t size = env.program.types[env.program.types[o.type].element].slots;
  const auto kind = [&](ChannelKind k) { return channel_bit(k, size); };
  const Kinds send = kind(ChannelKind::Send), receive = kind(ChannelKind::Receive),
              close = kind(ChannelKind::Close), len = kind(ChannelKind::Len),
              watch = env.options.mutation == Mutation::Watch ? 0 : kind(ChannelKind::Watch);
  const bool forget_disabled = env.options.mutation == Mutation::DisabledCases;
  Kinds k = 0;
  if (o.closed) {
    // A send panics and a receive of an empty channel gives zero, whatever others do.
    if (!c.is_send && o.count > 0) k = receive | len;
  } else if (o.capacity == 0) {
    // Others compete for the partner; without one, only who may come to be one.
    k = (c.is_send ? receive : send) | close;
    if (met) k |= send | receive;
    if (!met && forget_disabled) k = 0;
  } else if (c.is_send) {
    // With room: a receive makes more. Full: necessary for room.
    k = o.count < o.capacity ? send | close | watch | len : receive | close;
    if (o.count >= o.capacity && forget_disabled) k = 0;
  } else {
    // With an element: a send puts one behind it, a close takes none away. Empty: necessary for an element.
    k = o.count > 0 ? receive | watch | len : send | close;
    if (o.count == 0 && forget_disabled) k = 0;
  }
  // A start or stop of a timer may drain its channel, a start leads to a send.
  if (k != 0) out.push_back({c.channel, k | Kind::TimerChange});
}

}  // namespace

void append_conflicts(const Environment& env, const StateView& state, std::uint32_t g,
                      std::uint64_t met, std::vector<Conflict>& out) {
  const Component& component = state.goroutines[g];
  const Goroutine& goroutine = *component.content->goroutine;
  const Frame& frame = goroutine.frames.back();
  const program::Function& function = env.program.functions[frame.function];
  const Instruction& in = function.code[frame.pc];
  const auto object = [&](std::int32_t slot) {
    return component.object(frame.slots[static_cast<std::size_t>(slot)]);
  };
  // Of the operations below b is a slot; where a local loop was cut it may be anything.
  const bool refers = program::op_visible(in.op) && in.op != Op::Select && in.b >= 0 &&
                      static_cast<std::size_t>(in.b) < frame.slots.size();
  const std::uint32_t at = refers ? object(in.b) : 0;
  // The word of a synchronisation object, `offset` after what the operation refers to.
  const auto word = [&](std::uint32_t offset) {
    const Slot& ref = frame.slots[static_cast<std::size_t>(in.b)];
    const std::size_t place = ref_offset(ref) + std::size_t{offset};
    const auto& slots = state.objects[at].content->object->slots;
    return place < slots.size() ? slots[place].bits : 0;
  };
  const auto add = [&](Kinds kinds) {
    if (at != 0) out.push_back({at, kinds, ref_offset(frame.slots[static_cast<std::size_t>(in.b)])});  // nil: panics, whatever others do
  };
  // Plain accesses that are operations of their own may touch the same words.
  const Kinds plain = env.visible_locations.empty() ? 0 : Kind::Read | Kind::Write;
  switch (in.op) {
    case Op::ChanSend:
    case Op::ChanReceive: {
      const bool is_send = in.op == Op::ChanSend;
      return channel_case(env, state, {is_send, object(is_send ? in.a : in.b)}, (met & 1) != 0, out);
    }
    case Op::Select: {
      // All cases, also the ones that are not possible now; a default is possible iff none of them is.
      const program::Select& select = function.selects[static_cast<std::size_t>(in.b)];
      for (std::size_t i = 0; i < select.cases.size(); ++i) {
        const program::SelectCase& c = select.cases[i];
        channel_case(env, state, {c.is_send, object(c.channel)},
                     i >= 64 || (met >> i & 1) != 0, out);
      }
      return;
    }
    case Op::ChanClose: {
      const std::uint32_t channel = object(in.a);
      if (channel == 0) return;
      const Object& o = *state.objects[channel].content->object;
      if (o.closed) return;  // panics
      const std::uint32_t size = env.program.types[env.program.types[o.type].element].slots;
      Kinds k = channel_bit(ChannelKind::Send, size) | channel_bit(ChannelKind::Close, size) |
                (env.options.mutation == Mutation::Watch ? 0 : channel_bit(ChannelKind::Watch, size));
      if (o.capacity == 0) k |= channel_bit(ChannelKind::Receive, size);
      out.push_back({channel, k | Kind::TimerChange});
      return;
    }
    case Op::ChanLen: {
      if (at == 0) return;
      const Object& o = *state.objects[at].content->object;
      if (o.capacity == 0) return;  // always 0
      const std::uint32_t size = env.program.types[env.program.types[o.type].element].slots;
      return add(channel_bit(ChannelKind::Send, size) | channel_bit(ChannelKind::Receive, size) |
                 bit(Kind::TimerChange));
    }
    case Op::MutexLock:
      if (at == 0) return;
      // Held: necessary for it to be free.
      if (word(0) != 0) return add(env.options.mutation == Mutation::HeldLock ? 0 : bit(Kind::Unlock));
      return add(Kind::Lock | Kind::TryLock | bit(Kind::Unlock) | Kind::TryWriteLock);
    case Op::MutexUnlock:
      if (at == 0) return;
      if (word(0) == 0) return add(Kind::Lock | Kind::TryLock | bit(Kind::Unlock) | Kind::TryWriteLock);
      // Of the others only who does not lock it first can unlock it.
      if (env.options.mutation == Mutation::FirstUnlock) return add(Kind::TryLock | Kind::TryWriteLock);
      return add(Kind::TryLock | Kind::FirstUnlock | bit(Kind::TryWriteLock));
    case Op::MutexTryLock:
      return add(Kind::Lock | Kind::TryLock | bit(Kind::Unlock) | Kind::TryWriteLock);
    case Op::RWMutexRLock: {
      if (at == 0) return;
      if (word(1) != 0) return add(bit(Kind::Release));
      // An RUnlock to come may be of no lock but this one, also where others hold it now.
      const bool needed = word(2) == 0 || env.options.mutation != Mutation::ReadCount;
      return add(Kind::Announce | Kind::WaitForReaders | bit(Kind::Release) | Kind::TryWriteLock |
                 (needed ? bit(Kind::ReadUnlock) : 0));
    }
    case Op::RWMutexRUnlock:
      if (at == 0) return;
      return add(Kind::WaitForReaders | Kind::TryWriteLock | bit(Kind::ReadUnlock) | Kind::Release |
                 (word(2) == 0 ? Kind::ReadLock | Kind::TryReadLock : Kinds{0}));
    case Op::RWMutexWait:
      if (at != 0 && word(2) != 0) return add(bit(Kind::ReadUnlock));
      return add(kReadWriteLock);
    case Op::RWMutexTryRLock:
    case Op::RWMutexAnnounce:
    case Op::RWMutexRelease:
      return add(kReadWriteLock);
    case Op::RWMutexTryLock:
      return add(kReadWriteLock | Kind::Lock | Kind::TryLock | Kind::Unlock);
    case Op::WaitGroupAdd: {
      if (at == 0) return;
      // While the counter is above zero nobody's Wait can happen before.
      const auto counter = static_cast<std::int64_t>(word(0));
      if (counter > 0 || env.options.mutation == Mutation::GroupZero) return add(bit(Kind::GroupAdd));
      return add(Kind::GroupAdd | Kind::GroupWait);
    }
    case Op::WaitGroupWait:
      // Of two Waits only the later one is remembered to meet an Add from zero.
      return add(at != 0 && word(0) == 0 ? Kind::GroupAdd | Kind::GroupWait : bit(Kind::GroupAdd));
    case Op::SemaphoreAcquire:
      if (at != 0 && word(0) == 0) return add(bit(Kind::Give));
      return add(Kind::Acquire | Kind::Give);
    case Op::SemaphoreRelease:
      return add(Kind::Acquire | Kind::Give);
    case Op::CondWait:
      if (at == 0 || word(0) != 0) return;  // notified: that stays
      return add(bit(Kind::CondSignal));
    case Op::CondAdd:
    case Op::CondSignal:
    case Op::CondBroadcast:
      return add(Kind::CondAdd | Kind::CondSignal);
    case Op::AtomicLoad:
      return add(bit(Kind::AtomicWrite) | (plain & bit(Kind::Write)));
    case Op::AtomicStore:
    case Op::AtomicAdd:
    case Op::AtomicSwap:
    case Op::AtomicCompareAndSwap:
    case Op::AtomicAnd:
    case Op::AtomicOr:
    case Op::SyncStep:
      return add(Kind::AtomicLoad | Kind::AtomicWrite | plain);
    case Op::TimerStart:
    case Op::TimerStop: {
      if (at == 0) return;
      add(Kind::TimerChange | Kind::TimerFire);
      const Component& timer = state.objects[at];
      const std::uint32_t channel = timer.object(timer.content->object->slots[1]);
      if (channel != 0) out.push_back({channel, kEverything});
      return;
    }
    case Op::MapIterNext: {
      // A choice of its own, but for what others do to the map meanwhile.
      if (at == 0) return;
      const Component& iterator = state.objects[at];
      const std::uint32_t map = iterator.object(iterator.content->object->slots[0]);
      if (map != 0) out.push_back({map, bit(Kind::MapWrite)});
      return;
    }
    case Op::Choose:
    case Op::Yield:
    case Op::Sleep:  // any time: it may end at any moment
      return;
    case Op::Exit:  // with outcomes the step changes the process's record, see persistent.cpp
    case Op::Print:
      return;
    case Op::NumGoroutine:
      out.push_back({kAnywhere, kEverything});
      return;
    default: {
      // A plain access of a location that races, or a cut in a long local loop.
      if (plain == 0) return;
      std::vector<program::OperandRange> operands;
      program::append_operands(env.program, function, in, operands);
      for (const program::OperandRange& o : operands) {
        if (o.write) continue;
        for (std::int32_t s = o.slot; s < o.slot + o.count; ++s) {
          const std::uint32_t accessed = object(s);
          if (accessed == 0) continue;
          if (in.op == Op::Native) {  // of a slice in an interface: behind the box
            for (const std::uint32_t l : state.objects[accessed].links) {
              out.push_back({l, ((Kind::Read | Kind::Write) | Kind::AtomicLoad | Kind::AtomicWrite) |
                                    Kind::HiddenRead | Kind::HiddenWrite});
            }
          }
          const bool reads = in.op == Op::Load || in.op == Op::MapLoad || in.op == Op::MapLen;
          Kinds k = Kind::Write | Kind::AtomicWrite | Kind::HiddenWrite;
          if (!reads) k |= (Kind::Read | Kind::AtomicLoad) | Kind::HiddenRead;
          out.push_back({accessed, k});
        }
      }
      return;
    }
  }
}

void append_timer_conflicts(const Environment& env, const StateView& state, std::uint32_t timer,
                            std::vector<Conflict>& out) {
  out.push_back({timer, bit(Kind::TimerChange)});
  const Component& t = state.objects[timer];
  const std::uint32_t channel = t.object(t.content->object->slots[1]);
  if (channel == 0) return;
  // It sends if there is room; since Go 1.23 only while somebody receives.
  const Object& o = *state.objects[channel].content->object;
  const std::uint32_t size = env.program.types[env.program.types[o.type].element].slots;
  Kinds k = bit(Kind::TimerChange);
  for (const ChannelKind c : {ChannelKind::Send, ChannelKind::Receive, ChannelKind::Close,
                              ChannelKind::Len, ChannelKind::Watch}) {
    k |= channel_bit(c, size);
  }
  out.push_back({channel, k});
}

}  // namespace model::runtime::reduction
