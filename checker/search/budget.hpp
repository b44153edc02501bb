#pragma once
// When a search has to stop before it is done: time, states, memory, Ctrl-C.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace checker::search {

struct Limits {
  std::optional<std::chrono::nanoseconds> timeout;
  std::uint64_t max_states = std::numeric_limits<std::uint64_t>::max();
  static constexpr std::uint32_t kNoBound = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t bound = kNoBound;  ///< steps from the start; states farther away are not expanded
  std::size_t max_memory = 0;  ///< bytes; 0: default_memory_limit()
  std::size_t kept_back = 0;   ///< bytes of it that the search may not use
  unsigned jobs = 1;           ///< threads of the search
  std::uint32_t learn_from = 1 << 14;  ///< states from which on the store looks at what they have in common
};

/// Three quarters of what the machine has or the control group allows.
std::size_t default_memory_limit();

/// From here on Ctrl-C (and SIGTERM) only make interrupted() true; a second one kills.
void catch_interrupts();
bool interrupted();

/// The limits of one entry, running from its construction.
class Budget {
 public:
  static constexpr const char* kStates = "--max-states reached";
  static constexpr const char* kMemory = "--max-memory reached";
  explicit Budget(const Limits& limits);

  /// Why to stop, or nullptr. Looks at the clock each time (one state can take long), at the process only
  /// now and then.
  const char* spent(std::uint64_t states, std::size_t bytes);
  /// Memory that will be needed when the search is over: the search has so much less.
  void reserve(std::size_t bytes) { reserved_ = bytes + limits_.kept_back; }
  void give_all() { reserved_ = 0; }
  /// Is it certain that spent() will say so? For whoever has begun something long, in any thread.
  bool is_over(std::size_t bytes) const;
  std::uint64_t max_states() const { return limits_.max_states; }
  std::size_t max_memory() const { return limits_.max_memory; }
  unsigned jobs() const { return limits_.jobs; }
  std::uint32_t learn_from() const { return limits_.learn_from; }
  std::uint32_t bound() const { return limits_.bound; }
  double seconds() const;
  /// The most that the process was seen to have resident since the budget began, in bytes; and what it had then.
  std::size_t peak_resident();
  std::size_t first_resident() const { return first_resident_; }

 private:
  Limits limits_;
  std::chrono::steady_clock::time_point start_;
  std::uint32_t calls_ = 0;
  std::atomic<std::size_t> reserved_ = 0;
  std::size_t checked_at_ = 0;
  std::size_t first_resident_, peak_resident_ = 0;
};

}  // namespace checker::search
