#pragma once
// Machines for tests, without Go: one given as an explicit graph, and one of counting goroutines.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/machine.hpp"

namespace fake {

using Status = model::GoroutineView::Status;

struct Go {
  std::string reason = "running";  // its wait reason
  Status status = Status::Standing;
  std::uint32_t line = 1;
};

struct Arrow {
  std::uint32_t to = 0;
  std::vector<std::uint32_t> moved;
  std::vector<std::uint32_t> map;  // empty: nobody changes slots
  std::string operation = "send";
};

struct Node {
  std::vector<Go> goroutines;  // the first is main
  std::vector<Arrow> arrows;
};

inline model::base::Position at(std::uint32_t line) { return {0, line, 1}; }

/// What all fakes have in common: nothing of a process.
class Base : public model::Machine {
 public:
  void persistent(const model::StateWords&, const std::vector<model::Transition>& enabled,
                  std::vector<std::uint32_t>& chosen) const override {
    chosen.clear();
    for (std::uint32_t i = 0; i < enabled.size(); ++i) chosen.push_back(i);
  }
  void describe(const model::StateWords& state, const model::Transition& transition,
                model::Step& out, model::Names*) const override {
    apply(state, transition, out);
  }
  std::string output(const model::StateWords&) const override { return ""; }
  bool timers_pending(const model::StateWords&) const override { return false; }
  std::uint64_t component_count() const override { return 0; }
  std::uint64_t memory_bytes() const override { return 0; }
};

/// States are numbers; 0 is the initial one.
class GraphMachine final : public Base {
 public:
  explicit GraphMachine(std::vector<Node> nodes) : nodes_(std::move(nodes)) {}

  model::StateWords initial(std::vector<model::Failure>&) const override { return {0}; }
  void enabled(const model::StateWords& state, std::vector<model::Transition>& out) const override {
    for (std::uint32_t i = 0; i < nodes_[state[0]].arrows.size(); ++i) {
      model::Transition t;
      t.choice = i;
      out.push_back(t);
    }
  }
  void apply(const model::StateWords& state, const model::Transition& transition,
             model::Step& out) const override {
    const Node& node = nodes_[state[0]];
    const Arrow& arrow = node.arrows[transition.choice];
    out = {};
    out.state = {arrow.to};
    out.moved = arrow.moved;
    for (std::uint32_t i = 0; i < node.goroutines.size(); ++i) {
      out.goroutine_map.push_back(arrow.map.empty() ? i : arrow.map[i]);
    }
  }
  void describe(const model::StateWords& state, const model::Transition& transition,
                model::Step& out, model::Names*) const override {
    apply(state, transition, out);
    const Arrow& arrow = nodes_[state[0]].arrows[transition.choice];
    for (const std::uint32_t slot : arrow.moved) {
      out.events.push_back({slot, arrow.operation, "ch#1", "", "", at(1)});
    }
  }
  std::vector<model::GoroutineView> goroutines(const model::StateWords& state,
                                               model::Names*) const override {
    std::vector<model::GoroutineView> views;
    const Node& node = nodes_[state[0]];
    for (std::uint32_t i = 0; i < node.goroutines.size(); ++i) {
      model::GoroutineView view;
      view.slot = i;
      view.is_main = i == 0;
      view.status = node.goroutines[i].status;
      view.wait_reason = node.goroutines[i].reason;
      view.stack = {{i == 0 ? "main.main" : "main.worker", at(node.goroutines[i].line), false}};
      views.push_back(view);
    }
    return views;
  }
  model::ProcessEnd process_end(const model::StateWords& state) const override {
    for (const Go& g : nodes_[state[0]].goroutines) {
      if (g.status == Status::Crashed) return {model::ProcessEnd::Kind::Crashed, 2, "boom"};
      if (g.status == Status::Exited) return {model::ProcessEnd::Kind::Exited, 0, ""};
    }
    if (nodes_[state[0]].goroutines[0].status == Status::Finished) {
      return {model::ProcessEnd::Kind::MainReturned, 0, ""};
    }
    return {};
  }
  std::optional<std::string> checkdead(const model::StateWords& state) const override {
    for (const Go& g : nodes_[state[0]].goroutines) {
      if (g.status == Status::Standing) return "all goroutines are asleep - deadlock!";
    }
    return "no goroutines (main called runtime.Goexit) - deadlock!";
  }

 private:
  std::vector<Node> nodes_;
};

/// Goroutine i takes steps[i] steps; one that takes its last step fails if `fails[i]`. A state is the counters.
class CountingMachine final : public Base {
 public:
  CountingMachine(std::vector<std::uint32_t> steps, std::vector<bool> fails)
      : steps_(std::move(steps)), fails_(std::move(fails)) {}

  model::StateWords initial(std::vector<model::Failure>&) const override {
    return model::StateWords(steps_.size(), 0);
  }
  void enabled(const model::StateWords& state, std::vector<model::Transition>& out) const override {
    for (std::uint32_t i = 0; i < state.size(); ++i) {
      if (state[i] == steps_[i]) continue;
      model::Transition t;
      t.actor = i;
      out.push_back(t);
    }
  }
  void apply(const model::StateWords& state, const model::Transition& transition,
             model::Step& out) const override {
    const std::uint32_t i = transition.actor;
    out = {};
    out.state = state;
    ++out.state[i];
    out.moved = {i};
    for (std::uint32_t slot = 0; slot < state.size(); ++slot) out.goroutine_map.push_back(slot);
    if (fails_[i] && out.state[i] == steps_[i]) {
      model::Failure failure;
      failure.message = "boom";
      failure.position = at(i + 1);
      failure.goroutine = i;
      out.failures.push_back(std::move(failure));
    }
  }
  std::vector<model::GoroutineView> goroutines(const model::StateWords& state,
                                               model::Names*) const override {
    std::vector<model::GoroutineView> views(state.size());
    for (std::uint32_t i = 0; i < state.size(); ++i) {
      views[i].slot = i;
      views[i].is_main = i == 0;
      if (state[i] == steps_[i]) views[i].status = Status::Finished;
    }
    return views;
  }
  model::ProcessEnd process_end(const model::StateWords&) const override { return {}; }
  std::optional<std::string> checkdead(const model::StateWords&) const override { return {}; }

 private:
  std::vector<std::uint32_t> steps_;
  std::vector<bool> fails_;
};

}  // namespace fake
