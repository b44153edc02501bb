// chancheck replay: one schedule in the model, step by step, and what it comes to; or on the real Go runtime.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <optional>

#include "checker/check.hpp"
#include "checker/command/arguments.hpp"
#include "checker/command/command.hpp"
#include "checker/finding/failures.hpp"
#include "checker/property/temporal.hpp"
#include "checker/replay/real_run.hpp"
#include "checker/report/report.hpp"
#include "checker/schedule/play.hpp"
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

/// The ordinals of the trace's steps, which have been played.
schedule::Path path_of(const model::Machine& machine, const schedule::Trace& trace) {
  std::vector<model::Failure> failures;
  model::StateWords state = machine.initial(failures);
  schedule::Path path;
  std::size_t next = 0;
  std::vector<model::Transition> enabled;
  model::Step step;
  while (path.size() < trace.steps) {
    enabled.clear();
    machine.enabled(state, enabled);
    path.push_back(enabled.size() > 1 ? trace.choices[next++] : 0);
    machine.apply(state, enabled[path.back()], step);
    state = step.state;
  }
  return path;
}

/// Does the run that the trace describes break its formula?
int replay_formula(const model::Machine& machine, const model::Unit& unit, const schedule::Trace& trace) {
  const auto& formulas = unit.program->specification.formulas;
  if (trace.cycle->formula >= formulas.size()) return usage_error("replay", "the trace does not fit the program");
  const model::program::SpecFormula& formula = formulas[trace.cycle->formula];
  const auto word = property::read(machine, property::Atoms(formula), path_of(machine, trace), trace.cycle->from);
  if (!word || property::holds_on(formula, *word)) {
    fmt::print("\nthe schedule ends without a finding\n");
    return 1;
  }
  if (trace.cycle->from == trace.steps) {
    fmt::print("\nand then nothing happens any more\n");
  } else {
    fmt::print("\nand then the steps after step {} repeat for ever\n", trace.cycle->from);
  }
  fmt::print("\n{}: property: ltl {} does not hold\n", unit.files->describe(formula.position), formula.text);
  return 0;
}

/// What the schedule comes to, and of races at a position the earlier accesses.
struct Prediction {
  finding::Causes causes;
  std::multimap<model::base::Position, model::base::Position> others;
};

Prediction predict(const model::Machine& machine, const model::MachineOptions& options,
                   const schedule::Player& player) {
  Prediction result;
  finding::Failures failures;
  for (const model::Failure& failure : player.failures()) {
    failures.add(failure, {0, {0}});
  }
  for (const auto& race : player.execution().races()) {
    const auto first = player.execution().node(race.first).action.position;
    const auto second = player.execution().node(race.second).action.position;
    result.others.emplace(second, first);
    result.others.emplace(first, second);
  }
  result.causes = failures.causes;
  if (result.causes.empty()) result.causes = stuck_from(machine, options, player.state());
  return result;
}

std::string indented(const std::string& text) {
  std::string out;
  bool start = true;
  for (const char c : text) {
    if (start && c != '\n') out += "    ";
    out += c;
    start = c == '\n';
  }
  if (!out.empty() && !start) out += '\n';
  return out;
}

/// The schedule after its first `steps` steps.
schedule::Player played(const model::Machine& machine, const schedule::Trace& trace, std::uint32_t steps) {
  schedule::Player player(machine, false, true);
  std::size_t next = 0;
  for (std::uint32_t step = 0; step < steps; ++step) {
    const std::vector<model::Transition> enabled = player.enabled();
    player.take(enabled[enabled.size() > 1 ? trace.choices[next++] : 0]);
  }
  return player;
}

/// Reads commands: n next, p previous, a number, q. Shows after each where everybody stands, and at what.
void step_through(const model::Machine& machine, const schedule::Trace& trace, const model::base::FileSet& files) {
  std::uint32_t step = 0;
  for (;;) {
    schedule::Player player = played(machine, trace, step);
    schedule::Schedule shown = player.schedule();
    std::erase_if(shown.lines, [&](const schedule::Line& line) { return line.step != step; });
    fmt::print("\nafter step {} of {}\n{}", step, trace.steps, report::lines(shown, files));
    for (const schedule::Goroutine& g : player.goroutines()) {
      const model::Frame* frame = schedule::user_frame(g.stack);
      fmt::print("  {:<24} [{}] {} {}\n", schedule::lane_name(player.schedule(), g.id), g.status, g.object,
                 frame != nullptr ? files.describe(frame->position) : "");
    }
    fmt::print("(n)ext, (p)revious, NUMBER, (q)uit: ");
    std::fflush(stdout);
    std::string command;
    if (!std::getline(std::cin, command) || command == "q") break;
    if (command == "n" || command.empty()) {
      step = std::min(step + 1, trace.steps);
    } else if (command == "p") {
      step = step == 0 ? 0 : step - 1;
    } else if (const auto number = parse_count(command)) {
      step = static_cast<std::uint32_t>(std::min<std::uint64_t>(*number, trace.steps));
    }
  }
  fmt::print("\n");
}

