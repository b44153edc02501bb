// The main path. Explore; decide who is stuck; where races were found on accesses that were no interleaving points, make
// those accesses visible and explore again, until no new racy location appears (a race means that the other findings of
// that round may be incomplete, so only its races are kept). A program without races pays one round. So it is with memory
// that the spec's expressions read: once all of it is known, each of its writes is a step and each value that of a state.

#include "checker/check.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

#include "checker/explain.hpp"
#include "checker/finding/failures.hpp"
#include "checker/finding/growth.hpp"
#include "checker/finding/property.hpp"
#include "checker/finding/stuck.hpp"
#include "checker/finding/suggestion.hpp"
#include "checker/graph/components.hpp"
#include "checker/graph/distances.hpp"
#include "checker/graph/escape.hpp"
#include "checker/graph/space.hpp"
#include "checker/graph/state_graph.hpp"
#include "checker/late.hpp"
#include "checker/property/promela.hpp"
#include "checker/property/temporal.hpp"
#include "checker/race.hpp"
#include "checker/recorder.hpp"
#include "checker/schedule/minimise.hpp"
#include "checker/schedule/path.hpp"
#include "checker/schedule/rebuild.hpp"
#include "checker/schedule/shortest.hpp"
#include "checker/search/breadth_first.hpp"
#include "checker/search/repair.hpp"
#include "checker/search/written.hpp"
#include "checker/store/state_store.hpp"
#include "checker/summary.hpp"
#include "checker/whole_graph.hpp"

namespace checker {
namespace {

using finding::Result;

bool reduces(const model::MachineOptions& options) {
  return options.reduction == model::Reduction::Por && options.por;
}

reduction::Chaining chaining(const model::MachineOptions& options, bool chains) {
  if (!chains || !reduces(options)) return reduction::Chaining::Off;
  if (options.mutation == model::Mutation::Chains) return reduction::Chaining::OneChoice;
  if (options.mutation == model::Mutation::ChainMoves) return reduction::Chaining::FirstMoves;
  return reduction::Chaining::On;
}

/// One search and what is left of it: with persistent sets where the options ask for them, and nobody ignored for ever.
struct Explored {
  Explored(const model::Machine& machine, const model::MachineOptions& options, bool chains, const model::StateWords& initial,
           search::Budget& budget, search::Progress& progress, Recorder& recorder, std::optional<search::Order> order = {},
           unsigned approximate = 0)
      : reduction(reduces(options) ? static_cast<reduction::Reduction&>(persistent) : none),
        store(budget.max_memory()),
        space{machine, store, recorder.graph, reduction, chaining(options, chains)} {
    store.learn_from(budget.learn_from());
    if (order) recorder.look_ahead(*order, reduction, initial);
    coverage = search::explore(machine, initial, reduction, space.chaining, store, recorder, budget, progress);
    if (reduces(options) && options.mutation != model::Mutation::Repair) {
      components = search::repair(machine, reduction, space.chaining, store, recorder.graph, recorder, budget, progress, coverage);
    } else {
      store.drop_index();
      machine.forget();
      components = graph::strong_components(recorder.graph, static_cast<std::uint32_t>(coverage.expanded));
    }
    if (!coverage.complete) recorder.stopped(space, approximate, coverage);
  }

