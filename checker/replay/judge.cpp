// Reading what the runtime printed.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "checker/replay/real_run.hpp"

namespace checker::replay {
namespace {

using finding::Kind;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// The message's first line, up to an address: those differ from run to run.
std::string comparable(const std::string& message) {
  std::string text = message.substr(0, message.find('\n'));
  text = text.substr(0, text.find(" [recovered"));  // Go 1.23 and later say more there
  return text.substr(0, text.find("0x"));
}

std::string first_with(const std::vector<std::string>& lines, const std::string& text) {
  for (const std::string& line : lines) {
    if (line.find(text) != std::string::npos) return line;
  }
  return "";
}

/// `/dir/file.go:12`, as traces have it.
std::string place(const Request& r, model::base::Position p) {
  if (!p.valid()) return "";
  const std::filesystem::path name = std::filesystem::absolute(std::string(r.files->name(p.file))).lexically_normal();
  return fmt::format("{}:{}", name.string(), p.line);
}

bool at_place(const std::string& line, const std::string& place) {
  const std::size_t at = line.find(place);
  if (place.empty() || at == std::string::npos) return false;
  const std::size_t after = at + place.size();
  return after == line.size() || line[after] < '0' || line[after] > '9';
}

/// The stack of one access in a report of the race detector.
struct ReportedAccess {
  std::vector<std::string> places;
  bool only_atomic = true;  ///< of a function that does nothing else the detector shows no caller
};

/// The accesses of each report.
std::vector<std::vector<ReportedAccess>> reported_races(const std::vector<std::string>& lines) {
  std::vector<std::vector<ReportedAccess>> reports;
  bool inside = false;
  for (const std::string& line : lines) {
    if (line.find("WARNING: DATA RACE") != std::string::npos) {
      reports.emplace_back();
      inside = true;
    } else if (line.starts_with("Goroutine ") || line.starts_with("=====")) {
      inside = false;
    } else if (inside && !line.empty() && line[0] != ' ') {
      reports.back().emplace_back();  // Read at 0x... by goroutine 7:
    } else if (inside && !reports.back().empty()) {
      ReportedAccess& access = reports.back().back();
      if (line.starts_with("      ")) access.places.push_back(line);
      if (line.starts_with("  ") && line[2] != ' ') access.only_atomic = access.only_atomic && line.starts_with("  sync/atomic.");
    }
  }
  return reports;
}

/// A report of the race detector with both places.
std::string race_line(const std::vector<std::string>& lines, const Request& r) {
  const auto is_at = [&](const ReportedAccess& a, model::base::Position p) {
    const std::string wanted = place(r, p);
    return std::any_of(a.places.begin(), a.places.end(), [&](const std::string& line) { return at_place(line, wanted); });
  };
  const auto fits = [&](const ReportedAccess& here, const ReportedAccess& other) {
    const bool first = is_at(here, r.predicted.position);
    const bool second = r.others.empty() || std::any_of(r.others.begin(), r.others.end(), [&](auto p) { return is_at(other, p); });
    return (first && second) || (first && other.only_atomic) || (second && here.only_atomic);
  };
  for (const std::vector<ReportedAccess>& report : reported_races(lines)) {
    if (report.size() != 2) continue;
    if (fits(report[0], report[1]) || fits(report[1], report[0])) return "WARNING: DATA RACE";
  }
  return "";
}

/// Statuses in older dumps say less.
bool same_status(std::string seen, const std::string& predicted) {
  seen = seen.substr(0, seen.find(','));
  return seen == predicted || seen == "semacquire" || (predicted == "sync.RWMutex.Lock" && seen == "sync.Mutex.Lock");
}

/// How the goroutine that is stuck at the finding's place is predicted to wait.
std::string blocked_status(const Request& r, bool main) {
  std::string status;
  for (const schedule::Goroutine& g : r.schedule.goroutines) {
    if (schedule::user_place(g) == r.predicted.position && (!main || g.is_main)) status = g.status;
  }
  if (status == "runnable") status.clear();  // the real one may have begun to wait
  return status;
}

/// Where that is in a dump. A coroutine that has not begun shows no line of the user's.
std::string blocked_place(const Request& r) {
  for (const schedule::Goroutine& g : r.schedule.goroutines) {
    const bool begun = schedule::user_frame(g.stack) != nullptr;
    if (!begun && g.status == "coroutine" && schedule::user_place(g) == r.predicted.position)
      return "runtime.corostart()";
  }
  return place(r, r.predicted.position);
}

/// A goroutine of the dump that stands where one was predicted to stand for ever.
std::string blocked_line(const std::vector<std::string>& lines, const Request& r, bool main) {
  const std::string wanted = blocked_place(r);
  const std::string status = blocked_status(r, main);
  std::string header;
  for (const std::string& line : lines) {
    if (line.starts_with("goroutine ")) header = line;
    if (line.empty()) header.clear();
    if (header.empty() || !at_place(line, wanted)) continue;
    const std::size_t open = header.find('['), close = header.find(']');
    if (open == std::string::npos || close == std::string::npos) continue;
    if (status.empty() || same_status(header.substr(open + 1, close - open - 1), status)) return header;
  }
  return "";
}

}  // namespace

std::string prediction(const Request& r) {
  const std::string at = r.predicted.position.valid() ? " at " + r.files->describe(r.predicted.position) : "";
  return fmt::format("{}: {}{}", finding::kind_name(r.predicted.kind), r.predicted.message, at);
}

Evidence evidence(const Request& r) {
  switch (r.predicted.kind) {
    case Kind::Panic: return {"panic: " + comparable(r.predicted.message), "", ""};
    case Kind::Fatal:
    case Kind::Deadlock: return {"fatal error: " + comparable(r.predicted.message), "", ""};
    case Kind::Race: return {"WARNING: DATA RACE", "", ""};
    case Kind::Assertion: return {comparable(r.predicted.message), "", ""};
    case Kind::Leak:
    case Kind::Hang:
    case Kind::Livelock:
    case Kind::Order:
    case Kind::Property: break;
  }
  return {"", blocked_place(r), blocked_status(r, r.predicted.kind == Kind::Hang)};
}

std::vector<std::string> inside_of(const Request& r) {
  if (r.predicted.message.starts_with("concurrent map")) return {"runtime.map", "internal/runtime/maps."};
  if (r.predicted.message.starts_with("sync: WaitGroup")) return {"sync.(*WaitGroup)."};
  return {};
}

std::string shown_in(const std::string& output, const Request& r) {
  const std::vector<std::string> lines = lines_of(output);
  switch (r.predicted.kind) {
    case Kind::Panic:
      return first_with(lines, "panic: " + comparable(r.predicted.message));
    case Kind::Fatal:
    case Kind::Deadlock:
      return first_with(lines, "fatal error: " + comparable(r.predicted.message));
    case Kind::Race:
      return race_line(lines, r);
    case Kind::Leak:
      return blocked_line(lines, r, false);
    case Kind::Hang:
      return blocked_line(lines, r, true);
    case Kind::Assertion:
      return first_with(lines, comparable(r.predicted.message));
    case Kind::Livelock:
    case Kind::Order:
    case Kind::Property:
      break;
  }
  return "";
}

}  // namespace checker::replay
