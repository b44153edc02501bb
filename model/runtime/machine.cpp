// The two machines behind one interface: the guard machine (default) and the literal one (--reduction none).

#include <algorithm>
#include <cassert>
#include <numeric>
#include <set>
#include <stdexcept>

#include "model/base/pool.hpp"
#include "model/compile.hpp"
#include "model/runtime/checkdead.hpp"
#include "model/runtime/dump.hpp"
#include "model/runtime/growth.hpp"
#include "model/runtime/expression.hpp"
#include "model/runtime/literal/channel.hpp"
#include "model/runtime/reduction/persistent.hpp"
#include "model/runtime/memo.hpp"
#include "model/runtime/patches.hpp"
#include "model/runtime/rules/channel.hpp"
#include "model/runtime/rules/rule.hpp"
#include "model/runtime/world.hpp"

namespace model::runtime {
namespace {

class RuntimeMachine final : public Machine {
 public:
  RuntimeMachine(std::shared_ptr<const program::Program> program, program::Entry entry,
                 MachineOptions options)
      : env_(std::move(program), std::move(entry), std::move(options)), persistent_(env_) {}

  StateWords initial(std::vector<Failure>& failures) const override {
    StepLog log;
    StateWords state = start(log, nullptr);
    failures = std::move(log.failures);
    return state;
  }
  StateWords describe_initial(std::vector<Failure>& failures, Names& names) const override {
    StepLog log;
    StateWords state = start(log, &names);
    failures = std::move(log.failures);
    return state;
  }
  void before_first_step(std::vector<Happened>& happened, std::vector<std::uint32_t>& compared) const override {
    StepLog log;
    start(log, nullptr);
    happened = std::move(log.happened);
    compared = std::move(log.compared);
  }

  void enabled(const StateWords& state, std::vector<Transition>& out) const override {
    const Scratch scratch(*this);
    World& world = *scratch;
    world.load(state);
    enabled_in(world, scratch.memo(), &scratch.patches(), out);
    if (env_.options.memo != MachineOptions::Memo::Check || !env_.remembers()) return;
    std::vector<Transition> checked;
    Memo fresh(env_);
    enabled_in(world, fresh, nullptr, checked);
    if (checked != out) throw std::logic_error("choices are not what they were remembered as");
  }

  void persistent(const StateWords& state, const std::vector<Transition>& enabled,
                  std::vector<std::uint32_t>& chosen) const override {
    // What a specification watches can be seen in the order of any two steps.
    if (!env_.options.por || env_.literal() || env_.virtual_time() || env_.bubbles || env_.tick_values ||
        env_.has_specification) {
      chosen.resize(enabled.size());
      std::iota(chosen.begin(), chosen.end(), 0U);
      return;
    }
    const auto trace = [&](const Transition& t, StateWords* successor, std::vector<StepLog::Hidden>& hidden) {
      if (successor == nullptr && remembers_hidden(state, t, hidden)) return;
      StepLog log;
      log.hidden = &hidden;
      Step step;
      take(state, t, step, log, nullptr);
      if (successor != nullptr) *successor = std::move(step.state);
    };
    persistent_.choose(state, enabled, trace, chosen);
  }

  std::vector<std::uint32_t> helpers(const StateWords& state, std::uint32_t slot) const override {
    if (env_.literal()) return {};
    return persistent_.helpers(state, slot);
  }

  std::string entry_name() const override { return env_.entry.name; }

  void apply(const StateWords& state, const Transition& t, Step& out) const override {
    StepLog log;
    take(state, t, out, log, nullptr);
  }

  void describe(const StateWords& state, const Transition& t, Step& out,
                Names* names) const override {
    StepLog log;
    log.wants_events = names == nullptr || names->texts;
    log.wants_actions = names != nullptr;
    take(state, t, out, log, names);
  }

  std::vector<GoroutineView> goroutines(const StateWords& state, Names* names) const override {
    World world(env_);
    world.load(state);
    Names none;
    world.set_names(names != nullptr ? names : &none);
    return goroutine_views(world);
  }

  base::Position loop(const StateWords& state, std::uint32_t goroutine) const override {
    const Scratch scratch(*this);
    (*scratch).load(state);
    return outermost_loop(*scratch, goroutine);
  }

