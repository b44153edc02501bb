#include "tests/soundness/ir/generator.hpp"

#include <array>
#include <vector>

#include "tests/soundness/ir/builder.hpp"

namespace tests::soundness {
namespace {

enum class Family {
  Channel, Channel2, Select, Select2, Through, Mutex, ReadWrite, Group, Cond, Semaphore, Variable, Atomic, Cell, Timer,
  Closure, Defer, Spawn, Control, Print,
};
constexpr std::uint32_t kFamilies = static_cast<std::uint32_t>(Family::Print) + 1;

std::shared_ptr<Program> empty_program() {
  auto program = std::make_shared<Program>();
  const auto type = [&](TypeKind kind, const char* name, std::uint32_t slots, TypeId element, bool named) {
    RuntimeType t;
    t.kind = kind;
    t.name = name;
    t.slots = slots;
    t.element = element;
    t.named = named;
    program->types.push_back(t);
  };
  type(TypeKind::None, "", 0, 0, false);
  type(TypeKind::Int, "int", 1, 0, true);
  type(TypeKind::Chan, "chan int", 1, kInt, false);
  type(TypeKind::Chan, "chan chan int", 1, kChan, false);
  type(TypeKind::String, "runtime.plainError", 1, 0, true);
  type(TypeKind::String, "runtime.errorString", 1, 0, true);
  type(TypeKind::String, "string", 1, 0, true);
  type(TypeKind::Struct, "sync.RWMutex", 3, 0, true);
  for (std::uint64_t i = 0; i < 4; ++i) program->constants.push_back({Constant::Kind::Scalar, i, ""});
  program->constants.push_back({Constant::Kind::String, 0, "a"});
  program->constants.push_back({Constant::Kind::String, 0, "b"});
  return program;
}

class Generator {
 public:
  Generator(std::uint64_t seed, const Shape& shape) : shape_(shape), program_(empty_program()), b_(seed, program_) {}

  std::shared_ptr<Program> run() {
    choose_families();
    // Functions: main, workers, closures, a deferred recovery.
    const std::uint32_t workers = 1 + b_.below(shape_.goroutines);
    closures_ = workers + 1;
    recovery_ = closures_ + 2;
    program_->functions.resize(recovery_ + std::size_t{1});
    helper_ = true;
    for (FunctionId f = closures_; f < recovery_; ++f) {
      b_.begin("main.closure" + std::to_string(f), 0, kShared);
      operations(1 + b_.below(2));
      b_.finish(program_->functions[f]);
    }
    b_.begin("main.recovery", kShared, 0);
    b_.emit(Op::Recover, [](Instruction& in) { in.a = kInterface; });
    if (b_.one_in(2)) simple();
    b_.finish(program_->functions[recovery_]);
    helper_ = false;
    for (FunctionId f = workers; f >= 1; --f) {
      // Sometimes two goroutines run the same code.
      if (f < workers && b_.one_in(3)) {
        program_->functions[f] = program_->functions[f + 1];
        continue;
      }
      b_.begin("main.worker" + std::to_string(f), kShared, 0);
      spawnable_ = f + 1;
      body();
      b_.finish(program_->functions[f]);
    }
    main(workers);
    Entry entry;
    entry.name = "main";
    entry.function = 0;
    program_->entries.push_back(entry);
    compute_liveness(*program_);
    return program_;
  }

 private:
  void choose_families() {
    for (std::uint32_t n = 2 + b_.below(4); n > 0; --n) {
      const auto family = static_cast<Family>(b_.below(kFamilies));
      if (family == Family::Variable && !shape_.shared_variables) continue;
      if (family == Family::Print && !shape_.prints) continue;
      families_.push_back(family);
    }
    families_.push_back(b_.one_in(2) ? Family::Channel : Family::Select);
  }

