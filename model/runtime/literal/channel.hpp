#pragma once
// Channel operations as runtime/chan.go and runtime/select.go have them, branch by branch: a goroutine that finds nothing ready
// parks in the FIFO wait queues of all its channels, and the partner that comes later hands over and wakes it. The oracle of
// rules/channel.hpp.
//
// A queue is not stored: a parked goroutine has its rank in the order of parking, and the queue of a channel is who is parked at
// an operation on it, by rank (a select is in all its queues since the same moment).

#include <vector>

#include "model/runtime/interpreter.hpp"

namespace model::runtime::literal {

/// Appends what the goroutines that are not parked can do with channels.
void append_channel_transitions(World& world, std::vector<Transition>& out);
/// A send, receive, select, close: choice = ready case, or the number of cases for default.
void channel_perform(Interpreter& in, std::uint32_t choice);
/// A value that a timer put into the buffer goes to the goroutine that waits for it, if any: `sendTime` finds it in recvq.
void hand_over(World& world, const Slot& channel, StepLog& log, std::vector<std::uint32_t>& moved);
/// gopark with the sudogs enqueued, those on one channel in the `order` of queue_orders.
void park(Interpreter& in, std::uint32_t order);

}  // namespace model::runtime::literal
