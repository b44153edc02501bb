// Backward data flow. A key is carried back over an instruction that writes a slot it mentions by putting in what is written:
// a copied slot, an address computed from another. What cannot be put in makes the key unknown, which stands for any object. An
// object that the instruction makes is none that is there now, so its key is dropped.

#include "model/runtime/reduction/uses.hpp"

#include <algorithm>
#include <optional>

namespace model::runtime::reduction {

using program::CallMode;
using program::Function;
using program::FunctionId;
using program::Instruction;
using program::Op;

namespace {

constexpr std::size_t kMostKeys = 24;
constexpr std::int32_t kFarthest = 1 << 12;

void add(Uses& uses, const Key& key, Kinds kinds) {
  if (kinds != 0) uses[key] |= kinds;
}

/// What is there for an unknown object is there for every object.
bool add_all(Uses& uses, const Uses& more) {
  bool grew = false;
  const Key unknown;
  for (const auto& [key, kinds] : more) {
    const auto any = uses.find(unknown);
    if (key != unknown && any != uses.end() && (kinds & ~any->second) == 0) continue;
    Kinds& known = uses[key];
    grew = grew || (kinds & ~known) != 0;
    known |= kinds;
  }
  return grew;
}

void limit(Uses& uses) {
  if (uses.size() <= kMostKeys) return;
  Kinds all = 0;
  for (const auto& [key, kinds] : uses) all |= kinds;
  uses = {{Key{}, all}};
}

bool mentions(const Key& key, std::int32_t first, std::int32_t count) {
  const auto in = [&](std::int32_t s) { return s >= first && s < first + count; };
  switch (key.base) {
    case Key::Base::Unknown:
    case Key::Base::Global:
      return false;
    case Key::Base::Slot:
    case Key::Base::Capture:
      return in(key.slot);
    case Key::Base::Element:
      return in(key.slot) || in(key.index);
  }
  return true;
}

/// The key in terms of the slots before the instruction; nothing for an object that the instruction makes.
std::optional<Key> put_in(const Key& key, const Instruction& in) {
  const Key unknown;
  Key out = key;
  const bool plain = key.base == Key::Base::Slot;
  switch (in.op) {
    case Op::Copy: {
      const auto moved = [&](std::int32_t s) { return s >= in.a && s < in.a + in.n ? s - in.a + in.b : s; };
      out.slot = moved(key.slot);
      if (key.base == Key::Base::Element) out.index = moved(key.index);
      return out;
    }
    case Op::GlobalAddress:
      if (!plain) return unknown;
      return Key{Key::Base::Global, in.b, 0, 0, key.offset};
    case Op::FieldAddress:
      if (!plain || key.offset + in.c > kFarthest) return unknown;
      out.slot = in.b;
      out.offset += in.c;
      return out;
    case Op::SliceIndexAddress:
    case Op::ArrayIndexAddress:
      if (!plain) return unknown;
      return Key{Key::Base::Element, in.b, in.c, in.n, key.offset};
    case Op::MakeChan:
    case Op::New:
    case Op::TimerNew:
      if (!plain) return unknown;
      return std::nullopt;
    case Op::MakeClosure:
      if (key.base != Key::Base::Capture || key.index >= in.n) return unknown;
      return Key{Key::Base::Slot, in.c + key.index, 0, 0, key.offset};
    default:
      return unknown;
  }
}

/// A callee's key in terms of the caller's slots.
Key of_caller(const Key& key, const Function& callee, const Instruction& in, bool closure) {
  const auto argument = [&](std::int32_t s) { return s < callee.parameter_slots ? in.c + s : -1; };
  Key out = key;
  switch (key.base) {
    case Key::Base::Unknown:
    case Key::Base::Global:
      return key;
    case Key::Base::Slot:
      out.slot = argument(key.slot);
      if (out.slot >= 0) return out;
      if (closure && key.slot < callee.parameter_slots + callee.capture_slots) {
        return {Key::Base::Capture, in.b, key.slot - callee.parameter_slots, 0, key.offset};
      }
      return {};
    case Key::Base::Element:
      out.slot = argument(key.slot);
      out.index = argument(key.index);
      return out.slot >= 0 && out.index >= 0 ? out : Key{};
    case Key::Base::Capture:
      out.slot = argument(key.slot);
      return out.slot >= 0 ? out : Key{};
  }
  return {};
}

}  // namespace

Kinds UseAnalysis::addressed() {
  Kinds kinds = 0;
  for (std::uint32_t size = 0; size < kChannelClasses; ++size) {
    for (const ChannelKind k : {ChannelKind::Send, ChannelKind::Receive, ChannelKind::Close,
                                ChannelKind::Len, ChannelKind::Watch}) {
      kinds |= channel_bit(k, size);
    }
  }
  for (const Kind k : {Kind::Lock, Kind::Unlock, Kind::FirstUnlock, Kind::TryLock, Kind::ReadLock, Kind::ReadUnlock,
                       Kind::TryReadLock, Kind::Announce, Kind::WaitForReaders, Kind::Release,
                       Kind::TryWriteLock, Kind::GroupAdd, Kind::GroupWait, Kind::Acquire, Kind::Give,
                       Kind::AtomicLoad, Kind::AtomicWrite}) {
    kinds |= bit(k);
  }
  return kinds;
}

UseAnalysis::UseAnalysis(const program::Program& program, const FutureAnalysis& future)
    : program_(program),
      future_(future),
      points_(program.functions.size()),
      locks_(program.functions.size()),
      targets_(program.functions.size()) {
  std::vector<FunctionId> functions;
  for (FunctionId f = 0; f < program.functions.size(); ++f) {
    if (!future.reachable(f)) continue;
    points_[f].resize(program.functions[f].code.size());
    if ((future.call(f).kinds & addressed()) != 0) functions.push_back(f);
    std::vector<bool>& targets = targets_[f];
    targets.resize(points_[f].size() + 1);
    for (const Instruction& in : program.functions[f].code) {
      if (in.op == Op::Jump || in.op == Op::Branch) targets[static_cast<std::size_t>(in.a)] = true;
      if (in.op == Op::Branch) targets[static_cast<std::size_t>(in.c)] = true;
    }
    const std::int32_t recover = program.functions[f].recover_pc;
    if (recover >= 0) targets[static_cast<std::size_t>(recover)] = true;
    find_locks(f);
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (const FunctionId f : functions) changed = update(f) || changed;
  }
}

/// One pass; true if anything grew.
bool UseAnalysis::update(FunctionId f) {
  bool grew = false;
  for (std::size_t pc = points_[f].size(); pc-- > 0;) {
    Uses now = before(f, static_cast<std::uint32_t>(pc));
    limit(now);
    Uses& known = points_[f][pc];
    if (add_all(known, now)) {
      grew = true;
      limit(known);
    }
  }
  return grew;
}

Uses UseAnalysis::before(FunctionId f, std::uint32_t pc) const {
  const Function& function = program_.functions[f];
  const Instruction& in = function.code[pc];
  Uses after;
  const auto follow = [&](std::int64_t next) {
    if (next >= 0 && next < static_cast<std::int64_t>(points_[f].size())) {
      add_all(after, points_[f][static_cast<std::size_t>(next)]);
    }
  };
  switch (in.op) {
    case Op::Jump:
      follow(in.a);
      break;
    case Op::Branch:
      follow(in.a);
      follow(in.c);
      break;
    case Op::Return:
      break;
    default:
      follow(std::int64_t{pc} + 1);
  }
  std::vector<program::OperandRange> operands;
  append_writes(program_, function, in, operands);
  const auto written = [&](const Key& key) {
    return std::ranges::any_of(operands, [&](const program::OperandRange& o) {
      return o.write && mentions(key, o.slot, o.count);
    });
  };
  Uses out;
  for (const auto& [key, kinds] : after) {
    if (!written(key)) {
      add(out, key, kinds);
    } else if (const auto earlier = put_in(key, in)) {
      add(out, *earlier, kinds);
    }
  }
  kill_unlocks(f, pc, out);
  if (function.recover_pc >= 0) {  // a panic may come before or after the instruction has written
    for (const auto& [key, kinds] : points_[f][static_cast<std::size_t>(function.recover_pc)]) {
      add(out, written(key) ? Key{} : key, kinds);
    }
  }
  own(function, in, out);
  from_callees(f, in, out);
  return out;
}

/// (*Mutex).Lock and the like: what a function without jumps locks.
void UseAnalysis::find_locks(FunctionId f) {
  const Function& function = program_.functions[f];
  if (function.recover_pc >= 0) return;  // it may return without
  for (std::uint32_t pc = 0; pc < function.code.size(); ++pc) {
    const Op op = function.code[pc].op;
    if (op == Op::Jump || op == Op::Branch || op == Op::Call) return;
    if (op == Op::Return) return;
    if (op != Op::MutexLock) continue;
    const Key key = canonical(f, pc, {Key::Base::Slot, function.code[pc].b, 0, 0, 0});
    if (key.base == Key::Base::Global || (key.base == Key::Base::Slot && key.slot < function.parameter_slots)) {
      locks_[f].push_back(key);
    }
  }
}

/// Of an address that was just computed, what it was computed from: so one that is computed again later has the same key.
Key UseAnalysis::canonical(FunctionId f, std::uint32_t pc, Key key) const {
  const Function& function = program_.functions[f];
  std::vector<program::OperandRange> operands, written;
  for (std::uint32_t i = pc; i > 0; --i) {
    if (targets_[f][i]) return key;
    const Instruction& in = function.code[i - 1];
    if (in.op == Op::Jump || in.op == Op::Branch || in.op == Op::Return) return key;
    operands.clear();
    append_writes(program_, function, in, operands);
    const bool computed = std::ranges::any_of(operands, [&](const program::OperandRange& o) {
      return o.write && mentions(key, o.slot, o.count);
    });
    if (computed) {
      const auto earlier = put_in(key, in);
      const auto stale = [&](const program::OperandRange& o) { return mentions(*earlier, o.slot, o.count); };
      if (!earlier || earlier->base == Key::Base::Unknown || std::ranges::any_of(written, stale)) return key;
      key = *earlier;
    }
    for (const program::OperandRange& o : operands) {
      if (o.write) written.push_back(o);
    }
  }
  return key;
}

/// While another goroutine stands at the Unlock of a mutex that is held, a Lock of it blocks: no Unlock behind it can come first.
void UseAnalysis::kill_unlocks(FunctionId f, std::uint32_t pc, Uses& out) const {
  const Function& function = program_.functions[f];
  const Instruction& in = function.code[pc];
  const auto kill = [&](const Key& key) {
    for (const Key& k : {key, canonical(f, pc, key)}) {
      const auto at = k.base == Key::Base::Unknown ? out.end() : out.find(k);
      if (at != out.end()) at->second &= ~bit(Kind::FirstUnlock);
    }
  };
  if (in.op == Op::MutexLock) kill({Key::Base::Slot, in.b, 0, 0, 0});
  if (in.op != Op::Call || static_cast<CallMode>(in.sub) != CallMode::Static) return;
  const auto callee = static_cast<FunctionId>(in.b);
  for (const Key& key : locks_[callee]) kill(of_caller(key, program_.functions[callee], in, false));
}

void UseAnalysis::own(const Function& function, const Instruction& in, Uses& out) const {
  const Kinds kinds = future_.own_kinds(function, in) & addressed();
  if (kinds == 0) return;
  const auto slot = [](std::int32_t s) { return Key{Key::Base::Slot, s, 0, 0, 0}; };
  switch (in.op) {
    case Op::ChanSend:
    case Op::ChanClose:
      return add(out, slot(in.a), kinds);
    case Op::Select: {
      const program::Select& select = function.selects[static_cast<std::size_t>(in.b)];
      const bool watches = select.has_default || select.cases.size() > 1;
      for (const program::SelectCase& c : select.cases) {
        const auto size = static_cast<std::uint32_t>(c.slots);
        add(out, slot(c.channel),
            channel_bit(c.is_send ? ChannelKind::Send : ChannelKind::Receive, size) |
                (watches ? channel_bit(ChannelKind::Watch, size) : 0));
      }
      return;
    }
    default:
      return add(out, in.b >= 0 ? slot(in.b) : Key{}, kinds);
  }
}

void UseAnalysis::from_callees(FunctionId f, const Instruction& in, Uses& out) const {
  const bool call = in.op == Op::Call || in.op == Op::Go || in.op == Op::Defer;
  const auto mode = static_cast<CallMode>(in.sub);
  FunctionId target = 0;
  const bool direct = call && mode == CallMode::Closure && future_.closure_target(f, in.b, target);
  future_.each_callee(f, in, [&](FunctionId callee) {
    if (points_[callee].empty()) return;
    const bool mapped = call && (direct || mode == CallMode::Static);
    for (const auto& [key, kinds] : points_[callee][0]) {
      add(out, mapped ? of_caller(key, program_.functions[callee], in, direct)
              : key.base == Key::Base::Global ? key : Key{}, kinds);
    }
  });
}

Uses UseAnalysis::after_call(FunctionId f, std::uint32_t pc) const {
  const Function& function = program_.functions[f];
  std::vector<program::OperandRange> operands;
  append_writes(program_, function, function.code[pc], operands);
  Uses out;
  const auto take = [&](const Uses& uses) {
    for (const auto& [key, kinds] : uses) {
      const bool written = std::ranges::any_of(operands, [&, k = key](const program::OperandRange& o) {
        return o.write && mentions(k, o.slot, o.count);
      });
      add(out, written ? Key{} : key, kinds);
    }
  };
  if (pc + std::size_t{1} < points_[f].size()) take(points_[f][pc + std::size_t{1}]);
  if (function.recover_pc >= 0) take(points_[f][static_cast<std::size_t>(function.recover_pc)]);
  return out;
}

}  // namespace model::runtime::reduction
