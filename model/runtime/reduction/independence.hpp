#pragma once
// Which operations of others disturb a goroutine that stands at an operation: make one of its steps impossible or
// possible, or do not commute with it.

#include <cstdint>
#include <vector>

#include "model/machine.hpp"
#include "model/runtime/reduction/future.hpp"
#include "model/runtime/reduction/state_view.hpp"

namespace model::runtime::reduction {

inline constexpr std::uint32_t kAnyOffset = 0xffffffff;
/// Operations of these kinds, by anybody who can reach the object.
struct Conflict {
  std::uint32_t object = 0;  ///< kAnywhere: any object
  Kinds kinds = 0;
  std::uint32_t offset = kAnyOffset;  ///< of the word in the object
  friend bool operator==(const Conflict&, const Conflict&) = default;
};
inline constexpr std::uint32_t kAnywhere = 0;
inline constexpr Kinds kEverything = ~Kinds{0};

/// Appends what conflicts with the operation goroutine `g` stands at. `met`: bit k is set if the goroutine's case k has an
/// enabled rendezvous.
void append_conflicts(const Environment& env, const StateView& state, std::uint32_t g,
                      std::uint64_t met, std::vector<Conflict>& out);
/// The same for a pending timer (an object number).
void append_timer_conflicts(const Environment& env, const StateView& state, std::uint32_t timer,
                            std::vector<Conflict>& out);

}  // namespace model::runtime::reduction
