// Compares the guard machine with the literal one (and other pairs of options) on random programs: findings and outcomes
// must be equal. Usage: soundness-ir [--count N] [--seed S] [--print] [--outcomes] [--no-variables]
// A disagreement prints its seed; exit 1.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <set>
#include <string>

#include "checker/check.hpp"
#include "tests/soundness/ir/generator.hpp"

namespace {

using namespace tests::soundness;

/// What a check found, as text that does not depend on schedules or the order of the search.
std::set<std::string> summary(const checker::finding::Result& r) {
  std::set<std::string> out;
  for (const auto& f : r.findings) {
    // Of a race the location counts, and which access came second depends on the search.
    // In a loop of plain accesses alone the machines stand at different ones.
    const int line = f.kind == checker::finding::Kind::Livelock ? 0 : f.race ? f.race->made_at.line : f.position.line;
    out.insert(f.code + " " + f.message + " " + std::to_string(line));
  }
  if (r.outcomes) {
    for (const auto& o : *r.outcomes) {
      out.insert("outcome " + std::to_string(o.exit) + " " + o.message + " " + o.output);
    }
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t count = 1000, seed = 1;
  bool print = false, outcomes = false;
  Shape shape;
  for (int i = 1; i < argc; ++i) {
    const auto value = [&] { return i + 1 < argc ? std::strtoull(argv[++i], nullptr, 10) : 0; };
    if (std::strcmp(argv[i], "--count") == 0) count = value();
    if (std::strcmp(argv[i], "--seed") == 0) seed = value();
    if (std::strcmp(argv[i], "--goroutines") == 0) shape.goroutines = static_cast<std::uint32_t>(value());
    if (std::strcmp(argv[i], "--operations") == 0) shape.operations = static_cast<std::uint32_t>(value());
    if (std::strcmp(argv[i], "--print") == 0) print = true;
    if (std::strcmp(argv[i], "--outcomes") == 0) outcomes = true;
    if (std::strcmp(argv[i], "--no-variables") == 0) shape.shared_variables = false;
  }
  std::uint64_t compared = 0, differ = 0, skipped = 0, states_guard = 0, states_literal = 0;
  for (std::uint64_t s = seed; s < seed + count; ++s) {
    const auto program = generate(s, shape);
    if (print) std::fputs(model::program::print(*program, true).c_str(), stdout);
    model::Unit unit;
    unit.name = "seed" + std::to_string(s);
    unit.files = std::make_shared<model::base::FileSet>();
    unit.program = program;
    unit.entries.push_back({program->entries[0], {}});
    checker::CheckOptions options;
    options.progress = false;
    options.limits.max_states = 200'000;
    options.machine.outcomes = outcomes;
    options.machine.reduction = model::Reduction::Por;
    const auto guard = checker::check_entry(unit, unit.entries[0], options);
    options.machine.reduction = model::Reduction::None;
    const auto literal = checker::check_entry(unit, unit.entries[0], options);
    if (!guard.complete || !literal.complete) {
      ++skipped;
      continue;
    }
    ++compared;
    states_guard += guard.statistics.states;
    states_literal += literal.statistics.states;
    const auto a = summary(guard), b = summary(literal);
    if (a == b) continue;
    ++differ;
    std::printf("seed %llu differs\n", static_cast<unsigned long long>(s));
    for (const auto& x : a) {
      if (!b.contains(x)) std::printf("  only default: %s\n", x.c_str());
    }
    for (const auto& x : b) {
      if (!a.contains(x)) std::printf("  only none:    %s\n", x.c_str());
    }
    if (differ >= 20) break;
  }
  std::printf("%llu programs compared, %llu differ, %llu skipped; states: default %llu, none %llu\n",
              static_cast<unsigned long long>(compared), static_cast<unsigned long long>(differ),
              static_cast<unsigned long long>(skipped), static_cast<unsigned long long>(states_guard),
              static_cast<unsigned long long>(states_literal));
  return differ == 0 ? 0 : 1;
}
