// Which frame slots an instruction reads and writes: the data that liveness and the verifier need.

#include "model/program/program.hpp"

namespace model::program {

void append_operands(const Program& program, const Function& function, const Instruction& in,
                     std::vector<OperandRange>& out) {
  const auto read = [&](std::int32_t slot, std::int32_t count = 1) {
    if (slot >= 0 && count > 0) out.push_back({slot, count, false});
  };
  const auto write = [&](std::int32_t slot, std::int32_t count = 1) {
    if (slot >= 0 && count > 0) out.push_back({slot, count, true});
  };
  const auto slots = [&](TypeId type) { return static_cast<std::int32_t>(program.types[type].slots); };
  const auto wide = [](TypeKind kind) {
    return kind == TypeKind::Complex64 || kind == TypeKind::Complex128 ? 2 : 1;
  };
  const auto type = static_cast<TypeId>(in.d);
  constexpr std::int32_t kSlice = 3, kInterface = 2;
  switch (in.op) {
    case Op::Const:
    case Op::Zero:
      return write(in.a, in.n);
    case Op::Copy:
      read(in.b, in.n);
      return write(in.a, in.n);
    case Op::FrameLoad:
      read(in.b, in.n * in.d);
      read(in.c);
      return write(in.a, in.n);
    case Op::FrameStore:
      // Writes one element: the others stay, so the array is read as well.
      read(in.a, in.n * in.d);
      read(in.b);
      return read(in.c, in.n);
    case Op::GlobalAddress:
    case Op::New:
    case Op::MakeMap:
    case Op::NumGoroutine:
    case Op::FrameDepth:
      return write(in.a);
    case Op::Load:
      read(in.b);
      return write(in.a, in.n);
    case Op::Store:
      read(in.a);
      return read(in.b, in.n);
    case Op::FieldAddress:
    case Op::StringLen:
    case Op::MapLen:
    case Op::StringFromRune:
    case Op::ChanLen:
    case Op::SynctestRun:
    case Op::SynctestWait:
    case Op::ChanCap:
    case Op::ChanClosed:
    case Op::MapIterBegin:
      read(in.b);
      return write(in.a);
    case Op::ArrayIndexAddress:
    case Op::StringIndex:
      read(in.b);
      read(in.c);
      return write(in.a);
    case Op::SliceIndexAddress:
      read(in.b, kSlice);
      read(in.c);
      return write(in.a);
    case Op::NilCheck:
    case Op::ChanClose:
      return read(in.a);
    case Op::Binary: {
      const auto op = static_cast<BinaryOp>(in.sub);
      const bool shift = op == BinaryOp::ShiftLeft || op == BinaryOp::ShiftRight;
      read(in.b, wide(in.kind));
      read(in.c, shift ? 1 : wide(in.kind));
      return write(in.a, op >= BinaryOp::Eq ? 1 : wide(in.kind));
    }
    case Op::Unary:
      read(in.b, wide(in.kind));
      return write(in.a, wide(in.kind));
    case Op::Equal:
      read(in.b, slots(type));
      read(in.c, slots(type));
      return write(in.a);
    case Op::Convert:
      read(in.b, wide(static_cast<TypeKind>(in.d)));
      return write(in.a, wide(in.kind));
    case Op::ComplexMake:
      read(in.b);
      read(in.c);
      return write(in.a, 2);
    case Op::StringFromBytes:
    case Op::StringFromRunes:
      read(in.b, kSlice);
      return write(in.a);
    case Op::BytesFromString:
    case Op::RunesFromString:
      read(in.b);
      return write(in.a, kSlice);
    case Op::StringSlice:
      read(in.b);
      read(in.c);
      read(in.d);
      return write(in.a);
    case Op::StringRangeNext:
      read(in.b);
      read(in.c);
      write(in.a, 3);
      return write(in.c);
    case Op::SliceSlice:
      read(in.b, kSlice);
      read(in.c);
      read(in.d);
      read(in.e);
      return write(in.a, kSlice);
    case Op::SliceOfArray:
      read(in.b);
      return write(in.a, kSlice);
    case Op::SliceToArrayPointer:
      read(in.b, kSlice);
      return write(in.a);
    case Op::MakeSlice:
      read(in.b);
      read(in.c);
      return write(in.a, kSlice);
    case Op::Append:
      read(in.b, kSlice);
      read(in.c, kSlice);
      return write(in.a, kSlice);
    case Op::AppendString:
      read(in.b, kSlice);
      read(in.c);
      return write(in.a, kSlice);
    case Op::CopySlice:
      read(in.b, kSlice);
      read(in.c, kSlice);
      return write(in.a);
    case Op::CopyString:
      read(in.b, kSlice);
      read(in.c);
      return write(in.a);
    case Op::ClearSlice:
      return read(in.a, kSlice);
    case Op::MapLoad:
      read(in.b);
      read(in.c, slots(program.types[type].key));
      write(in.a, slots(program.types[type].element));
      return write(in.e);
    case Op::MapStore:
      read(in.a);
      read(in.b, slots(program.types[type].key));
      return read(in.c, slots(program.types[type].element));
    case Op::MapDelete:
      read(in.a);
      return read(in.b, slots(program.types[type].key));
    case Op::MapClear:
      return read(in.a);
    case Op::MapIterNext:
      // Key and value are written unless the iteration ends, so their old values may live on.
      read(in.b);
      return write(in.a);
    case Op::MakeInterface:
      read(in.b, slots(type));
      return write(in.a, kInterface);
    case Op::TypeAssert:
      read(in.b, kInterface);
      write(in.a, slots(type));
      return write(in.e);
    case Op::MakeClosure:
      read(in.c, in.n);
      return write(in.a);
    case Op::Call:
    case Op::Go:
    case Op::Defer:
      read(in.c, in.n);
      if (in.op == Op::Defer) read(in.e);
      if (static_cast<CallMode>(in.sub) == CallMode::Closure) read(in.b);
      if (static_cast<CallMode>(in.sub) == CallMode::Interface) read(in.b, kInterface);
      // What a call writes is known for static ones only; to say less is safe, it keeps more slots alive.
      if (in.op == Op::Call && static_cast<CallMode>(in.sub) == CallMode::Static) {
        write(in.a, program.functions[static_cast<std::size_t>(in.b)].result_slots);
      }
      return;
    case Op::Return:
      return read(in.a, function.result_slots);
    case Op::RunDefers:
    case Op::Throw:
    case Op::Jump:
    case Op::Event:
    case Op::Unreachable:
    case Op::Yield:
    case Op::Goexit:
      return;
    case Op::Panic:
      return read(in.a, kInterface);
    case Op::Recover:
      return write(in.a, kInterface);
    case Op::Branch:
    case Op::Sleep:
    case Op::Print:
    case Op::Exit:
    case Op::MutexLock:
    case Op::MutexUnlock:
    case Op::RWMutexRLock:
    case Op::RWMutexRUnlock:
    case Op::RWMutexAnnounce:
    case Op::RWMutexWait:
    case Op::RWMutexRelease:
    case Op::WaitGroupWait:
    case Op::CondWait:
    case Op::CondSignal:
    case Op::CondBroadcast:
    case Op::SemaphoreAcquire:
    case Op::SemaphoreRelease:
    case Op::SyncStep:
      return read(in.b);
    case Op::MakeChan:
      read(in.b);
      return write(in.a);
    case Op::ChanSend:
      read(in.a);
      return read(in.b, in.n);
    case Op::ChanReceive:
      read(in.b);
      write(in.a, in.n);
      return write(in.e);
    case Op::Select:
      for (const SelectCase& c : function.selects[static_cast<std::size_t>(in.b)].cases) {
        read(c.channel);
        if (c.is_send) read(c.value, c.slots);
      }
      // Only the chosen case's destinations are written, so they count as read, not written.
      return write(in.a);
    case Op::Choose:
    case Op::MutexTryLock:
    case Op::RWMutexTryRLock:
    case Op::RWMutexTryLock:
    case Op::CondAdd:
      read(in.b);
      return write(in.a);
    case Op::WaitGroupAdd:
      return read(in.b, 2);
    case Op::AtomicLoad:
      read(in.b);
      return write(in.a, in.n);
    case Op::AtomicStore:
      return read(in.b, 1 + in.n);
    case Op::AtomicAdd:
    case Op::AtomicAnd:
    case Op::AtomicOr:
      read(in.b, 2);
      return write(in.a);
    case Op::AtomicSwap:
      read(in.b, 1 + in.n);
      return write(in.a, in.n);
    case Op::AtomicCompareAndSwap:
      read(in.b, 1 + 2 * in.n);
      return write(in.a);
    case Op::TimerNew:
      read(in.b, 2);
      return write(in.a);
    case Op::TimerStart:
      read(in.b, 3);
      return write(in.a);
    case Op::TimerStop:
      read(in.b);
      return write(in.a);
    case Op::Native:
      read(in.b, in.n);
      return write(in.a, in.e);
  }
}

}  // namespace model::program
