#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "checker/draw.hpp"
#include "checker/happens_before/why.hpp"

namespace checker {
namespace {

using happens_before::Execution;
using happens_before::Node;
using happens_before::NodeId;

/// Identities of the memory that more than one goroutine accesses, one of them writing.
std::set<std::uint32_t> shared_memory(const Execution& execution) {
  std::map<std::uint32_t, std::set<std::uint32_t>> users;
  std::set<std::uint32_t> written, shared;
  for (NodeId n = 0; n < execution.size(); ++n) {
    const Node& node = execution.node(n);
    if (happens_before::is_synchronisation(node.action)) continue;
    users[node.action.object].insert(node.goroutine);
    if (happens_before::is_write(node.action)) written.insert(node.action.object);
  }
  for (const auto& [object, goroutines] : users) {
    if (goroutines.size() > 1 && written.contains(object)) shared.insert(object);
  }
  return shared;
}

std::string label_of(const schedule::Schedule& schedule, const Node& node, const model::base::FileSet& files) {
  const model::Action& a = node.action;
  std::string text = happens_before::operation_name(a.kind);
  std::string object = a.name;
  if (object.empty() && a.event != model::kNoGoroutine && happens_before::is_synchronisation(a)) {
    std::uint32_t index = 0;
    for (const schedule::Line& line : schedule.lines) {
      if (line.step == node.step && index++ == a.event) object = line.object.substr(0, line.object.find(' '));
    }
  }
  if (!object.empty()) text += " " + object;
  if (object.empty() && a.made_at.valid() && a.made_at.file < files.size()) {
    text += fmt::format(" memory of {}:{}", files.name(a.made_at.file), a.made_at.line);
  }
  if (a.position.valid() && a.position.file < files.size()) {
    text += fmt::format("\n{}:{}", files.name(a.position.file), a.position.line);
  }
  return text;
}

}  // namespace

graph::Drawing draw_happens_before(const schedule::Player& player, const model::base::FileSet& files) {
  const Execution& execution = player.execution();
  const std::set<std::uint32_t> shared = shared_memory(execution);
  graph::Drawing drawing;
  drawing.name = "happens before";
  std::map<std::uint32_t, std::uint32_t> lanes;            // by goroutine
  std::map<std::uint32_t, std::uint32_t> last_of;          // the lane's last node drawn
  std::vector<std::uint32_t> drawn(execution.size(), 0xffffffff);
  for (NodeId n = 0; n < execution.size(); ++n) {
    const Node& node = execution.node(n);
    const bool synchronises = happens_before::is_synchronisation(node.action);
    if (node.action.kind == model::Action::Kind::Drain) continue;
    if (!synchronises && !shared.contains(node.action.object)) continue;
    const auto [lane, is_new] = lanes.emplace(node.goroutine, static_cast<std::uint32_t>(drawing.lanes.size()));
    if (is_new) {
      drawing.lanes.push_back(node.goroutine == 0   ? "timers"
                              : node.goroutine == 1 ? "goroutine 1 (main)"
                                                    : fmt::format("goroutine {}", node.goroutine));
    }
    drawn[n] = static_cast<std::uint32_t>(drawing.nodes.size());
    drawing.nodes.push_back({label_of(player.schedule(), node, files), !synchronises, lane->second});
    if (node.goroutine == 0) continue;
    const auto [last, first] = last_of.emplace(node.goroutine, drawn[n]);
    if (!first) {
      drawing.arrows.push_back({last->second, drawn[n], ""});
      last->second = drawn[n];
    }
  }
  for (const happens_before::Arrow& arrow : execution.arrows()) {
    std::uint32_t to = drawn[arrow.to];
    // The start of a goroutine whose first node is not drawn goes to its first one that is.
    for (NodeId n = arrow.to + 1; to == 0xffffffff && n < execution.size(); ++n) {
      if (execution.node(n).goroutine == execution.node(arrow.to).goroutine) to = drawn[n];
    }
    if (to == 0xffffffff || drawn[arrow.from] == 0xffffffff) continue;
    drawing.arrows.push_back({drawn[arrow.from], to, happens_before::edge_name(arrow.edge)});
  }
  for (const happens_before::Race& race : execution.races()) {
    if (drawn[race.first] == 0xffffffff || drawn[race.second] == 0xffffffff) continue;
    const graph::Drawing::Arrow arrow{drawn[race.first], drawn[race.second], "race", true};
    const bool there = std::ranges::any_of(drawing.arrows, [&](const graph::Drawing::Arrow& a) {
      return a.dashed && a.from == arrow.from && a.to == arrow.to;
    });
    if (!there) drawing.arrows.push_back(arrow);
  }
  return drawing;
}

}  // namespace checker
