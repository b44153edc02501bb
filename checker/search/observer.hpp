#pragma once
// Who watches a search: each state once, in order of its id, then each of its steps, in order.

#include <cstdint>
#include <vector>

#include "model/machine.hpp"

namespace checker::search {

class Observer {
 public:
  virtual ~Observer() = default;
  /// State `id` is about to be expanded by the transitions `chosen` of those `enabled`.
  virtual void on_state(std::uint32_t id, const model::StateWords& state,
                        const std::vector<model::Transition>& enabled,
                        const std::vector<std::uint32_t>& chosen) = 0;
  /// Transition number `ordinal` of the enabled ones leads from state `from` to `to`.
  virtual void on_step(std::uint32_t from, std::uint32_t ordinal, const model::Step& step,
                       std::uint32_t to) = 0;
  /// Bytes the observer keeps, for the budget.
  virtual std::size_t memory_bytes() const { return 0; }
};

}  // namespace checker::search