  reduction::None none;
  reduction::Persistent persistent;
  reduction::Reduction& reduction;
  store::StateStore store;
  graph::Space space;
  search::Coverage coverage;
  graph::Components components;
};

/// By location: places of the later access. Later rounds meet the races of earlier ones again.
using ToldRaces = std::map<std::uint64_t, std::set<model::base::Position>>;
using UntoldRaces = std::set<std::pair<std::uint64_t, model::base::Position>>;

/// Races at one location of which pairs of positions are told; the others are counted.
constexpr std::size_t kPairsOfLocation = 6;

finding::Finding to_finding(const finding::Cause& cause, const schedule::Rebuilt& rebuilt) {
  finding::Finding result;
  result.kind = cause.kind;
  result.code = cause.code;
  result.message = cause.message;
  result.position = cause.position;
  result.schedule = rebuilt.schedule;
  result.trace = rebuilt.trace;
  result.after_race = race_before(rebuilt, rebuilt.failed);
  return result;
}

/// Adds a race: one finding for each pair of positions. Locations of one object that race there are told together.
void add_race(const finding::Cause& cause, const schedule::Rebuilt& rebuilt, finding::Race race,
              Result& result) {
  using Side = std::pair<model::base::Position, bool>;
  const auto pair = [](const finding::Race& r) {
    return std::minmax({Side{r.access.position, r.access.write}, Side{r.other.position, r.other.write}});
  };
  for (finding::Finding& f : result.findings) {
    if (!f.race || pair(*f.race) != pair(race)) continue;
    if (f.race->made_at != race.made_at || f.race->object != race.object) continue;
    auto& all = f.race->locations;
    const auto at = std::ranges::lower_bound(all, race.locations[0]);
    if (at == all.end() || *at != race.locations[0]) all.insert(at, race.locations[0]);
    return;
  }
  finding::Finding f = to_finding(cause, rebuilt);
  f.after_race.reset();
  if (!f.position.valid()) f.position = race.other.position;  // where a library's goroutine does the later one
  if (!race.object.empty()) f.message += " on " + race.object;
  f.race = std::move(race);
  f.explanation.push_back("suggestion: " + finding::suggestion(f));
  result.findings.push_back(std::move(f));
}

/// One search and what it shows.
class Round {
 public:
  Round(const model::Unit& unit, const model::EntryInfo& entry, const CheckOptions& options,
        const model::MachineOptions& machine_options, search::Budget& budget)
      : unit_(unit),
        fairness_(options.fairness),
        machine_(model::make_machine(unit.program, entry.entry, machine_options)),
        recorder_(*machine_, budget, machine_options.outcomes),
        budget_(budget),
        files_(*unit.files),
        base_{program_hash(unit), entry.entry.name, machine_options, 0, {}, {}},
        body_(entry.entry.body),
        escapes_(options.escapes),
        schedules_(options.schedules),
        statistics_(options.summary) {
    std::vector<model::Failure> failures;
    const model::StateWords initial = machine_->initial(failures);
    for (const model::Failure& failure : failures) recorder_.failures.add(failure, {});
    std::vector<model::Happened> happened;
    std::vector<std::uint32_t> compared;
    machine_->before_first_step(happened, compared);
    for (const model::Happened& h : happened) recorder_.happened.insert(h.event);
    recorder_.compared.insert(compared.begin(), compared.end());
    search::Progress progress(unit.name + " " + entry.entry.name, options.progress);
    const bool bound = options.limits.bound != search::Limits::kNoBound;  // it counts steps, and nobody looks beyond it
    explored_.emplace(*machine_, machine_options, options.chains && !bound, initial, budget, progress, recorder_,
                      bound ? search::Order::BreadthFirst : options.order, bound ? 0 : options.approximate);
    steps_for_shortest_ = std::max(steps_for_shortest_, explored_->coverage.transitions);
  }

  const std::vector<std::uint64_t>& race_locations() const {
    return recorder_.failures.race_locations;
  }
  const std::vector<std::uint64_t>& asked() const { return recorder_.failures.asked; }
  /// Locations of which reads are to be remembered.
  const std::vector<std::uint64_t>& written() const { return recorder_.failures.written; }
  /// Locations that expressions of the spec were seen to read and whose writes were no steps.
  const std::set<std::uint64_t>& unwatched() const { return recorder_.unwatched; }

