// sync.Cond: the ticket is taken while the lock is still held (notifyListAdd before Unlock), so the order of waiting can be
// observed and is kept: a list of tickets, each a cell that is set when its owner is notified. Signal wakes the oldest.
// Documented edge: a call of Signal or Broadcast synchronises before the Wait that it unblocks.

#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Op;

std::uint32_t cond_choices(Interpreter& in) {
  if (in.instruction().op != Op::CondWait) return 1;
  const Slot ticket = in.slot(in.instruction().b);
  return in.world().object(ticket).slots[0].bits != 0 ? 1 : 0;
}

void cond_perform(Interpreter& in) {
  const program::Instruction& instruction = in.instruction();
  const Slot ref = in.slot(instruction.b);
  World& world = in.world();
  const Carrier self = goroutine_carrier(in.self());
  if (instruction.op == Op::CondWait) {
    in.note("woken", in.slot(0));  // the Cond, not the place in its list
    in.act(Action::Kind::Woken, ref);
    world.knowledge().acquire(Edge::SignalWait, self, memory_carrier(ref));
    return in.next();
  }
  in.note(instruction.op == Op::CondAdd      ? "wait"
          : instruction.op == Op::CondSignal ? "signal"
                                             : "broadcast",
          ref);
  if (cell(in, ref) == nullptr) return;
  const auto list_slot = [&]() -> Slot& { return world.change_object(ref).slots[ref_offset(ref)]; };
  if (instruction.op == Op::CondAdd) {
    if (!list_slot().ref) {
      Object list;
      list.kind = Object::Kind::WaitList;
      list.site = in.current_site();
      const std::uint32_t number = world.add_object(std::move(list));
      list_slot() = make_ref(number, 0);
    }
    Object ticket;
    ticket.kind = Object::Kind::Cells;
    ticket.site = in.current_site();
    ticket.slots.resize(1);
    const Slot ticket_ref = make_ref(world.add_object(std::move(ticket)), 0);
    world.change_object(list_slot()).slots.push_back(ticket_ref);
    in.slot(instruction.a) = ticket_ref;
    return in.next();
  }
  if (list_slot().ref) {
    auto& tickets = world.change_object(list_slot()).slots;
    const std::size_t woken = instruction.op == Op::CondSignal ? std::min<std::size_t>(1, tickets.size())
                                                               : tickets.size();
    for (std::size_t i = 0; i < woken; ++i) {
      if (wakes_from_outside(in, tickets[i]))
        return in.fatal("semaphore wake of synctest goroutine from outside bubble");
      world.change_object(tickets[i]).slots[0].bits = 1;
      in.act(Action::Kind::Signal, tickets[i]);
      world.knowledge().assign(memory_carrier(tickets[i]), self);
    }
    tickets.erase(tickets.begin(), tickets.begin() + static_cast<std::ptrdiff_t>(woken));
    if (tickets.empty()) list_slot() = {};
  }
  in.next();
}

}  // namespace model::runtime
