// What a run with late timers is good for: sleeps have lower bounds only, so a finding that needs a sleep of an hour to end before
// one of a second is possible, and hardly what its reader fears most. With a virtual clock steps take no time and timers fire when
// they are due, so what is found there needs nobody to be late.

#include "checker/late.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace checker {
namespace {

constexpr std::uint64_t kMostStates = 20'000;
constexpr std::size_t kMostMemory = std::size_t{512} << 20;

/// What a finding is in both searches. Who is stuck for good may be so in other company: then any of them will do.
using Key = std::tuple<bool, std::string, model::base::Position>;

Key key_of(const finding::Finding& f) {
  return finding::is_of_end(f.kind) ? Key{true, {}, {}} : Key{false, f.message, f.position};
}

/// That two accesses are not ordered does not depend on when they are. A choice may be how two
/// readings of the clock compare.
bool may_depend_on_time(const finding::Finding& f) {
  if (f.kind == finding::Kind::Race) return false;
  return std::ranges::any_of(f.schedule.lines, [](const schedule::Line& line) {
    return line.operation == "timer fires" || line.operation == "sleep" ||
           line.operation == "choose";
  });
}

}  // namespace

void tell_late(const model::Unit& unit, const model::EntryInfo& entry, const CheckOptions& options, finding::Result& result) {
  if (options.machine.time != model::TimeMode::Any || !options.escapes) return;
  if (std::ranges::none_of(result.findings, may_depend_on_time)) return;
  CheckOptions again = options;
  again.machine.time = model::TimeMode::Virtual;
  again.machine.reduction = model::Reduction::Por;
  again.machine.outcomes = again.machine.coverage = false;
  again.limits.max_states = kMostStates;
  again.limits.max_memory = kMostMemory;
  again.limits.bound = search::Limits::kNoBound;
  again.approximate = 0;
  again.progress = again.summary = again.escapes = again.schedules = false;
  const finding::Result timely = check_entry(unit, entry, again);
  if (!timely.complete || !timely.errors.empty()) return;
  std::set<Key> found;
  for (const finding::Finding& f : timely.findings) found.insert(key_of(f));
  for (finding::Finding& f : result.findings) {
    if (!may_depend_on_time(f) || found.contains(key_of(f))) continue;
    f.explanation.push_back(
        "not with --time virtual: needs a longer sleep to end before a shorter one, or a goroutine to be slow for as long as a sleep");
  }
}

}  // namespace checker
