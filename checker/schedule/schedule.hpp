#pragma once
// A run of the program as people read it: one line for each visible thing, goroutines named once and
// for all by order of creation, and a dump of who stands where at its end.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/happens_before/execution.hpp"
#include "model/machine.hpp"

namespace checker::schedule {

struct Line {
  std::uint32_t step = 0;       ///< from 1; a rendezvous is one step of two lines
  std::uint32_t goroutine = 0;  ///< stable id; main is 1; 0: a timer or the clock
  std::string operation;
  std::string object;
  std::string value;
  model::base::Position position;
  std::uint32_t choice = 0;  ///< the case that a select takes (the number of cases: default)
  std::string happened = {};  ///< names of the spec's events, separated by spaces
};

/// An event of the spec in a run.
struct Occurrence {
  std::uint32_t number = 0;     ///< of Specification::events
  std::string event;            ///< its name, once somebody has looked it up
  std::uint32_t step = 0;       ///< from 1; 0: before the first step
  std::uint32_t goroutine = 0;  ///< stable id
  model::base::Position position;
};

struct Goroutine {
  std::uint32_t id = 0;
  std::string name;    ///< of the function it was started with
  std::string status;  ///< the runtime's wait reason, running, or runnable: before an operation that it can do
  std::string object;  ///< what it waits for, as in a line; empty if nothing
  bool is_main = false;
  bool finished = false;
  bool acting = false;  ///< the last step was its
  std::vector<model::Frame> stack;  ///< innermost first
  model::base::Position created_at;
  std::string created_by;
  bool created_in_library = false;
  std::uint32_t parent = 0;  ///< id of its creator, 0 if not known
};

/// A goroutine as a schedule calls it.
struct Lane {
  std::uint32_t id = 0;
  std::string name;  ///< main; worker#2: the second that was started with worker
  model::base::Position created_at;
  bool of_library = false;  ///< so far it has been nowhere but in a library
};

/// From step `step` on (0: from the start) a goroutine stands so; with an empty status it has ended.
struct Stand {
  std::uint32_t step = 0;
  std::uint32_t goroutine = 0;
  std::string status;  ///< as in a dump
  std::string object;
  model::base::Position position;
};

struct Schedule {
  std::vector<Stand> stands;  ///< changes only, by step; empty if they were not asked for
  std::vector<Lane> lanes;  ///< by id; of those gone in the step that started them only the id is known
  std::vector<Line> lines;
  std::vector<Occurrence> events;
  std::uint32_t steps = 0;
  std::vector<Goroutine> goroutines;  ///< at the end, main first, then by id; no finished ones
};

/// Runs the machine transition by transition and keeps the goroutines' names.
class Player {
 public:
  /// `happens_before`: follow that too, with the stacks of all accesses. `stands`: where everybody stands after each step;
  /// without it what they wait for gets its number only when it is used.
  explicit Player(const model::Machine& machine, bool happens_before = false, bool stands = false);

  const model::StateWords& state() const { return state_; }
  std::vector<model::Transition> enabled() const;
  /// Takes a transition enabled in state(); appends its lines to the schedule.
  void take(const model::Transition& transition);
  /// What the last step failed in.
  const std::vector<model::Failure>& failures() const { return failures_; }
  std::uint32_t id_of(std::uint32_t slot) const;
  /// Of a goroutine as failures and actions of the last step name it.
  std::uint32_t id_in_last_step(std::uint32_t slot) const;
  const Schedule& schedule() const { return schedule_; }
  const happens_before::Execution& execution() const { return execution_; }
  /// The goroutines of state(), the finished ones left out. Names what they wait for.
  std::vector<Goroutine> goroutines();
  /// Who could by its code let the blocked goroutine `id` go on (Machine::helpers).
  std::vector<std::uint32_t> helpers(std::uint32_t id) const;

 private:
  void name_new(std::uint32_t slot);
  void record(const std::vector<model::Action>& actions);
  model::base::Position started_at(const model::Event& event) const;
  void name_lane(Lane& lane, const std::vector<model::Frame>& stack);
  void add_lanes(const std::vector<std::uint32_t>& moved);
  void add_stands();

  const model::Machine& machine_;
  model::StateWords state_;
  model::Names names_;
  std::vector<std::uint32_t> ids_;                  // by slot; 0: not seen yet
  std::map<std::uint32_t, std::uint32_t> parents_;  // by id
  bool follow_;
  std::map<std::uint32_t, Stand> stands_;  // by goroutine, as they are now
  std::map<std::uint32_t, std::vector<model::Frame>> ended_at_once_;  // by id: a stack of who the step has started
  std::map<std::string, std::uint32_t> lane_counts_;  // by function
  std::uint32_t next_id_ = 1;
  std::vector<model::Failure> failures_;
  std::vector<std::uint32_t> moved_;   // ids of who moved in the last step
  std::vector<std::uint32_t> before_;  // ids by slot before the last step
  std::uint32_t first_new_ = 1;        // of who was created in it
  Schedule schedule_;
  bool happens_before_;
  happens_before::Execution execution_;
};

/// What `id` is called, or `timer`.
std::string lane_name(const Schedule& schedule, std::uint32_t id);

/// The innermost frame of the user's code, or nullptr.
const model::Frame* user_frame(const std::vector<model::Frame>& stack);

/// Where in the user's code a goroutine stands: its innermost frame there or, if it has none, the
/// statement there that started it (`go mu.Lock()`). Invalid: it is a library's own.
model::base::Position user_place(const Goroutine& goroutine);

}  // namespace checker::schedule
