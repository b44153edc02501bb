#pragma once
// What a step reports by itself: panics, fatal errors, races, failed tests; and what the model cannot say.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "checker/finding/cause.hpp"
#include "model/machine.hpp"

namespace checker::finding {

struct Failures {
  Causes causes;
  std::map<model::base::Position, std::string> unmodelled;  ///< reached constructs that are not modelled
  std::string sampled;  ///< why not everything was explored, or empty
  model::base::Position sampled_at;
  std::vector<std::uint64_t> race_locations;  ///< sorted: to be visible in the next round
  std::vector<std::uint64_t> asked;           ///< of them, sorted: those that the literal machine has to know too
  std::vector<std::uint64_t> written;         ///< sorted: of these reads are to be remembered in the next round

  void add(const model::Failure& failure, Cause::Seen seen);

 private:
};

}  // namespace checker::finding
