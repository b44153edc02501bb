#include "model/runtime/reduction/future.hpp"

#include <algorithm>

namespace model::runtime::reduction {

using program::CallMode;
using program::Function;
using program::FunctionId;
using program::Instruction;
using program::Op;

bool Future::add(const Future& other) {
  bool grew = (other.kinds & ~kinds) != 0;
  kinds |= other.kinds;
  if (globals.size() < other.globals.size()) globals.resize(other.globals.size(), 0);
  for (std::size_t i = 0; i < other.globals.size(); ++i) {
    grew = grew || (other.globals[i] & ~globals[i]) != 0;
    globals[i] |= other.globals[i];
  }
  return grew;
}

void append_writes(const program::Program& program, const Function& function, const Instruction& in,
                   std::vector<program::OperandRange>& out) {
  program::append_operands(program, function, in, out);
  std::erase_if(out, [](const program::OperandRange& o) { return !o.write; });
  const auto write = [&](std::int32_t slot, std::int64_t count) {
    if (slot >= 0) out.push_back({slot, static_cast<std::int32_t>(count), true});
  };
  switch (in.op) {
    case Op::FrameStore:
      return write(in.a, std::int64_t{in.n} * in.d);
    case Op::Select:
      for (const program::SelectCase& c : function.selects[static_cast<std::size_t>(in.b)].cases) {
        if (c.is_send) continue;
        write(c.value, c.slots);
        write(c.ok, 1);
      }
      return;
    case Op::MapIterNext:
      write(in.c, program.types[program.types[static_cast<std::size_t>(in.d)].key].slots);
      return write(in.e, program.types[program.types[static_cast<std::size_t>(in.d)].element].slots);
    case Op::Call:
      if (static_cast<CallMode>(in.sub) != CallMode::Static) write(in.a, function.frame_slots - in.a);
      return;
    default:
      return;
  }
}

FutureAnalysis::FutureAnalysis(const program::Program& program, FunctionId entry)
    : program_(program),
      reachable_(program.functions.size()),
      methods_(program.method_names.size()),
      direct_(program.functions.size()),
      whole_(program.functions.size()),
      prefixes_(program.functions.size()),
      points_(program.functions.size()) {
  for (const program::RuntimeType& type : program.types) {
    for (const program::Method& m : type.methods) {
      if (m.function == program::kNone) continue;
      auto& known = methods_[m.name];
      if (std::ranges::find(known, m.function) == known.end()) known.push_back(m.function);
      const std::string& name = program.method_names[m.name];
      if ((name == "Error" || name == "String") && program.functions[m.function].result_slots == 1 &&
          std::ranges::find(texts_, m.function) == texts_.end()) {
        texts_.push_back(m.function);
      }
    }
  }
  find_functions(entry);
  std::vector<std::vector<FunctionId>> callers(program.functions.size());
  std::vector<FunctionId> work;
  for (FunctionId f = 0; f < program.functions.size(); ++f) {
    if (!reachable_[f]) continue;
    work.push_back(f);
    for (const Instruction& in : program.functions[f].code) {
      own(program.functions[f], in, whole_[f]);
      each_callee(f, in, [&](FunctionId callee) {
        if (callers[callee].empty() || callers[callee].back() != f) callers[callee].push_back(f);
      });
    }
  }
  while (!work.empty()) {
    const FunctionId f = work.back();
    work.pop_back();
    for (const FunctionId caller : callers[f]) {
      if (caller != f && whole_[caller].add(whole_[f])) work.push_back(caller);
    }
  }
  for (const FunctionId f : texts_) {
    if (reachable_[f]) panic_text_.add(whole_[f]);
  }
  find_prefixes();
}

/// Grows from nothing to the least solution, callees and callers alike.
void FutureAnalysis::find_prefixes() {
  for (FunctionId f = 0; f < program_.functions.size(); ++f) {
    if (reachable_[f]) prefixes_[f].resize(program_.functions[f].code.size());
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (FunctionId f = 0; f < program_.functions.size(); ++f) {
      for (std::size_t pc = prefixes_[f].size(); pc-- > 0;) {
        const Prefix now = prefix_of(f, pc);
        Prefix& known = prefixes_[f][pc];
        changed = changed || (now.hidden && !known.hidden) || (now.returns && !known.returns);
        known = {known.hidden || now.hidden, known.returns || now.returns};
      }
    }
  }
}

FutureAnalysis::Prefix FutureAnalysis::prefix_of(FunctionId f, std::size_t pc) const {
  const Function& function = program_.functions[f];
  const Instruction& in = function.code[pc];
  Prefix out;
  const auto follow = [&](std::int64_t next) {
    if (next < 0 || next >= static_cast<std::int64_t>(prefixes_[f].size())) return;
    const Prefix& p = prefixes_[f][static_cast<std::size_t>(next)];
    out = {out.hidden || p.hidden, out.returns || p.returns};
  };
  if (function.recover_pc >= 0) follow(function.recover_pc);
  const bool may_go_on = in.op == Op::Print || in.op == Op::MapIterNext || in.op == Op::Choose;
  if (program::op_visible(in.op) && !may_go_on) return out;
  if (function.untracked) {
    Future accesses;
    own(function, in, accesses);
    out.hidden = out.hidden || (accesses.kinds & (Kind::HiddenRead | Kind::HiddenWrite)) != 0;
  }
  bool returns = in.op != Op::Call, known = false;
  each_callee(f, in, [&](FunctionId callee) {
    known = true;
    if (prefixes_[callee].empty()) return;
    out.hidden = out.hidden || prefixes_[callee][0].hidden;
    returns = returns || prefixes_[callee][0].returns;
  });
  if (!returns && known) return out;
  switch (in.op) {
    case Op::Jump:
      follow(in.a);
      break;
    case Op::Branch:
      follow(in.a);
      follow(in.c);
      break;
    case Op::Return:
      out.returns = true;
      break;
    default:
      follow(static_cast<std::int64_t>(pc) + 1);
  }
  return out;
}

void FutureAnalysis::find_functions(FunctionId entry) {
  std::vector<FunctionId> work;
  const auto reach = [&](FunctionId f) {
    if (reachable_[f]) return;
    reachable_[f] = true;
    work.push_back(f);
  };
  // A crash may ask any value for its text.
  for (const FunctionId f : texts_) reach(f);
  reach(entry);
  while (!work.empty()) {
    const FunctionId f = work.back();
    work.pop_back();
    resolve_closures(f);
    for (const Instruction& in : program_.functions[f].code) {
      if (in.op == Op::MakeClosure) {
        const auto made = static_cast<FunctionId>(in.b);
        reach(made);
        FunctionId target = 0;
        if (closure_target(f, in.a, target)) continue;
        const auto n = static_cast<std::size_t>(program_.functions[made].parameter_slots);
        if (values_.size() <= n) values_.resize(n + 1);
        if (std::ranges::find(values_[n], made) == values_[n].end()) values_[n].push_back(made);
        continue;
      }
      const bool by_value = static_cast<CallMode>(in.sub) == CallMode::Closure;
      if ((in.op == Op::Call || in.op == Op::Go || in.op == Op::Defer) && by_value) continue;
      each_callee(f, in, reach);
    }
  }
}

/// Slots written by one MakeClosure only and read by calls only: `go func() { ... }()`. Such a closure is no value that
/// anybody else could call.
void FutureAnalysis::resolve_closures(FunctionId f) {
  const Function& function = program_.functions[f];
  struct Use {
    std::uint32_t writes = 0;
    std::int64_t made = -1;
    bool escapes = false;
  };
  std::vector<Use> uses(static_cast<std::size_t>(function.frame_slots));
  std::vector<program::OperandRange> operands;
  for (const Instruction& in : function.code) {
    operands.clear();
    append_writes(program_, function, in, operands);
    for (const program::OperandRange& o : operands) {
      for (std::int32_t s = o.slot; s < o.slot + o.count; ++s) {
        Use& use = uses[static_cast<std::size_t>(s)];
        ++use.writes;
        if (in.op == Op::MakeClosure && s == in.a) use.made = in.b;
      }
    }
    operands.clear();
    program::append_operands(program_, function, in, operands);
    const bool calls = (in.op == Op::Call || in.op == Op::Go || in.op == Op::Defer) &&
                       static_cast<CallMode>(in.sub) == CallMode::Closure;
    bool as_callee = false;
    for (const program::OperandRange& o : operands) {
      if (o.write) continue;
      for (std::int32_t s = o.slot; s < o.slot + o.count; ++s) {
        if (calls && s == in.b && !as_callee) {
          as_callee = true;
        } else {
          uses[static_cast<std::size_t>(s)].escapes = true;
        }
      }
    }
  }
  const std::int32_t first = function.parameter_slots + function.capture_slots;
  for (std::int32_t s = first; s < function.frame_slots; ++s) {
    const Use& use = uses[static_cast<std::size_t>(s)];
    if (use.writes == 1 && use.made >= 0 && !use.escapes) {
      direct_[f].emplace_back(s, static_cast<FunctionId>(use.made));
    }
  }
}

bool FutureAnalysis::closure_target(FunctionId f, std::int32_t slot, FunctionId& target) const {
  for (const auto& [s, made] : direct_[f]) {
    if (s != slot) continue;
    target = made;
    return true;
  }
  return false;
}

void FutureAnalysis::each_callee(FunctionId f, const Instruction& in,
                                 const std::function<void(FunctionId)>& visit) const {
  const auto values = [&](std::size_t parameters) {
    if (parameters >= values_.size()) return;
    for (const FunctionId callee : values_[parameters]) visit(callee);
  };
  switch (in.op) {
    case Op::Call:
    case Op::Go:
    case Op::Defer:
      switch (static_cast<CallMode>(in.sub)) {
        case CallMode::Static:
          return visit(static_cast<FunctionId>(in.b));
        case CallMode::Closure: {
          FunctionId target = 0;
          if (closure_target(f, in.b, target)) return visit(target);
          return values(static_cast<std::size_t>(in.n));
        }
        case CallMode::Interface:
          for (const FunctionId callee : methods_[static_cast<std::size_t>(in.d)]) visit(callee);
          return;
      }
      return;
    case Op::TimerStart:  // of an AfterFunc: its function runs when it fires
      return values(0);
    case Op::Panic:
      for (const FunctionId callee : texts_) visit(callee);
      return;
    default:
      return;
  }
}

void FutureAnalysis::own(const Function& function, const Instruction& in, Future& out) const {
  const auto is = [&](Kind k) { out.kinds |= bit(k); };
  const auto channel = [&](ChannelKind k, std::int32_t slots) {
    out.kinds |= channel_bit(k, static_cast<std::uint32_t>(slots));
  };
  const auto any_channel = [&](ChannelKind k) {
    for (std::int32_t c = 0; c < static_cast<std::int32_t>(kChannelClasses); ++c) channel(k, c);
  };
  switch (in.op) {
    case Op::GlobalAddress: {
      const auto g = static_cast<std::size_t>(in.b);
      if (out.globals.size() <= g / 64) out.globals.resize(g / 64 + 1, 0);
      out.globals[g / 64] |= std::uint64_t{1} << (g % 64);
      return;
    }
    case Op::ChanSend:
      return channel(ChannelKind::Send, in.n);
    case Op::ChanReceive:
      return channel(ChannelKind::Receive, in.n);
    case Op::ChanClose:
      return any_channel(ChannelKind::Close);
    case Op::ChanLen:
      return any_channel(ChannelKind::Len);
    case Op::Select: {
      const program::Select& select = function.selects[static_cast<std::size_t>(in.b)];
      for (const program::SelectCase& c : select.cases) {
        channel(c.is_send ? ChannelKind::Send : ChannelKind::Receive, c.slots);
        if (select.has_default || select.cases.size() > 1) channel(ChannelKind::Watch, c.slots);
      }
      return;
    }
    case Op::MutexLock:
      return is(Kind::Lock);
    case Op::MutexUnlock:
      is(Kind::FirstUnlock);
      return is(Kind::Unlock);
    case Op::MutexTryLock:
      return is(Kind::TryLock);
    case Op::RWMutexRLock:
      return is(Kind::ReadLock);
    case Op::RWMutexRUnlock:
      return is(Kind::ReadUnlock);
    case Op::RWMutexTryRLock:
      return is(Kind::TryReadLock);
    case Op::RWMutexAnnounce:
      return is(Kind::Announce);
    case Op::RWMutexWait:
      return is(Kind::WaitForReaders);
    case Op::RWMutexRelease:
      return is(Kind::Release);
    case Op::RWMutexTryLock:
      return is(Kind::TryWriteLock);
    case Op::WaitGroupAdd:
      return is(Kind::GroupAdd);
    case Op::WaitGroupWait:
      return is(Kind::GroupWait);
    case Op::SemaphoreAcquire:
      return is(Kind::Acquire);
    case Op::SemaphoreRelease:
      return is(Kind::Give);
    case Op::CondAdd:
      return is(Kind::CondAdd);
    case Op::CondWait:
      return is(Kind::CondWait);
    case Op::CondSignal:
    case Op::CondBroadcast:
      return is(Kind::CondSignal);
    case Op::AtomicLoad:
      return is(Kind::AtomicLoad);
    case Op::AtomicStore:
    case Op::AtomicAdd:
    case Op::AtomicSwap:
    case Op::AtomicCompareAndSwap:
    case Op::AtomicAnd:
    case Op::AtomicOr:
    case Op::SyncStep:
      return is(Kind::AtomicWrite);
    case Op::TimerStart:
    case Op::TimerStop:
      return is(Kind::TimerChange);
    case Op::NumGoroutine:
      return is(Kind::Count);
    case Op::Print:
      return is(Kind::Print);
    case Op::Exit:
      return is(Kind::Exit);
    case Op::Load:
    case Op::MapLoad:
    case Op::MapLen:
    case Op::MapIterBegin:
    case Op::MapIterNext:
    case Op::StringFromBytes:
    case Op::StringFromRunes:
      return is(function.untracked ? Kind::HiddenRead : Kind::Read);
    case Op::Store:
      return is(function.untracked ? Kind::HiddenWrite : Kind::Write);
    case Op::MapStore:
    case Op::MapDelete:
    case Op::MapClear:
      is(function.untracked ? Kind::HiddenWrite : Kind::Write);
      return is(Kind::MapWrite);
    case Op::Append:
    case Op::AppendString:
    case Op::CopySlice:
    case Op::CopyString:
    case Op::ClearSlice:
      is(function.untracked ? Kind::HiddenRead : Kind::Read);
      return is(function.untracked ? Kind::HiddenWrite : Kind::Write);
    case Op::Native:
      // It looks at the caller's memory, or orders things.
      out.kinds |= (Kind::Read | Kind::Write) | Kind::HiddenRead | Kind::HiddenWrite;
      return;
    default:
      return;
  }
}

const Future& FutureAnalysis::from(FunctionId f, std::uint32_t pc) const {
  const std::lock_guard lock(mutex_);
  std::vector<Future>& points = points_[f];
  if (!points.empty()) return points[pc];
  const Function& function = program_.functions[f];
  points.resize(function.code.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    own(function, function.code[i], points[i]);
    each_callee(f, function.code[i], [&](FunctionId callee) { points[i].add(whole_[callee]); });
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = points.size(); i-- > 0;) {
      const Instruction& in = function.code[i];
      const auto follow = [&](std::int64_t next) {
        if (next < 0 || next >= static_cast<std::int64_t>(points.size())) return;
        if (next != static_cast<std::int64_t>(i)) changed = points[i].add(points[static_cast<std::size_t>(next)]) || changed;
      };
      if (function.recover_pc >= 0) follow(function.recover_pc);
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
          follow(static_cast<std::int64_t>(i) + 1);
      }
    }
  }
  return points[pc];
}

}  // namespace model::runtime::reduction
