// For people: a line `file:line:column: message (CODE)` for each finding, then how it comes about, then who stood where.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "checker/report/fold.hpp"
#include "checker/report/report.hpp"
#include "checker/report/text_util.hpp"
#include "checker/schedule/holders.hpp"
#include "model/base/diagnostic.hpp"

namespace checker::report {
namespace {

using finding::Finding;
using finding::Result;
using model::base::FileSet;
using model::base::Position;

std::string place(const FileSet& files, Position p) {
  if (!p.valid() || p.file >= files.size()) return "-";
  return fmt::format("{}:{}", files.name(p.file), p.line);
}

/// In a model of the library, which nobody has on disk? A real one's name starts with $GOROOT.
bool in_model(const FileSet& files, bool is_library, Position p) {
  return is_library && p.valid() && !files.name(p.file).starts_with('$');
}
bool in_model(const FileSet& files, const model::Frame& frame) { return in_model(files, frame.is_library, frame.position); }

/// The line's text; what is too long is cut.
std::string source(const FileSet& files, Position p) {
  constexpr std::size_t kMost = 60;
  if (!p.valid() || p.file >= files.size()) return "";
  std::string text;
  for (const char c : files.line(p.file, p.line)) {
    if (!text.empty() || (c != ' ' && c != '\t')) text += c == '\t' ? ' ' : c;
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.pop_back();
  if (text.size() > kMost) text = utf8_only(text.substr(0, kMost)) + " ...";
  return text;
}

std::string describe(const Result& result, Position p) {
  if (!p.valid() || result.files == nullptr) return result.name;
  return result.files->describe(p);
}

std::string indented(const std::string& text, std::string_view by) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && c != '\n') out += by;
    out += c;
    at_start = c == '\n';
  }
  return out;
}

/// Control characters as Go escapes them: a line stays a line.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
          out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        } else {
          out += c;
        }
    }
  }
  return out;
}

/// A string as Go quotes it.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return escaped(out) + "\"";
}

