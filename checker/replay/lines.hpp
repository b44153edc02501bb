#pragma once
// From a schedule's lines to those that the gates follow.

#include <vector>

#include "checker/schedule/schedule.hpp"
#include "model/instrument/instrument.hpp"

namespace checker::replay {

/// See gate/gate.go, `line`.
struct GateLine {
  std::uint32_t goroutine = 0;
  std::int64_t site = -1;
  std::int64_t choice = -1;
  std::uint32_t timer = 0;
};

model::instrument::Steps steps_of(const schedule::Schedule& schedule);
std::vector<GateLine> gate_lines(const schedule::Schedule& schedule, const std::vector<model::instrument::Site>& sites);

}  // namespace checker::replay
