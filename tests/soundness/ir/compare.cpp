// Compares what the default finds in random programs with what a search without some or all of the reductions finds: findings
// and outcomes must be equal.
//
//   soundness-ir [--go FILE | --count N --seed S] [--against none|off|both|all] [--mutation RULE] [--goroutines N] [--operations N]
//                [--outcomes] [--no-variables] [--lengths] [--print] [--states N]
//
// Against `none` (the default) the literal machine without reductions, against `off` the same machine without persistent sets:
// much faster. `all`: the literal machine, and all combinations of persistent sets, symmetry, chains and memo, on and off. --go compares one Go program instead. --lengths tells where schedules against `off` have another length (and is
// slower). --states: programs with more are skipped (3000). --mutation leaves a rule out of the default
// (model/base/mutations.def). A difference prints its seed; exit 1.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>

#include "checker/check.hpp"
#include "tests/soundness/ir/generator.hpp"

namespace {

using namespace tests::soundness;
using Summary = std::map<std::string, std::uint32_t>;

struct Options {
  std::uint64_t count = 1000, seed = 1, states = 3'000;
  std::string go;  ///< a Go program
  bool print = false, outcomes = false, lengths = false, off = false, none = true, all = false;
  std::uint32_t mutation = model::Mutation::None;
  Shape shape;
};

/// What a check found, as text that does not depend on schedules or the order of the search, and the schedules' lengths.
Summary summary(const checker::finding::Result& r) {
  Summary out;
  for (const auto& f : r.findings) {
    // Of a race the location counts, and which access came second depends on the search.
    // In a loop of plain accesses alone the machines stand at different ones.
    const bool race = f.kind == checker::finding::Kind::Race;
    const int line = f.kind == checker::finding::Kind::Livelock ? 0 : f.race ? f.race->made_at.line : f.position.line;
    out.emplace(f.code + " " + (race && f.race ? "" : f.message) + " " + std::to_string(race && !f.race ? 0 : line),
                f.schedule.steps);
  }
  if (r.outcomes) {
    for (const auto& o : *r.outcomes) {
      out.emplace("outcome " + std::to_string(o.exit) + " " + o.message + " " + o.output, 0);
    }
  }
  return out;
}

/// What the default leaves out, and what a comparison leaves on of it.
struct Switches {
  bool por = true, symmetry = true, chains = true, memo = true;
  std::string name() const {
    const auto on = [](const char* what, bool value) { return std::string(" --") + what + (value ? " on" : " off"); };
    return on("por", por) + on("symmetry", symmetry) + on("chains", chains) + on("memo", memo);
  }
};

struct Totals {
  std::uint64_t compared = 0, differ = 0, skipped = 0, findings = 0, longer = 0;
  std::uint64_t states = 0, reference_states = 0;
};

std::uint32_t mutation_named(const char* name) {
#define X(rule, what) \
  if (std::strcmp(name, #rule) == 0) return model::Mutation::rule;
#include "model/base/mutations.def"
#undef X
  std::fprintf(stderr, "no rule %s\n", name);
  std::exit(2);
}

/// Prints the differences; true if there are any.
bool report(std::uint64_t seed, const Summary& a, const Summary& b, const char* reference) {
  std::string text;
  for (const auto& [x, steps] : a) {
    if (!b.contains(x)) text += "  only default: " + x + "\n";
  }
  for (const auto& [x, steps] : b) {
    if (!a.contains(x)) text += std::string("  only ") + reference + ": " + x + "\n";
  }
  if (!text.empty()) std::printf("seed %llu differs\n%s", static_cast<unsigned long long>(seed), text.c_str());
  std::fflush(stdout);
  return !text.empty();
}

model::Unit random_unit(std::uint64_t seed, const Shape& shape) {
  model::Unit unit;
  unit.name = "seed" + std::to_string(seed);
  unit.files = std::make_shared<model::base::FileSet>();
  unit.program = generate(seed, shape);
  unit.entries.push_back({unit.program->entries[0], {}});
  return unit;
}

model::Unit go_unit(const std::string& file) {
  model::CompileOptions compile;
  compile.patterns = {file};
  auto units = model::compile(compile);
  if (units.size() == 1 && units[0].errors.empty() && !units[0].entries.empty()) return std::move(units[0]);
  std::fprintf(stderr, "%s does not compile\n", file.c_str());
  std::exit(2);
}

void compare(std::uint64_t seed, const Options& options, Totals& totals) {
  const model::Unit unit = options.go.empty() ? random_unit(seed, options.shape) : go_unit(options.go);
  if (options.print) std::fputs(model::program::print(*unit.program, options.go.empty()).c_str(), stdout);
  const auto check = [&](model::Reduction reduction, const Switches& switches, std::uint32_t mutation) {
    checker::CheckOptions check;
    check.progress = false;
    check.schedules = options.lengths;
    check.escapes = false;
    check.limits.max_states = options.states;
    if (reduction != model::Reduction::None) check.limits.learn_from = 4;
    check.limits.timeout = std::chrono::milliseconds(200);
    using Memo = model::MachineOptions::Memo;
    if (options.all) {
      check.machine.memo = switches.memo ? Memo::On : Memo::Off;
    } else if (mutation == model::Mutation::None) {
      check.machine.memo = Memo::Check;
    }
    check.machine.go_version = unit.go_version;
    check.machine.outcomes = options.outcomes;
    check.machine.reduction = reduction;
    check.machine.por = switches.por;
    check.machine.symmetry = switches.symmetry;
    check.chains = switches.chains;
    check.machine.mutation = mutation;
    return checker::check_entry(unit, unit.entries[0], check);
  };
  const auto reduced = check(model::Reduction::Por, {}, options.mutation);
  const auto a = summary(reduced);
  if (!reduced.complete) {
    ++totals.skipped;
    return;
  }
  bool differs = false, skipped = false;
  const auto against = [&](model::Reduction reduction, const Switches& switches, const std::string& name) {
    const auto reference = check(reduction, switches, model::Mutation::None);
    if (!reference.complete) {
      skipped = true;
      return;
    }
    totals.states += reduced.statistics.states;
    totals.reference_states += reference.statistics.states;
    const auto b = summary(reference);
    differs = report(seed, a, b, name.c_str()) || differs;
    if (reduction == model::Reduction::None || differs || options.all) return;
    for (const auto& [x, steps] : a) {
      if (steps == b.at(x)) continue;
      ++totals.longer;
      if (options.lengths) {
        std::printf("seed %llu: %s: %u steps instead of %u\n", static_cast<unsigned long long>(seed),
                    x.c_str(), steps, b.at(x));
      }
    }
  };
  Switches off;
  off.por = false;
  if (options.off) against(model::Reduction::Por, off, "off");
  if (options.none) against(model::Reduction::None, off, "none");
  for (unsigned i = 0; options.all && i < 15; ++i) {  // 15: the default; without persistent sets there are no chains
    const Switches switches{(i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0};
    if (switches.por || switches.chains) against(model::Reduction::Por, switches, switches.name());
  }
  totals.compared += skipped ? 0 : 1;
  totals.skipped += skipped ? 1 : 0;
  totals.differ += differs ? 1 : 0;
  totals.findings += a.size();
}

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string flag = argv[i];
    const auto text = [&] { return i + 1 < argc ? argv[++i] : ""; };
    const auto value = [&] { return std::strtoull(text(), nullptr, 10); };
    if (flag == "--count") options.count = value();
    if (flag == "--go") {
      options.go = text();
      options.count = 1;
    }
    if (flag == "--seed") options.seed = value();
    if (flag == "--states") options.states = value();
    if (flag == "--goroutines") options.shape.goroutines = static_cast<std::uint32_t>(value());
    if (flag == "--operations") options.shape.operations = static_cast<std::uint32_t>(value());
    if (flag == "--print") options.print = true;
    if (flag == "--lengths") options.lengths = true;
    if (flag == "--outcomes") options.outcomes = options.shape.prints = true;
    if (flag == "--no-variables") options.shape.shared_variables = false;
    if (flag == "--mutation") options.mutation = mutation_named(text());
    if (flag == "--against") {
      const std::string what = text();
      options.all = what == "all";
      options.off = what == "off" || what == "both";
      options.none = what != "off";
    }
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  Totals totals;
  for (std::uint64_t seed = options.seed; seed < options.seed + options.count && totals.differ < 20; ++seed) {
    compare(seed, options, totals);
  }
  const auto n = [](std::uint64_t x) { return static_cast<unsigned long long>(x); };
  std::printf("%llu programs compared, %llu differ, %llu skipped; %llu findings and outcomes, %llu schedules not of the "
              "same length; states: default %llu, reference %llu\n",
              n(totals.compared), n(totals.differ), n(totals.skipped), n(totals.findings), n(totals.longer),
              n(totals.states), n(totals.reference_states));
  return totals.differ == 0 && totals.compared > 0 ? 0 : 1;
}