  void main(std::uint32_t workers) {
    spawnable_ = 1;
    b_.begin("main.main", 0, 0);
    for (std::int32_t c = 0; c < kChannels; ++c) {
      if (!b_.one_in(8)) b_.make_channel(c, kChan, b_.below(3) == 0 ? 0 : b_.below(3));
    }
    b_.make_channel(kChanChanSlot, kChanChan, b_.below(3));
    for (const std::int32_t s : {kMutex, kOther, kGroup, kVariable, kSecond, kAtomic, kCond, kSemaphore}) b_.make(s, kInt);
    b_.make(kCell, kChan);
    b_.make(kPlainCell, kChan);
    b_.make(kReadWrite, kRW);
    if (has(Family::Timer)) make_timer();
    if (b_.one_in(3)) add(1 + b_.below(2));
    if (has(Family::Closure)) b_.closure(kClosure, closures_);
    for (FunctionId f = 1; f <= workers; ++f) {
      if (f > 1 && b_.one_in(4)) operation();
      b_.call(Op::Go, f);
    }
    spawnable_ = closures_;
    body();
    b_.finish(program_->functions[0]);
  }

  bool has(Family family) const {
    for (const Family f : families_) {
      if (f == family) return true;
    }
    return false;
  }
  std::int32_t channel() { return static_cast<std::int32_t>(b_.below(kChannels)); }