  /// Adds the findings of this round; `races_only` for all rounds but the last.
  void report(Result& result, bool races_only, ToldRaces& told_races, UntoldRaces& untold_races) {
    finding::Causes& causes = recorder_.failures.causes;
    const search::Coverage& coverage = explored_->coverage;
    const store::StateStore& store = explored_->store;
    Escapes escapes;
    std::optional<FullEscapes> full;
    if (!races_only && store.size() > 0) {
      find_stuck();
      if (!causes.empty() && !recorder_.first_finding) recorder_.first_finding = budget_.seconds();
      // Worth a second look at the ends only if there is something to explain, and not for ever.
      constexpr std::size_t kMostEnds = 200'000;
      const graph::Components& components = explored_->components;
      if (causes.empty() || !escapes_) {
        // Nobody wants to know.
      } else if (reduces(base_.options)) {
        full.emplace(*machine_);
        result.graph = small_graph(recorder_.graph, full->of(store));
      } else if (components.count <= kMostEnds) {
        escapes.graph = &recorder_.graph;
        escapes.can = graph::can_escape(recorder_.graph, components, finding::bad_ends(explored_->space, components),
                                        finding::main_returned(explored_->space, components));
        result.graph = small_graph(recorder_.graph, escapes.can);
      }
    }
    for (const finding::Cause& cause : causes.sorted()) {
      if (cause.kind != finding::Kind::Race) {
        if (!races_only) result.findings.push_back(explained(cause, full ? full->escapes() : escapes));
        continue;
      }
      if (!schedules_) {  // then the memory is all that is told
        finding::Finding race = to_finding(cause, {});
        race.message = "data race, location " + std::to_string(cause.location);
        result.findings.push_back(std::move(race));
        continue;
      }
      auto& told = told_races[cause.location];
      const bool enough = told.size() >= kPairsOfLocation && !told.contains(cause.position);
      if (enough || !told.insert(cause.position).second) {
        if (enough && untold_races.insert({cause.location, cause.position}).second) ++result.more_races;
        continue;
      }
      const schedule::Rebuilt rebuilt = rebuild(cause);
      for (finding::Race& race : races_at(rebuilt, cause.position, cause.location)) {
        add_race(cause, rebuilt, std::move(race), result);
      }
    }
    finding::Statistics& s = result.statistics;
    s.states = store.size();
    s.transitions = coverage.transitions;
    s.passed = coverage.passed;
    s.hashed = coverage.hashed;
    if (recorder_.first_finding && !s.first_finding) s.first_finding = recorder_.first_finding;
    if (statistics_ && recorder_.graph.rows() > 0) s.depth = distances().farthest();
    s.components = machine_->component_count();
    if (base_.options.coverage) s.coverage = machine_->coverage();
    // Every statement that can run does so in a reduced search too; who is alive, and what in a buffer, at one time depends on
    // the order of independent steps: see summary.cpp.
    s.memory_bytes = std::max<std::uint64_t>(s.memory_bytes, budget_.peak_resident());
    const std::uint64_t grown = s.memory_bytes - std::min<std::uint64_t>(s.memory_bytes, budget_.first_resident());
    s.bytes_per_state = s.states == 0 ? 0 : static_cast<double>(grown) / static_cast<double>(s.states);
    result.complete = coverage.complete && recorder_.failures.sampled.empty();
    result.incomplete_reason =
        coverage.complete ? recorder_.failures.sampled : coverage.reason;
    if (races_only) return;
    for (const auto& [position, message] : recorder_.failures.unmodelled) {
      result.errors.push_back({message, position});
    }
    if (base_.options.outcomes) result.outcomes = std::move(recorder_.outcomes);
    check_formulas(result);
    if (!coverage.complete && recorder_.graph.rows() > 0) result.notes = finding::growth(explored_->space, distances());
    if (!recorder_.failures.sampled.empty()) {
      result.notes.push_back({recorder_.failures.sampled, recorder_.failures.sampled_at, "sampled", {}});
    }
    if (!result.complete) return;
    for (finding::Note& note : finding::vacuous(spec(), recorder_.happened, recorder_.compared)) {
      result.notes.push_back(std::move(note));
    }
  }

  bool complete() const { return explored_->coverage.complete; }

 private:
  const model::program::Specification& spec() const { return unit_.program->specification; }

  graph::Distances& distances() {
    if (!distances_) distances_.emplace(recorder_.graph);
    return *distances_;
  }

  /// Where the cause was seen first, if one counts steps.
  const finding::Cause::Seen& nearest(const finding::Cause& cause) {
    const finding::Cause::Seen* best = &cause.seen;
    const auto length = [&](const finding::Cause::Seen& seen) { return distances().to(seen.state) + seen.steps.size(); };
    for (const finding::Cause::Seen& seen : cause.also) {
      if (length(seen) < length(*best)) best = &seen;
    }
    return *best;
  }

