#include "checker/summary.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "checker/store/state_store.hpp"

namespace checker {
namespace {

constexpr std::uint32_t kMostStates = 100'000;       // of one search
constexpr std::uint64_t kMostOrderStates = 400'000;  // of all searches for orders together

/// Visits every state, with all transitions, until `on_step` returns false. True if all were visited.
bool visit(const model::Machine& machine, search::Budget& budget, std::uint32_t& states,
           const std::function<bool(const model::Step&)>& on_step) {
  store::StateStore store(budget.max_memory());
  std::vector<model::Failure> failures;
  store.insert(machine.initial(failures));
  std::vector<model::Transition> enabled;
  model::Step step;
  for (std::uint32_t id = 0; id < store.size(); ++id) {
    states = store.size();
    if (store.size() > kMostStates || budget.spent(store.size(), store.memory_bytes()) != nullptr) return false;
    const model::StateWords state = store.load(id);
    enabled.clear();
    machine.enabled(state, enabled);
    for (const model::Transition& t : enabled) {
      machine.apply(state, t, step);
      if (!on_step(step)) return false;
      store.insert(step.state);
    }
  }
  states = store.size();
  return true;
}

/// A goroutine counts until it has ended, though nobody sees its last instructions: so its end is a step.
void find_maxima(const model::Unit& unit, const model::EntryInfo& entry, model::MachineOptions options,
                 search::Budget& budget, finding::Statistics& out) {
  options.por = false;
  options.outcomes = false;
  options.count_goroutines = options.coverage = true;
  const auto machine = model::make_machine(unit.program, entry.entry, options);
  std::uint32_t most = 1, states = 0;
  const bool complete = visit(*machine, budget, states, [&](const model::Step& step) {
    const auto gone = std::count(step.goroutine_map.begin(), step.goroutine_map.end(), model::kGone);
    most = std::max(most, static_cast<std::uint32_t>(step.goroutine_map.size() + step.created.size() - static_cast<std::size_t>(gone)));
    return true;
  });
  if (out.coverage) out.coverage->buffers.clear();
  if (!complete) return;
  out.goroutines = most;
  if (out.coverage) out.coverage->buffers = machine->coverage().buffers;
}

enum class Holds : std::uint8_t { Yes, No, Unknown };

/// Does the k-th `first` happen before the k-th `second` in every run, and have some both?
Holds order_holds(const model::Unit& unit, const model::EntryInfo& entry, model::MachineOptions options,
                  search::Budget& budget, std::uint32_t first, std::uint32_t second, std::uint64_t& states_left) {
  auto program = std::make_shared<model::program::Program>(*unit.program);
  model::program::Specification& spec = program->specification;
  spec.protocols.clear();
  spec.invariants.clear();
  spec.formulas.clear();
  spec.expressions.clear();
  spec.orders = {{first, second, false, "", {}}};
  options.por = options.outcomes = options.coverage = false;
  options.watched_locations.clear();
  const auto machine = model::make_machine(std::move(program), entry.entry, options);
  std::vector<model::Happened> happened;
  std::vector<std::uint32_t> compared;
  machine->before_first_step(happened, compared);
  bool tested = !compared.empty(), broken = false;
  std::vector<model::Failure> failures;
  (void)machine->initial(failures);
  const auto breaks = [](const model::Failure& f) {
    return f.kind == model::Failure::Kind::Order || f.kind == model::Failure::Kind::Sampled;
  };
  if (std::ranges::any_of(failures, breaks)) return Holds::No;
  std::uint32_t states = 0;
  const bool complete = visit(*machine, budget, states, [&](const model::Step& step) {
    tested = tested || !step.compared.empty();
    broken = broken || std::ranges::any_of(step.failures, breaks);
    return !broken;
  });
  states_left -= std::min<std::uint64_t>(states_left, states);
  if (broken) return Holds::No;
  if (!complete) return Holds::Unknown;
  return tested ? Holds::Yes : Holds::No;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Leaves out what follows from two others.
std::vector<Pair> without_implied(const std::vector<Pair>& all) {
  const auto holds = [&](std::uint32_t a, std::uint32_t b) { return std::ranges::find(all, Pair(a, b)) != all.end(); };
  std::vector<Pair> out;
  for (const auto& [a, c] : all) {
    const bool implied = std::ranges::any_of(all, [&, a = a, c = c](const Pair& p) {
      const std::uint32_t b = p.second;
      return p.first == a && b != c && holds(b, c) && !holds(b, a) && !holds(c, b);
    });
    if (!implied) out.emplace_back(a, c);
  }
  return out;
}

/// Orders of the declared events that always hold and are not asserted yet.
void find_orders(const model::Unit& unit, const model::EntryInfo& entry, const model::MachineOptions& options,
                 search::Budget& budget, finding::Statistics& out) {
  const model::program::Specification& spec = unit.program->specification;
  std::vector<Pair> found;
  std::uint64_t states_left = kMostOrderStates;
  for (std::uint32_t a = 0; a < spec.events.size(); ++a) {
    for (std::uint32_t b = 0; b < spec.events.size(); ++b) {
      if (a == b) continue;
      const Holds holds = states_left == 0 ? Holds::Unknown : order_holds(unit, entry, options, budget, a, b, states_left);
      if (holds == Holds::Unknown) return;
      if (holds == Holds::Yes) found.emplace_back(a, b);
    }
  }
  out.orders.emplace();
  for (const auto& [a, b] : without_implied(found)) {
    const bool asserted = std::ranges::any_of(spec.orders, [a = a, b = b](const model::program::SpecOrder& o) {
      return o.first == a && o.second == b;
    });
    if (!asserted) out.orders->push_back(spec.events[a].name + " < " + spec.events[b].name);
  }
}

}  // namespace

void summarise(const model::Unit& unit, const model::EntryInfo& entry, const model::MachineOptions& options,
               search::Budget& budget, finding::Result& result) {
  finding::Statistics& s = result.statistics;
  if (!result.complete || s.states > kMostStates) {
    if (s.coverage) s.coverage->buffers.clear();
    return;
  }
  find_maxima(unit, entry, options, budget, s);
  if (!unit.program->specification.events.empty()) find_orders(unit, entry, options, budget, s);
}

}  // namespace checker
