// Drawings from an exploration.

#include "checker/draw.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "checker/whole_graph.hpp"
#include "checker/finding/stuck.hpp"
#include "checker/graph/components.hpp"
#include "checker/graph/quotient.hpp"
#include "checker/graph/packed_graph.hpp"
#include "checker/schedule/schedule.hpp"
#include "checker/search/breadth_first.hpp"
#include "checker/store/state_store.hpp"

namespace checker {
namespace {

/// `ch#1` of `ch#1 cap 1 [7]`.
std::string object_name(const std::string& object) { return object.substr(0, object.find(' ')); }

/// `brief`: without values and contents.
std::string operation(const model::Step& step, bool brief) {
  std::string text;
  for (const model::Event& event : step.events) {
    if (!text.empty()) text += ", ";
    text += event.operation;
    if (!event.object.empty()) text += " " + (brief ? object_name(event.object) : event.object);
    if (!event.value.empty() && !brief) text += " " + event.value;
  }
  return text;
}

/// The names of objects in each state, by the path on which it was reached first.
std::vector<model::Names> names_of(const model::Machine& machine, const WholeGraph& explored) {
  std::vector<model::Names> names(explored.store.size());
  std::vector<bool> known(explored.store.size(), false);
  std::vector<model::Transition> enabled;
  const graph::PackedGraph& graph = explored.observer.graph;
  known[0] = true;
  for (std::uint32_t id = 0; id < explored.coverage.expanded; ++id) {
    const model::StateWords state = explored.store.load(id);
    machine.goroutines(state, &names[id]);
    enabled.clear();
    machine.enabled(state, enabled);
    std::size_t ordinal = 0;
    for (auto e = graph.row(id); !e.at_end(); ++e, ++ordinal) {
      if (known[e->target]) continue;
      known[e->target] = true;
      names[e->target] = names[id];
      model::Step step;
      machine.describe(state, enabled[ordinal], step, &names[e->target]);
    }
  }
  return names;
}

std::string name_of(const model::GoroutineView& view) {
  if (view.is_main) return "main";
  return view.stack.empty() ? "goroutine" : view.stack.back().function;
}

std::string describe(const model::Machine& machine, const model::base::FileSet& files,
                     const model::StateWords& state) {
  std::string text;
  for (const model::GoroutineView& view : machine.goroutines(state)) {
    if (view.status == model::GoroutineView::Status::Finished) continue;
    const model::Frame* frame = schedule::user_frame(view.stack);
    text += "\n" + name_of(view) + ": " +
            (view.status == model::GoroutineView::Status::Standing ? view.wait_reason : "ended");
    if (frame != nullptr) text += fmt::format(" at {}", files.describe(frame->position));
  }
  return text;
}

}  // namespace

Picture draw_states(const model::Machine& machine, const model::base::FileSet& files,
                    const search::Limits& limits, bool quotient) {
  WholeGraph explored(machine, limits);
  Picture picture;
  picture.complete = explored.coverage.complete;
  picture.drawing.name = "states";
  const std::vector<model::Names> names = names_of(machine, explored);
  std::vector<model::Transition> enabled;
  for (std::uint32_t id = 0; id < explored.store.size(); ++id) {
    const model::StateWords state = explored.store.load(id);
    const graph::PackedGraph& graph = explored.observer.graph;
    const bool final = id < explored.coverage.expanded && graph.degree(id) == 0;
    picture.drawing.nodes.push_back({fmt::format("{}{}", id, describe(machine, files, state)), final});
    enabled.clear();
    machine.enabled(state, enabled);
    std::size_t ordinal = 0;
    for (auto e = graph.row(id); !e.at_end(); ++e, ++ordinal) {
      model::Step step;
      model::Names here = names[id];
      machine.describe(state, enabled[ordinal], step, &here);
      picture.drawing.arrows.push_back({id, e->target, operation(step, quotient)});
    }
  }
  if (quotient) picture.drawing = graph::bisimulation_quotient(picture.drawing);
  return picture;
}

Picture draw_channels(const model::Machine& machine, const search::Limits& limits) {
  WholeGraph explored(machine, limits);
  Picture picture;
  picture.complete = explored.coverage.complete;
  picture.drawing.name = "channels";
  const std::vector<model::Names> object_names = names_of(machine, explored);
  std::map<std::string, std::uint32_t> nodes;
  const auto node = [&](const std::string& name, bool object) {
    const auto [at, is_new] =
        nodes.emplace(name, static_cast<std::uint32_t>(picture.drawing.nodes.size()));
    if (is_new) picture.drawing.nodes.push_back({name, object});
    return at->second;
  };
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> seen;
  std::vector<model::Transition> enabled;
  for (std::uint32_t id = 0; id < explored.coverage.expanded; ++id) {
    const model::StateWords state = explored.store.load(id);
    std::map<std::uint32_t, std::string> names;
    for (const auto& view : machine.goroutines(state)) names[view.slot] = name_of(view);
    enabled.clear();
    machine.enabled(state, enabled);
    for (const model::Transition& transition : enabled) {
      model::Step step;
      model::Names here = object_names[id];
      machine.describe(state, transition, step, &here);
      for (const model::Event& event : step.events) {
        if (event.object.empty()) continue;
        const std::string who =
            event.goroutine == model::kNoGoroutine ? "timer" : names[event.goroutine];
        const std::uint32_t goroutine = node(who, false);
        const std::uint32_t object = node(object_name(event.object), true);
        const bool inward = event.operation.find("receive") != std::string::npos;
        const auto from = inward ? object : goroutine;
        const auto to = inward ? goroutine : object;
        if (seen.emplace(from, to, event.operation).second) {
          picture.drawing.arrows.push_back({from, to, event.operation});
        }
      }
    }
  }
  return picture;
}

Picture draw_wait_for(const model::Machine& machine, const model::base::FileSet& files,
                      const search::Limits& limits) {
  WholeGraph explored(machine, limits);
  Picture picture;
  picture.complete = explored.coverage.complete;
  picture.drawing.name = "wait-for";
  const auto components = graph::strong_components(
      explored.observer.graph, static_cast<std::uint32_t>(explored.coverage.expanded));
  finding::Causes causes;
  finding::find_stuck({machine, explored.store, explored.observer.graph, explored.reduction}, components, causes);
  if (causes.empty()) return picture;
  const std::uint32_t id = causes.sorted().front().seen.state;
  const model::StateWords state = explored.store.load(id);
  // The names that the schedule to this state gives.
  model::Names names = names_of(machine, explored)[id];
  std::map<std::string, std::uint32_t> objects;
  for (const model::GoroutineView& view : machine.goroutines(state, &names)) {
    if (view.status != model::GoroutineView::Status::Standing) continue;
    const auto goroutine = static_cast<std::uint32_t>(picture.drawing.nodes.size());
    const model::Frame* frame = schedule::user_frame(view.stack);
    picture.drawing.nodes.push_back(
        {name_of(view) + (frame != nullptr ? "\n" + files.describe(frame->position) : ""), false});
    if (view.object.empty()) continue;
    const auto [at, is_new] = objects.emplace(
        object_name(view.object), static_cast<std::uint32_t>(picture.drawing.nodes.size()));
    if (is_new) picture.drawing.nodes.push_back({view.object, true});
    picture.drawing.arrows.push_back({goroutine, at->second, view.wait_reason});
  }
  return picture;
}

}  // namespace checker