  ProcessEnd process_end(const StateWords& state) const override {
    const Scratch scratch(*this);
    World& world = *scratch;
    world.load(state);
    const ProcessRecord& process = world.process();
    ProcessEnd end;
    if (env_.options.outcomes) {
      end.kind = process.end;
      end.exit_code = process.exit_code;
      end.message = env_.strings.get(process.message);
      return end;
    }
    for (std::uint32_t i = 0; i < world.goroutine_count(); ++i) {
      const auto status = world.goroutine(i).status;
      if (status == Goroutine::Status::Crashed) end.kind = ProcessEnd::Kind::Crashed;
      if (status == Goroutine::Status::Exited) end.kind = ProcessEnd::Kind::Exited;
      if (end.kind != ProcessEnd::Kind::None) return end;
    }
    if (world.goroutine(0).status == Goroutine::Status::Finished) {
      end.kind = ProcessEnd::Kind::MainReturned;
    }
    return end;
  }

  std::string output(const StateWords& state) const override {
    World world(env_);
    world.load(state);
    return env_.strings.get(world.process().output);
  }

  bool timers_pending(const StateWords& state) const override {
    World world(env_);
    world.load(state);
    return std::ranges::any_of(world.timers(),
                               [&](std::uint32_t t) { return timer_in_heap(world, t); });
  }

  std::optional<std::string> checkdead(const StateWords& state) const override {
    World world(env_);
    world.load(state);
    return runtime::checkdead(world);
  }

  std::vector<Measure> measures(const StateWords& state) const override {
    World world(env_);
    world.load(state);
    return runtime::measures(world);
  }
  Coverage coverage() const override { return env_.covered ? env_.covered->report(env_) : Coverage{}; }
  Watch watch(const StateWords& state) const override {
    const Scratch scratch(*this);
    (*scratch).load(state);
    return (*scratch).monitor().watch;
  }
  void unwatched(const StateWords& state, std::vector<std::uint64_t>& out) const override {
    const Scratch scratch(*this);
    (*scratch).load(state);
    if ((*scratch).monitor().watch == Watch::Watching) runtime::unwatched(*scratch, out);
  }
  void evaluate(const StateWords& state, std::vector<ExpressionValue>& out) const override {
    const Scratch scratch(*this);
    (*scratch).load(state);
    out.clear();
    for (const program::SpecExpression& e : env_.program.specification.expressions) {
      out.push_back(runtime::evaluate(*scratch, e, nullptr));
    }
  }
  std::string show_terms(const StateWords& state, std::uint32_t expression) const override {
    const Scratch scratch(*this);
    (*scratch).load(state);
    return runtime::show_terms(*scratch, env_.program.specification.expressions[expression]);
  }
  void ready_cases(const StateWords& state, std::vector<SelectChoice>& out) const override {
    const Scratch scratch(*this);
    (*scratch).load(state);
    append_ready_cases(*scratch, out);
  }
  void taken_cases(const StateWords& state, const Transition& t, std::vector<SelectChoice>& out) const override {
    const Scratch scratch(*this);
    (*scratch).load(state);
    append_taken_cases(*scratch, t, out);
  }

  void forget() const override {
    workspaces_.for_each_idle([](Workspace& workspace) {
      workspace.memo.forget_all();
      workspace.patches.forget_all();
    });
  }
  std::uint64_t component_count() const override { return env_.contents.size() + env_.knowledge.size(); }
  std::uint64_t memory_bytes() const override {
    return env_.contents.bytes() + env_.knowledge.bytes() + env_.tied.bytes() + env_.memo_bytes.load(std::memory_order_relaxed);
  }

 private:
  /// From the entry's first instruction to where its goroutines stand.
  StateWords start(StepLog& log, Names* names) const {
    World world(env_);
    world.start();
    world.set_names(names);
    log.wants_actions = names != nullptr;
    world.add_goroutine({});
    Interpreter main(world, 0, log);
    main.push_call(scalar(program::kFunctionTag | env_.entry.function), {}, 0);
    main.run(false);
    check_invariants(world, 0, log);
    StateWords words;
    std::vector<std::uint32_t> map;
    world.store(words, map);
    if (names != nullptr) {
      world.rename(*names);
      names->initial_actions = std::move(log.actions);
      names->initial_map = map;
    }
    return words;
  }

