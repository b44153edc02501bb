// For programs: the contract's JSON, one object. Keys keep their order, so equal results are equal bytes.

#include "checker/report/json_value.hpp"

namespace checker::report {
namespace {

using Json = nlohmann::ordered_json;
using finding::Result;
using model::base::FileSet;

Json position(const FileSet* files, model::base::Position p) {
  Json result = Json::object();
  if (!p.valid() || files == nullptr || p.file >= files->size()) return result;
  result["file"] = std::string(files->name(p.file));
  result["line"] = p.line;
  result["column"] = p.column;
  return result;
}

Json goroutine(const FileSet* files, const schedule::Goroutine& g) {
  Json result;
  result["id"] = g.id;
  result["name"] = g.name;
  result["status"] = g.status;
  result["stack"] = Json::array();
  for (const model::Frame& frame : g.stack) {
    Json f;
    f["function"] = frame.function;
    f["position"] = position(files, frame.position);
    result["stack"].push_back(std::move(f));
  }
  if (!g.created_by.empty()) {
    Json created;
    created["function"] = g.created_by;
    created["goroutine"] = g.parent;
    created["position"] = position(files, g.created_at);
    result["created_by"] = std::move(created);
  }
  return result;
}

Json schedule_line(const FileSet* files, const schedule::Line& line) {
  Json result;
  result["step"] = line.step;
  result["goroutine"] = line.goroutine;
  result["operation"] = line.operation;
  result["object"] = line.object;
  if (!line.value.empty()) result["value"] = line.value;
  if (!line.happened.empty()) result["happened"] = line.happened;
  result["position"] = position(files, line.position);
  return result;
}

Json stack(const FileSet* files, const std::vector<model::Frame>& frames) {
  Json result = Json::array();
  for (const model::Frame& frame : frames) {
    if (!frame.position.valid()) continue;  // what wraps the entry
    result.push_back({{"function", frame.function}, {"position", position(files, frame.position)}});
  }
  return result;
}

Json operation(const FileSet* files, const finding::Race::Operation& o) {
  return {{"operation", o.name}, {"object", o.object}, {"goroutine", o.goroutine}, {"position", position(files, o.position)}};
}

Json access(const FileSet* files, const finding::Race::Access& a) {
  Json result;
  result["access"] = a.write ? "write" : "read";
  if (a.atomic) result["atomic"] = true;
  result["goroutine"] = a.goroutine;
  result["position"] = position(files, a.position);
  result["stack"] = stack(files, a.stack);
  if (!a.created.empty()) {
    result["created_by"] = {{"goroutine", a.parent}, {"stack", stack(files, a.created)}};
  }
  if (a.last) result["last_synchronisation"] = operation(files, *a.last);
  return result;
}

/// The later access in the contract's flat form, then both in full.
Json race_json(const Result& r, const finding::Race& race) {
  const FileSet* files = r.files.get();
  Json result;
  result["access"] = race.access.write ? "write" : "read";
  result["goroutine"] = race.access.goroutine;
  result["other_access"] = race.other.write ? "write" : "read";
  result["other_goroutine"] = race.other.goroutine;
  result["other_position"] = position(files, race.other.position);
  result["made_at"] = position(files, race.made_at);
  result["object"] = race.object;
  result["accesses"] = {access(files, race.access), access(files, race.other)};
  if (race.known) result["ordered_after"] = operation(files, *race.known);
  if (race.next) result["next_synchronisation"] = operation(files, *race.next);
  result["why"] = why_unordered(r, race);
  return result;
}

Json finding_json(const Result& r, const finding::Finding& f) {
  const FileSet* files = r.files.get();
  Json result;
  result["kind"] = finding::kind_name(f.kind);
  result["code"] = f.code;
  result["message"] = f.message;
  result["position"] = position(files, f.position);
  if (f.race) {
    result["race"] = race_json(r, *f.race);
  }
  if (f.after_race) {
    result["after_race"] = {{"position", position(files, f.after_race->second)},
                            {"other_position", position(files, f.after_race->first)}};
  }
  if (f.property) {
    Json property;
    property["annotation"] = f.property->annotation;
    property["word"] = Json::array();
    for (const schedule::Occurrence& o : f.property->word) {
      property["word"].push_back({{"event", o.event},
                                  {"step", o.step},
                                  {"goroutine", o.goroutine},
                                  {"position", position(files, o.position)}});
    }
    if (!f.property->expected.empty()) property["expected"] = f.property->expected;
    if (!f.property->came.empty()) property["came"] = f.property->came;
    if (!f.property->before.empty()) property["before"] = f.property->before;
    if (!f.property->after.empty()) property["after"] = f.property->after;
    if (!f.property->why.empty()) property["why"] = f.property->why;
    if (f.property->cycle_from) property["cycle_from"] = *f.property->cycle_from;
    if (!f.property->fairness.empty()) property["fairness"] = f.property->fairness;
    result["property"] = std::move(property);
  }
  if (f.wanted) result["wanted"] = true;
  if (f.suppressed) result["reason"] = f.reason;
  if (f.known) result["known"] = true;
  result["fingerprint"] = f.fingerprint;
  result["trace"] = f.trace;
  if (!f.explanation.empty()) result["explanation"] = f.explanation;
  if (f.doomed_from) result["doomed_from"] = *f.doomed_from;
  result["lanes"] = Json::array();
  for (const schedule::Lane& lane : f.schedule.lanes) {
    result["lanes"].push_back({{"goroutine", lane.id}, {"name", lane.name}, {"position", position(files, lane.created_at)}});
  }
  result["goroutines"] = Json::array();
  for (const auto& g : f.schedule.goroutines) result["goroutines"].push_back(goroutine(files, g));
  result["schedule"] = Json::array();
  for (const auto& l : f.schedule.lines) result["schedule"].push_back(schedule_line(files, l));
  return result;
}

Json program(const Result& r, const ReportOptions& options) {
  const FileSet* files = r.files.get();
  Json result;
  result["name"] = r.name;
  result["entry"] = r.entry;
  result["verdict"] = finding::verdict_name(r.verdict);
  result["complete"] = r.complete;
  if (!r.complete) result["incomplete"] = r.incomplete_reason;
  if (!r.coverage.empty()) result["coverage"] = r.coverage;
  result["states"] = r.statistics.states;
  result["transitions"] = r.statistics.transitions;
  result["findings"] = Json::array();
  Json suppressed = Json::array();
  for (const auto& f : r.findings) {
    (f.suppressed ? suppressed : result["findings"]).push_back(finding_json(r, f));
  }
  if (r.more_races > 0) result["more_races"] = r.more_races;
  if (!suppressed.empty()) result["suppressed"] = std::move(suppressed);
  if (!r.missing.empty()) result["missing"] = r.missing;
  if (r.outcomes) {
    result["outcomes"] = Json::array();
    for (const finding::Outcome& o : *r.outcomes) {
      Json outcome;
      outcome["exit"] = o.exit;
      outcome["message"] = o.message;
      outcome["output"] = o.output;
      result["outcomes"].push_back(std::move(outcome));
    }
  }
  if (!r.errors.empty()) {
    result["errors"] = Json::array();
    for (const finding::Error& e : r.errors) {
      result["errors"].push_back({{"message", e.message}, {"position", position(files, e.position)}});
    }
  }
  if (!r.fairness.empty()) result["fairness"] = r.fairness;
  if (!r.notes.empty()) {
    result["notes"] = Json::array();
    for (const finding::Note& n : r.notes) {
      Json note;
      if (!n.kind.empty()) note["kind"] = n.kind;
      if (!n.event.empty()) note["event"] = n.event;
      note["message"] = n.message;
      note["position"] = position(files, n.position);
      result["notes"].push_back(std::move(note));
    }
  }
  if (const auto& gaps = r.statistics.coverage) {
    const auto never = [&](const char* name, const std::vector<model::base::Position>& list) {
      for (const model::base::Position p : list) result[name].push_back(position(files, p));
    };
    never("never_run", gaps->statements);
    never("never_taken", gaps->select_cases);
    if (!gaps->models.empty()) result["models"] = gaps->models;
  }
  if (options.statistics) {
    const auto& s = r.statistics;
    Json stats;
    stats["seconds"] = s.seconds;
    stats["states_per_second"] = s.seconds > 0 ? static_cast<double>(s.states) / s.seconds : 0;
    stats["peak_memory_bytes"] = s.memory_bytes;
    stats["bytes_per_state"] = s.bytes_per_state;
    stats["depth"] = s.depth;
    stats["components"] = s.components;
    stats["rounds"] = s.rounds;
    stats["passed_states"] = s.passed;
    if (s.hashed != 0) stats["hashed_states"] = s.hashed;
    if (s.first_finding) stats["first_finding_seconds"] = *s.first_finding;
    if (s.goroutines != 0) stats["goroutines"] = s.goroutines;
    if (s.orders) stats["orders"] = *s.orders;
    if (s.coverage) {
      if (s.goroutines != 0) stats["buffers"] = Json::array();
      for (const model::Coverage::Buffer& b : s.coverage->buffers) {
        stats["buffers"].push_back(
            {{"fullest", b.fullest}, {"capacity", b.capacity}, {"position", position(files, b.made_at)}});
      }
      const auto never = [&](const char* name, const std::vector<model::base::Position>& list) {
        stats[name] = Json::array();
        for (const model::base::Position p : list) stats[name].push_back(position(files, p));
      };
      if (r.complete) {
        never("statements_never_run", s.coverage->statements);
        never("cases_never_taken", s.coverage->select_cases);
      }
    }
    result["stats"] = std::move(stats);
  }
  return result;
}

}  // namespace

Json json_value(const Results& results, const ReportOptions& options) {
  Json root;
  root["version"] = 1;
  root["programs"] = Json::array();
  for (const Result& r : results) root["programs"].push_back(program(r, options));
  return root;
}

Json json_position(const FileSet* files, model::base::Position p) { return position(files, p); }

std::string json(const Results& results, const ReportOptions& options) {
  // Strings of a Go program need not be UTF-8.
  return json_value(results, options).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace checker::report
