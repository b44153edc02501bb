// The schedule has been cut to what its end causally needs (schedule/minimise.cpp). Of that three
// things are folded, and only in runs of several lines; a line stays if it is the last one, the one
// from which on the finding cannot be escaped, one with an event of the spec, or a choice (select,
// a timer, a random number).
//
//  - Steps without a place in the user's code: a library's bookkeeping, such as testing's at the
//  end of a test. Nothing in
//    the user's code says when they happen, and no edit of it would order them differently.
//  - A lock that one goroutine takes and releases and nobody else uses or waits for; prints;
//  yields. They commute with all
//    steps of others (a step touches one object, and theirs are others), so where they stand is of
//    no consequence; and what they leave behind is what was there before. Not of races: there the
//    lock may be the wrong one, and that is the finding.
//  - The same operation of one goroutine at the same line on the same object again and again, with
//  nobody in between.

#include "checker/report/fold.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "checker/schedule/holders.hpp"

namespace checker::report {
namespace {

using finding::Finding;
using finding::Kind;
using schedule::Line;
using schedule::object_name;

/// What is done with an object.
struct Use {
  std::set<std::uint32_t> goroutines;
  bool only_locks = true;
};

enum class Why : std::uint8_t { Shown, Library, Idle };

bool is_choice(const Line& line) {
  return line.goroutine == 0 || line.operation.starts_with("select") ||
         line.operation.starts_with("try") || line.operation.find("timer") != std::string::npos ||
         line.operation == "choose" || line.operation == "sleep";
}

class Folding {
 public:
  explicit Folding(const Finding& f) : f_(f), lines_(f.schedule.lines) {
    for (const Line& line : lines_) {
      Use& use = uses_[object_name(line.object)];
      use.goroutines.insert(line.goroutine);
      use.only_locks = use.only_locks && line.operation.ends_with("lock");
    }
    for (const schedule::Goroutine& g : f.schedule.goroutines) {
      std::string rest = g.object;
      while (!rest.empty()) {
        awaited_.insert(object_name(rest));
        const std::size_t next = rest.find(", ");
        rest = next == std::string::npos ? "" : rest.substr(next + 2);
      }
    }
    if (!lines_.empty()) awaited_.insert(object_name(lines_.back().object));
    for (const auto& [name, use] : uses_) {
      if (name.empty() || !use.only_locks || use.goroutines.size() > 1 || awaited_.contains(name))
        continue;
      const schedule::Holders held = schedule::holders(f.schedule, name);
      if (held.exclusive == nullptr && held.writer == nullptr && held.readers.empty())
        idle_locks_.insert(name);
    }
  }

  std::vector<Fold> run() const {
    std::vector<Fold> result;
    const bool whole =
        f_.property && f_.property->cycle_from;  // of what repeats for ever each step may count
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i + 1;
      const Why why = why_of(i);
      std::string text;
      if (whole) {
        end = i + 1;
      } else if (why != Why::Shown) {
        while (end < lines_.size() && why_of(end) == why) ++end;
        if (end - i >= 2) text = told(i, end, why);
      } else if (const std::size_t same = repeated(i); same - i >= kRepeated) {
        end = same;
        text = fmt::format("{} times: {} {} {}", end - i,
                           schedule::lane_name(f_.schedule, lines_[i].goroutine),
                           lines_[i].operation, object_name(lines_[i].object));
      }
      if (text.empty()) end = i + 1;
      result.push_back({i, end, std::move(text)});
      i = end;
    }
    return result;
  }

 private:
  static constexpr std::size_t kRepeated = 4;

  bool stays(std::size_t i) const {
    const Line& line = lines_[i];
    return i + 1 == lines_.size() || line.step == lines_.back().step || !line.happened.empty() ||
           is_choice(line) || line.step == f_.doomed_from.value_or(0);
  }

  Why why_of(std::size_t i) const {
    const Line& line = lines_[i];
    if (!line.position.valid() && line.goroutine != 0 && line.happened.empty()) return Why::Library;
    if (stays(i)) return Why::Shown;
    if (line.operation == "print" || line.operation == "yield") return Why::Idle;
    return f_.kind != Kind::Race && idle_locks_.contains(object_name(line.object)) ? Why::Idle
                                                                                   : Why::Shown;
  }

  /// Behind the lines from `i` on that do the same.
  std::size_t repeated(std::size_t i) const {
    std::size_t end = i;
    const auto same = [&](const Line& line) {
      return line.goroutine == lines_[i].goroutine && line.operation == lines_[i].operation &&
             line.position == lines_[i].position &&
             object_name(line.object) == object_name(lines_[i].object);
    };
    while (end < lines_.size() && !stays(end) && same(lines_[end])) ++end;
    return end;
  }

  std::string told(std::size_t first, std::size_t end, Why why) const {
    std::set<std::uint32_t> who;
    std::set<std::uint32_t> steps;
    for (std::size_t i = first; i < end; ++i) {
      who.insert(lines_[i].goroutine);
      steps.insert(lines_[i].step);
    }
    std::string names;
    for (const std::uint32_t g : who)
      names += (names.empty() ? "" : ", ") + schedule::lane_name(f_.schedule, g);
    return fmt::format(
        "{} steps {} ({})", steps.size(),
        why == Why::Library ? "inside of the library" : "that nobody else can notice", names);
  }

  const Finding& f_;
  const std::vector<Line>& lines_;
  std::map<std::string, Use> uses_;   // by object
  std::set<std::string> awaited_;     // objects that somebody waits for, and the last line's
  std::set<std::string> idle_locks_;  // taken and released by one goroutine
};

}  // namespace

std::vector<Fold> fold(const Finding& finding) { return Folding(finding).run(); }

}  // namespace checker::report
