#include "tests/soundness/races/cost.hpp"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <set>
#include <unordered_set>
#include <utility>

#include "checker/check.hpp"
#include "model/compile.hpp"

namespace tests::soundness {
namespace {

/// Abstract locations of all plain accesses, and how many places of the source have one.
struct Accesses {
  std::vector<std::uint64_t> locations;
  std::size_t places = 0;
};

Accesses accesses_of(const model::Unit& unit, const model::EntryInfo& entry) {
  model::MachineOptions options;
  options.go_version = unit.go_version;
  const auto machine = model::make_machine(unit.program, entry.entry, options);
  std::set<std::uint64_t> locations;
  std::set<model::base::Position> places;
  std::set<model::StateWords> seen;
  std::vector<model::StateWords> work;
  const auto note = [&](const std::vector<model::Action>& actions) {
    for (const model::Action& a : actions) {
      if (a.kind != model::Action::Kind::Read && a.kind != model::Action::Kind::Write) continue;
      locations.insert(a.locations.begin(), a.locations.end());
      places.insert(a.position);
    }
  };
  model::Names names;
  names.texts = false;
  std::vector<model::Failure> failures;
  work.push_back(machine->describe_initial(failures, names));
  note(names.initial_actions);
  seen.insert(work.back());
  while (!work.empty()) {
    const model::StateWords state = std::move(work.back());
    work.pop_back();
    std::vector<model::Transition> enabled;
    machine->enabled(state, enabled);
    for (const model::Transition& t : enabled) {
      model::Names some;
      some.texts = false;
      model::Step step;
      machine->describe(state, t, step, &some);
      note(step.actions);
      if (seen.insert(step.state).second) work.push_back(std::move(step.state));
    }
  }
  return {{locations.begin(), locations.end()}, places.size()};
}

std::string states(const model::Unit& unit, const model::EntryInfo& entry, const model::MachineOptions& machine) {
  checker::CheckOptions options;
  options.progress = false;
  options.limits.max_states = 2'000'000;
  options.machine = machine;
  options.machine.go_version = unit.go_version;
  const auto result = checker::check_entry(unit, entry, options);
  for (const auto& f : result.findings) {
    if (f.race) return "racy";
  }
  return (result.complete ? "" : "> ") + std::to_string(result.statistics.states);
}

}  // namespace

void print_cost(const std::vector<std::string>& files) {
  std::printf("| program | places that access memory | races off | races by knowledge bits | accesses visible |\n"
              "| --- | --- | --- | --- | --- |\n");
  for (const std::string& file : files) {
    model::CompileOptions compile;
    compile.patterns = {file};
    for (const model::Unit& unit : model::compile(compile)) {
      if (!unit.errors.empty()) continue;
      for (const model::EntryInfo& entry : unit.entries) {
        const Accesses accesses = accesses_of(unit, entry);
        model::MachineOptions bits, off, visible;
        off.races = false;
        visible.visible_locations = accesses.locations;
        std::printf("| %s | %zu | %s | %s | %s |\n", std::filesystem::path(file).filename().c_str(), accesses.places,
                    states(unit, entry, off).c_str(), states(unit, entry, bits).c_str(),
                    states(unit, entry, visible).c_str());
      }
    }
  }
}

}  // namespace tests::soundness
