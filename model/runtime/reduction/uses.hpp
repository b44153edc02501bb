#pragma once
// Which object an operation of the future is on, where the code shows it: for each point of each function the operations to
// come, each with the slot of the frame, the package variable, or the element of a slice that names its object there. So a
// stage of a pipeline that only receives from one channel and sends on another is the sole receiver and the sole sender.

#include <cstdint>
#include <map>
#include <vector>

#include "model/program/program.hpp"
#include "model/runtime/reduction/future.hpp"

namespace model::runtime::reduction {

/// Names an address by the values that a frame's slots have at the point in question.
struct Key {
  enum class Base : std::uint8_t {
    Unknown,
    Slot,     ///< the reference in `slot`
    Global,   ///< package variable `slot`
    Element,  ///< the reference in `slot`, which starts a slice or is a pointer to an array, + value of `index` * `size`
    Capture,  ///< captured value `index` of the closure in `slot`
  };
  Base base = Base::Unknown;
  std::int32_t slot = 0, index = 0, size = 0, offset = 0;
  friend auto operator<=>(const Key&, const Key&) = default;
};

/// Operations to come, by address. Operations of kinds that are not told apart by address are not here.
using Uses = std::map<Key, Kinds>;

class UseAnalysis {
 public:
  UseAnalysis(const program::Program& program, const FutureAnalysis& future);

  /// From before the instruction `pc` to the function's end.
  const Uses& from(program::FunctionId function, std::uint32_t pc) const { return points_[function][pc]; }
  /// After the call at `pc` has returned, in terms of the slots as they are during the call.
  Uses after_call(program::FunctionId function, std::uint32_t pc) const;
  /// Kinds of operations that are told apart by address.
  static Kinds addressed();

 private:
  bool update(program::FunctionId function);
  Uses before(program::FunctionId function, std::uint32_t pc) const;
  void kill_unlocks(program::FunctionId function, std::uint32_t pc, Uses& out) const;
  Key canonical(program::FunctionId function, std::uint32_t pc, Key key) const;
  void find_locks(program::FunctionId function);
  void own(const program::Function& function, const program::Instruction& in, Uses& out) const;
  void from_callees(program::FunctionId function, const program::Instruction& in, Uses& out) const;

  const program::Program& program_;
  const FutureAnalysis& future_;
  std::vector<std::vector<Uses>> points_;
  std::vector<std::vector<Key>> locks_;        ///< of each function: what it locks before it returns, by its parameters
  std::vector<std::vector<bool>> targets_;     ///< of each function: where jumps lead to
};

}  // namespace model::runtime::reduction
