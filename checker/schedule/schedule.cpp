// Replays transitions with their texts. States name goroutines by slot, and a step may reorder slots;
// here each keeps the number it got when it was created.

#include "checker/schedule/schedule.hpp"

#include <algorithm>
#include <cassert>
#include <set>

namespace checker::schedule {

const model::Frame* user_frame(const std::vector<model::Frame>& stack) {
  for (const model::Frame& frame : stack) {
    if (!frame.is_library && frame.position.valid()) return &frame;
  }
  return nullptr;
}

model::base::Position user_place(const Goroutine& goroutine) {
  if (const model::Frame* frame = user_frame(goroutine.stack)) return frame->position;
  return goroutine.is_main || goroutine.created_in_library ? model::base::Position{}
                                                           : goroutine.created_at;
}

Player::Player(const model::Machine& machine, bool happens_before, bool follow)
    : machine_(machine), follow_(follow), happens_before_(happens_before) {
  names_.stacks = happens_before;
  state_ = machine.describe_initial(failures_, names_);
  // Goroutines that the start creates have numbers in order of creation, main first.
  for (const std::uint32_t slot : names_.initial_map) name_new(slot);
  record(names_.initial_actions);
  names_.initial_actions.clear();
  std::vector<model::Happened> happened;
  std::vector<std::uint32_t> compared;
  machine.before_first_step(happened, compared);
  for (const model::Happened& h : happened) {
    // Before the first step goroutines count in order of creation.
    schedule_.events.push_back({h.event, {}, 0, h.goroutine + 1, h.position});
  }
  add_lanes({});
  add_stands();
}

void Player::add_stands() {
  if (!follow_) return;
  std::map<std::uint32_t, Stand> now;
  for (const Goroutine& g : goroutines()) {
    const model::Frame* frame = user_frame(g.stack);
    now[g.id] = {schedule_.steps, g.id, g.status, g.object, frame != nullptr ? frame->position : model::base::Position{}};
  }
  for (const auto& [id, stand] : now) {
    const auto before = stands_.find(id);
    const bool same = before != stands_.end() && before->second.status == stand.status &&
                      before->second.object == stand.object && before->second.position == stand.position;
    if (!same) schedule_.stands.push_back(stand);
  }
  for (const auto& [id, stand] : stands_) {
    if (now.count(id) == 0) schedule_.stands.push_back({schedule_.steps, id, "", "", {}});
  }
  stands_ = std::move(now);
}

namespace {

/// What a goroutine was started with, as its package calls it: worker, (*pool).run, main.func1. One that a library started
/// for the user, as a test, is named by the user's function.
const model::Frame* named_by(const std::vector<model::Frame>& stack) {
  const model::Frame* name = nullptr;
  for (auto frame = stack.rbegin(); frame != stack.rend(); ++frame) {
    if (!frame->position.valid()) continue;  // what wraps the entry
    if (!frame->is_library) return &*frame;
    if (name == nullptr) name = &*frame;
  }
  return name;
}

std::string short_name(const model::Frame& frame) {
  if (frame.is_library) return frame.function;
  const std::size_t slash = frame.function.rfind('/', frame.function.find_first_of("(["));
  const std::size_t dot = frame.function.find('.', slash == std::string::npos ? 0 : slash);
  return dot == std::string::npos ? frame.function : frame.function.substr(dot + 1);
}

}  // namespace

void Player::name_lane(Lane& lane, const std::vector<model::Frame>& stack) {
  const model::Frame* frame = named_by(stack);
  lane.of_library = frame == nullptr || frame->is_library;
  const std::string name = frame == nullptr ? "goroutine" : short_name(*frame);
  lane.name = name + "#" + std::to_string(++lane_counts_[name]);
}

/// Names for the goroutines that are new since the last call; for those of a library also once they come to the user's code.
void Player::add_lanes(const std::vector<std::uint32_t>& moved) {
  const auto waits_for_name = [&](std::uint32_t id) {
    return id > 1 && id <= schedule_.lanes.size() && schedule_.lanes[id - 1].of_library;
  };
  if (schedule_.lanes.size() + 1 >= next_id_ && std::none_of(moved.begin(), moved.end(), waits_for_name)) return;
  std::map<std::uint32_t, model::GoroutineView> by_id;
  for (model::GoroutineView& view : machine_.goroutines(state_)) by_id[id_of(view.slot)] = std::move(view);
  for (const std::uint32_t id : moved) {
    const auto found = waits_for_name(id) ? by_id.find(id) : by_id.end();
    if (found == by_id.end()) continue;
    const model::Frame* frame = named_by(found->second.stack);
    if (frame != nullptr && !frame->is_library) name_lane(schedule_.lanes[id - 1], found->second.stack);
  }
  while (schedule_.lanes.size() + 1 < next_id_) {
    Lane lane;
    lane.id = static_cast<std::uint32_t>(schedule_.lanes.size() + 1);
    const auto found = by_id.find(lane.id);
    const bool by_testing = found != by_id.end() && found->second.created_by.starts_with("testing.");
    if (found != by_id.end() && !by_testing) lane.created_at = found->second.created_at;
    if (found != by_id.end() && found->second.is_main) {
      lane.name = "main";
    } else if (found != by_id.end() && found->second.created_by == "testing.runTest") {
      lane.name = machine_.entry_name();
    } else {
      name_lane(lane, found != by_id.end() ? found->second.stack : ended_at_once_[lane.id]);
    }
    schedule_.lanes.push_back(std::move(lane));
  }
  ended_at_once_.clear();
}

std::string lane_name(const Schedule& schedule, std::uint32_t id) {
  if (id == 0) return "timer";
  return id <= schedule.lanes.size() ? schedule.lanes[id - 1].name : "goroutine " + std::to_string(id);
}

void Player::name_new(std::uint32_t slot) {
  if (slot != model::kGone) {  // gone in the step that created it: only its number remains
    if (ids_.size() <= slot) ids_.resize(slot + std::size_t{1}, 0);
    ids_[slot] = next_id_;
  }
  ++next_id_;
}

/// Who was there before counts by slot, who is created in the step comes behind, in order of creation.
std::uint32_t Player::id_in_last_step(std::uint32_t slot) const {
  if (slot == model::kNoGoroutine || slot == model::kGone) return 0;
  return slot < before_.size() ? before_[slot]
                               : first_new_ + slot - static_cast<std::uint32_t>(before_.size());
}

void Player::record(const std::vector<model::Action>& actions) {
  const auto id = [&](std::uint32_t slot) { return id_in_last_step(slot); };
  for (const model::Action& action : actions) {
    const bool starts = action.kind == model::Action::Kind::Go || action.kind == model::Action::Kind::Fire;
    // Of those that end in the step that starts them nothing else tells what they were.
    if (!action.stack.empty() && id(action.goroutine) >= first_new_) ended_at_once_[id(action.goroutine)] = action.stack;
    if (starts && action.other != model::kNoGoroutine) parents_[id(action.other)] = id(action.goroutine);
    if (!happens_before_) continue;
    execution_.add(action, id(action.goroutine), starts ? id(action.other) : 0, schedule_.steps);
  }
}

std::vector<std::uint32_t> Player::helpers(std::uint32_t id) const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t slot = 0; slot < ids_.size(); ++slot) {
    if (ids_[slot] != id) continue;
    for (const std::uint32_t other : machine_.helpers(state_, slot)) result.push_back(id_of(other));
  }
  return result;
}