  void enabled_in(World& world, Memo& memo, Patches* patches, std::vector<Transition>& out) const {
    const std::size_t before = out.size();
    if (env_.queues()) {
      literal::append_channel_transitions(world, out);
    } else {
      append_channel_transitions(world, out);
    }
    std::vector<std::uint32_t> choices;
    for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
      const Stand& stand = world.stand(g);
      const bool one = stand.kind == Stand::Kind::Ending || stand.goes_on;
      if (one) out.push_back({Transition::Kind::Step, g, 0, 0, 0});
      if (one || stand.kind != Stand::Kind::Other) continue;
      choices.clear();
      find_choices(world, memo, patches, g, choices);
      for (const std::uint32_t c : choices) out.push_back({Transition::Kind::Step, g, c, 0, 0});
    }
    choices.clear();
    append_due_timers(world, choices);
    for (const std::uint32_t t : choices) out.push_back({Transition::Kind::Timer, t, 0, 0, 0});
    if (env_.virtual_time() && out.size() == before && next_deadline(world, {}) != 0) {
      out.push_back({Transition::Kind::Clock, 0, 0, 0, 0});
    }
  }

  /// `out`: empty. `patches`: may be null.
  void find_choices(World& world, Memo& memo, Patches* patches, std::uint32_t g, std::vector<std::uint32_t>& out) const {
    if (!env_.remembers()) patches = nullptr;
    if (patches != nullptr && patches->choices(world, g, out)) return;
    const Memo::Answer answer = env_.remembers() ? memo.choices(world, g, out) : Memo::Answer::Unsure;
    if (answer == Memo::Answer::Known) {
      if (patches != nullptr) patches->record_choices(world, memo, g, out);
      return;
    }
    if (answer == Memo::Answer::New) memo.begin(world);
    StepLog log;
    Interpreter in(world, g, log);
    append_choices(in, out);
    if (answer == Memo::Answer::New) memo.end_choices(world, out);
  }

