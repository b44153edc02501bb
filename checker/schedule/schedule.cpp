// Replays transitions with their texts. States name goroutines by slot, and a step may reorder slots;
// here each keeps the number it got when it was created.

#include "checker/schedule/schedule.hpp"

#include <algorithm>
#include <cassert>

namespace checker::schedule {

const model::Frame* user_frame(const std::vector<model::Frame>& stack) {
  for (const model::Frame& frame : stack) {
    if (!frame.is_library && frame.position.valid()) return &frame;
  }
  return nullptr;
}

Player::Player(const model::Machine& machine) : machine_(machine) {
  state_ = machine.describe_initial(failures_, names_);
  std::vector<model::GoroutineView> views = machine.goroutines(state_);
  std::stable_sort(views.begin(), views.end(),
                   [](const auto& a, const auto& b) { return a.is_main > b.is_main; });
  for (const auto& view : views) name_new(view.slot, view.is_main ? 0 : 1);
}

void Player::name_new(std::uint32_t slot, std::uint32_t parent) {
  if (slot != model::kGone) {  // gone in the step that created it: only its number remains
    if (ids_.size() <= slot) ids_.resize(slot + std::size_t{1}, 0);
    ids_[slot] = next_id_;
  }
  parents_[next_id_] = parent;
  ++next_id_;
}

std::uint32_t Player::id_of(std::uint32_t slot) const {
  return slot < ids_.size() ? ids_[slot] : 0;
}

std::vector<model::Transition> Player::enabled() const {
  std::vector<model::Transition> result;
  machine_.enabled(state_, result);
  return result;
}

void Player::take(const model::Transition& transition) {
  model::Step step;
  machine_.describe(state_, transition, step, &names_);
  ++schedule_.steps;
  std::uint32_t choice = transition.choice;
  for (model::Event& event : step.events) {
    const std::uint32_t id = event.goroutine == model::kNoGoroutine ? 0 : id_of(event.goroutine);
    schedule_.lines.push_back({schedule_.steps, id, std::move(event.operation),
                               std::move(event.object), std::move(event.value), event.position, choice});
    choice = transition.partner_choice;
  }
  if (step.events.empty()) {
    const std::uint32_t id = step.moved.empty() ? 0 : id_of(step.moved.front());
    schedule_.lines.push_back({schedule_.steps, id, "run", "", "", {}, 0});
  }
  std::vector<std::uint32_t> ids;
  for (std::uint32_t slot = 0; slot < step.goroutine_map.size(); ++slot) {
    const std::uint32_t to = step.goroutine_map[slot];
    if (to == model::kGone) continue;
    if (ids.size() <= to) ids.resize(to + 1, 0);
    ids[to] = id_of(slot);
  }
  const std::uint32_t creator = step.moved.empty() ? 0 : id_of(step.moved.front());
  ids_ = std::move(ids);
  for (const std::uint32_t slot : step.created) name_new(slot, creator);
  failures_ = std::move(step.failures);
  state_ = std::move(step.state);
}

std::vector<Goroutine> Player::goroutines() const {
  std::vector<Goroutine> result;
  for (model::GoroutineView& view : machine_.goroutines(state_, &names_)) {
    using Status = model::GoroutineView::Status;
    if (view.status == Status::Finished || view.status == Status::Goexited) continue;
    Goroutine g;
    g.id = id_of(view.slot);
    g.is_main = view.is_main;
    g.status = view.status == Status::Standing ? view.wait_reason : "running";
    // What wraps the entry (package initialisation) has no place in the source.
    while (!view.stack.empty() && !view.stack.back().position.valid()) view.stack.pop_back();
    if (!view.stack.empty()) g.name = view.stack.back().function;
    g.stack = std::move(view.stack);
    g.created_at = view.created_at;
    g.created_by = std::move(view.created_by);
    if (const auto parent = parents_.find(g.id); parent != parents_.end()) g.parent = parent->second;
    result.push_back(std::move(g));
  }
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return result;
}

}  // namespace checker::schedule