  void send(std::int32_t to) {
    b_.constant(kTemp, 1 + b_.below(2));
    b_.emit(Op::ChanSend, [&](Instruction& in) {
      in.a = to;
      in.b = kTemp;
      in.n = 1;
    });
  }
  void receive(std::int32_t from) {
    b_.emit(Op::ChanReceive, [&](Instruction& in) {
      in.a = kValue;
      in.b = from;
      in.e = b_.one_in(2) ? kFlag : -1;
      in.n = 1;
    });
    if (b_.one_in(3)) b_.throw_if(kValue, b_.below(3));
  }
  void channel_operation() {
    switch (b_.below(8)) {
      case 0:
      case 1:
      case 2:
        return send(channel());
      case 3:
      case 4:
      case 5:
        return receive(channel());
      case 6:
        b_.unary(Op::ChanClose, -1);
        b_.function().code.back().a = channel();
        return;
      default:
        b_.unary(Op::ChanLen, channel(), kValue);
        return b_.throw_if(kValue, b_.below(3));
    }
  }
  void select() {
    Select s;
    s.has_default = b_.one_in(3);
    const std::uint32_t cases = 1 + b_.below(3);
    b_.constant(kTemp, 1 + b_.below(2));
    const std::int32_t first = channel();
    for (std::uint32_t i = 0; i < cases; ++i) {
      SelectCase c;
      c.is_send = b_.one_in(2);
      c.channel = b_.one_in(3) ? first : channel();
      if (has(Family::Timer) && b_.one_in(4)) {
        c.channel = kTimerChan;
        c.is_send = false;
      }
      c.value = c.is_send ? kTemp : kValue;
      c.slots = 1;
      s.cases.push_back(c);
    }
    b_.function().selects.push_back(s);
    b_.emit(Op::Select, [&](Instruction& in) {
      in.a = kFlag;
      in.b = static_cast<std::int32_t>(b_.function().selects.size()) - 1;
    });
    if (b_.one_in(2)) {
      b_.copy(kValue, kFlag);
      b_.throw_if(kValue, b_.below(cases));
    } else if (b_.one_in(2)) {
      // What happens next depends on the case.
      b_.equal(kFlag, b_.below(cases));
      b_.when([&] { simple(); });
    }
  }
  void through_channel() {
    if (b_.one_in(2)) {
      const std::int32_t sent = channel();
      b_.emit(Op::ChanSend, [&](Instruction& in) {
        in.a = kChanChanSlot;
        in.b = sent;
        in.n = 1;
      });
      return;
    }
    b_.emit(Op::ChanReceive, [](Instruction& in) {
      in.a = kReference;
      in.b = kChanChanSlot;
      in.n = 1;
    });
    use_reference();
  }
  void use_reference() {
    if (b_.one_in(2)) return send(kReference);
    receive(kReference);
  }
  void mutex() {
    const std::int32_t m = b_.one_in(2) ? kMutex : kOther;
    switch (b_.below(6)) {
      case 0:
        b_.unary(Op::MutexTryLock, m, kFlag);
        b_.copy(kValue, kFlag);
        if (b_.one_in(2)) b_.throw_if(kValue, b_.below(2));
        return;
      case 1:
        return b_.unary(b_.one_in(2) ? Op::MutexLock : Op::MutexUnlock, m);
      default:
        b_.unary(Op::MutexLock, m);
        simple();
        if (!b_.one_in(5)) b_.unary(Op::MutexUnlock, m);
    }
  }
  void write_lock() {
    b_.unary(Op::MutexLock, kReadWrite);
    b_.unary(Op::RWMutexAnnounce, kReadWrite);
    b_.unary(Op::RWMutexWait, kReadWrite);
  }
  void write_unlock() {
    b_.unary(Op::RWMutexRelease, kReadWrite);
    b_.unary(Op::MutexUnlock, kReadWrite);
  }
  void read_write() {
    switch (b_.below(7)) {
      case 0:
        b_.unary(b_.one_in(2) ? Op::RWMutexTryRLock : Op::RWMutexTryLock, kReadWrite, kFlag);
        b_.copy(kValue, kFlag);
        if (b_.one_in(2)) b_.throw_if(kValue, b_.below(2));
        return;
      case 1:
        return b_.unary(b_.one_in(2) ? Op::RWMutexRLock : Op::RWMutexRUnlock, kReadWrite);
      case 2:
        return b_.one_in(2) ? write_lock() : write_unlock();
      case 3:
      case 4:
        write_lock();
        simple();
        return write_unlock();
      default:
        b_.unary(Op::RWMutexRLock, kReadWrite);
        simple();
        b_.unary(Op::RWMutexRUnlock, kReadWrite);
    }
  }
  void add(std::uint32_t delta) {
    b_.copy(kTemp, kGroup);
    if (delta == 0) {
      b_.minus_one(kTemp + 1);
    } else {
      b_.constant(kTemp + 1, delta);
    }
    b_.unary(Op::WaitGroupAdd, kTemp);
  }
  void group() {
    switch (b_.below(5)) {
      case 0:
      case 1:
        return b_.unary(Op::WaitGroupWait, kGroup);
      case 2:
        return add(1);
      default:
        return add(0);
    }
  }
  void cond() {
    const bool locks = !b_.one_in(4);
    if (b_.one_in(2)) {
      if (locks) b_.unary(Op::MutexLock, kMutex);
      b_.unary(Op::CondAdd, kCond, kTicket);
      if (locks) b_.unary(Op::MutexUnlock, kMutex);
      b_.unary(Op::CondWait, kTicket);
      if (b_.one_in(2)) simple();
      return;
    }
    if (locks) b_.unary(Op::MutexLock, kMutex);
    b_.unary(b_.one_in(2) ? Op::CondSignal : Op::CondBroadcast, kCond);
    if (locks) b_.unary(Op::MutexUnlock, kMutex);
  }
  void variable() {
    const std::int32_t v = b_.one_in(2) ? kVariable : kSecond;
    if (b_.one_in(2)) {
      b_.constant(kTemp, 1 + b_.below(2));
      return store(v, kTemp);
    }
    load(kValue, v);
    if (b_.one_in(2)) b_.throw_if(kValue, b_.below(3));
  }
  void store(std::int32_t to, std::int32_t from) {
    b_.emit(Op::Store, [&](Instruction& in) {
      in.a = to;
      in.b = from;
      in.c = 0;
      in.n = 1;
    });
  }
  void load(std::int32_t to, std::int32_t from) {
    b_.emit(Op::Load, [&](Instruction& in) {
      in.a = to;
      in.b = from;
      in.c = 0;
      in.n = 1;
    });
  }
  void atomic(Op op, std::int32_t object, std::int32_t result) {
    b_.copy(kTemp, object);
    b_.emit(op, [&](Instruction& in) {
      in.a = result;
      in.b = kTemp;
      in.n = 1;
      in.kind = TypeKind::Int;
    });
  }
  void atomic() {
    b_.constant(kTemp + 1, b_.below(3));
    switch (b_.below(4)) {
      case 0:
        atomic(Op::AtomicLoad, kAtomic, kValue);
        break;
      case 1:
        return atomic(Op::AtomicStore, kAtomic, -1);
      case 2:
        atomic(Op::AtomicSwap, kAtomic, kValue);
        break;
      default:
        b_.constant(kTemp + 2, 1 + b_.below(2));
        atomic(Op::AtomicCompareAndSwap, kAtomic, kFlag);
        b_.copy(kValue, kFlag);
    }
    if (b_.one_in(2)) b_.throw_if(kValue, b_.below(3));
  }
  /// A channel that is handed on in memory.
  void cell() {
    const bool plain = shape_.shared_variables && b_.one_in(3);
    if (b_.one_in(2)) {
      b_.copy(kTemp + 1, channel());
      return plain ? store(kPlainCell, kTemp + 1) : atomic(Op::AtomicStore, kCell, -1);
    }
    if (plain) {
      load(kReference, kPlainCell);
    } else {
      atomic(Op::AtomicLoad, kCell, kReference);
    }
    use_reference();
  }
  void make_timer() {
    b_.make_channel(kTimerChan, kChan, 1);
    const bool calls = b_.one_in(2);
    b_.constant(kTemp, 0);
    if (calls) {
      b_.closure(kTemp, closures_ + 1);
      b_.constant(kTemp + 1, 0);
    } else {
      b_.copy(kTemp + 1, kTimerChan);
    }
    b_.emit(Op::TimerNew, [](Instruction& in) {
      in.a = kTimer;
      in.b = kTemp;
    });
    if (b_.one_in(2)) start_timer(!calls && b_.one_in(4));
  }
  void start_timer(bool ticks) {
    b_.copy(kTemp, kTimer);
    b_.constant(kTemp + 1, 1);
    b_.constant(kTemp + 2, ticks ? 1 : 0);
    b_.unary(Op::TimerStart, kTemp, kFlag);
  }
  void timer() {
    switch (b_.below(6)) {
      case 0:
        return start_timer(false);
      case 1:
        b_.unary(Op::TimerStop, kTimer, kFlag);
        b_.copy(kValue, kFlag);
        if (b_.one_in(2)) b_.throw_if(kValue, b_.below(2));
        return;
      case 2:
        b_.constant(kTemp, 1);
        return b_.unary(Op::Sleep, kTemp);
      case 3:
        b_.unary(Op::ChanLen, kTimerChan, kValue);
        return b_.throw_if(kValue, b_.below(2));
      default:
        return receive(kTimerChan);
    }
  }
  void closure_operation() {
    if (b_.one_in(3)) {
      b_.closure(kReference, closures_ + b_.below(2));
    } else {
      b_.copy(kReference, kClosure);
    }
    b_.call_value(b_.one_in(3) ? Op::Go : Op::Call, kReference);
  }
  void defer_operation() {
    // No recursion: closures and the recovery itself only panic.
    switch (helper_ ? 2 : b_.below(3)) {
      case 0:
        return b_.call(Op::Defer, recovery_);
      case 1:
        b_.closure(kReference, closures_);
        return b_.call_value(Op::Defer, kReference);
      default:
        b_.constant(kValue, 4);
        b_.emit(Op::MakeInterface, [](Instruction& in) {
          in.a = kInterface;
          in.b = kValue;
          in.d = kString;
        });
        b_.emit(Op::Panic, [](Instruction& in) { in.a = kInterface; });
    }
  }
  void spawn() {
    if (spawnable_ >= closures_) {
      b_.closure(kReference, closures_ + b_.below(2));
      return b_.call_value(Op::Go, kReference);
    }
    const FunctionId f = spawnable_ + b_.below(closures_ - spawnable_);
    const std::uint32_t times = 1 + b_.below(2);
    for (std::uint32_t i = 0; i < times; ++i) b_.call(Op::Go, f);
  }
  void control() {
    switch (b_.below(4)) {
      case 0:
        return b_.unary(Op::Yield, -1);
      case 1:
        b_.constant(kTemp, 2);
        b_.unary(Op::Choose, kTemp, kValue);
        b_.equal(kValue, 1);
        return b_.when([&] { simple(); });
      case 2:
        b_.unary(Op::NumGoroutine, -1, kValue);
        return b_.throw_if(kValue, 1 + b_.below(3));
      default: {
        // A spinner, or a loop of something.
        const std::int32_t start = b_.pc();
        simple();
        b_.equal(kValue, b_.below(3));
        if (shape_.loops) b_.when([&] { b_.emit(Op::Jump, [&](Instruction& in) { in.a = start; }); });
      }
    }
  }
  void print() {
    if (b_.one_in(8)) {
      b_.constant(kTemp, b_.below(3));
      return b_.unary(Op::Exit, kTemp);
    }
    b_.constant(kText, 4 + b_.below(2));
    b_.unary(Op::Print, kText);
    b_.function().code.back().d = 1;
  }

