// Explanations, from the schedule and the dump at its end; the point of no return, from the graph.

#include "checker/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "checker/finding/stuck.hpp"
#include "checker/finding/suggestion.hpp"
#include "checker/graph/components.hpp"
#include "checker/graph/escape.hpp"
#include "checker/schedule/holders.hpp"
#include "checker/schedule/schedule.hpp"

namespace checker {
namespace {

constexpr std::uint64_t kMostStates = 20'000;
constexpr std::size_t kMostMemory = std::size_t{512} << 20;  // states may be large
constexpr std::chrono::seconds kLongest(10);                 // ... and each take as long as thousands of others

using finding::Finding;
using finding::Kind;
using model::base::FileSet;
using schedule::Goroutine;
using schedule::Line;
using schedule::object_name;

std::string place(const FileSet& files, model::base::Position p) {
  return p.valid() ? fmt::format("{}:{}", files.name(p.file), p.line) : "";
}

std::string told(const Line& line, const schedule::Schedule& schedule, const FileSet& files) {
  std::string text = schedule::lane_name(schedule, line.goroutine);
  const std::string at = place(files, line.position);
  if (at.empty()) return text + " goes on inside of the library";
  text += " " + line.operation;
  if (!line.object.empty()) text += " " + object_name(line.object);
  if (line.operation == "choose" && !line.value.empty()) text += " " + line.value;
  return text + " at " + at;
}

/// The states on the path, as the graph numbers them; shorter if the path leaves it.
std::vector<std::uint32_t> states_on(const graph::PackedGraph& graph, const schedule::Path& path) {
  std::vector<std::uint32_t> ids = {0};
  for (const std::uint32_t ordinal : path) {
    auto edge = graph.row(ids.back());
    for (std::uint32_t i = 0; i < ordinal && !edge.at_end(); ++i) ++edge;
    if (edge.at_end()) break;
    ids.push_back(edge->target);
  }
  return ids;
}

/// Another step from the state before step `step`, after which some schedule ends well.
std::string saving_choice(const model::Machine& machine, const FileSet& files, const schedule::Path& path,
                          const Escapes& escapes, std::uint32_t step, std::uint32_t state) {
  schedule::Player player(machine, false, true);
  for (std::uint32_t i = 0; i + 1 < step; ++i) player.take(player.enabled()[path[i]]);
  const std::vector<model::Transition> enabled = player.enabled();
  const auto text_of = [&](std::size_t ordinal) {
    schedule::Player other = player;
    const std::size_t before = other.schedule().lines.size();
    other.take(enabled[ordinal]);
    return before < other.schedule().lines.size() ? told(other.schedule().lines[before], other.schedule(), files) : "";
  };
  const std::string taken = text_of(path[step - 1]);
  bool same = false;
  std::size_t ordinal = 0;
  for (auto edge = escapes.graph->row(state); !edge.at_end() && ordinal < enabled.size(); ++edge, ++ordinal) {
    if (!escapes.can[edge->target]) continue;
    const std::string text = text_of(ordinal);
    if (!text.empty() && text != taken) return text;
    same = same || !text.empty();
  }
  return same ? "the same step with another outcome" : "";
}

void point_of_no_return(const model::Machine& machine, const FileSet& files, const schedule::Path& path,
                        const Escapes& escapes, Finding& f) {
  if (escapes.can.empty()) return;
  const std::vector<std::uint32_t> ids = states_on(*escapes.graph, path);
  if (ids.size() != path.size() + 1) return;
  const auto doomed = std::find_if(ids.begin(), ids.end(), [&](std::uint32_t id) { return !escapes.can[id]; });
  if (doomed == ids.end()) return;
  const auto step = static_cast<std::uint32_t>(doomed - ids.begin());
  f.doomed_from = step;
  if (step == 0) {
    f.explanation.push_back("every schedule of this program ends in a finding");
    return;
  }
  std::string text = fmt::format("doomed from step {}: after it no schedule escapes a finding", step);
  const std::string other = saving_choice(machine, files, path, escapes, step, ids[step - 1]);
  if (!other.empty()) text += fmt::format("; instead of it this would have left a way out: {}", other);
  f.explanation.push_back(text);
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
    if (g.id == id && g.status != "running" && g.status != "runnable") return &g;
  }
  return nullptr;
}

std::string what_became_of(const schedule::Schedule& s, std::uint32_t id) {
  const Goroutine* g = standing(s, id);
  if (g == nullptr) {
    const bool runs = std::any_of(s.goroutines.begin(), s.goroutines.end(), [&](const Goroutine& other) { return other.id == id; });
    return runs ? "which goes on" : "which has ended";
  }
  return g->object.empty() ? "which is itself blocked [" + g->status + "]"
                           : fmt::format("which itself waits [{}] for {}", g->status, object_name(g->object));
}

/// `waits for mu#1, held since step 2 (a.go:7) by worker#1, which itself waits [chan send] for ch#1`.
std::string held_by(const FileSet& files, const schedule::Schedule& s, const Goroutine& g, const std::string& object,
                    const Line& lock) {
  const bool shared = g.status == "sync.RWMutex.Lock";
  const std::string since = fmt::format("{}since step {} ({})", shared ? "for reading " : "", lock.step, place(files, lock.position));
  if (lock.goroutine == g.id) return fmt::format("waits for {}, which it holds itself {}", object, since);
  const bool announced = g.status == "sync.RWMutex.RLock" && lock.operation == "announce write lock";
  return fmt::format("waits for {}, {} {} by {}, {}", object, announced ? "wanted for writing" : "held", since,
                     schedule::lane_name(s, lock.goroutine), what_became_of(s, lock.goroutine));
}

/// What would end the wait, for objects that nobody holds.
const char* partner(const std::string& status) {
  if (status == "chan send") return "nobody receives from it";
  if (status == "chan receive") return "nobody sends to it or closes it";
  if (status == "coroutine") return "nobody calls next or stop";
  if (status == "select") return "nobody is at the other end of any case";
  if (status == "sync.Cond.Wait") return "nobody signals it";
  return "nobody else has used it";
}

/// `; worker#1 would receive from it, but itself waits [chan send] for ch#1`: those whose code has what would end the wait.
std::string would_help(const schedule::Schedule& s, const Goroutine& g, const std::vector<std::uint32_t>& helpers) {
  const char* what = g.status == "chan send"            ? "receive from it"
                     : g.status == "chan receive"       ? "send to it or close it"
                     : g.status == "select"             ? "do its part of a case"
                     : g.status == "sync.Cond.Wait"     ? "signal it"
                     : g.status == "coroutine"          ? "go on with the iteration"
                     : g.object.ends_with(" counter 0") ? "use it"
                                                        : "count it down";
  std::string out;
  constexpr std::size_t kMost = 2;
  for (std::size_t i = 0; i < std::min(helpers.size(), kMost); ++i) {
    const Goroutine* other = standing(s, helpers[i]);
    const std::string name = schedule::lane_name(s, helpers[i]);
    if (i == 0) {
      out += fmt::format("; {} would {} later, ", name, what);
      out += other == nullptr ? "which goes on and never comes to it" : "but " + std::string("itself waits");
    } else {
      out += fmt::format(", {} too, ", name);
      out += other == nullptr ? "which goes on" : "which waits";
    }
    if (other == nullptr) continue;
    out += fmt::format(" [{}]", other->status);
    if (!other->object.empty()) out += " for " + object_name(other->object);
  }
  if (helpers.size() > kMost) out += fmt::format(", and {} more", helpers.size() - kMost);
  return out;
}

/// One sentence for a blocked goroutine. `helpers`: those whose code could end the wait. `waits_for`: whom it waits for.
std::string who_could_help(const FileSet& files, const schedule::Schedule& s, const Goroutine& g,
                           const std::vector<std::uint32_t>& helpers, std::vector<std::uint32_t>& waits_for) {
  const std::string me = schedule::lane_name(s, g.id);
  const std::string object = object_name(g.object);
  if (object.empty() || object == "nil") return fmt::format("{} waits [{}], and nothing can ever end that", me, g.status);
  if (g.status.find("Lock") != std::string::npos || g.status == "semacquire") {
    const std::vector<const Line*> locks = schedule::blockers(s, object, g.status);
    if (!locks.empty()) {
      const auto self = std::find_if(locks.begin(), locks.end(), [&](const Line* l) { return l->goroutine == g.id; });
      const Line& lock = self != locks.end() ? **self : *locks.front();
      if (lock.goroutine != g.id) waits_for = {lock.goroutine};
      return me + " " + held_by(files, s, g, object, lock);
    }
  }
  std::string what = object;
  if (const std::size_t counter = g.object.find(" counter "); counter != std::string::npos) {
    what += ", whose counter is " + g.object.substr(counter + std::string_view(" counter ").size());
  }
  for (const Goroutine& other : s.goroutines) {
    if (other.id == g.id || object_name(other.object) != object || other.status != g.status) continue;
    what += ", as others do";
    break;
  }
  if (!helpers.empty()) {
    waits_for = helpers;
    return fmt::format("{} waits [{}] for {}{}", me, g.status, what, would_help(s, g, helpers));
  }
  const Line* use = last_other_use(s, object, g.id);
  if (use == nullptr) return fmt::format("{} waits [{}] for {}; {}", me, g.status, what, partner(g.status));
  return fmt::format("{} waits [{}] for {}; last used ({}, step {}) by {}, {}", me, g.status, what, use->operation, use->step,
                     schedule::lane_name(s, use->goroutine), what_became_of(s, use->goroutine));
}

/// By goroutine: those it waits for.
using WaitsFor = std::map<std::uint32_t, std::vector<std::uint32_t>>;

/// A shortest way from `start` back to it, or nothing: breadth first.
std::vector<std::uint32_t> way_back(const WaitsFor& edges, std::uint32_t start) {
  std::map<std::uint32_t, std::uint32_t> from;
  std::vector<std::uint32_t> queue = {start};
  for (std::size_t i = 0; i < queue.size() && from.count(start) == 0; ++i) {
    const auto next = edges.find(queue[i]);
    if (next == edges.end()) continue;
    for (const std::uint32_t to : next->second) {
      if (from.try_emplace(to, queue[i]).second) queue.push_back(to);
    }
  }
  if (from.count(start) == 0) return {};
  std::vector<std::uint32_t> way = {start};
  for (std::uint32_t at = from[start]; at != start; at = from[at]) way.push_back(at);
  way.push_back(start);
  return {way.rbegin(), way.rend()};
}

/// Who waits for whom in a circle, if some do.
std::string circle(const schedule::Schedule& s, const WaitsFor& edges) {
  for (const auto& [start, unused] : edges) {
    const std::vector<std::uint32_t> way = way_back(edges, start);
    if (way.empty()) continue;
    std::string text;
    for (const std::uint32_t id : way) text += (text.empty() ? "" : " -> ") + schedule::lane_name(s, id);
    return "they wait for each other: " + text;
  }
  return "";
}

/// From who is stuck at the finding's place to whom that comes from.
finding::Root root_of(const Finding& f, const WaitsFor& edges) {
  finding::Root root;
  for (const Goroutine& g : f.schedule.goroutines) {
    if (root.goroutine == 0 && schedule::user_place(g) == f.position) root.goroutine = g.id;
  }
  std::set<std::uint32_t> seen;
  for (auto next = edges.find(root.goroutine); next != edges.end(); next = edges.find(root.goroutine)) {
    root.in_circle = !seen.insert(root.goroutine).second;
    if (root.in_circle) break;
    root.goroutine = next->second.front();
  }
  return root;
}

/// A sentence for each that is blocked, and one for the circle. Who is the root of it?
finding::Root waiting(const FileSet& files, const schedule::Player& end, Finding& f) {
  constexpr std::size_t kMost = 8;
  const schedule::Schedule& s = f.schedule;
  WaitsFor edges;
  std::size_t told = 0, untold = 0;
  for (const Goroutine& g : s.goroutines) {
    // Who is in a library's code only, as main behind a test, waits for the user's.
    if (standing(s, g.id) == nullptr || !schedule::user_place(g).valid()) continue;
    std::vector<std::uint32_t> helpers = end.helpers(g.id), whom;
    std::erase_if(helpers, [&](std::uint32_t id) {
      return std::none_of(s.goroutines.begin(), s.goroutines.end(), [&](const Goroutine& other) {
        return other.id == id && schedule::user_place(other).valid();
      });
    });
    std::string text = who_could_help(files, s, g, helpers, whom);
    for (const std::uint32_t id : whom) {
      if (standing(s, id) != nullptr) edges[g.id].push_back(id);
    }
    if (told < kMost) {
      f.explanation.push_back(std::move(text));
      ++told;
    } else {
      ++untold;
    }
  }
  if (untold > 0) f.explanation.push_back(fmt::format("and {} more wait", untold));
  const std::string text = circle(s, edges);
  if (!text.empty()) f.explanation.push_back(text);
  return root_of(f, edges);
}

/// `concurrent map writes`: who else was about to use the map.
void in_the_map(const model::Machine& machine, const FileSet& files, const schedule::Path& path, Finding& f) {
  if (path.empty() || f.schedule.lines.empty()) return;
  const Line& last = f.schedule.lines.back();
  schedule::Player player(machine, false, true);
  for (std::size_t i = 0; i + 1 < path.size(); ++i) player.take(player.enabled()[path[i]]);
  std::set<std::string> told_already;
  for (const model::Transition& t : player.enabled()) {
    schedule::Player other = player;
    const std::size_t before = other.schedule().lines.size();
    other.take(t);
    if (before >= other.schedule().lines.size()) continue;
    const Line& line = other.schedule().lines[before];
    if (line.goroutine == last.goroutine || object_name(line.object) != object_name(last.object)) continue;
    const std::string text = "at the same time: " + told(line, other.schedule(), files);
    if (told_already.insert(text).second) f.explanation.push_back(text);
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

std::vector<std::uint32_t> states_on(const graph::Space& space, const schedule::Path& path) {
  std::vector<std::uint32_t> ids = {0};
  while (ids.size() <= path.size()) {
    const std::uint32_t at = ids.back();
    const auto from = path.begin() + static_cast<std::ptrdiff_t>(ids.size() - 1);
    const auto rest = static_cast<std::size_t>(path.end() - from);
    // The edge that the path takes, or the first of those that go on as its last steps do.
    std::optional<std::pair<std::uint32_t, std::size_t>> taken;
    auto edge = space.graph.row(at);
    if (edge.at_end()) break;
    for (const reduction::Ordinals& steps : space.edges(at)) {
      const std::size_t length = std::min(steps.size(), rest);
      if (!taken && std::equal(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(length), from)) taken = {edge->target, length};
      ++edge;
    }
    if (!taken) break;
    ids.insert(ids.end(), taken->second, taken->first);
  }
  return ids;
}

FullEscapes::FullEscapes(const model::Machine& machine)
    : explored_(machine, {.timeout = kLongest, .max_states = kMostStates, .max_memory = kMostMemory}) {
  if (!explored_.coverage.complete) return;
  graph::PackedGraph& graph = explored_.observer.graph;
  const graph::Components components = graph::strong_components(graph, static_cast<std::uint32_t>(explored_.coverage.expanded));
  const graph::Space space{machine, explored_.store, graph, explored_.reduction};
  escapes_.can = graph::can_escape(graph, components, finding::bad_ends(space, components), finding::main_returned(space, components));
  escapes_.graph = &graph;
}

std::vector<bool> FullEscapes::of(const store::StateStore& store) {
  std::vector<bool> can(store.size(), true);
  for (std::uint32_t id = 0; id < can.size() && !escapes_.can.empty(); ++id) {
    const auto same = explored_.store.insert(store.load(id));
    if (!same.is_new) can[id] = escapes_.can[same.id];
  }
  return can;
}

void explain(const model::Machine& machine, const FileSet& files, const schedule::Path& path, const Escapes& escapes,
             Finding& f) {
  point_of_no_return(machine, files, path, escapes, f);
  finding::Root root;
  if (f.kind == Kind::Deadlock || f.kind == Kind::Hang || f.kind == Kind::Leak) {
    schedule::Player player(machine, false, true);
    for (const std::uint32_t ordinal : path) player.take(player.enabled()[ordinal]);
    root = waiting(files, player, f);
  }
  if (f.message.starts_with("concurrent map")) in_the_map(machine, files, path, f);
  if (f.message.starts_with("send on closed channel") || f.message.starts_with("close of closed channel")) closer(files, f);
  if (const std::string help = finding::suggestion(f, root); !help.empty()) f.explanation.push_back("suggestion: " + help);
}

finding::SmallGraph small_graph(const graph::PackedGraph& graph, const std::vector<bool>& can_escape) {
  finding::SmallGraph small;
  const auto n = static_cast<std::uint32_t>(can_escape.size());
  if (n > finding::SmallGraph::kMostStates) return small;
  small.states = n;
  for (std::uint32_t v = 0; v < n; ++v) {
    small.doomed.push_back(!can_escape[v]);
    for (auto e = graph.row(v); !e.at_end(); ++e) small.edges.emplace_back(v, e->target);
  }
  return small;
}

}  // namespace checker
