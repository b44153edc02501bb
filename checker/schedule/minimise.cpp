// Delta debugging from the end (design: "cut"): a reduced search leads to a panic or race by foreign steps too. Each
// step, last first, is left out on trial; the others are replayed, by goroutine and not by ordinal, and if the last one
// still fails in the same way the step stays out. One pass from the end suffices nearly always: what a step needs
// precedes it. Then steps are moved next to their goroutine's last one where that replays too: fewer switches.
//
// Goroutines have no names that survive leaving steps out, but for how they came to be: the n-th that its creator made.

#include "checker/schedule/minimise.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace checker::schedule {
namespace {

/// A transition, its goroutines by birth.
struct Move {
  model::Transition transition;
  std::uint32_t actor = 0;
  std::uint32_t partner = 0;
  friend bool operator==(const Move&, const Move&) = default;
};

/// Names for goroutines: (creator, n-th) has one number in all runs.
class Births {
 public:
  std::uint32_t name(std::uint32_t creator, std::uint32_t nth) {
    const auto [at, is_new] =
        names_.emplace(std::pair(creator, nth), static_cast<std::uint32_t>(names_.size() + 1));
    return at->second;
  }

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> names_;
};

class Runner {
 public:
  Runner(const model::Machine& machine, Births& births) : machine_(machine), births_(births) {
    std::vector<model::Failure> failures;
    state_ = machine.initial(failures);
    std::vector<model::GoroutineView> views = machine.goroutines(state_);
    std::stable_sort(views.begin(), views.end(),
                     [](const auto& a, const auto& b) { return a.is_main > b.is_main; });
    for (const auto& view : views) give(names_, view.slot, births_.name(0, children_[0]++));
    machine_.enabled(state_, enabled_);
  }

  const std::vector<model::Transition>& enabled() const { return enabled_; }

  Move move(std::uint32_t ordinal) const {
    const model::Transition& t = enabled_[ordinal];
    Move m{t, 0, 0};
    if (has_actor(t)) m.actor = name_of(t.actor);
    if (t.kind == model::Transition::Kind::Rendezvous) m.partner = name_of(t.partner);
    if (m.actor != 0) m.transition.actor = 0;
    if (m.partner != 0) m.transition.partner = 0;
    return m;
  }

  std::optional<std::uint32_t> find(const Move& wanted) const {
    for (std::uint32_t i = 0; i < enabled_.size(); ++i) {
      if (move(i) == wanted) return i;
    }
    return std::nullopt;
  }

  void take(std::uint32_t ordinal) {
    machine_.apply(state_, enabled_[ordinal], step_);
    std::vector<std::uint32_t> names;
    for (std::uint32_t slot = 0; slot < step_.goroutine_map.size(); ++slot) {
      if (step_.goroutine_map[slot] != model::kGone) {
        give(names, step_.goroutine_map[slot], name_of(slot));
      }
    }
    const std::uint32_t creator = step_.moved.empty() ? 0 : name_of(step_.moved.front());
    for (const std::uint32_t slot : step_.created) {
      give(names, slot, births_.name(creator, children_[creator]++));
    }
    names_ = std::move(names);
    std::swap(state_, step_.state);
    enabled_.clear();
    machine_.enabled(state_, enabled_);
  }

  const std::vector<model::Failure>& failures() const { return step_.failures; }
  const model::StateWords& state() const { return state_; }

 private:
  static bool has_actor(const model::Transition& t) {
    return t.kind == model::Transition::Kind::Step ||
           t.kind == model::Transition::Kind::Rendezvous || t.kind == model::Transition::Kind::Park;
  }
  static void give(std::vector<std::uint32_t>& names, std::uint32_t slot, std::uint32_t name) {
    if (slot == model::kGone) return;
    if (names.size() <= slot) names.resize(slot + std::size_t{1}, 0);
    names[slot] = name;
  }
  std::uint32_t name_of(std::uint32_t slot) const { return slot < names_.size() ? names_[slot] : 0; }