std::uint32_t Player::id_of(std::uint32_t slot) const {
  return slot < ids_.size() ? ids_[slot] : 0;
}

std::vector<model::Transition> Player::enabled() const {
  std::vector<model::Transition> result;
  machine_.enabled(state_, result);
  return result;
}

/// A timer fires where the program started it last, as far as the schedule knows.
model::base::Position Player::started_at(const model::Event& event) const {
  for (auto line = schedule_.lines.rbegin(); line != schedule_.lines.rend(); ++line) {
    if (line->operation == "start timer" && line->object == event.object) return line->position;
  }
  return event.position;
}

void Player::take(const model::Transition& transition) {
  model::Step step;
  machine_.describe(state_, transition, step, &names_);
  ++schedule_.steps;
  std::uint32_t choice = transition.choice;
  for (model::Event& event : step.events) {
    const std::uint32_t id = event.goroutine == model::kNoGoroutine ? 0 : id_of(event.goroutine);
    if (id == 0) event.position = started_at(event);
    schedule_.lines.push_back({schedule_.steps, id, std::move(event.operation),
                               std::move(event.object), std::move(event.value), event.position, choice,
                               std::move(event.happened)});
    choice = transition.partner_choice;
  }
  for (const model::Happened& h : step.happened) {
    // One that the step started has the next number but so many.
    const auto old = static_cast<std::uint32_t>(step.goroutine_map.size());
    const std::uint32_t id = h.goroutine < old ? id_of(h.goroutine) : next_id_ + (h.goroutine - old);
    schedule_.events.push_back({h.event, {}, schedule_.steps, id, h.position});
  }
  if (step.events.empty()) {
    const std::uint32_t id = step.moved.empty() ? 0 : id_of(step.moved.front());
    const char* what = transition.kind == model::Transition::Kind::Clock ? "clock moves" : "run";
    schedule_.lines.push_back({schedule_.steps, id, what, "", "", {}, 0, {}});
  }
  std::vector<std::uint32_t> ids;
  for (std::uint32_t slot = 0; slot < step.goroutine_map.size(); ++slot) {
    const std::uint32_t to = step.goroutine_map[slot];
    if (to == model::kGone) continue;
    if (ids.size() <= to) ids.resize(to + 1, 0);
    ids[to] = id_of(slot);
  }
  before_.clear();
  for (std::uint32_t slot = 0; slot < step.goroutine_map.size(); ++slot) before_.push_back(id_of(slot));
  first_new_ = next_id_;
  ids_ = std::move(ids);
  for (const std::uint32_t slot : step.created) name_new(slot);
  record(step.actions);
  failures_ = std::move(step.failures);
  state_ = std::move(step.state);
  moved_.clear();
  for (const std::uint32_t slot : step.moved) moved_.push_back(id_in_last_step(slot));
  add_lanes(moved_);
  add_stands();
}

