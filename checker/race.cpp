#include "checker/race.hpp"

#include <algorithm>
#include <set>

#include "checker/happens_before/why.hpp"

namespace checker {
namespace {

using finding::Race;
using happens_before::Execution;
using happens_before::Node;
using happens_before::NodeId;

std::optional<Race::Operation> operation(const schedule::Rebuilt& rebuilt, std::optional<NodeId> n) {
  if (!n) return std::nullopt;
  const Node& node = rebuilt.execution.node(*n);
  Race::Operation result{happens_before::operation_name(node.action.kind), "", node.goroutine,
                         node.action.position};
  // The schedule's line has the object's name: its first word.
  if (node.action.event != model::kNoGoroutine) {
    std::uint32_t index = 0;
    for (const schedule::Line& line : rebuilt.schedule.lines) {
      if (line.step != node.step) continue;
      if (index++ != node.action.event) continue;
      result.object = line.object.substr(0, line.object.find(' '));
    }
  }
  return result;
}

Race::Access access_of(const schedule::Rebuilt& rebuilt, NodeId n) {
  const Execution& execution = rebuilt.execution;
  const Node& node = execution.node(n);
  Race::Access a;
  a.write = happens_before::is_write(node.action);
  a.atomic = happens_before::is_atomic(node.action);
  a.goroutine = node.goroutine;
  a.is_main = node.goroutine == 1;
  a.finished = std::ranges::none_of(rebuilt.schedule.goroutines, [&](const schedule::Goroutine& g) {
    return g.id == node.goroutine;
  });
  a.position = node.action.position;
  a.stack = node.action.stack;
  if (const NodeId started = execution.started_by(node.goroutine); started != happens_before::kNoNode) {
    a.created = execution.node(started).action.stack;
    if (a.created.empty()) a.created.push_back({"time.AfterFunc", execution.node(started).action.position, true});
    a.parent = execution.node(started).goroutine;
  }
  return a;
}

}  // namespace

std::vector<Race> races_at(const schedule::Rebuilt& rebuilt, model::base::Position position,
                           std::uint64_t location) {
  std::vector<Race> result;
  std::set<model::base::Position> seen;
  const auto& races = rebuilt.execution.races();
  for (auto r = races.rbegin(); r != races.rend(); ++r) {
    const Node& second = rebuilt.execution.node(r->second);
    if (second.action.position != position || r->location != location) continue;
    if (second.step != rebuilt.schedule.steps) continue;
    if (!seen.insert(rebuilt.execution.node(r->first).action.position).second) continue;
    const happens_before::Why why = happens_before::why_unordered(rebuilt.execution, *r);
    Race race;
    race.access = access_of(rebuilt, r->second);
    race.other = access_of(rebuilt, r->first);
    race.made_at = second.action.made_at;
    race.object = second.action.name;
    race.locations = {location};
    race.access.last = operation(rebuilt, why.before_second);
    race.other.last = operation(rebuilt, why.before_first);
    race.known = operation(rebuilt, why.known);
    race.next = operation(rebuilt, why.after_first);
    result.push_back(std::move(race));
  }
  if (result.empty() && rebuilt.failure) {  // never, if the two ways to decide races agree
    Race race;
    race.access.write = rebuilt.failure->write;
    race.access.goroutine = rebuilt.failed;
    race.access.position = position;
    race.made_at = rebuilt.failure->other_position;
    race.locations = {location};
    result.push_back(std::move(race));
  }
  return result;
}

std::optional<std::pair<model::base::Position, model::base::Position>> race_before(
    const schedule::Rebuilt& rebuilt, std::uint32_t goroutine) {
  const Execution& execution = rebuilt.execution;
  for (const happens_before::Race& r : execution.races()) {
    const Node& second = execution.node(r.second);
    const auto comes_before = [&](std::uint32_t g) {
      const NodeId last = execution.last(g);
      if (last == happens_before::kNoNode) return false;
      const happens_before::Clock& clock = execution.node(last).done;
      return second.goroutine < clock.size() && clock[second.goroutine] >= second.number;
    };
    const bool before = goroutine != 0
                            ? comes_before(goroutine)
                            : std::ranges::any_of(rebuilt.schedule.goroutines, [&](const schedule::Goroutine& g) {
                                return comes_before(g.id);
                              });
    if (before) return std::pair(execution.node(r.first).action.position, second.action.position);
  }
  return std::nullopt;
}

}  // namespace checker
