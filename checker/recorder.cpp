// What a search shows is kept as it comes. A look ahead changes nothing of a complete search, which finds all of it again, nearer.

#include "checker/recorder.hpp"

#include <utility>

#include "checker/finding/stuck.hpp"

namespace checker {
namespace {

/// A look ahead, from so many states on: of the steps that the search has taken until then about a quarter, but for the first, which
/// takes a hundredth of a second.
constexpr struct {
  std::uint32_t states;
  std::uint64_t steps;
} kLooks[] = {{2'000, 20'000}, {20'000, 40'000}, {100'000, 100'000}, {400'000, 400'000}, {1'500'000, 1'500'000}};

}  // namespace

void Recorder::look_ahead(search::Order order, reduction::Reduction& reduction, const model::StateWords& initial) {
  order_ = order;
  reduction_ = &reduction;
  initial_ = initial;
}

void Recorder::note_first() {
  if (!first_finding && found()) first_finding = budget_.seconds();
}

void Recorder::on_state(std::uint32_t, const model::StateWords& state, const std::vector<model::Transition>& enabled,
                        const std::vector<std::uint32_t>&) {
  if (outcomes_) add_outcome(state, enabled.empty());
  // Who is stuck is asked at the end of the search; here only for the time, and not of everybody who is done.
  constexpr std::uint32_t kMostEnds = 1000;
  if (!enabled.empty() || first_finding || ++ends_asked_ > kMostEnds) return;
  finding::Causes causes;
  finding::stuck_at(machine_, state, {}, causes);
  if (!causes.empty()) first_finding = budget_.seconds();
}

void Recorder::on_edges(std::uint32_t from, const std::vector<graph::PackedGraph::Edge>& edges) {
  if (from < graph.rows()) {
    graph.add_row_again(from, edges);
  } else {
    graph.add_row(edges);
  }
}

void Recorder::on_step(std::uint32_t from, std::span<const std::uint32_t> path, const model::Step& step) {
  for (const model::Failure& failure : step.failures) failures.add(failure, {from, {path.begin(), path.end()}});
  for (const model::Happened& h : step.happened) happened.insert(h.event);
  compared.insert(step.compared.begin(), step.compared.end());
  unwatched.insert(step.unwatched.begin(), step.unwatched.end());
  note_first();
}

void Recorder::on_size(std::uint32_t states) {
  if (!order_ || found() || first_finding) return;
  if (*order_ == search::Order::Guided && looks_ < std::size(kLooks) && states >= kLooks[looks_].states) {
    look_once_more();
  } else if (*order_ == search::Order::DepthFirst && looks_ == 0) {
    ++looks_;
    constexpr unsigned kBits = 27;
    search::Bitstate visited(kBits);
    // A budget of states is one of effort: most steps lead to states that are known.
    constexpr std::uint64_t kStepsOfState = 8;
    const std::uint64_t steps = budget_.max_states() > UINT64_MAX / kStepsOfState ? UINT64_MAX : budget_.max_states() * kStepsOfState;
    search::DepthFirst(machine_, *reduction_, visited, *this)
        .run(initial_, search::DepthFirst::Choice::InOrder, 0, {.steps = steps, .depth = UINT32_MAX, .bytes = budget_.max_memory() / 8});
  }
}

void Recorder::look_once_more() {
  if (order_ != search::Order::Guided || found() || looks_ == std::size(kLooks)) return;
  const std::uint64_t steps = kLooks[looks_++].steps;
  search::probe(machine_, *reduction_, initial_, steps, looks_, *this);
}

void Recorder::stopped(const graph::Space& space, unsigned bits, search::Coverage& coverage) {
  if (coverage.reason == search::Budget::kStates) look_once_more();
  for (finding::Cause& cause : ahead_.causes.sorted()) failures.causes.add(std::move(cause));
  failures.unmodelled.merge(ahead_.unmodelled);
  if (bits == 0 || !coverage.may_go_on) return;
  by_hash_ = true;
  budget_.give_all();
  search::approximate(space, bits, budget_, *this, coverage);
}

void Recorder::on_path_step(const reduction::Ordinals& path, const model::Step& step) {
  finding::Failures& to = by_hash_ ? failures : ahead_;
  for (const model::Failure& failure : step.failures) to.add(failure, {root_, path});
  note_first();
}

void Recorder::on_path_end(const reduction::Ordinals& path, const model::StateWords& state) {
  finding::stuck_at(machine_, state, {root_, path}, (by_hash_ ? failures : ahead_).causes);
  note_first();
}

bool Recorder::is_enough() {
  if (by_hash_) return budget_.spent(0, machine_.memory_bytes()) != nullptr;
  return !ahead_.causes.empty() || budget_.is_over(machine_.memory_bytes());
}

void Recorder::add_outcome(const model::StateWords& state, bool terminal) {
  const model::ProcessEnd end = machine_.process_end(state);
  if (end.kind != model::ProcessEnd::Kind::None) {
    outcomes.insert({end.exit_code, end.message, machine_.output(state)});
  } else if (terminal) {
    if (auto message = machine_.checkdead(state)) {
      outcomes.insert({2, std::move(*message), machine_.output(state)});
    }
  }
}

}  // namespace checker