std::vector<Goroutine> Player::goroutines() {
  std::vector<Goroutine> result;
  // Who could go on by itself only stands before its operation: it waits in no queue.
  std::set<std::uint32_t> able;
  for (const model::Transition& t : enabled()) {
    if (t.kind == model::Transition::Kind::Step) able.insert(t.actor);
  }
  for (model::GoroutineView& view : machine_.goroutines(state_, &names_)) {
    using Status = model::GoroutineView::Status;
    if (view.status == Status::Finished || view.status == Status::Goexited) continue;
    Goroutine g;
    g.id = id_of(view.slot);
    g.is_main = view.is_main;
    g.status = view.status == Status::Standing ? view.wait_reason : "running";
    if (g.status != "running" && !view.sleeping && able.contains(view.slot)) g.status = "runnable";
    g.object = view.object;
    g.acting = view.status == Status::Crashed || std::find(moved_.begin(), moved_.end(), g.id) != moved_.end();
    // What wraps the entry (package initialisation) has no place in the source.
    while (!view.stack.empty() && !view.stack.back().position.valid()) view.stack.pop_back();
    if (!view.stack.empty()) g.name = view.stack.back().function;
    g.stack = std::move(view.stack);
    g.created_at = view.created_at;
    g.created_by = std::move(view.created_by);
    g.created_in_library = view.created_in_library;
    if (const auto parent = parents_.find(g.id); parent != parents_.end()) g.parent = parent->second;
    result.push_back(std::move(g));
  }
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return result;
}

}  // namespace checker::schedule
