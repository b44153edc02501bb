#pragma once
// What steps did, remembered: transition caching (Blom, van de Pol, Weber, "LTSmin", CAV 2010, section 3). A step's result depends
// on the contents of the goroutines that take it and of the objects they look at, and on which references are the same; not on the
// rest of the state. So a step is looked up by what it reads, and interpreted only for combinations never seen.
//
// What a step reads next depends on what it has read: the table is a trie. Each node says which object is looked at next; what
// is found there, its content and which of the objects known so far its links are, leads to the next node. The interpreter is
// deterministic and knows objects only by references it has read, so two runs with the same answers ask the same questions.
//
// Objects have local names: package variables their numbers; others kLocal + n, in the order in which links show them.
// Happens-before knowledge is not asked for: it changes nothing in what a step does, so its changes are made again (Knowledge::Change);
// where one finds a race the step is interpreted. Not remembered: steps with failures, steps that look at other goroutines,
// at timers or at the output, virtual time, the literal machine, programs with a specification.
//
// Switch: MachineOptions::memo. Test: MachineOptions::Memo::Check interprets what was remembered and compares (tests/soundness).

#include <cstdint>
#include <span>
#include <vector>

#include "model/machine.hpp"
#include "model/runtime/environment.hpp"
#include "model/runtime/knowledge.hpp"
#include "model/runtime/step_log.hpp"
#include "model/runtime/trial.hpp"

namespace model::runtime {

class World;

/// For one thread.
class Memo {
 public:
  explicit Memo(const Environment& env);
  ~Memo();
  Memo(const Memo&) = delete;
  Memo& operator=(const Memo&) = delete;

  /// What became of a look-up.
  enum class Answer : std::uint8_t {
    Known,   ///< done
    New,     ///< to be interpreted, and recorded
    Unsure,  ///< to be interpreted, each time
  };
  /// Takes the step in a world that was just loaded. Where the answer is not Known the world is as it was loaded.
  Answer step(World& world, const Transition& t);
  /// What untracked library code accesses in the step: appended. The world stays as it was loaded.
  Answer hidden(World& world, const Transition& t, std::vector<StepLog::Hidden>& out);
  /// The same of the step that step() has just taken.
  void append_hidden(std::vector<StepLog::Hidden>& out) const;
  // Of the step that step() has just taken: the objects that it looks at, in this order, and its changes of knowledge.
  std::span<const std::uint32_t> looked() const { return looked_; }
  std::span<const Knowledge::Change> changes() const { return results_[nodes_[node_].next].changes; }
  /// The choices with which goroutine g, which does not stand at a channel, can go on by itself: appended.
  Answer choices(World& world, std::uint32_t g, std::vector<std::uint32_t>& out);

  // After an answer New: the world tells what is looked at from begin to stop.
  void begin(World& world);
  void stop(World& world);
  void end_step(World& world, const StepLog& log);  ///< when the world has been stored
  void end_choices(World& world, std::span<const std::uint32_t> choices);
  void saw_object(std::uint32_t number);
  void saw_goroutine(std::uint32_t number);
  /// Gives the memory back.
  void forget_all();
  void saw_too_much() { unsure_ = env_.options.mutation != Mutation::Others; }

 private:
  using Local = std::uint32_t;
  static constexpr Local kLocal = 0x10000000;  ///< + n: the n-th object that was named
  static constexpr Local kNew = 0x20000000;    ///< + n: the n-th object that the step makes
  enum class Kind : std::uint8_t { Unknown, Look, Step, Choices, Unsure };
  struct Node {
    std::uint32_t key = 0;   ///< in keys_: length, parent, what was found
    Kind kind = Kind::Unknown;
    std::uint32_t next = 0;  ///< Look: the local name; Step: in results_; Choices: in keys_: count, choices
  };
  /// A component that the step leaves behind.
  struct Part {
    Local name = 0;  ///< of an object; of a goroutine its role: 0 actor, 1 partner, 2 + n the n-th that was started
    ContentId content = 0;
    std::uint32_t links = 0, link_count = 0;  ///< in keys_: local names
  };
  struct Result {
    std::vector<Part> goroutines, objects;
    std::uint32_t started = 0, made = 0;
    std::vector<Knowledge::Change> changes;  ///< in local names and roles
    std::uint32_t hidden = 0;                ///< in keys_: count, local names * 2 + is it a write
  };

  bool usable(const Transition& t) const;
  void start(World& world);
  Local name(std::uint32_t object);
  bool is_named(std::uint32_t object) const;
  std::uint32_t number(Local name) const;
  Local name_made(World& world, std::uint32_t object);
  void observe(ContentId content, std::span<const std::uint32_t> links);
  void ask(World& world, Kind question, const Transition& t);
  std::size_t slot_of(std::span<const std::uint32_t> key) const;
  std::span<const std::uint32_t> key_of(std::uint32_t node) const;
  std::uint32_t find_or_add();
  Answer follow(World& world);
  bool apply(World& world, const Result& result);
  void record_result(World& world, std::span<const StepLog::Hidden> hidden);
  void mark_made(World& world, std::uint32_t object);
  void grow();
  void count_memory();

  const Environment& env_;
  std::vector<Node> nodes_;           ///< [0] unused
  std::vector<std::uint32_t> keys_;
  std::vector<std::uint32_t> slots_;  ///< open addressing; 0: empty
  std::vector<Result> results_;
  std::size_t result_bytes_ = 0, counted_ = 0;

  // Of the look-up at hand.
  std::vector<std::uint32_t> key_;      ///< parent, what was found
  std::vector<std::uint32_t> numbers_;  ///< by local name
  std::vector<std::uint32_t> looked_;   ///< by follow(): objects
  std::vector<std::uint32_t> names_, stamps_, seen_;  ///< by object; those of this look-up have its stamp
  std::uint32_t stamp_ = 0;
  std::uint32_t object_count_ = 0, goroutine_count_ = 0;  ///< before the step
  std::uint32_t actor_ = 0, partner_ = 0;
  std::uint32_t node_ = 0;
  bool unsure_ = false;
  World* recording_ = nullptr;
  std::vector<Knowledge::Change> changes_;
  std::vector<std::uint32_t> made_;  ///< of the objects made: those that matter

  Trial trial_{4};
};

}  // namespace model::runtime
