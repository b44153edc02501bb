// chancheck check: compile, check each entry, report, and the worst exit code.

#include "checker/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <fstream>
#include <thread>
#include <utility>
#include <vector>

#include "checker/command/arguments.hpp"
#include "checker/command/command.hpp"
#include "checker/command/entries.hpp"
#include "checker/finding/expectation.hpp"
#include "checker/report/report.hpp"
#include "checker/search/budget.hpp"
#include "model/compile.hpp"

namespace checker::command {
namespace {

using finding::Result;
using finding::Verdict;

struct Options {
  Selection selection;
  CheckOptions check;
  report::ReportOptions report;
  const report::Format* format = &report::kFormats[0];
  std::vector<std::pair<const report::Format*, std::string>> files;
  bool list = false;
  bool exit_zero = false;
  bool help = false;
  std::uint64_t jobs = 0;
  model::CompileOptions compile;

  std::vector<Flag> flags();
};

std::string unknown_format(const std::string& name) {
  std::string known;
  for (const report::Format& format : report::kFormats) {
    known += (known.empty() ? "" : ", ") + std::string(format.name);
  }
  return fmt::format("no format \"{}\"; there are {}", name, known);
}

std::vector<Flag> Options::flags() {
  std::vector<Flag> flags = selection.flags();
  const auto add = [&](const char* name, const char* placeholder, const char* help, auto set) {
    flags.push_back({name, placeholder, help, set});
  };
  flags.push_back(switch_flag("list", "print the entries and check none", list));
  add("format", "F", "of the report on stdout (text)", [this](const std::string& text) {
    format = report::format_named(text);
    return format == nullptr ? unknown_format(text) : "";
  });
  add("o", "F=FILE", "a report of format F to FILE; repeatable", [this](const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size()) return std::string("not F=FILE");
    const report::Format* f = report::format_named(text.substr(0, equals));
    if (f == nullptr) return unknown_format(text.substr(0, equals));
    files.emplace_back(f, text.substr(equals + 1));
    return std::string();
  });
  add("timeout", "D", "budget of time for each entry (none)", [this](const std::string& text) {
    check.limits.timeout = parse_duration(text);
    return std::string(check.limits.timeout ? "" : "not a duration such as 90s or 1m30s");
  });
  add("max-states", "N", "budget of states (none)", [this](const std::string& text) {
    const auto count = parse_count(text);
    if (count) check.limits.max_states = *count;
    return std::string(count ? "" : "not a number");
  });
  add("max-memory", "SIZE", "budget of memory (3/4 of the machine)", [this](const std::string& text) {
    const auto size = parse_size(text);
    if (size) check.limits.max_memory = std::max<std::uint64_t>(*size, 1);
    return std::string(size ? "" : "not a size such as 512MB or 2GB");
  });
  add("reduction", "none|por", "none: the runtime taken literally (por)",
      [this](const std::string& text) {
        if (text != "none" && text != "por") return std::string("none or por");
        check.machine.reduction =
            text == "none" ? model::Reduction::None : model::Reduction::Por;
        return std::string();
      });
  flags.push_back(count_flag("jobs", "worker threads (all cores)", jobs));
  flags.push_back(switch_flag("outcomes", "list every way the program can end", check.machine.outcomes));
  flags.push_back(switch_flag("stats", "states, depth, memory, speed", report.statistics));
  add("lang", "go1.N", "language version where the source does not say",
      [this](const std::string& text) {
        const auto version = parse_go_version(text);
        if (version) compile.go_version = *version;
        return std::string(version ? "" : "not a version such as go1.22");
      });
  add("time", "any|virtual", "when timers fire (any)", [this](const std::string& text) {
    if (text != "any" && text != "virtual") return std::string("any or virtual");
    check.machine.time = text == "any" ? model::TimeMode::Any : model::TimeMode::Virtual;
    return std::string();
  });
  flags.push_back(switch_flag("exit-zero", "exit 0 also when there are findings", exit_zero));
  flags.push_back(switch_flag("help", "this text", help));
  return flags;
}

Result broken(const model::Unit& unit) {
  Result result;
  result.name = unit.name;
  result.files = unit.files;
  result.verdict = Verdict::Error;
  result.complete = false;
  result.incomplete_reason = "not explored";
  result.more_errors = unit.more_errors;
  for (const model::base::Diagnostic& d : unit.errors) {
    result.errors.push_back({d.message, d.position});
  }
  return result;
}

/// One entry to check and its result.
struct Task {
  const model::Unit* unit = nullptr;
  const model::EntryInfo* entry = nullptr;
  Result result;
};

void run_task(Task& task, const CheckOptions& options) {
  CheckOptions check = options;
  check.machine.go_version = task.unit->go_version;
  try {
    task.result = check_entry(*task.unit, *task.entry, check);
  } catch (const std::exception& error) {
    task.result = {};
    task.result.name = task.unit->name;
    task.result.entry = task.entry->entry.name;
    task.result.files = task.unit->files;
    task.result.verdict = Verdict::Internal;
    task.result.complete = false;
    task.result.incomplete_reason = "internal error";
    task.result.errors.push_back({std::string("internal error: ") + error.what(), {}});
  }
}

/// Entries do not know of each other, so they are checked side by side; results keep their order.
void run_tasks(std::vector<Task>& tasks, const Options& options) {
  std::uint64_t jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  jobs = std::min<std::uint64_t>(jobs, tasks.size());
  CheckOptions check = options.check;
  check.progress = jobs <= 1;
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) run_task(tasks[i], check);
  };
  std::vector<std::thread> threads;
  for (std::uint64_t i = 1; i < jobs; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
}

