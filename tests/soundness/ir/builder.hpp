#pragma once
// Functions of instructions, piece by piece: what the generator of random programs writes with.

#include <cstdint>
#include <memory>
#include <random>
#include <string>

#include "model/program/program.hpp"

namespace tests::soundness {

using namespace model::program;

enum Types : TypeId { kNoType, kInt, kChan, kChanChan, kPlainError, kErrorString, kString, kRW, kTime };

inline constexpr std::int32_t kChannels = 3;
/// Slots of every function: what all share, then temporaries. Parameters and captures are the shared ones, in this order.
enum Slots : std::int32_t {
  kChanChanSlot = kChannels, kMutex, kOther, kGroup, kVariable, kSecond, kAtomic, kReadWrite, kCond, kSemaphore,
  kCell, kPlainCell,  ///< hold a channel; the first is accessed by atomic operations only
  kTimerChan, kTimer,
  kClosure,    ///< a func value
  kShared,
  kTemp = kShared, kFlag, kValue, kReference, kInterface, kConstant = kInterface + 2, kText, kTicket, kCounter,
  kSlots = kCounter + 4,
};

/// The instructions of one function at a time; each is a line of its own.
class Builder {
 public:
  Builder(std::uint64_t seed, std::shared_ptr<Program> program) : random_(seed), program_(std::move(program)) {}

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool one_in(std::uint32_t n) { return below(n) == 0; }
  Program& program() { return *program_; }
  Function& function() { return function_; }
  std::int32_t pc() const { return static_cast<std::int32_t>(function_.code.size()); }

  template <class Fill>
  std::int32_t emit(Op op, Fill fill) {
    Instruction in;
    in.op = op;
    fill(in);
    function_.code.push_back(in);
    function_.positions.push_back({0, ++line_, 1});
    return pc() - 1;
  }
  void begin(const std::string& name, std::int32_t parameters, std::int32_t captures);
  void finish(Function& into);

  void copy(std::int32_t to, std::int32_t from);
  void constant(std::int32_t slot, std::uint32_t value);
  void minus_one(std::int32_t slot);
  void make(std::int32_t slot, TypeId type);
  void make_channel(std::int32_t slot, TypeId type, std::uint32_t capacity);
  /// An operation on what slot `object` refers to.
  void unary(Op op, std::int32_t object, std::int32_t result = -1);
  /// slot == value, into kFlag.
  void equal(std::int32_t slot, std::uint32_t value);
  /// if slot == value { throw }: what was read becomes a finding.
  void throw_if(std::int32_t slot, std::uint32_t value);
  /// if kFlag { body() }.
  template <class Body>
  void when(Body body) {
    const std::int32_t branch = emit(Op::Branch, [](Instruction& in) { in.b = kFlag; });
    body();
    Instruction& in = function_.code[static_cast<std::size_t>(branch)];
    in.a = branch + 1;
    in.c = pc();
  }
  void closure(std::int32_t slot, FunctionId function);
  void call(Op op, FunctionId function);          ///< Go, Call or Defer of a function whose parameters are what is shared
  void call_value(Op op, std::int32_t slot);  ///< of a func value without parameters

 private:
  std::mt19937_64 random_;
  std::shared_ptr<Program> program_;
  Function function_;
  std::uint32_t line_ = 0;
};

}  // namespace tests::soundness
