#pragma once
// Fair runs, and a fair cycle in the product.
//
// What is fair: each goroutine that can step, each select case that Go could choose, each timer that is due is one demand. Under
// strong fairness a demand that is enabled again and again is met again and again; under weak fairness one that is enabled
// for good is. Machines with formulas keep goroutines in order of creation (no symmetry), so in a strong component a
// goroutine that never moves keeps its slot: those before it can only become fewer, and then it would not come back to its
// slot. So demands are by slot, and of a component it is enough to ask if a demand is enabled in it and met in it.
//
// Strong fairness is a Streett condition. A component in which a demand is enabled and not met has no fair cycle through
// the states in which it is enabled; without these it falls apart into smaller ones (Emerson, Lei, "Modalities for model
// checking", 1987, section 4).

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "checker/graph/state_graph.hpp"
#include "checker/property/product.hpp"
#include "checker/store/state_store.hpp"
#include "model/machine.hpp"

namespace checker::property {

enum class Fairness : std::uint8_t { None, Weak, Strong };
const char* fairness_name(Fairness fairness);
std::optional<Fairness> fairness_named(const std::string& name);

/// The demands of states and what the steps between them meet; found when asked for.
class Demands {
 public:
  Demands(const model::Machine& machine, const store::StateStore& store, const graph::StateGraph& graph)
      : machine_(machine), store_(store), graph_(graph) {}

  const std::vector<std::uint32_t>& enabled(std::uint32_t state) { return look(state).enabled; }
  const std::vector<std::uint32_t>& met(std::uint32_t state, std::uint64_t edge) {
    return look(state).met[edge - graph_.first(state)];
  }

 private:
  struct State {
    std::vector<std::uint32_t> enabled;            // ascending
    std::vector<std::vector<std::uint32_t>> met;  // by edge of the row
  };
  enum class Kind : std::uint8_t { Goroutine, Case, Timer };
  using Key = std::tuple<Kind, std::uint32_t, std::uint64_t, std::uint32_t>;
  const State& look(std::uint32_t state);
  std::uint32_t number(const Key& key);
  std::vector<std::uint32_t> met_by(const model::StateWords& state, const model::Transition& t);

  const model::Machine& machine_;
  const store::StateStore& store_;
  const graph::StateGraph& graph_;
  std::map<Key, std::uint32_t> numbers_;
  std::map<std::uint32_t, State> states_;
};

/// The nodes of strong components that have a fair and accepting cycle through all of their edges: one list each.
std::vector<std::vector<std::uint32_t>> fair_components(const Product& product, Demands& demands, Fairness fairness);

}  // namespace checker::property