report::Results check_units(const std::vector<model::Unit>& units, const Options& options) {
  std::vector<Task> tasks;
  for (const model::Unit& unit : units) {
    if (!unit.errors.empty() || unit.program == nullptr) continue;
    for (const model::EntryInfo& entry : unit.entries) {
      if (options.selection.selects(entry.entry.name)) tasks.push_back({&unit, &entry, {}});
    }
  }
  run_tasks(tasks, options);
  report::Results results;
  std::size_t at = 0;
  for (const model::Unit& unit : units) {
    if (!unit.errors.empty() || unit.program == nullptr) {
      results.push_back(broken(unit));
      continue;
    }
    std::vector<bool> used(unit.ignores.size(), false);
    std::size_t complete = 0;
    for (; at < tasks.size() && tasks[at].unit == &unit; ++at) {
      Result& result = tasks[at].result;
      finding::apply_expectations(tasks[at].entry->wants, unit.ignores, used, result);
      complete += result.complete ? 1 : 0;
      results.push_back(std::move(result));
    }
    // An ignore may be meant for an entry that was not checked to its end.
    if (complete != unit.entries.size() || complete == 0) continue;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) continue;
      results.back().notes.push_back(
          {"this ignore matches no finding: " + unit.ignores[i].what, unit.ignores[i].position});
    }
  }
  return results;
}

int worst(const report::Results& results, bool exit_zero) {
  if (results.empty()) return finding::exit_code(Verdict::Nothing);
  Verdict verdict = Verdict::Pass;
  for (const Result& result : results) verdict = std::max(verdict, result.verdict);
  if (exit_zero && verdict == Verdict::Fail) return 0;
  return finding::exit_code(verdict);
}

}  // namespace

int check(const Arguments& arguments) {
  Options options;
  const std::vector<Flag> flags = options.flags();
  const std::string wrong = parse_flags(arguments, flags, options.compile.patterns);
  if (!wrong.empty()) return usage_error("check", wrong);
  if (options.help) {
    fmt::print("usage: chancheck check [flags] PATTERN...\n\nPATTERN is a .go file, several files of one "
               "package, a directory, or DIR/...\n\n{}", flags_help(flags));
    return 0;
  }
  if (options.compile.patterns.empty()) return usage_error("check", "no files given");
  const std::string invalid = options.selection.invalid();
  if (!invalid.empty()) return usage_error("check", invalid);

  search::catch_interrupts();
  const std::vector<model::Unit> units = model::compile(options.compile);
  if (options.list) {
    bool any = false;
    for (const model::Unit& unit : units) {
      for (const model::EntryInfo& entry : unit.entries) {
        if (!options.selection.selects(entry.entry.name)) continue;
        any = true;
        fmt::print("{}\n", entry.entry.name);
      }
      for (const model::base::Diagnostic& d : unit.errors) {
        fmt::print(stderr, "{}: {}\n", unit.files ? unit.files->describe(d.position) : unit.name, d.message);
      }
      if (!unit.errors.empty()) return 2;
    }
    return any ? 0 : 5;
  }
  const report::Results results = check_units(units, options);
  const std::string out = options.format->write(results, options.report);
  std::fwrite(out.data(), 1, out.size(), stdout);
  std::fflush(stdout);
  for (const auto& [format, name] : options.files) {
    std::ofstream file(name, std::ios::binary);
    file << format->write(results, options.report);
    file.close();
    if (!file) return usage_error("check", fmt::format("cannot write {}", name));
  }
  if (results.empty()) fmt::print(stderr, "chancheck: nothing to check: no entry matched\n");
  return worst(results, options.exit_zero);
}

}  // namespace checker::command