  /// Nearest ends first, so that of each cause the nearest are kept.
  void find_stuck() {
    auto& bottoms = explored_->components.bottoms;
    if (bottoms.size() > 1) {
      finding::Causes some;  // only with findings distances are worth their price
      finding::find_stuck(explored_->space, explored_->components, some);
      if (some.empty()) return;
      std::ranges::stable_sort(bottoms, {}, [&](const auto& states) { return distances().to(states.front()); });
    }
    finding::find_stuck(explored_->space, explored_->components, recorder_.failures.causes);
  }

  void check_formulas(Result& result) {
    if (spec().formulas.empty() || recorder_.graph.rows() == 0) return;
    result.fairness = property::fairness_name(fairness_);
    for (std::uint32_t i = 0; i < spec().formulas.size(); ++i) {
      const model::program::SpecFormula& formula = spec().formulas[i];
      const auto violation = property::check(explored_->space, distances(),
                                             static_cast<std::uint32_t>(explored_->coverage.expanded), formula, fairness_);
      if (!violation) continue;
      finding::Finding f;
      f.kind = finding::Kind::Property;
      f.message = "ltl " + formula.text + " " + violation->message;
      f.code = finding::code_for(f.kind, f.message).code;
      f.position = formula.position;
      schedule::Trace base = base_;
      if (violation->cycle_from) base.cycle = {i, *violation->cycle_from};
      schedule::Rebuilt rebuilt =
          schedule::rebuild(*machine_, violation->path, {}, base, !base_.options.visible_locations.empty());
      finding::name_events(spec(), rebuilt.schedule);
      finding::Finding::Property p;
      p.annotation = "ltl";
      p.cycle_from = violation->cycle_from;
      p.fairness = result.fairness;
      const property::Atoms atoms(formula);
      for (const schedule::Occurrence& o : rebuilt.schedule.events) {
        if (atoms.has_event(o.number)) p.word.push_back(o);
      }
      f.property = std::move(p);
      f.after_race = race_before(rebuilt, 0);
      f.schedule = std::move(rebuilt.schedule);
      f.trace = std::move(rebuilt.trace);
      result.findings.push_back(std::move(f));
    }
  }

  finding::Finding explained(const finding::Cause& cause, const Escapes& escapes) {
    schedule::Rebuilt rebuilt = rebuild(cause);
    finding::name_events(spec(), rebuilt.schedule);
    std::optional<finding::Finding::Property> property;
    if (rebuilt.failure && (cause.kind == finding::Kind::Order || cause.kind == finding::Kind::Property)) {
      property = finding::explain(spec(), *unit_.files, base_.entry, rebuilt);
    }
    finding::Finding result = to_finding(cause, rebuilt);
    // Nobody is left who stands anywhere: the entry itself.
    if (!result.position.valid() && body_ != model::program::kNone) result.position = unit_.program->functions[body_].position;
    explain(*machine_, files_, rebuilt.path, escapes, result);
    if (recorder_.graph.rows() <= finding::SmallGraph::kMostStates) result.states = states_on(explored_->space, rebuilt.path);
    if (result.states.size() != rebuilt.path.size() + 1) result.states.clear();
    result.property = std::move(property);
    return result;
  }

  schedule::Rebuilt rebuild(const finding::Cause& cause) {
    if (!schedules_) return {};
    const finding::Cause::Seen& seen = nearest(cause);
    schedule::Path path = schedule::path_to(explored_->space, distances(), seen.state);
    schedule::Goal goal;
    path.insert(path.end(), seen.steps.begin(), seen.steps.end());
    // A race or a broken property may happen before the first step already.
    if ((!seen.steps.empty() && !finding::is_of_end(cause.kind)) || cause.kind == finding::Kind::Race || cause.kind == finding::Kind::Order ||
        cause.kind == finding::Kind::Property) {
      goal = [&cause](const model::Failure& f) {
        finding::Failures one;
        one.add(f, {});
        for (const finding::Cause& c : one.causes.sorted()) {
          if (c.kind == cause.kind && c.message == cause.message && c.position == cause.position &&
              c.location == cause.location) {
            return true;
          }
        }
        return false;
      };
    }
    if (reduces(base_.options)) path = shortest(seen.state, std::move(path), goal);
    const bool racy = cause.kind == finding::Kind::Race || !base_.options.visible_locations.empty();
    return schedule::rebuild(*machine_, path, goal, base_, racy);
  }