std::string counted(std::uint64_t n, std::string_view what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string race_text(const Result& result, const finding::Race& race) {
  const auto access = [&](const finding::Race::Access& a) {
    return fmt::format("{}{} by goroutine {} at {}", a.atomic ? "atomic " : "", a.write ? "write" : "read",
                       a.goroutine, describe(result, a.position));
  };
  // The calls that led to it, outermost last, and the go statement.
  const auto came = [&](const finding::Race::Access& a) {
    std::string out;
    for (std::size_t i = 1; i < a.stack.size(); ++i) {
      if (!a.stack[i].position.valid() || a.stack[i].is_library) continue;
      out += fmt::format("\tcalled in {} at {}\n", a.stack[i].function, describe(result, a.stack[i].position));
    }
    const auto shown = [&](const model::Frame& f) { return f.position.valid() && !in_model(*result.files, f); };
    const auto made = std::find_if(a.created.begin(), a.created.end(), shown);
    if (made != a.created.end()) {
      out += fmt::format("\tgoroutine {} was made in {} at {}\n", a.goroutine, made->function, describe(result, made->position));
    }
    return out;
  };
  std::string out = access(race.access) + "\n" + came(race.access);
  if (!race.other.position.valid()) return out;
  out += "not ordered with the " + access(race.other) + "\n" + came(race.other);
  if (race.made_at.valid()) out += fmt::format("of memory made at {}\n", describe(result, race.made_at));
  return out + "why: " + why_unordered(result, race) + "\n";
}

/// Which of the dump's numbers is which lane, and where that was started.
std::string legend(const schedule::Schedule& schedule, const FileSet& files) {
  constexpr std::size_t kMost = 6;
  std::string out;
  for (const schedule::Lane& lane : schedule.lanes) {
    if (lane.name == "main") continue;
    if (lane.id > kMost + 1) return out + ", ...)";
    out += fmt::format("{}{} is {}", out.empty() ? " (goroutine " : ", ", lane.id, lane.name);
    const std::string at = lane.of_library ? "-" : place(files, lane.created_at);
    if (at != "-") out += " of " + at.substr(at.rfind('/') + 1);
  }
  return out.empty() ? out : out + ")";
}

void property_text(const Finding::Property& p, std::string& out) {
  if (!p.why.empty()) out += "\t" + p.why + "\n";
  if (!p.came.empty()) {
    std::string word;
    const bool last_came = !p.word.empty() && p.came == p.word.back().event;
    for (std::size_t i = 0; i + (last_came ? 1 : 0) < p.word.size(); ++i) word += (i == 0 ? "" : " ") + p.word[i].event;
    out += fmt::format("\tthe word so far: {}\n", word.empty() ? "(nothing)" : word);
    std::string expected;
    for (const std::string& e : p.expected) expected += (expected.empty() ? "" : " or ") + e;
    out += fmt::format("\tthen came {}; there could have come {}\n", p.came, expected);
  }
  if (!p.before.empty()) out += "\tbefore the last step: " + p.before + "\n";
  if (!p.after.empty()) out += "\tafter the last step: " + p.after + "\n";
  if (!p.fairness.empty()) out += "\tunder " + p.fairness + " fairness\n";
}

void finding_text(const Result& result, const Finding& f, std::string& out) {
  std::string title = f.message;
  std::string rest;
  if (const auto end = title.find('\n'); end != std::string::npos) {
    for (const char c : title.substr(end + 1)) rest += c == '\n' || c == '\t' ? std::string(1, c) : escaped(std::string(1, c));
    if (rest.find_first_not_of(" \t\n") == std::string::npos) rest.clear();
    if (!rest.empty()) rest += "\n";
    title.resize(end);
  }
  title = escaped(title);
  const bool named = f.kind == finding::Kind::Panic || f.kind == finding::Kind::Fatal;
  out += fmt::format("{}: {}{} ({}){}\n", describe(result, f.position),
                     named ? std::string(finding::kind_name(f.kind)) + ": " : "", title, f.code,
                     f.wanted ? " [wanted]" : "");
  out += indented(rest, "\t");
  if (f.race) out += indented(race_text(result, *f.race), "\t");
  if (f.after_race) {
    out += fmt::format("\tbehind the data race between {} and {}\n", describe(result, f.after_race->first),
                       describe(result, f.after_race->second));
  }
  if (f.property) property_text(*f.property, out);
  const FileSet& files = *result.files;
  out += fmt::format("\n    schedule of {}{}:\n", counted(f.schedule.steps, "step"), legend(f.schedule, files));
  out += indented(lines(f, files), "      ");
  for (const std::string& sentence : f.explanation) out += fmt::format("    - {}\n", escaped(sentence));
  // Of a race the stacks at its accesses are told above; where everybody is afterwards is of no interest.
  if (!f.schedule.goroutines.empty() && !f.race) {
    out += "\n" + indented(dump(f.schedule.goroutines, files), "    ");
  }
  out += fmt::format("\n    replay: chancheck replay '{}' {}\n\n", f.trace, result.name);
}

void summary(const Result& result, const ReportOptions& options, std::string& out) {
  const auto& s = result.statistics;
  std::string label = result.name;
  if (!result.entry.empty()) label += " " + result.entry;
  out += fmt::format("{}: {}", label, finding::verdict_name(result.verdict));
  std::vector<std::string> parts;
  const auto wanted = static_cast<std::uint64_t>(std::count_if(
      result.findings.begin(), result.findings.end(), [](const Finding& f) { return f.wanted; }));
  const auto known = static_cast<std::uint64_t>(std::count_if(
      result.findings.begin(), result.findings.end(), [](const Finding& f) { return f.known; }));
  const auto ignored = static_cast<std::uint64_t>(std::count_if(
      result.findings.begin(), result.findings.end(), [](const Finding& f) { return f.suppressed && !f.known; }));
  const std::uint64_t shown = result.findings.size() - wanted - known - ignored;
  if (wanted > 0) parts.push_back(counted(wanted, "wanted finding"));
  if (shown > 0) parts.push_back(counted(shown, "finding"));
  if (known > 0) parts.push_back(counted(known, "known finding"));
  if (ignored > 0) parts.push_back(counted(ignored, "ignored finding"));
  if (result.verdict == finding::Verdict::Error) parts.push_back(counted(result.errors.size(), "error"));
  if (!result.complete) parts.push_back(result.incomplete_reason);
  if (!result.fairness.empty()) {
    parts.push_back(result.fairness == "none" ? "no fairness" : result.fairness + " fairness");
  }
  if (s.states > 0) {
    parts.push_back(counted(s.states, "state"));
    parts.push_back(counted(s.transitions, "transition"));
  }
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? " (" : ", ") + parts[i];
  out += parts.empty() ? "\n" : ")\n";
  if (!result.coverage.empty()) out += "    " + result.coverage + "\n";
  if (const std::string lines = never_run(result); !lines.empty() && !options.statistics) {
    out += fmt::format("    {}run: {}\n", result.complete ? "never " : "not yet ", lines);
  }
  if (options.statistics) {
    out += fmt::format(
        "    depth {}, {} passed and not stored, {:.2f} s, {:.0f} states/s, {:.1f} bytes/state, {:.1f} MB, {} components, {}\n",
        s.depth, counted(s.passed, "state"), s.seconds, s.seconds > 0 ? static_cast<double>(s.states) / s.seconds : 0,
        s.bytes_per_state, static_cast<double>(s.memory_bytes) / 1e6, s.components,
        counted(s.rounds, "round"));
    if (s.first_finding) out += fmt::format("    first finding after {:.3f} s\n", *s.first_finding);
    if (s.goroutines != 0) {
      out += fmt::format("    at most {} alive at once\n", counted(s.goroutines, "goroutine"));
    } else {
      out += "    not looked for, too many states: how many goroutines are alive at once, how full the buffers get\n";
    }
    if (!s.coverage) return;
    for (const model::Coverage::Buffer& b : s.coverage->buffers) {
      out += fmt::format("    the buffer made at {} is never fuller than {} of {}\n", describe(result, b.made_at), b.fullest,
                         b.capacity);
    }
    if (s.orders) {
      for (const std::string& order : *s.orders) out += fmt::format("    always holds: //chancheck:order {}\n", order);
    }
    if (!result.complete) return;
    for (const Position p : s.coverage->statements) out += fmt::format("    never run: {}\n", describe(result, p));
    for (const Position p : s.coverage->select_cases) {
      out += fmt::format("    never taken: the case at {}\n", describe(result, p));
    }
  }
}

}  // namespace

