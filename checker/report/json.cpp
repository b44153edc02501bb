// For programs: the contract's JSON, one object. Keys keep their order, so equal results are equal bytes.

#include <nlohmann/json.hpp>

#include "checker/report/report.hpp"

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
  result["position"] = position(files, line.position);
  return result;
}

Json finding_json(const FileSet* files, const finding::Finding& f) {
  Json result;
  result["kind"] = finding::kind_name(f.kind);
  result["code"] = f.code;
  result["message"] = f.message;
  result["position"] = position(files, f.position);
  if (f.race) {
    Json race;
    race["access"] = f.race->write ? "write" : "read";
    race["goroutine"] = f.race->goroutine;
    race["other_access"] = f.race->other_write ? "write" : "read";
    race["other_goroutine"] = f.race->other_goroutine;
    race["other_position"] = position(files, f.race->other_position);
    race["made_at"] = position(files, f.race->made_at);
    result["race"] = std::move(race);
  }
  if (f.wanted) result["wanted"] = true;
  if (f.suppressed) result["reason"] = f.reason;
  if (f.known) result["known"] = true;
  result["fingerprint"] = f.fingerprint;
  result["trace"] = f.trace;
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
  result["states"] = r.statistics.states;
  result["transitions"] = r.statistics.transitions;
  result["findings"] = Json::array();
  Json suppressed = Json::array();
  for (const auto& f : r.findings) {
    (f.suppressed ? suppressed : result["findings"]).push_back(finding_json(files, f));
  }
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
  if (!r.notes.empty()) {
    result["notes"] = Json::array();
    for (const finding::Error& e : r.notes) {
      result["notes"].push_back({{"message", e.message}, {"position", position(files, e.position)}});
    }
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
    result["stats"] = std::move(stats);
  }
  return result;
}

}  // namespace

std::string json(const Results& results, const ReportOptions& options) {
  Json root;
  root["version"] = 1;
  root["programs"] = Json::array();
  for (const Result& r : results) root["programs"].push_back(program(r, options));
  // Strings of a Go program need not be UTF-8.
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace checker::report
