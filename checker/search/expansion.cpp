#include "checker/search/expansion.hpp"

#include <algorithm>
#include <numeric>

namespace checker::search {
namespace {

std::uint16_t mask_of(const reduction::Ordinals* chosen) {
  if (chosen == nullptr || chosen->empty() || chosen->back() >= 16) return 0;
  unsigned mask = 0;
  for (const std::uint32_t ordinal : *chosen) mask |= 1U << ordinal;
  return static_cast<std::uint16_t>(mask);
}

}  // namespace

void Expander::expand(std::uint32_t id, std::uint16_t chosen, bool all, Expansion& out) {
  out_ = &out;
  if (shapes_ != store_.shapes()) {
    std::ranges::fill(latest_, Latest{});
    shapes_ = store_.shapes();
  }
  store_.load(id, out.tree);
  out.state.assign(out.tree.words().begin(), out.tree.words().end());
  out.enabled.clear();
  machine_.enabled(out.state, out.enabled);
  if (all) {
    out.chosen.resize(out.enabled.size());
    std::iota(out.chosen.begin(), out.chosen.end(), 0U);
  } else if (chosen != 0) {
    out.chosen.clear();
    for (std::uint32_t i = 0; i < 16; ++i) {
      if ((chosen >> i & 1) != 0) out.chosen.push_back(i);
    }
  } else {
    reduction_.select(machine_, out.state, out.enabled, out.chosen);
  }
  out.arrivals.clear();
  out.shown.clear();
  out.passed.clear();
  first_arrival_ = 0;
  plain_ = true;
  chains_.from(out.state, out.enabled, out.chosen, *this);
}

void Expander::stepped(const model::StateWords&, const model::Transition&, const model::Step& step, const reduction::Ordinals& path) {
  if (step.failures.empty() && step.happened.empty() && step.compared.empty() && step.unwatched.empty()) return;
  plain_ = false;
  Expansion::Shown& shown = out_->shown.emplace_back();
  shown.path = path;
  shown.step.failures = step.failures;
  shown.step.happened = step.happened;
  shown.step.compared = step.compared;
  shown.step.unwatched = step.unwatched;
}

Expander::Latest& Expander::latest(const store::Folded& state) {
  return latest_[store::MixHash{}(state.key()) % kLatest];
}

reduction::Chains::Beyond Expander::look_beyond(const model::StateWords& state, const reduction::Ordinals& path) {
  using Beyond = reduction::Chains::Beyond;
  if (path.size() > 1) return known_.is_over() ? Beyond::Stop : Beyond::Look;
  // With thousands of goroutines a state has thousands of edges, each of which takes long.
  constexpr std::size_t kManyEdges = 64;
  if (out_->arrivals.size() > kManyEdges && known_.is_over()) throw Interrupted{};
  first_ = store_.fold(state, &out_->tree, scratch_);
  const Latest& l = latest(first_);
  // A step that shows something is told of whenever it is taken.
  if (l.count > 0 && l.state == first_) {
    for (std::uint32_t i = 0; i < l.count; ++i) {
      Arrival a = l.arrivals[i];
      ++a.steps;
      out_->arrivals.push_back(a);
    }
    return Beyond::Known;
  }
  if (!known_.is_end(first_)) return Beyond::Look;
  out_->arrivals.push_back({first_, 1, 0});
  return Beyond::Known;
}

void Expander::passed(const model::StateWords& state) {
  if (wants_passed_) out_->passed.push_back(state);
}

void Expander::arrived(const model::StateWords& state, const reduction::Ordinals& path, const reduction::Ordinals* chosen) {
  const bool is_first = path.size() == 1 && chains_.on();
  out_->arrivals.push_back({is_first ? first_ : store_.fold(state, &out_->tree, scratch_), static_cast<std::uint16_t>(path.size()), mask_of(chosen)});
}

void Expander::begun_by(std::uint32_t) {
  const std::size_t count = out_->arrivals.size() - first_arrival_;
  if (chains_.on() && plain_ && count <= Latest::kMost) {
    Latest& l = latest(first_);
    l.state = first_;
    l.count = static_cast<std::uint32_t>(count);
    for (std::size_t i = 0; i < count; ++i) {
      l.arrivals[i] = out_->arrivals[first_arrival_ + i];
      --l.arrivals[i].steps;
    }
  }
  first_arrival_ = out_->arrivals.size();
  plain_ = true;
}

}  // namespace checker::search
