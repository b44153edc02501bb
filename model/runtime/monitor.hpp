#pragma once
// What the properties of a spec remember of a run: part of the state, if there are any. Formulas are not here; they are decided
// on the finished graph.

#include <cstdint>
#include <span>
#include <vector>

#include "model/machine.hpp"
#include "model/program/specification.hpp"

namespace model::runtime {

struct Monitor {
  Watch watch = Watch::NotYet;
  /// State of each protocol's automaton; SpecProtocol::kDead once it is broken.
  std::vector<std::uint32_t> protocols;
  /// Of `A < B`: `rows` A's whose B has not happened yet; or a B happened whose A has not (`owed`). Of `A* < B`: rows is 1 after
  /// the first A, owed after the first B. What is ordered after those A's, the rows of Knowledge say (order.cpp).
  struct Order {
    std::uint32_t rows = 0;
    bool owed = false, broken = false;
  };
  std::vector<Order> orders;
  std::vector<bool> invariants;  ///< broken

  void start(const program::Specification& specification);
  void encode(std::vector<std::uint32_t>& words) const;
  void decode(const program::Specification& specification, std::span<const std::uint32_t> words);
};

}  // namespace model::runtime