  void perform(Family family) {
    switch (family) {
      case Family::Channel:
      case Family::Channel2:
        return channel_operation();
      case Family::Select:
      case Family::Select2:
        return select();
      case Family::Through:
        return through_channel();
      case Family::Mutex:
        return mutex();
      case Family::ReadWrite:
        return read_write();
      case Family::Group:
        return group();
      case Family::Cond:
        return cond();
      case Family::Semaphore:
        return b_.unary(b_.one_in(2) ? Op::SemaphoreAcquire : Op::SemaphoreRelease, kSemaphore);
      case Family::Variable:
        return variable();
      case Family::Atomic:
        return atomic();
      case Family::Cell:
        return cell();
      case Family::Timer:
        return timer();
      case Family::Closure:
        return closure_operation();
      case Family::Defer:
        return defer_operation();
      case Family::Spawn:
        return spawn();
      case Family::Control:
        return control();
      case Family::Print:
        return print();
    }
  }
  /// Something short.
  void simple() {
    const Family family = families_[b_.below(static_cast<std::uint32_t>(families_.size()))];
    switch (family) {
      case Family::Select:
      case Family::Select2:
      case Family::Mutex:
      case Family::ReadWrite:
      case Family::Cond:
      case Family::Closure:
      case Family::Control:
      case Family::Spawn:
        return b_.one_in(2) ? send(channel()) : receive(channel());
      default:
        return perform(family);
    }
  }
  void operation() { perform(families_[b_.below(static_cast<std::uint32_t>(families_.size()))]); }
  void operations(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      if (helper_) {
        simple();
      } else {
        operation();
      }
    }
  }
  void body() {
    const std::int32_t start = b_.pc();
    operations(1 + b_.below(shape_.operations));
    // Goroutines that a loop starts may pile up without end.
    bool starts = false;
    for (const Instruction& in : b_.function().code) starts = starts || in.op == Op::Go;
    if (shape_.loops && b_.one_in(starts ? 64 : 8)) {
      b_.emit(Op::Jump, [&](Instruction& in) { in.a = start; });
    }
  }

  Shape shape_;
  std::shared_ptr<Program> program_;
  Builder b_;
  std::vector<Family> families_;
  FunctionId closures_ = 0, recovery_ = 0;
  bool helper_ = false;  ///< the function at hand is a closure or the recovery
  FunctionId spawnable_ = 0;  ///< workers from here on may be started in the function at hand: no recursion
};

}  // namespace

std::shared_ptr<Program> generate(std::uint64_t seed, const Shape& shape) {
  return Generator(seed, shape).run();
}

}  // namespace tests::soundness
