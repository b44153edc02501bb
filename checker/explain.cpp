// Explanations, from the schedule and the dump at its end; the point of no return, from the graph.

#include "checker/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "checker/finding/suggestion.hpp"
#include "checker/schedule/schedule.hpp"

namespace checker {
namespace {

using finding::Finding;
using finding::Kind;
using model::base::FileSet;
using schedule::Goroutine;
using schedule::Line;

/// `ch#1` of `ch#1 cap 1 [7]`.
std::string object_name(const std::string& object) { return object.substr(0, object.find_first_of(" ,")); }

std::string place(const FileSet& files, model::base::Position p) {
  return p.valid() ? fmt::format("{}:{}", files.name(p.file), p.line) : "";
}

std::string told(const Line& line, const schedule::Schedule& schedule, const FileSet& files) {
  std::string text = schedule::lane_name(schedule, line.goroutine) + " " + line.operation;
  if (!line.object.empty()) text += " " + object_name(line.object);
  const std::string at = place(files, line.position);
  return at.empty() ? text : text + " at " + at;
}

/// The states on the path, as the explored graph numbers them; shorter if the path leaves it.
std::vector<std::uint32_t> states_on(const graph::StateGraph& graph, const schedule::Path& path) {
  std::vector<std::uint32_t> ids = {0};
  for (const std::uint32_t ordinal : path) {
    const std::uint32_t at = ids.back();
    std::optional<std::uint32_t> next;
    for (std::uint64_t e = graph.first(at); e < graph.last(at); ++e) {
      if (graph.ordinal(e) == ordinal) next = graph.target(e);
    }
    if (!next) break;
    ids.push_back(*next);
  }
  return ids;
}

/// Another step from the state before step `step`, after which some schedule ends well.
std::string saving_choice(const model::Machine& machine, const FileSet& files, const schedule::Path& path,
                          const Escapes& escapes, std::uint32_t step, std::uint32_t state) {
  schedule::Player player(machine);
  for (std::uint32_t i = 0; i + 1 < step; ++i) player.take(player.enabled()[path[i]]);
  const std::vector<model::Transition> enabled = player.enabled();
  for (std::uint64_t e = escapes.graph->first(state); e < escapes.graph->last(state); ++e) {
    if (!escapes.can[escapes.graph->target(e)] || escapes.graph->ordinal(e) >= enabled.size()) continue;
    schedule::Player other = player;
    const std::size_t before = other.schedule().lines.size();
    other.take(enabled[escapes.graph->ordinal(e)]);
    if (before < other.schedule().lines.size()) return told(other.schedule().lines[before], other.schedule(), files);
  }
  return "";
}

void point_of_no_return(const model::Machine& machine, const FileSet& files, const schedule::Path& path,
                        const Escapes& escapes, Finding& f) {
  if (escapes.can.empty()) return;
  const std::vector<std::uint32_t> ids = states_on(*escapes.graph, path);
  if (ids.size() != path.size() + 1) return;
  f.states = ids;
  const auto doomed = std::find_if(ids.begin(), ids.end(), [&](std::uint32_t id) { return !escapes.can[id]; });
  if (doomed == ids.end()) return;
  const auto step = static_cast<std::uint32_t>(doomed - ids.begin());
  f.doomed_from = step;
  if (step == 0) {
    f.explanation.push_back("every schedule of this program ends in a finding");
    return;
  }
  std::string text = fmt::format("after step {} no schedule escapes a finding", step);
  const std::string other = saving_choice(machine, files, path, escapes, step, ids[step - 1]);
  if (!other.empty()) text += "; the last choice that would have saved it, in its place: " + other;
  f.explanation.push_back(text);
}

/// Who holds a mutex at the end: its last locker, unless somebody has unlocked it since.
const Line* holder(const schedule::Schedule& s, const std::string& object) {
  const Line* found = nullptr;
  for (const Line& line : s.lines) {
    if (object_name(line.object) != object) continue;
    const bool unlocks = line.operation.find("unlock") != std::string::npos;
    const bool locks = !unlocks && line.operation.find("lock") != std::string::npos;
    if (locks) found = &line;
    if (unlocks) found = nullptr;
  }
  return found;
}

/// The last use of an object by somebody else.
const Line* last_other_use(const schedule::Schedule& s, const std::string& object, std::uint32_t than) {
  const Line* found = nullptr;
  for (const Line& line : s.lines) {
    if (object_name(line.object) == object && line.goroutine != than && line.goroutine != 0) found = &line;
  }
  return found;
}

const Goroutine* standing(const schedule::Schedule& s, std::uint32_t id) {
  for (const Goroutine& g : s.goroutines) {
    if (g.id == id && g.status != "running") return &g;
  }
  return nullptr;
}

std::string what_became_of(const schedule::Schedule& s, std::uint32_t id) {
  const Goroutine* g = standing(s, id);
  if (g == nullptr) return "which has ended";
  return g->object.empty() ? "which is itself blocked [" + g->status + "]"
                           : fmt::format("which itself waits [{}] for {}", g->status, object_name(g->object));
}

/// One sentence for a blocked goroutine. `waits_for`: whom it could wait for.
std::string who_could_help(const FileSet& files, const schedule::Schedule& s, const Goroutine& g,
                           std::optional<std::uint32_t>& waits_for) {
  const std::string me = schedule::lane_name(s, g.id);
  const std::string object = object_name(g.object);
  if (object.empty() || object == "nil") return fmt::format("{} waits [{}], and nothing can ever end that", me, g.status);
  if (const Line* lock = holder(s, object)) {
    if (lock->goroutine == g.id) {
      return fmt::format("{} waits for {}, which it holds itself since step {} ({})", me, object, lock->step,
                         place(files, lock->position));
    }
    waits_for = lock->goroutine;
    return fmt::format("{} waits for {}, held since step {} ({}) by {}, {}", me, object, lock->step,
                       place(files, lock->position), schedule::lane_name(s, lock->goroutine),
                       what_became_of(s, lock->goroutine));
  }
  std::string others;
  for (const Goroutine& other : s.goroutines) {
    if (other.id != g.id && object_name(other.object) == object && other.status == g.status) others = " (as others do)";
  }
  const Line* use = last_other_use(s, object, g.id);
  if (use == nullptr) return fmt::format("{} waits [{}] for {}{}, which nobody else has used", me, g.status, object, others);
  waits_for = use->goroutine;
  return fmt::format("{} waits [{}] for {}{}; last used ({}, step {}) by {}, {}", me, g.status, object, others,
                     use->operation, use->step, schedule::lane_name(s, use->goroutine), what_became_of(s, use->goroutine));
}

void waiting(const FileSet& files, Finding& f) {
  constexpr std::size_t kMost = 8;
  const schedule::Schedule& s = f.schedule;
  std::map<std::uint32_t, std::uint32_t> edges;
  std::size_t told = 0;
  for (const Goroutine& g : s.goroutines) {
    if (g.status == "running") continue;
    std::optional<std::uint32_t> whom;
    std::string text = who_could_help(files, s, g, whom);
    if (whom && standing(s, *whom) != nullptr) edges[g.id] = *whom;
    if (told++ < kMost) f.explanation.push_back(std::move(text));
  }
  for (const auto& [start, unused] : edges) {
    std::vector<std::uint32_t> cycle = {start};
    std::uint32_t at = start;
    while (edges.count(at) != 0 && cycle.size() <= edges.size() + 1) {
      at = edges[at];
      if (at == start) break;
      cycle.push_back(at);
    }
    if (at != start || cycle.size() < 2) continue;
    std::string text = "they wait for each other: ";
    for (const std::uint32_t id : cycle) text += schedule::lane_name(s, id) + " -> ";
    f.explanation.push_back(text + schedule::lane_name(s, start));
    return;
  }
}

/// Who closed the channel before.
void closer(const FileSet& files, Finding& f) {
  if (f.schedule.lines.empty()) return;
  const Line& last = f.schedule.lines.back();
  for (const Line& line : f.schedule.lines) {
    if (line.operation != "close" || &line == &last || object_name(line.object) != object_name(last.object)) continue;
    f.explanation.push_back(fmt::format("{} was closed at step {} by {} ({})", object_name(line.object), line.step,
                                        schedule::lane_name(f.schedule, line.goroutine), place(files, line.position)));
    return;
  }
}

}  // namespace

void explain(const model::Machine& machine, const FileSet& files, const schedule::Path& path, const Escapes& escapes,
             Finding& f) {
  point_of_no_return(machine, files, path, escapes, f);
  if (f.kind == Kind::Deadlock || f.kind == Kind::Hang || f.kind == Kind::Leak) waiting(files, f);
  if (f.message == "send on closed channel" || f.message == "close of closed channel") closer(files, f);
  if (const std::string help = finding::suggestion(f); !help.empty()) f.explanation.push_back("suggestion: " + help);
}

}  // namespace checker
