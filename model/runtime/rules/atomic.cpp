// sync/atomic: sequentially consistent operations that synchronise. A load is ordered after the store it observes, and a store
// hands on what its goroutine knows (and nothing older: a later load observes this store).

#include "model/runtime/rules/rule.hpp"

namespace model::runtime {

using program::Op;

void atomic_perform(Interpreter& in) {
  const program::Instruction& instruction = in.instruction();
  const Slot ref = in.slot(instruction.b);
  const bool writes = instruction.op != Op::AtomicLoad;
  const char* told = instruction.op == Op::AtomicLoad    ? "atomic load"
                     : instruction.op == Op::AtomicStore ? "atomic store"
                     : instruction.op == Op::AtomicAdd   ? "atomic add"
                     : instruction.op == Op::AtomicSwap  ? "atomic swap"
                     : instruction.op == Op::AtomicAnd   ? "atomic and"
                     : instruction.op == Op::AtomicOr    ? "atomic or"
                                                         : "compare and swap";
  in.note(told, ref);
  if (cell(in, ref) == nullptr) return;
  const std::uint32_t at = ref_offset(ref);
  const auto n = static_cast<std::uint32_t>(instruction.n > 0 ? instruction.n : 1);
  const Carrier self = goroutine_carrier(in.self()), place = memory_carrier(ref);
  Knowledge& knowledge = in.world().knowledge();
  const auto current = [&](std::uint32_t i) -> Slot& {
    return in.world().change_object(ref).slots[at + i];
  };
  const auto argument = [&](std::uint32_t i) {
    return in.slot(instruction.b + 1 + static_cast<std::int32_t>(i));
  };
  const auto result = [&](std::uint32_t i, Slot s) {
    if (instruction.a >= 0) in.slot(instruction.a + static_cast<std::int32_t>(i)) = s;
  };
  bool stored = writes;
  std::vector<Slot> old;
  for (std::uint32_t i = 0; i < n; ++i) old.push_back(current(i));
  std::vector<Slot> operands;
  for (std::uint32_t i = 0; i < 2 * n && writes; ++i) {
    if (instruction.op != Op::AtomicCompareAndSwap && i >= n) break;
    operands.push_back(argument(i));
  }
  switch (instruction.op) {
    case Op::AtomicLoad:
      for (std::uint32_t i = 0; i < n; ++i) result(i, old[i]);
      break;
    case Op::AtomicStore:
    case Op::AtomicSwap:
      for (std::uint32_t i = 0; i < n; ++i) {
        current(i) = operands[i];
        if (instruction.op == Op::AtomicSwap) result(i, old[i]);
      }
      break;
    case Op::AtomicAdd:
      current(0) = scalar(wrap(instruction.kind, old[0].bits + operands[0].bits));
      result(0, current(0));
      break;
    case Op::AtomicAnd:
    case Op::AtomicOr:
      current(0) = scalar(instruction.op == Op::AtomicAnd ? old[0].bits & operands[0].bits
                                                          : old[0].bits | operands[0].bits);
      result(0, old[0]);
      break;
    default: {  // compare and swap
      bool panicked = false;
      const std::span<const Slot> expected(operands.data(), n);
      stored = instruction.d != 0
                   ? in.equal(static_cast<program::TypeId>(instruction.d), old, expected, panicked)
                   : std::equal(old.begin(), old.end(), expected.begin());
      if (panicked) return;
      for (std::uint32_t i = 0; i < n && stored; ++i) current(i) = operands[n + i];
      result(0, scalar(stored ? 1 : 0));
    }
  }
  in.act(instruction.op == Op::AtomicStore ? Action::Kind::AtomicStore
         : stored                          ? Action::Kind::AtomicUpdate
                                           : Action::Kind::AtomicLoad,
         ref, n);
  in.atomic_access(ref_object(ref), at, n, stored);
  if (instruction.op != Op::AtomicStore) knowledge.acquire(Edge::Atomic, self, place);
  if (stored) knowledge.assign(place, self);
  in.next();
}

}  // namespace model::runtime
