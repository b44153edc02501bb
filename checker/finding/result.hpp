#pragma once
// What a check of one entry comes to: everything a report prints.

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "checker/finding/cause.hpp"
#include "checker/schedule/schedule.hpp"
#include "model/base/position.hpp"
#include "model/machine.hpp"

namespace checker::finding {

/// A data race: two accesses of memory that nothing orders.
struct Race {
  /// An operation of a goroutine: what it is called, where.
  struct Operation {
    std::string name;
    std::string object;
    std::uint32_t goroutine = 0;
    model::base::Position position;
  };
  struct Access {
    bool write = false;
    bool atomic = false;
    std::uint32_t goroutine = 0;
    bool is_main = false;
    bool finished = false;                ///< at the end of the schedule
    model::base::Position position;
    std::vector<model::Frame> stack;      ///< innermost first
    std::vector<model::Frame> created;    ///< the stack of its go statement, innermost first; empty for main
    std::uint32_t parent = 0;
    std::optional<Operation> last;        ///< its goroutine's last synchronisation before it
  };
  Access access, other;  ///< the later and the earlier one of the schedule
  model::base::Position made_at;
  std::string object;    ///< the memory's name, or empty
  std::vector<std::uint64_t> locations;  ///< abstract locations, ascending, that race at this pair of positions
  std::optional<Operation> known;  ///< of the earlier one's goroutine, the last operation that the later is ordered after
  std::optional<Operation> next;   ///< of the earlier one's goroutine, the first synchronisation after the access
};

struct Finding {
  Kind kind{};
  std::string code;
  std::string message;
  model::base::Position position;
  std::optional<Race> race;
  /// Of a finding that is no race: it is reached behind this one, of which the Go memory model promises nothing.
  std::optional<std::pair<model::base::Position, model::base::Position>> after_race;
  /// Of an order or a property: what broke it. Which parts are there depends on the annotation.
  struct Property {
    const char* annotation = "";            ///< order, protocol, invariant, ltl
    std::vector<schedule::Occurrence> word;  ///< the events it is about, as they happened
    std::vector<std::string> expected;      ///< protocol: events that could have come next
    std::string came;                       ///< protocol: what came instead
    std::string before, after;              ///< invariant: values before and after the step that breaks it
    std::string why;                        ///< in a sentence
    /// ltl: the steps after the first `cycle_from` repeat for ever (none: the run has ended); and the values of the formula's
    /// expressions after each step.
    std::optional<std::uint32_t> cycle_from;
    std::string fairness;                   ///< ltl
  };
  std::optional<Property> property;
  std::string trace;
  schedule::Schedule schedule;
  /// From this step on every schedule ends in some finding; 0: from the start. Absent: not known.
  std::optional<std::uint32_t> doomed_from;
  std::vector<std::uint32_t> states;  ///< the states on the schedule, as Result::graph counts them; empty: not known
  std::vector<std::string> explanation;  ///< sentences: how it comes about, what would have helped
  bool wanted = false;
  bool suppressed = false;  ///< by an ignore annotation, or known
  bool known = false;       ///< by the baseline, or there before the changes that are looked at
  std::string reason;       ///< of the suppression
  std::string fingerprint;  ///< 16 hexadecimal digits; see fingerprint.hpp
};

/// In the order in which the worst of several counts: their exit codes are 0, 5, 3, 1, 2, 4.
enum class Verdict : std::uint8_t { Pass, Nothing, Incomplete, Fail, Error, Internal };
int exit_code(Verdict verdict);
const char* verdict_name(Verdict verdict);

struct Outcome {
  std::int32_t exit = 0;
  std::string message;
  std::string output;
  friend auto operator<=>(const Outcome&, const Outcome&) = default;
};

struct Error {
  std::string message;
  model::base::Position position;
};

/// Worth saying, no finding.
struct Note {
  std::string message;
  model::base::Position position;
  std::string kind = {};   ///< vacuous, ...; may be empty
  std::string event = {};  ///< of a vacuous event
};

struct Statistics {
  std::uint64_t states = 0;
  std::uint64_t transitions = 0;
  std::uint32_t depth = 0;   ///< steps to the farthest state; only with --stats
  std::uint32_t rounds = 1;
  double seconds = 0;
  std::uint64_t memory_bytes = 0;  ///< most of all rounds
  double bytes_per_state = 0;
  std::uint64_t components = 0;
  std::uint32_t goroutines = 0;               ///< most alive at once; 0: not known, and then neither are the buffers
  std::optional<std::vector<std::string>> orders = std::nullopt;  ///< `A < B` that always hold; absent: not known
  std::optional<model::Coverage> coverage = std::nullopt;
  std::uint64_t passed = 0;  ///< states seen and not stored: chains of steps pass through them
  std::uint64_t hashed = 0;  ///< states known by their hash alone
  std::optional<double> first_finding = std::nullopt;  ///< seconds until something was found
};

/// A small state graph, for pictures.
struct SmallGraph {
  static constexpr std::uint32_t kMostStates = 2000;
  std::uint32_t states = 0;  ///< 0: there is none
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  std::vector<bool> doomed;  ///< no schedule from here ends well
};

struct Result {
  std::string name;   ///< of the file or package
  std::string entry;  ///< main, TestXxx
  std::shared_ptr<const model::base::FileSet> files;
  Verdict verdict = Verdict::Pass;
  bool complete = true;
  std::string incomplete_reason;
  std::string coverage;  ///< a sentence: what was explored, and under which assumptions
  std::vector<Finding> findings;
  std::vector<std::string> missing;  ///< wanted findings that are not there, as the annotation has them
  std::vector<Error> errors;
  std::string fairness;  ///< under which formulas were checked; empty: there are none
  std::vector<Note> notes;
  std::uint32_t more_races = 0;  ///< pairs of positions that race beyond those in `findings`
  std::optional<std::set<Outcome>> outcomes;
  Statistics statistics;
  SmallGraph graph;
};

}  // namespace checker::finding