  /// A path to the same as short as without persistent sets, if it can be found with about the effort of the search. Final
  /// states have their least depth in the reduced graph already.
  schedule::Path shortest(std::uint32_t state, schedule::Path path,
                          const schedule::Goal& goal) const {
    constexpr std::uint32_t kMostStates = 20'000;
    constexpr std::size_t kMostTargets = 5'000;
    if (path.empty()) return path;
    schedule::Wanted wanted;
    store::StateStore targets;
    if (goal) {
      path = schedule::minimise(*machine_, path, goal);
      wanted = [&](const model::Step& step) {
        return std::any_of(step.failures.begin(), step.failures.end(), goal);
      };
    } else {
      const bool final_state = path.size() > distances_->to(state) || recorder_.graph.degree(state) == 0;
      if (final_state) return path;
      // All that is reachable from there is one component of the unreduced graph.
      if (!schedule::closure(*machine_, explored_->store.load(state), targets, kMostTargets)) return path;
      const std::uint32_t count = targets.size();
      wanted = [&targets, count](const model::Step& step) {
        return targets.insert(step.state).id < count;
      };
    }
    const auto found = schedule::shortest(*machine_, path.size() - 1, wanted,
                                          std::max(kMostStates, explored_->store.size() / 4), steps_for_shortest_);
    return found ? *found : path;
  }

