// chancheck replay: one schedule in the model, step by step, and what it comes to.

#include <fmt/format.h>

#include <optional>

#include "checker/check.hpp"
#include "checker/command/arguments.hpp"
#include "checker/command/command.hpp"
#include "checker/finding/failures.hpp"
#include "checker/report/report.hpp"
#include "checker/schedule/schedule.hpp"
#include "checker/schedule/trace.hpp"
#include "model/compile.hpp"

namespace checker::command {
namespace {

const model::EntryInfo* entry_named(const model::Unit& unit, const std::string& name) {
  for (const model::EntryInfo& entry : unit.entries) {
    if (entry.entry.name == name) return &entry;
  }
  return nullptr;
}

/// Takes the trace's steps. False if it asks for a transition that is not there.
bool play(schedule::Player& player, const schedule::Trace& trace) {
  std::size_t next = 0;
  for (std::uint32_t step = 0; step < trace.steps; ++step) {
    const std::vector<model::Transition> enabled = player.enabled();
    if (enabled.empty()) return false;
    std::uint32_t ordinal = 0;
    if (enabled.size() > 1) {
      if (next == trace.choices.size()) return false;
      ordinal = trace.choices[next++];
    }
    if (ordinal >= enabled.size()) return false;
    player.take(enabled[ordinal]);
  }
  return next == trace.choices.size();
}

}  // namespace

int replay(const Arguments& arguments) {
  bool go = false;
  bool help = false;
  model::CompileOptions compile;
  const std::vector<Flag> flags = {switch_flag("go", "on the real Go runtime", go),
                                   switch_flag("help", "this text", help)};
  std::vector<std::string> operands;
  const std::string wrong = parse_flags(arguments, flags, operands);
  if (!wrong.empty()) return usage_error("replay", wrong);
  if (help) {
    fmt::print("usage: chancheck replay TRACE FILE...\n\n{}", flags_help(flags));
    return 0;
  }
  if (operands.size() < 2) return usage_error("replay", "a trace and its file, please");
  if (go) return usage_error("replay", "replaying on the real Go runtime is not there yet");
  const auto trace = schedule::decode(operands[0]);
  if (!trace) return usage_error("replay", "this is no trace of this version");
  compile.patterns.assign(operands.begin() + 1, operands.end());
  bool fits = false;
  for (const model::Unit& unit : model::compile(compile)) {
    if (!unit.errors.empty() || unit.program == nullptr) {
      for (const auto& error : unit.errors) {
        fmt::print(stderr, "{}: {}\n", unit.files ? unit.files->describe(error.position) : unit.name, error.message);
      }
      return 2;
    }
    const model::EntryInfo* entry = entry_named(unit, trace->entry);
    if (entry == nullptr || program_hash(unit) != trace->hash) continue;
    fits = true;
    const auto machine = model::make_machine(unit.program, entry->entry, trace->options);
    schedule::Player player(*machine);
    const bool played = play(player, *trace);
    fmt::print("{}", report::lines(player.schedule(), *unit.files));
    if (!played) return usage_error("replay", "the trace does not fit the program");
    finding::Failures failures;
    for (const model::Failure& failure : player.failures()) failures.add(failure, 0, 0);
    finding::Causes causes = failures.causes;
    if (causes.empty()) causes = stuck_from(*machine, player.state());
    fmt::print("\n{}", report::dump(player.goroutines(), *unit.files));
    if (causes.empty()) {
      fmt::print("\nthe schedule ends without a finding\n");
      return 1;
    }
    for (const finding::Cause& cause : causes.sorted()) {
      fmt::print("\n{}: {}: {} ({})\n", unit.files->describe(cause.position),
                 finding::kind_name(cause.kind), cause.message, cause.code);
    }
    return 0;
  }
  if (!fits) return usage_error("replay", "the trace does not fit the source");
  return 2;
}

}  // namespace checker::command
