#include "tests/soundness/ir/generator.hpp"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace tests::soundness {
namespace {

using namespace model::program;

enum Types : TypeId { kNoType, kInt, kChan, kChanChan, kPlainError, kErrorString, kString };
constexpr std::int32_t kChannels = 3;
// Slots of every function: what is shared, then temporaries.
constexpr std::int32_t kChanChanSlot = kChannels, kMutex = kChannels + 1, kOther = kChannels + 2, kGroup = kChannels + 3,
                       kVariable = kChannels + 4, kSecond = kChannels + 5, kAtomic = kChannels + 6,
                       kShared = kChannels + 7;
constexpr std::int32_t kTemp = kShared, kFlag = kShared + 1, kValue = kShared + 2, kReference = kShared + 3,
                       kInterface = kShared + 4, kConstant = kShared + 6, kSlots = kShared + 10;

class Generator {
 public:
  Generator(std::uint64_t seed, const Shape& shape) : random_(seed), shape_(shape) {
    program_ = std::make_shared<Program>();
    const auto type = [&](TypeKind kind, const char* name, std::uint32_t slots, TypeId element, bool named) {
      RuntimeType t;
      t.kind = kind;
      t.name = name;
      t.slots = slots;
      t.element = element;
      t.named = named;
      program_->types.push_back(t);
    };
    type(TypeKind::None, "", 0, 0, false);
    type(TypeKind::Int, "int", 1, 0, true);
    type(TypeKind::Chan, "chan int", 1, kInt, false);
    type(TypeKind::Chan, "chan chan int", 1, kChan, false);
    type(TypeKind::String, "runtime.plainError", 1, 0, true);
    type(TypeKind::String, "runtime.errorString", 1, 0, true);
    type(TypeKind::String, "string", 1, 0, true);
    for (std::uint64_t i = 0; i < 4; ++i) program_->constants.push_back({Constant::Kind::Scalar, i, ""});
  }

  std::shared_ptr<Program> run() {
    const std::uint32_t workers = 1 + below(shape_.goroutines);
    program_->functions.resize(1 + workers);
    for (std::uint32_t i = 1; i <= workers; ++i) {
      // Sometimes two goroutines run the same code.
      if (i > 1 && below(3) == 0) {
        program_->functions[i] = program_->functions[i - 1];
      } else {
        begin("main.worker" + std::to_string(i), true);
        body();
        finish(program_->functions[i]);
      }
    }
    begin("main.main", false);
    for (std::int32_t c = 0; c < kChannels; ++c) make_channel(c, kChan, below(8) == 0);
    make_channel(kChanChanSlot, kChanChan, false);
    for (const std::int32_t s : {kMutex, kOther, kGroup, kVariable, kSecond, kAtomic}) {
      emit(Op::New, [&](Instruction& in) {
        in.a = s;
        in.d = kInt;
      });
    }
    if (below(3) == 0) {
      constant(kTemp + 1, 1 + below(2));
      copy(kTemp, kGroup);
      emit(Op::WaitGroupAdd, [](Instruction& in) { in.b = kTemp; });
    }
    for (std::uint32_t i = 1; i <= workers; ++i) {
      if (i > 1 && below(4) == 0) operation();
      emit(Op::Go, [&](Instruction& in) {
        in.sub = static_cast<std::uint8_t>(CallMode::Static);
        in.b = static_cast<std::int32_t>(i);
        in.c = 0;
        in.n = kShared;
      });
    }
    body();
    finish(program_->functions[0]);
    program_->functions[0].parameter_slots = 0;
    Entry entry;
    entry.name = "main";
    entry.function = 0;
    program_->entries.push_back(entry);
    compute_liveness(*program_);
    return program_;
  }

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  template <class Fill>
  std::int32_t emit(Op op, Fill fill) {
    Instruction in;
    in.op = op;
    fill(in);
    function_.code.push_back(in);
    function_.positions.push_back({0, ++line_, 1});
    return static_cast<std::int32_t>(function_.code.size()) - 1;
  }
  void begin(const std::string& name, bool worker) {
    function_ = {};
    function_.name = name;
    function_.parameter_slots = worker ? kShared : 0;
    function_.frame_slots = kSlots;
  }
  void finish(Function& into) {
    emit(Op::RunDefers, [](Instruction&) {});
    emit(Op::Return, [](Instruction& in) { in.a = 0; });
    function_.recover_pc = static_cast<std::int32_t>(function_.code.size()) - 2;
    into = function_;
  }
  void copy(std::int32_t to, std::int32_t from) {
    emit(Op::Copy, [&](Instruction& in) {
      in.a = to;
      in.b = from;
      in.n = 1;
    });
  }
  void constant(std::int32_t slot, std::uint32_t value) {
    emit(Op::Const, [&](Instruction& in) {
      in.a = slot;
      in.b = static_cast<std::int32_t>(value);
      in.n = 1;
    });
  }
  void make_channel(std::int32_t slot, TypeId type, bool nil) {
    if (nil) return;
    constant(kTemp, below(3) == 0 ? 0 : below(3));
    emit(Op::MakeChan, [&](Instruction& in) {
      in.a = slot;
      in.b = kTemp;
      in.d = static_cast<std::int32_t>(type);
      in.kind = TypeKind::Int;
    });
  }
  std::int32_t channel() { return static_cast<std::int32_t>(below(kChannels)); }

