// chancheck check: compile, check each entry, report, and the worst exit code.

#include "checker/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <thread>
#include <utility>
#include <vector>

#include "checker/command/check_options.hpp"
#include "checker/command/command.hpp"
#include "checker/command/happens_before.hpp"
#include "checker/finding/expectation.hpp"
#include "checker/finding/fingerprint.hpp"
#include "checker/gate/baseline.hpp"
#include "checker/gate/cache.hpp"
#include "checker/gate/new_from.hpp"
#include "checker/report/report.hpp"
#include "checker/search/budget.hpp"
#include "model/compile.hpp"

namespace checker::command {
namespace {

using finding::Result;
using finding::Verdict;

Result broken(const model::Unit& unit) {
  Result result;
  result.name = unit.name;
  result.files = unit.files;
  result.verdict = Verdict::Error;
  result.complete = false;
  result.incomplete_reason = "not explored";
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

/// `jobs`: threads for its search.
void run_task(Task& task, const CheckCommand& options, unsigned jobs, bool progress, const gate::Cache& cache) {
  CheckOptions check = options.check;
  check.limits = options.limits_of(task.entry->entry.name);
  check.limits.jobs = jobs;
  check.progress = progress;
  check.machine.go_version = task.unit->go_version;
  check.machine.coverage = true;
  check.summary = options.report.statistics;
  try {
    // What properties tell of a finding is not kept.
    const bool cached = task.unit->program->specification.empty();
    const std::string key = cached ? cache.key(*task.unit, *task.entry) : "";
    if (auto kept = cache.find(key, *task.unit, program_hash(*task.unit))) {
      task.result = std::move(*kept);
      task.result.name = task.unit->name;
      task.result.entry = task.entry->entry.name;
      return;
    }
    task.result = check_entry(*task.unit, *task.entry, check);
    if (cached) cache.store(key, task.result);
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

/// What a result depends on beside the program. Times and sizes are measured anew where they are asked for.
gate::Cache cache_of(const CheckCommand& options) {
  const model::MachineOptions& m = options.check.machine;
  return {options.report.statistics ? "" : options.cache,
          fmt::format("{} {} {} {} {} {} {}", static_cast<int>(m.reduction), static_cast<int>(m.time), m.outcomes, m.symmetry,
                      m.races, m.por, m.mutation)};
}

/// Entries do not know of each other, so they are checked side by side; results keep their order. Threads beyond one for
/// each entry are shared out to the searches.
void run_tasks(std::vector<Task>& tasks, const CheckCommand& options) {
  const std::uint64_t all = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  const auto jobs = std::min<std::uint64_t>(all, tasks.size());
  const auto of_search = static_cast<unsigned>(std::clamp<std::uint64_t>(all / std::max<std::uint64_t>(jobs, 1), 1, 256));
  const gate::Cache cache = cache_of(options);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) run_task(tasks[i], options, of_search, jobs <= 1, cache);
  };
  std::vector<std::thread> threads;
  for (std::uint64_t i = 1; i < jobs; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
}

report::Results check_units(const std::vector<model::Unit>& units, const CheckCommand& options) {
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
          {"this ignore matches no finding: " + unit.ignores[i].what, unit.ignores[i].position, {}, {}});
    }
  }
  return results;
}

/// Of the first race, else of the first finding. Without findings there is nothing to draw, and no file.
bool write_happens_before(const std::vector<model::Unit>& units, const report::Results& results,
                          const std::string& name) {
  const auto with_race = std::ranges::find_if(results, [](const Result& r) {
    return std::ranges::any_of(r.findings, [](const finding::Finding& f) { return f.race.has_value(); });
  });
  const auto chosen = with_race != results.end()
                          ? with_race
                          : std::ranges::find_if(results, [](const Result& r) { return !r.findings.empty(); });
  if (chosen == results.end()) return true;
  for (const model::Unit& unit : units) {
    if (unit.program == nullptr) continue;
    const auto drawing = happens_before_of(unit, trace_to_draw(*chosen));
    if (!drawing) continue;
    std::ofstream file(name, std::ios::binary);
    file << graph::write(*drawing, name.ends_with(".mmd") ? graph::Notation::Mermaid : graph::Notation::Dot);
    file.close();
    return static_cast<bool>(file);
  }
  return true;
}

int worst(const report::Results& results, bool exit_zero) {
  if (results.empty()) return finding::exit_code(Verdict::Nothing);
  Verdict verdict = Verdict::Pass;
  for (const Result& result : results) verdict = std::max(verdict, result.verdict);
  if (exit_zero && verdict == Verdict::Fail) return 0;
  return finding::exit_code(verdict);
}

/// All of it or, as on a full disk, nothing: half a report is none.
bool write_file(const std::string& name, const std::string& text) {
  std::ofstream file(name, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  std::error_code error;
  if (!file && std::filesystem::is_regular_file(name, error)) std::filesystem::remove(name, error);
  return static_cast<bool>(file);
}

/// What the files say until the check is over, should it not come to that.
report::Results unfinished(const CheckCommand& options) {
  Result result;
  for (const std::string& pattern : options.compile.patterns) result.name += (result.name.empty() ? "" : " ") + pattern;
  result.verdict = Verdict::Incomplete;
  result.complete = false;
  result.incomplete_reason = "the check did not come to its end";
  return {result};
}

/// The name of a file that cannot be written, or nothing.
std::string write_reports(const CheckCommand& options, const report::Results& results) {
  for (const auto& [format, name] : options.files) {
    if (!write_file(name, format->write(results, options.report))) return name;
  }
  return "";
}

/// The names to check, as --entry and --run take them; of several packages behind the package's.
int list_entries(const std::vector<model::Unit>& units, const CheckCommand& options) {
  bool any = false;
  for (const model::Unit& unit : units) {
    for (const model::EntryInfo& entry : unit.entries) {
      if (!options.selection.selects(entry.entry.name)) continue;
      any = true;
      fmt::print("{}{}\n", units.size() > 1 ? unit.name + " " : "", entry.entry.name);
    }
    if (!can_run(unit) && !unit.errors.empty()) return 2;
  }
  return any ? 0 : 5;
}

/// Baselines: findings that are known do not count. Returns what is wrong, or nothing.
std::string set_aside_known(const CheckCommand& options, report::Results& results) {
  if (!options.baseline.empty()) {
    std::vector<gate::Known> known;
    if (std::string wrong = gate::read_baseline(options.baseline, known); !wrong.empty()) return wrong;
    for (const gate::Known& fixed : gate::apply_baseline(known, "known by the baseline", results)) {
      fmt::print(stderr, "chancheck: fixed, and still in the baseline: {}\n", fixed.description.substr(0, fixed.description.find('\n')));
    }
  }
  if (!options.new_from.empty()) {
    std::vector<gate::Known> known;
    std::string wrong = gate::findings_at(options.new_from, options.compile.patterns, options.same_check, known);
    if (!wrong.empty()) return wrong;
    gate::apply_baseline(known, "there at " + options.new_from, results);
  }
  if (!options.write_baseline.empty() && !write_file(options.write_baseline, gate::baseline_text(results))) {
    return "cannot write " + options.write_baseline;
  }
  return "";
}

}  // namespace

int check(const Arguments& arguments) {
  CheckCommand options;
  const std::string wrong = options.read(arguments);
  if (!wrong.empty()) return usage_error("check", wrong);
  if (options.help) {
    fmt::print("usage: chancheck check [flags] PATTERN...\n\nPATTERN is a .go file, several files of one "
               "package, a directory, or DIR/...\n\n{}", flags_help(options.flags()));
    return 0;
  }
  if (options.compile.patterns.empty()) return usage_error("check", "no files given");
  const std::string invalid = options.selection.invalid();
  if (!invalid.empty()) return usage_error("check", invalid);

  search::catch_interrupts();
  if (!options.list) {
    if (const std::string name = write_reports(options, unfinished(options)); !name.empty()) {
      return usage_error("check", "cannot write " + name);
    }
  }
  const std::vector<model::Unit> units = model::compile(options.compile);
  if (options.list) return list_entries(units, options);
  report::Results results = check_units(units, options);
  finding::assign_fingerprints(results);
  const std::string unknown = set_aside_known(options, results);
  if (!unknown.empty()) return usage_error("check", unknown);
  const std::string out = options.format->write(results, options.report);
  const bool printed = std::fwrite(out.data(), 1, out.size(), stdout) == out.size() && std::fflush(stdout) == 0;
  if (const std::string name = write_reports(options, results); !name.empty()) {
    return usage_error("check", "cannot write " + name);
  }
  if (!printed) return usage_error("check", "cannot write to the standard output");
  if (!options.happens_before.empty() && !write_happens_before(units, results, options.happens_before)) {
    return usage_error("check", fmt::format("cannot write {}", options.happens_before));
  }
  if (results.empty()) fmt::print(stderr, "chancheck: nothing to check: no entry matched\n");
  return worst(results, options.exit_zero);
}

}  // namespace checker::command
