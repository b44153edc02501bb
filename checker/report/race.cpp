// Data races in the layout of Go's race detector, which people and tools know; and why two accesses are not ordered.

#include <fmt/format.h>

#include "checker/report/report.hpp"

namespace checker::report {
namespace {

using finding::Race;
using finding::Result;
using model::base::Position;

std::string place(const Result& result, Position p) {
  if (!p.valid() || result.files == nullptr || p.file >= result.files->size()) return "-";
  return fmt::format("{}:{}", result.files->name(p.file), p.line);
}

std::string by(const Race::Access& a) {
  return a.is_main ? "main goroutine" : fmt::format("goroutine {}", a.goroutine);
}

std::string stack(const Result& result, const std::vector<model::Frame>& frames) {
  std::string out;
  for (const model::Frame& frame : frames) {
    if (!frame.position.valid()) continue;  // what wraps the entry
    out += fmt::format("  {}()\n      {}\n", frame.function, place(result, frame.position));
  }
  return out;
}

std::string access(const Result& result, const Race& race, const Race::Access& a, bool previous) {
  std::string verb = a.write ? "write" : "read";
  if (a.atomic) verb = "atomic " + verb;
  if (previous) verb = "previous " + verb;
  verb[0] = static_cast<char>(verb[0] - 'a' + 'A');
  const std::string what =
      !race.object.empty() ? race.object : fmt::format("memory made at {}", place(result, race.made_at));
  return fmt::format("{} at {} by {}:\n{}", verb, what, by(a), stack(result, a.stack));
}

std::string creation(const Result& result, const Race::Access& a) {
  if (a.is_main || a.created.empty()) return "";
  return fmt::format("\nGoroutine {} ({}) created at:\n{}", a.goroutine, a.finished ? "finished" : "running",
                     stack(result, a.created));
}

std::string told(const Result& result, const Race::Operation& o) {
  return fmt::format("{}{}{} at {}", o.name, o.object.empty() ? "" : " of ", o.object, place(result, o.position));
}

}  // namespace

std::string why_unordered(const Result& result, const Race& race) {
  const std::string first = race.other.write ? "write" : "read";
  const std::string second = race.access.write ? "write" : "read";
  const std::uint32_t g = race.other.goroutine, h = race.access.goroutine;
  std::string out;
  if (race.known) {
    out = fmt::format("of goroutine {} the {} is ordered after the {}, and the {} at {} comes behind that. ", g, second,
                      told(result, *race.known), first, place(result, race.other.position));
  } else {
    out = fmt::format("nothing that goroutine {} has done is ordered before the {}. ", g, second);
  }
  if (race.next) {
    out += fmt::format("What follows the {} is the {}: goroutine {} does not wait for it before the {}",
                       first, told(result, *race.next), h, second);
  } else {
    out += fmt::format("Goroutine {} synchronises with nobody after the {}", g, first);
  }
  if (race.access.last) {
    out += fmt::format("; the last that goroutine {} does before it is the {}", h, told(result, *race.access.last));
  } else {
    out += fmt::format("; goroutine {} synchronises with nobody before it", h);
  }
  return out + ".";
}

std::string race(const Results& results, const ReportOptions&) {
  const std::string line = "==================\n";
  std::string out;
  std::uint64_t races = 0;
  for (const Result& result : results) {
    for (const finding::Error& e : result.errors) {
      const bool placed = e.position.valid() && result.files != nullptr;
      out += fmt::format("{}: {}\n", placed ? result.files->describe(e.position) : result.name, e.message);
    }
    for (const finding::Finding& f : result.findings) {
      if (!f.race || f.suppressed) continue;
      ++races;
      out += line + "WARNING: DATA RACE\n" + access(result, *f.race, f.race->access, false);
      if (f.race->other.position.valid()) out += "\n" + access(result, *f.race, f.race->other, true);
      out += creation(result, f.race->access) + creation(result, f.race->other);
      out += "\nNot ordered: " + why_unordered(result, *f.race) + "\n" + line;
    }
  }
  return out + fmt::format("Found {} data race(s)\n", races);
}

}  // namespace checker::report