std::string never_run(const Result& result) {
  constexpr std::size_t kMost = 12;
  if (!result.statistics.coverage) return "";
  std::vector<Position> all = result.statistics.coverage->statements;
  const auto& cases = result.statistics.coverage->select_cases;
  all.insert(all.end(), cases.begin(), cases.end());
  std::sort(all.begin(), all.end());
  const auto same_line = [](Position a, Position b) { return a.file == b.file && a.line == b.line; };
  all.erase(std::unique(all.begin(), all.end(), same_line), all.end());
  std::string list;
  for (std::size_t i = 0; i < std::min(all.size(), kMost); ++i) {
    const bool same_file = i > 0 && all[i].file == all[i - 1].file;
    list += (i == 0 ? "" : ", ") + (same_file ? std::to_string(all[i].line) : place(*result.files, all[i]));
  }
  return all.size() > kMost ? list + fmt::format(" and {} more; --stats lists all", all.size() - kMost) : list;
}

namespace {

void add_goroutine(const schedule::Goroutine& g, const FileSet& files, std::string& out) {
  const bool running = g.status == "running" || g.status == "runnable";
  if (!out.empty()) out += "\n";
  out += fmt::format("goroutine {} [{}]:\n", g.id, g.status == "running" && !g.acting ? "runnable" : g.status);
  // Where in a library's model somebody runs says nothing about the real one.
  auto frame = g.stack.begin();
  while (running && frame != g.stack.end() && frame->is_library) ++frame;
  for (; frame != g.stack.end(); ++frame) {
    out += fmt::format("{}(...)\n", frame->function);
    if (frame->position.valid() && !in_model(files, *frame)) out += fmt::format("\t{}\n", place(files, frame->position));
  }
  if (!g.created_by.empty() && !g.is_main) {
    out += fmt::format("created by {}", g.created_by);
    if (g.parent != 0) out += fmt::format(" in goroutine {}", g.parent);
    out += in_model(files, g.created_in_library, g.created_at) ? "\n" : fmt::format("\n\t{}\n", place(files, g.created_at));
  }
}

}  // namespace

