// chancheck replay: one schedule in the model, step by step, and what it comes to; or on the real Go runtime.

#include <fmt/format.h>

#include <optional>

#include "checker/check.hpp"
#include "checker/command/arguments.hpp"
#include "checker/command/command.hpp"
#include "checker/finding/failures.hpp"
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

/// What the schedule comes to, and of a race the earlier access.
struct Prediction {
  finding::Causes causes;
  model::base::Position other;
};

Prediction predict(const model::Machine& machine, const schedule::Player& player) {
  Prediction result;
  finding::Failures failures;
  for (const model::Failure& failure : player.failures()) {
    failures.add(failure, 0, 0);
    const auto& races = player.execution().races();
    if (failure.kind != model::Failure::Kind::Race || races.empty()) continue;
    result.other = player.execution().node(races.back().first).action.position;
  }
  result.causes = failures.causes;
  if (result.causes.empty()) result.causes = stuck_from(machine, player.state());
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

/// What a command does with the schedule beside printing it.
struct Real {
  bool go = false;
  std::string emit_test;
  std::uint64_t attempts = 3;
};

int on_the_real_runtime(const Real& real, replay::Request request, const finding::Causes& causes) {
  for (const finding::Cause& cause : causes.sorted()) {
    request.predicted = cause;
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
      return 1;
    }
    fmt::print("\nthe real runtime did it: {}\n", result.seen);
  }
  return 0;
}

}  // namespace

int replay(const Arguments& arguments) {
  Real real;
  bool help = false;
  model::CompileOptions compile;
  const std::vector<Flag> flags = {
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
  if (!trace) return usage_error("replay", "this is no trace of this version");
  compile.patterns.assign(operands.begin() + 1, operands.end());
  bool fits = false;
  std::size_t index = 0;
  for (const model::Unit& unit : model::compile(compile)) {
    const std::size_t number = index++;
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
    schedule::Player player(*machine, true);
    const bool played = schedule::play(player, *trace);
    fmt::print("{}", report::lines(player.schedule(), *unit.files));
    if (!played) return usage_error("replay", "the trace does not fit the program");
    const Prediction prediction = predict(*machine, player);
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
    replay::Request request{compile, number, trace->entry, entry->entry.is_test, unit.files, player.schedule(), {}, prediction.other};
    request.schedule.goroutines = player.goroutines();
    std::fflush(stdout);
    return on_the_real_runtime(real, std::move(request), causes);
  }
  if (!fits) return usage_error("replay", "the trace does not fit the source");
  return 2;
}

}  // namespace checker::command
