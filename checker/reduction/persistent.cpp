// The machine knows which operations are independent: model/runtime/reduction.

#include "checker/reduction/reduction.hpp"

namespace checker::reduction {

void Persistent::select(const model::Machine& machine, const model::StateWords& state,
                        const std::vector<model::Transition>& transitions,
                        std::vector<std::uint32_t>& chosen) {
  machine.persistent(state, transitions, chosen);
}

}  // namespace checker::reduction