std::string dump(const std::vector<schedule::Goroutine>& goroutines,
                 const FileSet& files) {
  const auto in_user_code = [](const schedule::Goroutine& g) {
    return schedule::user_place(g).valid();
  };
  const bool some = std::any_of(goroutines.begin(), goroutines.end(), in_user_code);
  std::string out;
  // The runtime prints who crashes first; who only waits for a test is no part of the story.
  for (const bool first : {true, false}) {
    for (const schedule::Goroutine& g : goroutines) {
      if (g.stack.empty()) continue;  // about to be gone
      if ((g.status == "running" && g.acting) == first && (in_user_code(g) || !some)) add_goroutine(g, files, out);
    }
  }
  return out;
}

namespace {

/// Who waits at the channels before each step.
class Queues {
 public:
  explicit Queues(const schedule::Schedule& schedule) : schedule_(schedule) {}

  /// ` sendq: a, b recvq: c` of the line's channel, those left out that the line's step serves. Lines in order.
  std::string before(const schedule::Line& line) {
    for (; next_ < schedule_.stands.size() && schedule_.stands[next_].step < line.step; ++next_) {
      now_[schedule_.stands[next_].goroutine] = &schedule_.stands[next_];
    }
    if (!line.object.starts_with("ch#")) return "";
    std::string senders, receivers;
    for (const auto& [goroutine, stand] : now_) {
      if (schedule::object_name(stand->object) != schedule::object_name(line.object) || moves(goroutine, line.step)) continue;
      std::string& queue = stand->status.starts_with("chan send") ? senders : receivers;
      if (stand->status.starts_with("chan ")) queue += (queue.empty() ? "" : ", ") + schedule::lane_name(schedule_, goroutine);
    }
    return (senders.empty() ? "" : " sendq: " + senders) + (receivers.empty() ? "" : " recvq: " + receivers);
  }

 private:
  bool moves(std::uint32_t goroutine, std::uint32_t step) const {
    auto line = std::lower_bound(schedule_.lines.begin(), schedule_.lines.end(), step,
                                 [](const schedule::Line& l, std::uint32_t s) { return l.step < s; });
    while (line != schedule_.lines.end() && line->step == step && line->goroutine != goroutine) ++line;
    return line != schedule_.lines.end() && line->step == step;
  }

  const schedule::Schedule& schedule_;
  std::map<std::uint32_t, const schedule::Stand*> now_;
  std::size_t next_ = 0;
};

using Row = std::array<std::string, 6>;  // step, goroutine, operation, object and value, place, source

Row row_of(const schedule::Schedule& schedule, std::size_t i, const FileSet& files, Queues& queues) {
  const schedule::Line& line = schedule.lines[i];
  const bool same_step = i > 0 && schedule.lines[i - 1].step == line.step;
  std::string object = escaped(line.object) + queues.before(line);
  // Of a closed channel the object says so.
  const bool told = line.value == "closed" && line.object.ends_with(" closed");
  if (!line.value.empty() && !told) object += (object.empty() ? "" : "  ") + escaped(line.value);
  const std::string happened = line.happened.empty() ? "" : "  event " + line.happened;
  return {same_step ? "" : std::to_string(line.step), schedule::lane_name(schedule, line.goroutine), line.operation, object,
          place(files, line.position) + happened, source(files, line.position)};
}

std::string table(const std::vector<Row>& rows) {
  std::array<std::size_t, 6> width{};
  for (const Row& row : rows) {
    width[0] = std::max(width[0], row[0].size());
    if (row[1].empty()) continue;  // words over all columns
    for (std::size_t i = 0; i < row.size(); ++i) width[i] = std::max(width[i], row[i].size());
  }
  std::string out;
  for (const Row& row : rows) {
    if (row[1].empty()) {
      out += fmt::format("{:>{}}  {}\n", row[0], width[0], row[2]);
      continue;
    }
    out += fmt::format("{:>{}}  {:<{}}  {:<{}}  {:<{}}  {:<{}}", row[0], width[0], row[1], width[1], row[2], width[2],
                       row[3], width[3], row[4], row[5].empty() ? 0 : width[4]);
    out += row[5].empty() ? "\n" : "  " + row[5] + "\n";
  }
  return out;
}

}  // namespace