  const model::Machine& machine_;
  Births& births_;
  model::StateWords state_;
  std::vector<std::uint32_t> names_;                  // by slot
  std::map<std::uint32_t, std::uint32_t> children_;  // by creator: how many so far
  std::vector<model::Transition> enabled_;
  model::Step step_;
};

/// Is this the end that is wanted?
using End = std::function<bool(const Runner&)>;

/// The ordinals of `moves` if they can be taken in this order and come to the wanted end.
std::optional<Path> replay(const model::Machine& machine, Births& births,
                           const std::vector<Move>& moves, const End& end) {
  Runner runner(machine, births);
  Path path;
  for (const Move& move : moves) {
    const auto ordinal = runner.find(move);
    if (!ordinal) return std::nullopt;
    path.push_back(*ordinal);
    runner.take(*ordinal);
  }
  if (!end(runner)) return std::nullopt;
  return path;
}

std::uint32_t switches(const std::vector<Move>& moves) {
  std::uint32_t count = 0;
  for (std::size_t i = 1; i < moves.size(); ++i) {
    const bool same = moves[i].actor == moves[i - 1].actor ||
                      (moves[i].partner != 0 && moves[i].partner == moves[i - 1].actor);
    count += same ? 0 : 1;
  }
  return count;
}

// Replays are quadratic in the length; long schedules are left as they are.
constexpr std::size_t kLongest = 400;
constexpr std::size_t kLongestToReorder = 60;

/// Moves steps to earlier places as long as that makes fewer switches; the `fixed` last ones stay where they are.
void reorder(const model::Machine& machine, Births& births, const End& end, std::size_t fixed, std::vector<Move>& moves,
             Path& best) {
  if (moves.size() > kLongestToReorder) return;
  for (bool better = true; better;) {
    better = false;
    const std::uint32_t now = switches(moves);
    for (std::size_t from = 1; from + fixed < moves.size() && !better; ++from) {
      for (std::size_t to = from; to-- > 0 && !better;) {
        std::vector<Move> order = moves;
        std::rotate(order.begin() + static_cast<std::ptrdiff_t>(to),
                    order.begin() + static_cast<std::ptrdiff_t>(from),
                    order.begin() + static_cast<std::ptrdiff_t>(from) + 1);
        if (switches(order) >= now) continue;
        if (auto path_of_order = replay(machine, births, order, end)) {
          best = std::move(*path_of_order);
          moves = std::move(order);
          better = true;
        }
      }
    }
  }
}

}  // namespace

Path minimise(const model::Machine& machine, const Path& path, const Goal& goal) {
  if (path.size() > kLongest) return path;
  const End end = [&goal](const Runner& runner) {
    return std::any_of(runner.failures().begin(), runner.failures().end(), goal);
  };
  Births births;
  std::vector<Move> moves;
  Runner runner(machine, births);
  for (const std::uint32_t ordinal : path) {
    moves.push_back(runner.move(ordinal));
    runner.take(ordinal);
  }
  Path best = path;
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (std::size_t i = moves.size() - 1; i-- > 0;) {
      std::vector<Move> without = moves;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      if (auto cut = replay(machine, births, without, end)) {
        best = std::move(*cut);
        moves = std::move(without);
        shorter = true;
      }
    }
  }
  reorder(machine, births, end, 1, moves, best);
  return best;
}

Path fewer_switches(const model::Machine& machine, const Path& path) {
  if (path.size() > kLongestToReorder) return path;
  Births births;
  std::vector<Move> moves;
  Runner runner(machine, births);
  for (const std::uint32_t ordinal : path) {
    moves.push_back(runner.move(ordinal));
    runner.take(ordinal);
  }
  const model::StateWords wanted = runner.state();
  Path best = path;
  reorder(machine, births, [&wanted](const Runner& r) { return r.state() == wanted; }, 0, moves, best);
  return best;
}

}  // namespace checker::schedule
