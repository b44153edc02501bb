// chancheck simulate: random walks through the model.

#include <fmt/format.h>

#include <random>

#include "checker/check.hpp"
#include "checker/command/arguments.hpp"
#include "checker/command/command.hpp"
#include "checker/command/entries.hpp"
#include "checker/report/report.hpp"
#include "checker/schedule/schedule.hpp"
#include "model/compile.hpp"

namespace checker::command {
namespace {

struct Walk {
  std::uint64_t seed = 0;
  std::uint64_t runs = 100;
  std::uint64_t steps = 10000;
  bool verbose = false;
};

/// One walk; what went wrong, or nothing.
std::string walk(const model::Machine& machine, std::uint64_t seed, const Walk& options,
                 const model::base::FileSet& files) {
  std::mt19937_64 random(seed);
  schedule::Player player(machine);
  std::string wrong;
  const auto note = [&] {
    for (const model::Failure& failure : player.failures()) {
      if (failure.kind == model::Failure::Kind::Sampled) continue;
      wrong += fmt::format("{}: {}\n", files.describe(failure.position), failure.message);
    }
  };
  note();
  for (std::uint64_t step = 0; step < options.steps && wrong.empty(); ++step) {
    const std::vector<model::Transition> enabled = player.enabled();
    if (enabled.empty()) {
      if (machine.process_end(player.state()).kind == model::ProcessEnd::Kind::None) {
        if (const auto dead = machine.checkdead(player.state())) wrong = *dead + "\n";
      }
      break;
    }
    player.take(enabled[random() % enabled.size()]);
    note();
  }
  if (!wrong.empty() || options.verbose) {
    fmt::print("run with seed {}:\n{}", seed, report::lines(player.schedule(), files));
    if (!wrong.empty()) fmt::print("\n{}\n{}\n", wrong, report::dump(player.goroutines(), files));
  }
  return wrong;
}

}  // namespace

int simulate(const Arguments& arguments) {
  Walk options;
  options.seed = std::random_device{}();
  Selection selection;
  bool help = false;
  std::vector<Flag> flags = selection.flags();
  flags.push_back(count_flag("seed", "of the first run (random)", options.seed));
  flags.push_back(count_flag("runs", "how many runs (100)", options.runs));
  flags.push_back(count_flag("steps", "longest run (10000)", options.steps));
  flags.push_back(switch_flag("v", "print every run", options.verbose));
  flags.push_back(switch_flag("help", "this text", help));
  model::CompileOptions compile;
  const std::string wrong = parse_flags(arguments, flags, compile.patterns);
  if (!wrong.empty()) return usage_error("simulate", wrong);
  if (help) {
    fmt::print("usage: chancheck simulate [flags] FILE...\n\n{}", flags_help(flags));
    return 0;
  }
  if (compile.patterns.empty()) return usage_error("simulate", "no files given");
  if (const std::string invalid = selection.invalid(); !invalid.empty()) {
    return usage_error("simulate", invalid);
  }
  bool any = false;
  for (const model::Unit& unit : model::compile(compile)) {
    if (!can_run(unit)) return 2;
    for (const model::EntryInfo& entry : unit.entries) {
      if (!selection.selects(entry.entry.name)) continue;
      any = true;
      model::MachineOptions machine_options;
      machine_options.go_version = unit.go_version;
      const auto machine = model::make_machine(unit.program, entry.entry, machine_options);
      for (std::uint64_t run = 0; run < options.runs; ++run) {
        if (!walk(*machine, options.seed + run, options, *unit.files).empty()) return 1;
      }
      fmt::print("{} {}: {} runs from seed {}, nothing found (this proves nothing)\n", unit.name,
                 entry.entry.name, options.runs, options.seed);
    }
  }
  return any ? 3 : 5;
}

}  // namespace checker::command