  /// Who is blocked now came before whoever blocks later: Goroutine::epoch, renumbered densely.
  static void begin_epoch(World& world) {
    std::set<std::uint32_t> epochs;
    for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) epochs.insert(world.goroutine(g).epoch);
    epochs.erase(0);
    for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
      const Goroutine& goroutine = world.goroutine(g);
      if (goroutine.status != Goroutine::Status::Standing || goroutine.sleeping || goroutine.parked) continue;
      const auto rank = goroutine.epoch == 0 ? epochs.size() : std::distance(epochs.begin(), epochs.find(goroutine.epoch));
      world.change_goroutine(g).epoch = static_cast<std::uint32_t>(rank) + 1;
    }
  }

  void take(const StateWords& state, const Transition& t, Step& out, StepLog& log,
            Names* names) const {
    const Scratch scratch(*this);
    World& world = *scratch;
    Memo& memo = scratch.memo();
    world.load(state);
    const std::uint32_t before = world.goroutine_count();
    out.created.clear();
    out.moved.clear();
    out.timer_map.clear();
    out.unwatched.clear();
    std::vector<StepLog::Hidden>* const wanted = log.hidden;
    const bool may_be_known = env_.remembers() && names == nullptr && !log.wants_events && !log.anew;
    if (may_be_known && wanted == nullptr && scratch.patches().step(world, t, out.state)) {
      out.goroutine_map.resize(before);
      std::iota(out.goroutine_map.begin(), out.goroutine_map.end(), 0U);
      move_both(t, out);
      tell(log, out);
      if (env_.options.memo == MachineOptions::Memo::Check) check(state, t, out, nullptr);
      return;
    }
    const std::vector<std::uint32_t> timers_before = world.timers();
    const Memo::Answer answer = may_be_known ? memo.step(world, t) : Memo::Answer::Unsure;
    std::vector<StepLog::Hidden> hidden;  // of this step alone
    log.hidden = wanted != nullptr || answer == Memo::Answer::New ? &hidden : nullptr;
    if (answer == Memo::Answer::Known) {
      move_both(t, out);
      if (wanted != nullptr) memo.append_hidden(hidden);
    } else {
      if (answer == Memo::Answer::New) memo.begin(world);
      interpret(world, t, out, log, names);
      if (answer == Memo::Answer::New) memo.stop(world);
    }
    const std::uint32_t after = world.goroutine_count();
    world.store(out.state, out.goroutine_map);
    if (answer == Memo::Answer::New) memo.end_step(world, log);
    if (answer == Memo::Answer::Known) scratch.patches().record(world, memo, t, out.state);
    if (names != nullptr) world.rename(*names);
    world.map_timers(timers_before, out.timer_map);
    if (world.process().over) forget_failures(log);
    for (std::uint32_t g = before; g < after; ++g) out.created.push_back(out.goroutine_map[g]);
    out.goroutine_map.resize(before);
    tell(log, out);
    if (answer == Memo::Answer::Known && env_.options.memo == MachineOptions::Memo::Check) {
      check(state, t, out, wanted != nullptr ? &hidden : nullptr);
    }
    if (wanted != nullptr) wanted->insert(wanted->end(), hidden.begin(), hidden.end());
  }

  /// Of a step or a rendezvous.
  static void move_both(const Transition& t, Step& out) {
    out.moved.push_back(t.actor);
    if (t.kind == Transition::Kind::Rendezvous) out.moved.push_back(t.partner);
  }

  /// The others go on after main's return for what they could have done before, and to find who would be stuck. With a virtual
  /// clock they can have done nothing that is due later, so what goes wrong there is no failure.
  static void forget_failures(StepLog& log) {
    std::erase_if(log.failures, [](const Failure& f) {
      return f.kind != Failure::Kind::NeedsSteps && f.kind != Failure::Kind::NeedsReads;
    });
  }

  static void tell(StepLog& log, Step& out) {
    out.failures = std::move(log.failures);
    out.events = std::move(log.events);
    out.actions = std::move(log.actions);
    out.printed = log.printed;
    out.happened = std::move(log.happened);
    out.compared = std::move(log.compared);
  }

  bool remembers_hidden(const StateWords& state, const Transition& t, std::vector<StepLog::Hidden>& hidden) const {
    if (!env_.remembers() || env_.options.memo == MachineOptions::Memo::Check) return false;
    const Scratch scratch(*this);
    (*scratch).load(state);
    return scratch.memo().hidden(*scratch, t, hidden) == Memo::Answer::Known;
  }

  /// Is it the step that the interpreter takes?
  void check(const StateWords& state, const Transition& t, const Step& known, const std::vector<StepLog::Hidden>* accessed) const {
    Step step;
    StepLog log;
    std::vector<StepLog::Hidden> hidden;
    log.hidden = &hidden;
    log.anew = true;
    take(state, t, step, log, nullptr);
    if (step.state != known.state || step.goroutine_map != known.goroutine_map || step.created != known.created ||
        step.moved != known.moved || step.timer_map != known.timer_map || !step.failures.empty() ||
        (accessed != nullptr && !same_hidden(state, *accessed, hidden))) {
      throw std::logic_error("a step is not what it was remembered as");
    }
  }

  /// But for objects that the step made.
  static bool same_hidden(const StateWords& state, const std::vector<StepLog::Hidden>& a, std::vector<StepLog::Hidden> b) {
    std::erase_if(b, [&](const StepLog::Hidden& h) { return h.object > state[1]; });
    return a == b;
  }

  void interpret(World& world, const Transition& t, Step& out, StepLog& log, Names* names) const {
    if (names != nullptr) world.set_names(names);
    switch (t.kind) {
      case Transition::Kind::Step: {
        // The root of a bubble that moves its clock gets no further by it.
        if (!env_.bubbles || !moves_clock(world, world.goroutine(t.actor)))
          out.moved.push_back(t.actor);
        Interpreter in(world, t.actor, log);
        if (in.goroutine().epoch != 0) in.goroutine().epoch = 0;
        if (in.goroutine().status == Goroutine::Status::Ending) {
          in.finish();
          break;
        }
        if (env_.queues() && (in.instruction().op == program::Op::Select ||
                               in.instruction().op == program::Op::ChanSend ||
                               in.instruction().op == program::Op::ChanReceive ||
                               in.instruction().op == program::Op::ChanClose)) {
          for (std::uint32_t g = 0; g < world.goroutine_count(); ++g) {
            if (world.goroutine(g).parked) out.moved.push_back(g);
          }
          literal::channel_perform(in, t.choice);
          in.run(false);
          std::erase_if(out.moved, [&](std::uint32_t g) { return world.goroutine(g).parked; });
        } else {
          perform(in, t.choice);
        }
        break;
      }
      case Transition::Kind::Rendezvous:
        out.moved.push_back(t.actor);
        out.moved.push_back(t.partner);
        rendezvous(world, t, log);
        break;
      case Transition::Kind::Timer: {
        const Slot channel = world.object(world.timers()[t.actor]).slots[1];
        fire_timer(world, t.actor, log);
        if (env_.queues() && channel.ref) literal::hand_over(world, channel, log, out.moved);
        break;
      }
      case Transition::Kind::Clock:
        begin_epoch(world);
        pass_time(world, {});
        if (world.goroutine(0).status == Goroutine::Status::Finished) world.process().over = true;
        break;
      case Transition::Kind::Park: {
        out.moved.push_back(t.actor);
        Interpreter in(world, t.actor, log);
        literal::park(in, t.choice);
        break;
      }
    }
    check_invariants(world, out.moved.empty() ? 0 : out.moved.front(), log);
    if (!env_.program.specification.expressions.empty() && world.monitor().watch == Watch::Watching) {
      runtime::unwatched(world, out.unwatched);
    }
  }

  /// After a step: each invariant that is broken now and was not before.
  void check_invariants(World& world, std::uint32_t mover, StepLog& log) const {
    const program::Specification& spec = env_.program.specification;
    if (spec.invariants.empty() || world.monitor().watch != Watch::Watching) return;
    for (std::uint32_t i = 0; i < spec.invariants.size(); ++i) {
      if (world.monitor().invariants[i]) continue;
      const program::SpecInvariant& invariant = spec.invariants[i];
      const ExpressionValue value = runtime::evaluate(world, spec.expressions[invariant.expression], nullptr);
      if (value.holds) continue;
      world.monitor().invariants[i] = true;
      Interpreter(world, mover, log)
          .break_property(Failure::Kind::Invariant, i,
                          "invariant " + invariant.text +
                              (value.panic.empty() ? " does not hold" : " panics: " + value.panic),
                          invariant.position);
      log.failures.back().expression = invariant.expression;
    }
  }

  struct Workspace {
    explicit Workspace(const Environment& env) : world(env), memo(env), patches(env) {}
    World world;
    Memo memo;
    Patches patches;
  };
  /// A World for the time of one call.
  class Scratch {
   public:
    explicit Scratch(const RuntimeMachine& machine) : workspace_(machine.workspaces_.lend(machine.env_)) {}
    ~Scratch() { workspace_->world.set_names(nullptr); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    World& operator*() const { return workspace_->world; }
    Memo& memo() const { return workspace_->memo; }
    Patches& patches() const { return workspace_->patches; }

   private:
    base::Pool<Workspace>::Loan workspace_;
  };

  Environment env_;
  reduction::SharedPersistentSets persistent_;
  mutable base::Pool<Workspace> workspaces_;
};

}  // namespace
}  // namespace model::runtime

namespace model {

std::unique_ptr<Machine> make_machine(std::shared_ptr<const program::Program> program,
                                      const program::Entry& entry, const MachineOptions& options) {
  MachineOptions adjusted = options;
  if (adjusted.reduction == Reduction::None) adjusted.symmetry = false;
  // Fairness follows goroutines along cycles: checker/property/fairness.cpp counts on their order of creation.
  if (!program->specification.formulas.empty()) adjusted.symmetry = false;
  // Protocols, invariants and formulas see the order of steps that are independent otherwise; so do orders that count: which A is
  // the k-th differs between interleavings with the same happens-before. `A* < B` does not: if one A is not ordered before a B,
  // it is broken whichever comes first.
  const auto counts = [](const program::SpecOrder& o) { return !o.every; };
  if (program->specification.watches_steps() || std::ranges::any_of(program->specification.orders, counts)) {
    adjusted.por = false;
  }
  return std::make_unique<runtime::RuntimeMachine>(std::move(program), entry, adjusted);
}

}  // namespace model
