#include "tests/soundness/races/oracle.hpp"

#include <map>
#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

#include "checker/happens_before/execution.hpp"

namespace tests::soundness {
namespace {

using checker::happens_before::Execution;
using model::kGone;

/// A prefix of an execution: a state and how it came about.
struct Prefix {
  model::StateWords state;
  model::Names names;
  Execution execution;
  std::vector<std::uint32_t> ids;  // of goroutines, by slot
  std::uint32_t next_id = 1;
};

class Oracle {
 public:
  Oracle(const model::Unit& unit, const model::program::Entry& entry, std::uint64_t limit)
      : limit_(limit) {
    model::MachineOptions options;
    options.reduction = model::Reduction::None;
    options.races = false;  // no knowledge in the state
    options.go_version = unit.go_version;
    machine_ = model::make_machine(unit.program, entry, options);
  }

  RacyLocations run() {
    Prefix start;
    start.names.texts = false;
    std::vector<model::Failure> failures;
    start.state = machine_->describe_initial(failures, start.names);
    std::vector<std::uint32_t> before;
    for (const std::uint32_t slot : start.names.initial_map) name_new(start, slot);
    record(start, start.names.initial_actions, {}, 1);
    start.names.initial_actions.clear();
    std::vector<Prefix> stack;
    if (is_new(start)) stack.push_back(std::move(start));
    while (!stack.empty()) {
      if (seen_.size() > limit_) return result_;
      const Prefix prefix = std::move(stack.back());
      stack.pop_back();
      std::vector<model::Transition> enabled;
      machine_->enabled(prefix.state, enabled);
      for (const model::Transition& t : enabled) {
        Prefix next = take(prefix, t);
        if (is_new(next)) stack.push_back(std::move(next));
      }
    }
    result_.complete = true;
    result_.prefixes = seen_.size();
    return result_;
  }

 private:
  static void name_new(Prefix& p, std::uint32_t slot) {
    if (slot != kGone) {
      if (p.ids.size() <= slot) p.ids.resize(slot + std::size_t{1}, 0);
      p.ids[slot] = p.next_id;
    }
    ++p.next_id;
  }

  Prefix take(const Prefix& from, const model::Transition& t) {
    Prefix next{{}, from.names, from.execution, {}, from.next_id};
    model::Step step;
    machine_->describe(from.state, t, step, &next.names);
    next.state = std::move(step.state);
    for (std::uint32_t slot = 0; slot < step.goroutine_map.size(); ++slot) {
      const std::uint32_t to = step.goroutine_map[slot];
      if (to == kGone) continue;
      if (next.ids.size() <= to) next.ids.resize(to + std::size_t{1}, 0);
      next.ids[to] = from.ids[slot];
    }
    const std::uint32_t first_new = next.next_id;
    for (const std::uint32_t slot : step.created) name_new(next, slot);
    record(next, step.actions, from.ids, first_new);
    return next;
  }

  void record(Prefix& p, const std::vector<model::Action>& actions,
              const std::vector<std::uint32_t>& ids, std::uint32_t first_new) {
    const auto id = [&](std::uint32_t slot) {
      if (slot == model::kNoGoroutine) return 0U;
      return slot < ids.size() ? ids[slot] : first_new + slot - static_cast<std::uint32_t>(ids.size());
    };
    const std::size_t before = p.execution.races().size();
    for (const model::Action& a : actions) {
      const bool starts = a.kind == model::Action::Kind::Go || a.kind == model::Action::Kind::Fire;
      p.execution.add(a, id(a.goroutine), starts ? id(a.other) : 0, 0);
    }
    const auto& races = p.execution.races();
    for (std::size_t i = before; i < races.size(); ++i) result_.locations.insert(races[i].location);
  }

  /// Prefixes with one state and one partial order have the same future: of them one is gone on with.
  bool is_new(const Prefix& p) {
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t o = 1; o < p.names.identities.size(); ++o) {
      if (p.names.identities[o] != 0) numbers.emplace(p.names.identities[o], o);
    }
    std::pair<std::uint64_t, std::uint64_t> hash{1, 2};
    const auto add = [&](std::uint64_t word) {
      hash.first = (hash.first ^ word) * 0x9e3779b97f4a7c15ULL;
      hash.first ^= hash.first >> 29;
      hash.second = (hash.second + word) * 0xff51afd7ed558ccdULL;
      hash.second ^= hash.second >> 33;
    };
    for (const std::uint32_t word : p.state) add(word);
    add(~std::uint64_t{0});
    for (const std::uint64_t word : p.execution.key(numbers, p.ids)) add(word);
    return seen_.insert(hash).second;
  }

  struct Hash {
    std::size_t operator()(const std::pair<std::uint64_t, std::uint64_t>& h) const { return h.first; }
  };
  std::unique_ptr<model::Machine> machine_;
  std::uint64_t limit_;
  std::unordered_set<std::pair<std::uint64_t, std::uint64_t>, Hash> seen_;
  RacyLocations result_;
};

}  // namespace

RacyLocations racy_by_definition(const model::Unit& unit, const model::program::Entry& entry,
                                 std::uint64_t limit) {
  return Oracle(unit, entry, limit).run();
}

}  // namespace tests::soundness
