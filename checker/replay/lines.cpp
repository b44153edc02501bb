// An operation's gate is at its position; a plain access's is that of its statement. Some library calls are several steps
// of the model and one gate in the copy: it opens at the step that counts.

#include "checker/replay/lines.hpp"

#include <charconv>
#include <map>
#include <set>
#include <string_view>

namespace checker::replay {
namespace {

using model::instrument::Site;
using schedule::Line;

bool is_write(const Line& line) { return line.operation == "write"; }
bool is_access(const Line& line) { return line.operation == "access" || line.operation == "read" || is_write(line); }

/// The next line of the same goroutine, or null.
const Line* next_of(const std::vector<Line>& lines, std::size_t i) {
  for (std::size_t j = i + 1; j < lines.size(); ++j) {
    if (lines[j].goroutine == lines[i].goroutine) return &lines[j];
  }
  return nullptr;
}

/// Does the call that this step belongs to take effect at its next step only? RWMutex.Lock takes the writers' mutex and
/// then announces itself to readers; Once.Do looks and then locks; a context's cancel locks and then closes.
bool is_preparation(const Line& line, const Line* next) {
  if (next == nullptr || next->position != line.position) return false;
  return (line.operation == "lock" && (next->operation == "announce write lock" || next->operation == "close")) ||
         (line.operation == "atomic load" && next->operation == "lock");
}

class Matcher {
 public:
  explicit Matcher(const std::vector<Site>& sites) : sites_(sites) {
    for (std::uint32_t i = 0; i < sites.size(); ++i) {
      if (sites[i].kind == Site::Kind::Operation || sites[i].kind == Site::Kind::Select) at_[sites[i].position] = i;
    }
  }

  std::int64_t site(const Line& line) const {
    if (!line.position.valid()) return -1;
    if (is_access(line)) return access(line);
    const auto found = at_.find(line.position);
    if (found != at_.end()) return found->second;
    return innermost(line.position, Site::Kind::Deferred);
  }

 private:
  /// The write of a statement that also reads has a gate of its own.
  std::int64_t access(const Line& line) const {
    const std::int64_t read = innermost(line.position, Site::Kind::Access);
    if (read < 0 || !is_write(line)) return read;
    const std::int64_t write = innermost(line.position, Site::Kind::Store);
    const bool same = write >= 0 && sites_[static_cast<std::size_t>(write)].position == sites_[static_cast<std::size_t>(read)].position;
    return same ? write : read;
  }

  std::int64_t innermost(model::base::Position p, Site::Kind kind) const {
    std::int64_t best = -1;
    for (std::size_t i = 0; i < sites_.size(); ++i) {
      const Site& s = sites_[i];
      if (s.kind != kind || p < s.position || !(p < s.end) || p.file != s.position.file) continue;
      if (best < 0 || sites_[static_cast<std::size_t>(best)].position < s.position) best = static_cast<std::int64_t>(i);
    }
    return best;
  }

  const std::vector<Site>& sites_;
  std::map<model::base::Position, std::uint32_t> at_;
};

std::uint32_t timer_number(std::string_view object) {
  std::uint32_t number = 0;
  const std::size_t hash = object.find('#');
  if (hash != std::string_view::npos) {
    std::from_chars(object.data() + hash + 1, object.data() + object.size(), number);
  }
  return number;
}

/// The number of the signal that is relayed after this step of a timer, or -1.
int signal_after(const schedule::Schedule& schedule, std::size_t i) {
  for (std::size_t j = i + 1; j < schedule.lines.size() && schedule.lines[j].goroutine != 0; ++j) {
    const Line& line = schedule.lines[j];
    if (!schedule::lane_name(schedule, line.goroutine).starts_with("os/signal.")) continue;
    int number = -1;
    std::from_chars(line.value.data(), line.value.data() + line.value.size(), number);
    return number;
  }
  return -1;
}

}  // namespace

model::instrument::Steps steps_of(const schedule::Schedule& schedule) {
  model::instrument::Steps steps;
  for (const Line& line : schedule.lines) {
    if (!line.position.valid()) continue;
    steps.operations.insert(line.position);
    if (is_access(line)) steps.accesses.insert(line.position);
  }
  // Who still stands before an operation when the schedule is over must not be past it.
  for (const schedule::Goroutine& g : schedule.goroutines) {
    const model::Frame* frame = schedule::user_frame(g.stack);
    if (frame == nullptr) continue;
    steps.operations.insert(frame->position);
    if (g.status == "running" && g.object.empty() && frame == &g.stack.front()) steps.accesses.insert(frame->position);
  }
  return steps;
}

std::vector<GateLine> gate_lines(const schedule::Schedule& schedule, const std::vector<Site>& sites) {
  std::vector<GateLine> result;
  Matcher matcher(sites);
  for (std::size_t i = 0; i < schedule.lines.size(); ++i) {
    const Line& line = schedule.lines[i];
    GateLine out;
    out.goroutine = line.goroutine;
    if (line.goroutine == 0) {
      out.timer = timer_number(line.object);
      out.choice = signal_after(schedule, i);
    } else {
      // Whoever is woken from Cond.Wait goes for the lock, and that is the next step.
      if (line.operation == "woken") continue;
      if (is_preparation(line, next_of(schedule.lines, i))) continue;
      out.site = matcher.site(line);
      if (line.operation.starts_with("try ") && line.value == "false") out.choice = 0;
      if (line.operation.starts_with("select") || line.operation == "choose") out.choice = line.choice;
    }
    result.push_back(out);
  }
  return result;
}

}  // namespace checker::replay
