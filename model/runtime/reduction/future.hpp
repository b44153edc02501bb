#pragma once
// What a goroutine may still do, as far as its code shows: for each point of each function the kinds of visible operations
// and the package variables that the code from there to the function's end may use, with everything it calls, defers and
// starts. Calls of func values go to every function of which a value was made and whose parameters take as many slots; calls
// of methods of interfaces to every method of that name. Both only grow the answer.

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "model/program/program.hpp"

namespace model::runtime::reduction {

enum class Kind : std::uint8_t {
#define X(name) name,
#include "model/runtime/reduction/kinds.def"
#undef X
  kFirstChannel,
};

/// A set of kinds. Operations on channels are told apart by the size of the element as well: Send, Receive, Close, Len, and
/// Watch, a select that sees whether a case is ready (it has a default or several cases).
using Kinds = std::uint64_t;
constexpr Kinds bit(Kind k) { return Kinds{1} << static_cast<unsigned>(k); }
constexpr Kinds operator|(Kind a, Kind b) { return bit(a) | bit(b); }
constexpr Kinds operator|(Kinds a, Kind b) { return a | bit(b); }

enum class ChannelKind : std::uint8_t { Send, Receive, Close, Len, Watch };
inline constexpr unsigned kChannelKinds = 5, kChannelClasses = 6;
constexpr Kinds channel_bit(ChannelKind k, std::uint32_t element_slots) {
  const unsigned c = element_slots < kChannelClasses ? element_slots : kChannelClasses - 1;
  return Kinds{1} << (static_cast<unsigned>(Kind::kFirstChannel) + c * kChannelKinds + static_cast<unsigned>(k));
}
static_assert(static_cast<unsigned>(Kind::kFirstChannel) + kChannelKinds * kChannelClasses <= 64);

struct Future {
  Kinds kinds = 0;
  std::vector<std::uint64_t> globals;  ///< a bit each
  /// Adds all of `other`; was there anything new?
  bool add(const Future& other);
};

/// Appends the ranges of slots that the instruction writes or may write: append_operands() leaves out what is not certain.
void append_writes(const program::Program& program, const program::Function& function,
                   const program::Instruction& in, std::vector<program::OperandRange>& out);

class FutureAnalysis {
 public:
  FutureAnalysis(const program::Program& program, program::FunctionId entry);

  /// From before the instruction `pc` to the function's end.
  const Future& from(program::FunctionId function, std::uint32_t pc) const;
  /// A whole call.
  const Future& call(program::FunctionId function) const { return whole_[function]; }
  /// May a step that goes on here come to a plain access of untracked library code before it stops?
  bool hidden_from(program::FunctionId function, std::uint32_t pc) const { return prefixes_[function][pc].hidden; }
  bool reachable(program::FunctionId function) const { return reachable_[function]; }
  /// What the instruction does by itself.
  Kinds own_kinds(const program::Function& function, const program::Instruction& in) const {
    Future future;
    own(function, in, future);
    return future.kinds;
  }
  /// The function of which slot `slot` always holds a new closure, if that is so.
  bool closure_target(program::FunctionId function, std::int32_t slot, program::FunctionId& target) const;
  void each_callee(program::FunctionId function, const program::Instruction& in,
                   const std::function<void(program::FunctionId)>& visit) const;
  /// The text of a crash: Error and String methods.
  const Future& panic_text() const { return panic_text_; }

 private:
  /// What comes before the next stop.
  struct Prefix {
    bool hidden = false;
    bool returns = false;
  };
  void find_prefixes();
  Prefix prefix_of(program::FunctionId function, std::size_t pc) const;
  void find_functions(program::FunctionId entry);
  void resolve_closures(program::FunctionId function);
  void own(const program::Function& function, const program::Instruction& in, Future& out) const;

  const program::Program& program_;
  std::vector<bool> reachable_;
  std::vector<std::vector<program::FunctionId>> values_;   ///< functions of which a value was made, by parameter slots
  std::vector<std::vector<program::FunctionId>> methods_;  ///< by MethodId
  std::vector<program::FunctionId> texts_;                 ///< Error and String methods
  /// Of each reachable function: slots that only ever hold a new closure of one function that is called from there.
  std::vector<std::vector<std::pair<std::int32_t, program::FunctionId>>> direct_;
  std::vector<Future> whole_;
  Future panic_text_;
  std::vector<std::vector<Prefix>> prefixes_;  ///< by function and pc
  mutable std::mutex mutex_;
  mutable std::vector<std::vector<Future>> points_;  ///< of each function, computed when first asked for
};

}  // namespace model::runtime::reduction