  const model::Unit& unit_;
  property::Fairness fairness_;
  std::unique_ptr<model::Machine> machine_;
  Recorder recorder_;
  search::Budget& budget_;
  const model::base::FileSet& files_;
  schedule::Trace base_;
  model::program::FunctionId body_;
  bool escapes_;
  bool schedules_;
  // For all findings together: where there are thousands, the later ones have the search's own paths.
  mutable std::uint64_t steps_for_shortest_ = 2'000'000;
  std::optional<Explored> explored_;
  bool statistics_;
  std::optional<graph::Distances> distances_;
};

finding::Verdict verdict_of(const Result& result) {
  if (!result.errors.empty()) return finding::Verdict::Error;
  if (!result.findings.empty()) return finding::Verdict::Fail;
  return result.complete ? finding::Verdict::Pass : finding::Verdict::Incomplete;
}

/// What the verdict stands on.
std::string coverage_of(const Result& result, const CheckOptions& options) {
  std::string text = result.complete ? "explored: every interleaving" : "explored: not every interleaving";
  if (options.machine.reduction == model::Reduction::None) text += ", literally";
  text += options.machine.time == model::TimeMode::Any ? "; timers in any order that their lower bounds allow"
                                                       : "; the clock moves only when nothing else can run";
  const bool race = std::any_of(result.findings.begin(), result.findings.end(),
                                [](const finding::Finding& f) { return f.kind == finding::Kind::Race; });
  if (race) text += "; after a race only sequentially consistent values";
  if (!result.statistics.coverage || result.statistics.coverage->models.empty()) return text;
  std::string models;
  for (const std::string& name : result.statistics.coverage->models) models += (models.empty() ? "" : ", ") + name;
  text += "; with models of " + models;
  return text;
}

}  // namespace

void watch_initial(const model::Unit& unit, const model::EntryInfo& entry, model::MachineOptions& options) {
  while (!unit.program->specification.expressions.empty()) {
    const auto machine = model::make_machine(unit.program, entry.entry, options);
    std::vector<model::Failure> failures;
    std::vector<std::uint64_t> more;
    machine->unwatched(machine->initial(failures), more);
    if (more.empty()) return;
    options.watched_locations.insert(options.watched_locations.end(), more.begin(), more.end());
    std::sort(options.watched_locations.begin(), options.watched_locations.end());
  }
}

std::uint64_t program_hash(const model::Unit& unit) {
  std::uint64_t hash = schedule::hash_text("");
  for (std::uint32_t file = 0; file < unit.files->size(); ++file) {
    hash = schedule::hash_text(unit.files->text(file), hash);
  }
  return hash;
}

std::string promela_model(const model::Unit& unit, const model::Machine& machine, const search::Limits& limits,
                          property::Fairness fairness) {
  const WholeGraph whole(machine, limits);
  if (!whole.coverage.complete) throw std::invalid_argument("there are more states; see --max-states");
  return property::promela(machine, whole.store, graph::StateGraph(whole.observer.graph), unit.program->specification, fairness);
}

finding::Causes stuck_from(const model::Machine& machine, const model::MachineOptions& options,
                           const model::StateWords& state) {
  const search::Limits limits;
  search::Budget budget(limits);
  Recorder recorder(machine, budget, false);
  search::Progress progress("", false);
  const Explored explored(machine, options, true, state, budget, progress, recorder);
  finding::Causes causes;
  finding::find_stuck(explored.space, explored.components, causes);
  return causes;
}

Result check_entry(const model::Unit& unit, const model::EntryInfo& entry,
                   const CheckOptions& options) {
  Result result;
  result.name = unit.name;
  result.entry = entry.entry.name;
  result.files = unit.files;
  search::Limits limits = options.limits;
  // Bits for the rest, and a quarter for what the machine learns meanwhile.
  if (options.approximate != 0) {
    limits.kept_back = (std::size_t{1} << options.approximate) / 8 + search::Budget(limits).max_memory() / 4;
  }
  search::Budget budget(limits);
  model::MachineOptions machine_options = options.machine;
  // What a spec says is about the order of steps, and nothing argues yet that persistent sets keep that.
  if (!unit.program->specification.empty()) machine_options.por = false;
  ToldRaces told_races;
  UntoldRaces untold_races;
  watch_initial(unit, entry, machine_options);
  if (machine_options.reduction == model::Reduction::Por) {
    machine_options.only_written = true;
    machine_options.written_locations = 
        search::written_on_walks(*model::make_machine(unit.program, entry.entry, machine_options));
  }
  for (;;) {
    Round round(unit, entry, options, machine_options, budget);
    std::vector<std::uint64_t> visible;
    std::set_union(machine_options.visible_locations.begin(), machine_options.visible_locations.end(),
                   round.race_locations().begin(), round.race_locations().end(),
                   std::back_inserter(visible));
    std::vector<std::uint64_t> watched;
    std::set_union(machine_options.watched_locations.begin(), machine_options.watched_locations.end(),
                   round.unwatched().begin(), round.unwatched().end(), std::back_inserter(watched));
    const bool literal_knows = machine_options.reduction == model::Reduction::None &&
                               std::ranges::includes(machine_options.visible_locations, round.asked());
    std::vector<std::uint64_t> written;
    std::ranges::set_union(machine_options.written_locations, round.written(), std::back_inserter(written));
    const bool last = literal_knows || !round.complete() ||
                      (visible == machine_options.visible_locations && watched == machine_options.watched_locations &&
                       written == machine_options.written_locations);
    round.report(result, !last, told_races, untold_races);
    if (last) break;
    // What copies a lock sees if it is locked: of that the persistent sets know nothing.
    if (std::ranges::binary_search(visible, model::kSyncWords)) machine_options.por = false;
    machine_options.visible_locations = std::move(visible);
    machine_options.written_locations = std::move(written);
    machine_options.watched_locations = std::move(watched);
    ++result.statistics.rounds;
  }
  std::stable_sort(result.findings.begin(), result.findings.end(), [](const auto& a, const auto& b) {
    return std::tie(a.kind, a.position, a.message) < std::tie(b.kind, b.position, b.message);
  });
  const auto race = std::ranges::find_if(result.findings, [](const auto& f) { return f.race.has_value(); });
  if (race != result.findings.end()) {
    result.notes.push_back({"values beyond sequential consistency are not explored once a data race exists",
                            race->position, {}, {}});
  }
  result.statistics.seconds = budget.seconds();
  tell_late(unit, entry, options, result);
  if (options.summary) summarise(unit, entry, machine_options, budget, result);
  result.verdict = verdict_of(result);
  result.coverage = coverage_of(result, options);
  return result;
}

}  // namespace checker