/// What a command does with the schedule beside printing it.
struct Real {
  bool go = false;
  std::string emit_test;
  std::uint64_t attempts = 3;
};

/// Exit 0 if the real runtime shows all that was predicted; of several races, one: the detector says nothing about an access
/// whose goroutine has just accessed the same memory.
int on_the_real_runtime(const Real& real, replay::Request request, const Prediction& prediction) {
  bool raced = false, missed = false;
  for (const finding::Cause& cause : prediction.causes.sorted()) {
    request.predicted = cause;
    request.others.clear();
    const auto [first, last] = prediction.others.equal_range(cause.position);
    for (auto other = first; other != last; ++other) request.others.push_back(other->second);
    if (!real.emit_test.empty()) {
      const std::string wrong = replay::write_test(request, real.emit_test);
      if (!wrong.empty()) return usage_error("replay", wrong);
      fmt::print("\nwritten to {0}; run it with `go test ./chancheckreplay` there\n", real.emit_test);
      return 0;
    }
    fmt::print("\npredicted:\n{}", indented(replay::prediction(request)));
    const replay::Real result = replay::run_for_real(request, static_cast<int>(real.attempts));
    if (!result.error.empty()) return usage_error("replay", result.error);
    fmt::print("\nthe real runtime printed:\n{}", indented(result.output.empty() ? "nothing" : result.output));
    if (!result.done) {
      fmt::print("\nthe real runtime did something else\n");
      if (cause.kind != finding::Kind::Race) return 1;
      missed = true;
      continue;
    }
    raced = true;
    fmt::print("\nthe real runtime did it: {}\n", result.seen);
  }
  return missed && !raced ? 1 : 0;
}

}  // namespace

int replay(const Arguments& arguments) {
  Real real;
  bool help = false;
  bool steps = false;
  model::CompileOptions compile;
  const std::vector<Flag> flags = {
      switch_flag("step", "step by step, forwards and backwards; commands from the standard input", steps),
      switch_flag("go", "also on the real Go runtime: exit 0 if it does the same", real.go),
      count_flag("attempts", "runs of the real program, at most (3)", real.attempts),
      text_flag("emit-test", "DIR", "write a Go test to DIR that leads the real runtime there", real.emit_test),
      switch_flag("help", "this text", help)};
  std::vector<std::string> operands;
  const std::string wrong = parse_flags(arguments, flags, operands);
  if (!wrong.empty()) return usage_error("replay", wrong);
  if (help) {
    fmt::print("usage: chancheck replay TRACE FILE...\n\n{}", flags_help(flags));
    return 0;
  }
  if (operands.size() < 2) return usage_error("replay", "a trace and its file, please");
  const auto trace = schedule::decode(operands[0]);
  if (!trace) return usage_error("replay", "this is no trace of this version of chancheck, or not all of it");
  compile.patterns.assign(operands.begin() + 1, operands.end());
  bool fits = false;
  std::size_t index = 0;
  for (const model::Unit& unit : model::compile(compile)) {
    const std::size_t number = index++;
    if (!can_run(unit)) return 2;
    const model::EntryInfo* entry = entry_named(unit, trace->entry);
    if (entry == nullptr || program_hash(unit) != trace->hash) continue;
    fits = true;
    const auto machine = model::make_machine(unit.program, entry->entry, trace->options);
    schedule::Player player(*machine, true, true);
    const bool played = schedule::play(player, *trace);
    fmt::print("{}", report::lines(player.schedule(), *unit.files));
    if (!played) return usage_error("replay", "the trace does not fit the program");
    if (steps) {
      step_through(*machine, *trace, *unit.files);
      return 0;
    }
    if (trace->cycle) return replay_formula(*machine, unit, *trace);
    const Prediction prediction = predict(*machine, trace->options, player);
    const finding::Causes& causes = prediction.causes;
    fmt::print("\n{}", report::dump(player.goroutines(), *unit.files));
    if (causes.empty()) {
      fmt::print("\nthe schedule ends without a finding\n");
      return 1;
    }
    for (const finding::Cause& cause : causes.sorted()) {
      fmt::print("\n{}: {}: {} ({})\n", unit.files->describe(cause.position),
                 finding::kind_name(cause.kind), cause.message, cause.code);
    }
    if (!real.go && real.emit_test.empty()) return 0;
    replay::Request request{compile, number, trace->entry, entry->entry.is_test, unit.files, player.schedule(), {}, {}};
    request.schedule.goroutines = player.goroutines();
    std::fflush(stdout);
    return on_the_real_runtime(real, std::move(request), prediction);
  }
  if (!fits) return usage_error("replay", "the trace does not fit the source: it is of another program, or the source has changed since");
  return 2;
}

}  // namespace checker::command
