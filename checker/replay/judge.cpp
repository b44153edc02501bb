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

/// A report of the race detector with both places.
std::string race_line(const std::vector<std::string>& lines, const Request& r) {
  const std::string here = place(r, r.predicted.position);
  const auto at_other = [&](const std::string& line) {
    return std::any_of(r.others.begin(), r.others.end(), [&](auto p) { return at_place(line, place(r, p)); });
  };
  bool inside = false, first = false, second = r.others.empty();
  for (const std::string& line : lines) {
    if (line.find("WARNING: DATA RACE") != std::string::npos) inside = true, first = false, second = r.others.empty();
    if (line.starts_with("Goroutine ")) inside = false;
    if (!inside) continue;
    first = first || at_place(line, here);
    second = second || at_other(line);
    if (first && second) return "WARNING: DATA RACE";
  }
  return "";
}

/// Statuses in older dumps say less.
bool same_status(std::string seen, const std::string& predicted) {
  seen = seen.substr(0, seen.find(','));
  return seen == predicted || seen == "semacquire" || (predicted == "sync.RWMutex.Lock" && seen == "sync.Mutex.Lock");
}

/// A goroutine of the dump that stands where one was predicted to stand for ever.
std::string blocked_line(const std::vector<std::string>& lines, const Request& r, bool main) {
  const std::string wanted = place(r, r.predicted.position);
  std::string status;
  for (const schedule::Goroutine& g : r.schedule.goroutines) {
    const model::Frame* frame = schedule::user_frame(g.stack);
    if (frame != nullptr && frame->position == r.predicted.position && (!main || g.is_main)) status = g.status;
  }
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

std::string evidence(const Request& r) {
  switch (r.predicted.kind) {
    case Kind::Panic: return "panic: " + comparable(r.predicted.message);
    case Kind::Fatal:
    case Kind::Deadlock: return "fatal error: " + comparable(r.predicted.message);
    case Kind::Race: return "WARNING: DATA RACE";
    case Kind::Assertion: return comparable(r.predicted.message);
    case Kind::Leak:
    case Kind::Hang:
    case Kind::Livelock:
    case Kind::Order:
    case Kind::Property: break;
  }
  return place(r, r.predicted.position);
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
