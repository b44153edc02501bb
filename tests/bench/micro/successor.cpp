// Successors by themselves: a walk through the small problems, without a store.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "model/compile.hpp"
#include "model/machine.hpp"

namespace {

/// Compiles a problem; states on a random walk of it, begun anew where it ends.
struct Walk {
  explicit Walk(const std::string& problem, model::Reduction reduction) {
    model::CompileOptions compile;
    compile.patterns = {std::string(BENCH_PROBLEMS) + "/" + problem + ".go"};
    std::vector<model::Unit> units = model::compile(compile);
    if (units.size() != 1 || units[0].entries.empty()) {
      throw std::runtime_error(problem + " does not compile");
    }
    unit = std::move(units[0]);
    model::MachineOptions options;
    options.reduction = reduction;
    machine = model::make_machine(unit.program, unit.entries[0].entry, options);
    std::vector<model::Failure> failures;
    const model::StateWords initial = machine->initial(failures);
    std::mt19937 random(1);
    model::StateWords state = initial;
    model::Step step;
    for (int i = 0; i < 1000; ++i) {
      states.push_back(state);
      enabled.emplace_back();
      machine->enabled(state, enabled.back());
      if (enabled.back().empty()) {
        state = initial;
        continue;
      }
      machine->apply(state, enabled.back()[random() % enabled.back().size()], step);
      state = step.state;
    }
  }

  model::Unit unit;
  std::unique_ptr<model::Machine> machine;
  std::vector<model::StateWords> states;
  std::vector<std::vector<model::Transition>> enabled;
};

void successors(benchmark::State& run, const std::string& problem, model::Reduction reduction) {
  const Walk walk(problem, reduction);
  std::vector<model::Transition> enabled;
  model::Step step;
  std::size_t at = 0;
  std::int64_t count = 0;
  for (auto _ : run) {
    const model::StateWords& state = walk.states[at];
    enabled.clear();
    walk.machine->enabled(state, enabled);
    for (const model::Transition& transition : enabled) {
      walk.machine->apply(state, transition, step);
      benchmark::DoNotOptimize(step.state.data());
      ++count;
    }
    at = (at + 1) % walk.states.size();
  }
  run.SetItemsProcessed(count);  // successors
}

void persistent(benchmark::State& run, const std::string& problem) {
  const Walk walk(problem, model::Reduction::Por);
  std::vector<std::uint32_t> chosen;
  std::size_t at = 0;
  for (auto _ : run) {
    walk.machine->persistent(walk.states[at], walk.enabled[at], chosen);
    benchmark::DoNotOptimize(chosen.data());
    at = (at + 1) % walk.states.size();
  }
  run.SetItemsProcessed(run.iterations());  // states
}

constexpr const char* kProblems[] = {"worker_pool", "pipeline_buffered", "philosophers", "monitor"};

const bool kRegistered = [] {
  for (const std::string problem : kProblems) {
    benchmark::RegisterBenchmark(("successors/" + problem).c_str(), successors, problem,
                                 model::Reduction::Por);
    benchmark::RegisterBenchmark(("successors_literal/" + problem).c_str(), successors, problem,
                                 model::Reduction::None);
    benchmark::RegisterBenchmark(("persistent/" + problem).c_str(), persistent, problem);
  }
  return true;
}();

}  // namespace
