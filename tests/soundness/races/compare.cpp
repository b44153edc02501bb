// Which memory races: the search with its knowledge bits against all executions by definition (oracle.hpp).
//
//   soundness-races [--count N] [--seed S] [--limit PREFIXES] [--mutation M] [--print] [FILE ...]
//
// Random programs, and the entries of the FILEs. A difference prints the program; exit 1. With --mutation the search leaves out
// one rule, and a difference has to be found: exit 0 if there is one.
//   soundness-races --edges FILE ...      every edge left out is noticed with one of the FILEs
//   soundness-races --cost FILE ...       the README's table

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "checker/check.hpp"
#include "checker/happens_before/why.hpp"
#include "tests/soundness/races/cost.hpp"
#include "tests/soundness/races/generator.hpp"
#include "tests/soundness/races/oracle.hpp"

namespace {

using Locations = std::set<std::uint64_t>;

struct Options {
  std::uint64_t count = 0, seed = 1, limit = 20'000;
  std::uint32_t mutation = 0;
  bool print = false, edges = false;
  std::vector<std::string> files;
};

struct Counts {
  std::uint64_t compared = 0, racy = 0, differ = 0, too_large = 0, states = 0, prefixes = 0;
};

struct Checked {
  bool complete = false;
  Locations locations;
  std::uint64_t states = 0;
};

Checked checked(const model::Unit& unit, const model::EntryInfo& entry, std::uint32_t mutation) {
  checker::CheckOptions options;
  options.progress = false;
  options.limits.max_states = 200'000;
  options.machine.go_version = unit.go_version;
  options.machine.mutation = mutation;
  const auto result = checker::check_entry(unit, entry, options);
  Checked out{result.complete, {}, result.statistics.states};
  for (const auto& f : result.findings) {
    if (f.race) out.locations.insert(f.race->locations.begin(), f.race->locations.end());
  }
  return out;
}

std::string place(const model::Unit& unit, std::uint64_t location) {
  // The upper half is the site: a package variable or an instruction.
  const auto site = static_cast<std::uint32_t>(location >> 32);
  constexpr std::uint32_t kGlobal = 0x80000000U;
  const std::string offset = "+" + std::to_string(static_cast<std::uint32_t>(location));
  if ((site & kGlobal) != 0) return unit.program->globals[site & ~kGlobal].name + offset;
  return "site " + std::to_string(site) + offset;
}

/// False if they differ.
bool compare(const model::Unit& unit, const model::EntryInfo& entry, const Options& options, Counts& counts) {
  const auto expected = tests::soundness::racy_by_definition(unit, entry.entry, options.limit);
  if (!expected.complete) {
    ++counts.too_large;
    return true;
  }
  const Checked found = checked(unit, entry, options.mutation);
  if (!found.complete) {
    ++counts.too_large;
    return true;
  }
  ++counts.compared;
  counts.racy += expected.locations.empty() ? 0 : 1;
  counts.states += found.states;
  counts.prefixes += expected.prefixes;
  if (found.locations == expected.locations) return true;
  ++counts.differ;
  if (options.mutation != 0) return false;
  std::printf("%s %s differs\n", unit.name.c_str(), entry.entry.name.c_str());
  for (const auto l : found.locations) {
    if (!expected.locations.contains(l)) std::printf("  false alarm: %s\n", place(unit, l).c_str());
  }
  for (const auto l : expected.locations) {
    if (!found.locations.contains(l)) std::printf("  missed: %s\n", place(unit, l).c_str());
  }
  return false;
}

std::vector<model::Unit> compile(const std::string& file) {
  model::CompileOptions options;
  options.patterns = {file};
  return model::compile(options);
}

void compare_file(const std::string& file, const Options& options, Counts& counts) {
  for (const model::Unit& unit : compile(file)) {
    if (!unit.errors.empty()) continue;
    for (const model::EntryInfo& entry : unit.entries) compare(unit, entry, options, counts);
  }
}

void compare_random(const Options& options, Counts& counts) {
  if (options.count == 0) return;
  const auto folder = std::filesystem::temp_directory_path() / ("soundness-races-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const std::string path = folder / "main.go";
  for (std::uint64_t s = options.seed; s < options.seed + options.count && counts.differ < 10; ++s) {
    const std::string text = tests::soundness::racy_program(s);
    std::ofstream(path) << text;
    for (model::Unit& unit : compile(path)) {
      unit.name = "seed " + std::to_string(s);
      if (!unit.errors.empty()) {
        std::printf("seed %llu: %s\n%s", static_cast<unsigned long long>(s), unit.errors[0].message.c_str(), text.c_str());
        ++counts.differ;
        continue;
      }
      if (options.print) std::fputs(text.c_str(), stdout);
      if (!compare(unit, unit.entries[0], options, counts) && options.mutation == 0) std::fputs(text.c_str(), stdout);
    }
  }
  std::filesystem::remove_all(folder);
}

/// Which files show that the rule is missing.
bool noticed(std::uint32_t mutation, const Options& options, std::string& by) {
  for (const std::string& file : options.files) {
    for (const model::Unit& unit : compile(file)) {
      if (!unit.errors.empty()) continue;
      for (const model::EntryInfo& entry : unit.entries) {
        const Checked whole = checked(unit, entry, 0), without = checked(unit, entry, mutation);
        if (whole.locations == without.locations) continue;
        by = file;
        return true;
      }
    }
  }
  return false;
}

int compare_edges(const Options& options) {
  constexpr const char* kNames[] = {
#define X(name, label, source) #name,
#include "model/happens_before.def"
#undef X
  };
  int unnoticed = 0;
  std::uint32_t number = model::kEdgeMutation;
  const auto one = [&](std::uint32_t mutation, const char* name) {
    std::string by;
    const bool found = noticed(mutation, options, by);
    std::printf("%-14s %s\n", name, found ? ("noticed by " + by).c_str() : "NOT NOTICED");
    unnoticed += found ? 0 : 1;
  };
  for (const char* name : kNames) one(number++, name);
  one(model::kEagerBufferMutation, "eager buffer");
  return unnoticed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  bool cost = false;
  for (int i = 1; i < argc; ++i) {
    const auto value = [&] { return i + 1 < argc ? std::strtoull(argv[++i], nullptr, 10) : 0; };
    if (std::strcmp(argv[i], "--count") == 0) options.count = value();
    else if (std::strcmp(argv[i], "--seed") == 0) options.seed = value();
    else if (std::strcmp(argv[i], "--limit") == 0) options.limit = value();
    else if (std::strcmp(argv[i], "--mutation") == 0) options.mutation = static_cast<std::uint32_t>(value());
    else if (std::strcmp(argv[i], "--print") == 0) options.print = true;
    else if (std::strcmp(argv[i], "--edges") == 0) options.edges = true;
    else if (std::strcmp(argv[i], "--cost") == 0) cost = true;
    else options.files.emplace_back(argv[i]);
  }
  if (options.edges) return compare_edges(options);
  if (cost) {
    tests::soundness::print_cost(options.files);
    return 0;
  }
  Counts counts;
  for (const std::string& file : options.files) compare_file(file, options, counts);
  compare_random(options, counts);
  const auto n = [](std::uint64_t v) { return static_cast<unsigned long long>(v); };
  std::printf("%llu programs compared (%llu racy), %llu differ, %llu too large; %llu states, %llu prefixes of executions\n",
              n(counts.compared), n(counts.racy), n(counts.differ), n(counts.too_large), n(counts.states), n(counts.prefixes));
  if (options.mutation != 0) return counts.differ > 0 ? 0 : 1;
  return counts.differ == 0 && counts.compared > 0 ? 0 : 1;
}
