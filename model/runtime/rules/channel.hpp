#pragma once
// Channel operations of the guard machine (the theorem that wait queues cannot be observed): an operation is enabled by the
// state of its channel, and an unbuffered one by a partner that stands at the other end. Nobody parks.
//
// - An immediate case is one on a closed channel, a send into room, a receive from a buffer that is not empty.
// - default is enabled iff no case is immediate: a partner that merely stands at the other end may not have arrived yet.
// - A rendezvous of case k of g with case l of h needs one of the two to be able to park: g can park iff it has no default, no
//   immediate case, and k is the first of its cases with that channel and direction (the runtime serves the first queued).
// Proof that the reachable states are those of the literal machine with the queues erased: delay each park to the last
// moment; the one of the pair that can park parks, the other runs at once. Conversely drop the parks; a hand-off past a
// buffer is a receive and a send. A parked select never has an immediate case, as whatever made it ready would have
// dequeued it; and no operation of Go reads a wait queue, so the order of arrival cannot be known.
// Test: tests/soundness compares with literal/channel.cpp.

#include <cstdint>
#include <vector>

#include "model/runtime/interpreter.hpp"

namespace model::runtime {

struct ChannelCase {
  bool is_send = false;
  Slot channel;
  std::int32_t value = -1, ok = -1;
  std::int32_t slots = 0;
};

/// The cases of the channel operation at which the goroutine stands; false if it stands at something else (or at close, len).
bool channel_cases(const Environment& env, const Goroutine& g, std::vector<ChannelCase>& cases,
                   bool& has_default);

/// Where a goroutine stands: worked out once for each content.
struct Stand {
  enum class Kind : std::uint8_t { Over, Ending, Channel, Other };
  struct Offer {
    bool is_send = false;
    std::int32_t link = -1;  ///< of the content, to the channel; -1: nil
  };
  Kind kind = Kind::Over;
  bool has_default = false;
  bool goes_on = false;  ///< Other: it can go on whatever the state, and in one way (append_choices)
  /// Other: the operation acquires from this place and can do nothing else; link -1: none such.
  struct Acquired {
    std::int32_t link = -1;  ///< of the content
    Carrier carrier;         ///< its object: to be told by the link
    Edge edge{};
  } acquired;
  std::vector<Offer> offers;  ///< Channel: a send, a receive, the cases of a select
};
Stand stand_of(const Environment& env, const Goroutine& content);

/// Appends the transitions of channel operations in which goroutines take part, steps and rendezvous.
/// Of cases on one channel in one direction only that counts which is enqueued first: how many such orders there are; is
/// case k first in the order of this number?
std::uint32_t queue_orders(const std::vector<ChannelCase>& cases);
bool is_first_in_queue(const std::vector<ChannelCase>& cases, std::size_t k, std::uint64_t order);
void append_channel_transitions(World& world, std::vector<Transition>& out);
/// The cases of select statements that Go could choose now: ready by the channel's state, or on an unbuffered channel by a partner
/// that waits (in the guard machine: that can park; in the literal one: that has parked).
void append_ready_cases(World& world, std::vector<SelectChoice>& out);
/// Those that a transition takes.
void append_taken_cases(World& world, const Transition& transition, std::vector<SelectChoice>& out);
/// One goroutine alone: choice = case, or the number of cases for default. Also close and len.
void channel_perform(Interpreter& in, std::uint32_t choice);
/// What a send and its receive on an unbuffered channel order.
void meet(Interpreter& sender, Interpreter& receiver, const Slot& channel, Knowledge& knowledge);
void rendezvous(World& world, const Transition& transition, StepLog& log);

/// Completes a receive: writes the value (zero if empty) and ok, sets a select's chosen case, goes on to the next
/// instruction.
void complete_receive(Interpreter& in, std::uint32_t index, const ChannelCase& c,
                      const std::vector<Slot>& value, bool ok);
void complete_send(Interpreter& in, std::uint32_t index);
std::vector<Slot> value_of(const Goroutine& g, const ChannelCase& c);

}  // namespace model::runtime