  /// if slot == value { throw }: what was read becomes a finding.
  void throw_if(std::int32_t slot, std::uint32_t value) {
    constant(kConstant, value);
    emit(Op::Binary, [&](Instruction& in) {
      in.sub = static_cast<std::uint8_t>(BinaryOp::Eq);
      in.kind = TypeKind::Int;
      in.a = kFlag;
      in.b = slot;
      in.c = kConstant;
    });
    const std::int32_t branch = emit(Op::Branch, [](Instruction& in) { in.b = kFlag; });
    program_->constants.push_back({Constant::Kind::String, 0, "read " + std::to_string(value)});
    const std::int32_t at = emit(Op::Throw, [&](Instruction& in) {
      in.b = static_cast<std::int32_t>(program_->constants.size()) - 1;
    });
    Instruction& in = function_.code[static_cast<std::size_t>(branch)];
    in.a = at;
    in.c = at + 1;
  }

  void send(std::int32_t to) {
    constant(kTemp, 1 + below(2));
    emit(Op::ChanSend, [&](Instruction& in) {
      in.a = to;
      in.b = kTemp;
      in.n = 1;
    });
  }
  void receive(std::int32_t from) {
    emit(Op::ChanReceive, [&](Instruction& in) {
      in.a = kValue;
      in.b = from;
      in.e = below(2) == 0 ? kFlag : -1;
      in.n = 1;
    });
    if (below(3) == 0) throw_if(kValue, below(3));
  }
  void select() {
    Select s;
    s.has_default = below(3) == 0;
    const std::uint32_t cases = 1 + below(3);
    constant(kTemp, 1 + below(2));
    const std::int32_t first = channel();
    for (std::uint32_t i = 0; i < cases; ++i) {
      SelectCase c;
      c.is_send = below(2) == 0;
      c.channel = below(3) == 0 ? first : channel();
      c.value = c.is_send ? kTemp : kValue;
      c.slots = 1;
      s.cases.push_back(c);
    }
    function_.selects.push_back(s);
    emit(Op::Select, [&](Instruction& in) {
      in.a = kFlag;
      in.b = static_cast<std::int32_t>(function_.selects.size()) - 1;
    });
    if (below(2) == 0) {
      copy(kValue, kFlag);
      throw_if(kValue, below(cases));
    } else if (below(2) == 0) {
      // What happens next depends on the case.
      constant(kConstant, below(cases));
      emit(Op::Binary, [&](Instruction& in) {
        in.sub = static_cast<std::uint8_t>(BinaryOp::Eq);
        in.kind = TypeKind::Int;
        in.a = kFlag;
        in.b = kFlag;
        in.c = kConstant;
      });
      const std::int32_t branch = emit(Op::Branch, [](Instruction& in) { in.b = kFlag; });
      simple();
      Instruction& in = function_.code[static_cast<std::size_t>(branch)];
      in.a = branch + 1;
      in.c = static_cast<std::int32_t>(function_.code.size());
    }
  }
  void unary(Op op, std::int32_t object, std::int32_t result = -1) {
    emit(op, [&](Instruction& in) {
      in.b = object;
      in.a = result;
    });
  }
  void mutex() {
    const std::int32_t m = below(2) == 0 ? kMutex : kOther;
    switch (below(6)) {
      case 0:
        unary(Op::MutexTryLock, m, kFlag);
        copy(kValue, kFlag);
        if (below(2) == 0) throw_if(kValue, below(2));
        break;
      case 1:
        unary(below(2) == 0 ? Op::MutexLock : Op::MutexUnlock, m);
        break;
      default:
        unary(Op::MutexLock, m);
        simple();
        if (below(5) != 0) unary(Op::MutexUnlock, m);
    }
  }
  void variable() {
    const std::int32_t v = below(2) == 0 ? kVariable : kSecond;
    if (below(2) == 0) {
      constant(kTemp, 1 + below(2));
      emit(Op::Store, [&](Instruction& in) {
        in.a = v;
        in.b = kTemp;
        in.c = 0;
        in.n = 1;
      });
    } else {
      emit(Op::Load, [&](Instruction& in) {
        in.a = kValue;
        in.b = v;
        in.c = 0;
        in.n = 1;
      });
      if (below(2) == 0) throw_if(kValue, below(3));
    }
  }
  void atomic() {
    copy(kTemp, kAtomic);
    constant(kTemp + 1, 1 + below(2));
    const Op op = std::array{Op::AtomicLoad, Op::AtomicStore, Op::AtomicSwap}[below(3)];
    emit(op, [&](Instruction& in) {
      in.a = kValue;
      in.b = kTemp;
      in.n = 1;
      in.kind = TypeKind::Int;
    });
    if (op != Op::AtomicStore && below(2) == 0) throw_if(kValue, below(3));
  }
  void through_channel() {
    if (below(2) == 0) {
      const std::int32_t sent = channel();
      emit(Op::ChanSend, [&](Instruction& in) {
        in.a = kChanChanSlot;
        in.b = sent;
        in.n = 1;
      });
    } else {
      emit(Op::ChanReceive, [](Instruction& in) {
        in.a = kReference;
        in.b = kChanChanSlot;
        in.n = 1;
      });
      if (below(2) == 0) {
        send(kReference);
      } else {
        receive(kReference);
      }
    }
  }
  void simple() {
    switch (below(shape_.shared_variables ? 5 : 3)) {
      case 0:
        return send(channel());
      case 1:
        return receive(channel());
      case 2:
        return atomic();
      default:
        return variable();
    }
  }
  void operation() {
    switch (below(16)) {
      case 0:
      case 1:
        return send(channel());
      case 2:
      case 3:
        return receive(channel());
      case 4:
      case 5:
      case 6:
        return select();
      case 7:
        unary(Op::ChanClose, -1);
        function_.code.back().a = channel();
        return;
      case 8:
        emit(Op::ChanLen, [&](Instruction& in) {
          in.a = kValue;
          in.b = channel();
        });
        return throw_if(kValue, below(3));
      case 9:
      case 10:
        return mutex();
      case 11:
        return atomic();
      case 12:
        return through_channel();
      case 13:
        if (below(2) == 0) return unary(Op::WaitGroupWait, kGroup);
        copy(kTemp, kGroup);
        // -1 as the complement of 0.
        constant(kConstant, 0);
        emit(Op::Unary, [](Instruction& in) {
          in.sub = static_cast<std::uint8_t>(UnaryOp::Complement);
          in.kind = TypeKind::Int;
          in.a = kTemp + 1;
          in.b = kConstant;
        });
        emit(Op::WaitGroupAdd, [](Instruction& in) { in.b = kTemp; });
        return;
      default:
        if (shape_.shared_variables) return variable();
        return send(channel());
    }
  }
  void body() {
    const auto start = static_cast<std::int32_t>(function_.code.size());
    const std::uint32_t count = 1 + below(shape_.operations);
    for (std::uint32_t i = 0; i < count; ++i) operation();
    if (shape_.loops && below(8) == 0) {
      emit(Op::Jump, [&](Instruction& in) { in.a = start; });
    }
  }

  std::mt19937_64 random_;
  Shape shape_;
  std::shared_ptr<Program> program_;
  Function function_;
  std::uint32_t line_ = 0;
};

}  // namespace

std::shared_ptr<Program> generate(std::uint64_t seed, const Shape& shape) {
  return Generator(seed, shape).run();
}

}  // namespace tests::soundness