std::string lines(const schedule::Schedule& schedule, const FileSet& files) {
  std::vector<Row> rows;
  Queues queues(schedule);
  for (std::size_t i = 0; i < schedule.lines.size(); ++i) rows.push_back(row_of(schedule, i, files, queues));
  return table(rows);
}

std::string lines(const Finding& f, const FileSet& files) {
  const bool repeats = f.property && f.property->cycle_from;
  const std::uint32_t cycle_from = repeats ? *f.property->cycle_from : 0;
  std::vector<Row> rows;
  Queues queues(f.schedule);
  bool in_cycle = false;
  for (const Fold& one : fold(f)) {
    const schedule::Line& first = f.schedule.lines[one.first];
    if (repeats && !in_cycle && first.step > cycle_from) {
      rows.push_back({"", "", "and then this repeats for ever:", "", "", ""});
      in_cycle = true;
    }
    if (one.text.empty()) {
      rows.push_back(row_of(f.schedule, one.first, files, queues));
      continue;
    }
    const std::uint32_t last = f.schedule.lines[one.last - 1].step;
    const std::string steps = last == first.step ? std::to_string(last) : fmt::format("{}-{}", first.step, last);
    const bool one_place = first.position.valid() && first.position == f.schedule.lines[one.last - 1].position;
    rows.push_back({steps, "", one_place ? fmt::format("{} ({})", one.text, place(files, first.position)) : one.text, "", "", ""});
  }
  if (repeats && !in_cycle) rows.push_back({"", "", "and then nothing happens any more", "", "", ""});
  return table(rows);
}

std::string text(const Results& results, const ReportOptions& options) {
  std::string out;
  for (const Result& result : results) {
    std::size_t listed = 0;
    for (const finding::Error& e : result.errors) {
      if (listed++ == model::base::Diagnostics::kLimit) {
        out += "too many errors\n";
        break;
      }
      const std::string at = describe(result, e.position) + ": ";
      out += (e.message.starts_with(at) ? "" : at) + e.message + "\n";
    }
    for (const Finding& f : result.findings) {
      if (!f.suppressed) finding_text(result, f, out);
    }
    if (result.more_races > 0) {
      out += fmt::format("{}: and {} of the same memory\n", result.name,
                         counted(result.more_races, "more place") + (result.more_races == 1 ? " that races" : " that race"));
    }
    for (const std::string& want : result.missing) {
      out += fmt::format("{}: wanted and not found: {}\n", result.name, want);
    }
    for (const finding::Note& note : result.notes) {
      out += fmt::format("{}: note: {}\n", describe(result, note.position), note.message);
    }
    if (result.outcomes) {
      out += fmt::format("{} {}: {}\n", result.name, result.entry,
                         counted(result.outcomes->size(), "outcome"));
      for (const finding::Outcome& o : *result.outcomes) {
        out += fmt::format("    exit {} {}{}{}\n", o.exit, quoted(o.output),
                           o.message.empty() ? "" : " ", o.message);
      }
    }
    summary(result, options, out);
  }
  return without_commands(utf8_only(out));
}

}  // namespace checker::report
