#pragma once
// A counterexample in the product: a stem to a fair component and a fair, accepting cycle in it.

#include <cstdint>
#include <vector>

#include "checker/property/fairness.hpp"
#include "checker/property/product.hpp"

namespace checker::property {

struct Counterexample {
  std::uint32_t root = 0;             ///< the node in which it starts
  std::vector<std::uint64_t> stem;    ///< edges of the product
  std::vector<std::uint64_t> cycle;   ///< at least one
};

/// Components as fair_components() gives them, at least one. The stem is a shortest one; the cycle is put together of shortest
/// pieces: to each acceptance set, to what its demands still want, and home.
Counterexample counterexample(const Product& product, const std::vector<std::vector<std::uint32_t>>& components,
                              Demands& demands, Fairness fairness);

}  // namespace checker::property
