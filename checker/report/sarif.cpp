// SARIF 2.1.0 (OASIS): what code scanning takes. The schedule is told twice: as one code flow of the whole interleaving, and
// as one with a thread flow for each goroutine.

#include <fmt/format.h>

#include <algorithm>

#include <map>
#include <nlohmann/json.hpp>

#include "checker/report/report.hpp"
#include "checker/report/text_util.hpp"

namespace checker::report {
namespace {

using Json = nlohmann::ordered_json;
using finding::Finding;
using finding::Result;

// What code hosts take of one file and of one result; more would make them refuse it all.
constexpr std::size_t kMostResults = 25'000;
constexpr std::size_t kMostSteps = 1'000;

/// A path as a URI reference (RFC 3986): bytes that may not stand there in hexadecimal.
std::string uri_of(const std::string& path) {
  std::string uri = path.starts_with("/") ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/!$&'()*+,;=@").find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

/// Columns in characters, as `columnKind` says.
std::uint32_t column_of(const Result& r, model::base::Position p) {
  const std::string_view line = r.files->line(p.file, p.line);
  std::uint32_t column = 1;
  for (std::size_t i = 0; i + 1 < p.column && i < line.size(); ++i) {
    column += (static_cast<unsigned char>(line[i]) & 0xc0) != 0x80 ? 1 : 0;
  }
  return column;
}

Json location(const Result& r, model::base::Position p) {
  Json physical;
  const bool known = p.valid() && r.files != nullptr && p.file < r.files->size();
  physical["artifactLocation"]["uri"] = uri_of(known ? std::string(r.files->name(p.file)) : r.name);
  if (known) physical["region"] = {{"startLine", p.line}, {"startColumn", column_of(r, p)}};
  Json result;
  result["physicalLocation"] = std::move(physical);
  return result;
}

Json step_location(const Result& r, const schedule::Line& line, const std::string& who) {
  Json place;
  place["location"] = location(r, line.position);
  std::string text = who + line.operation;
  for (const std::string* part : {&line.object, &line.value}) {
    if (!part->empty()) text += " " + *part;
  }
  place["location"]["message"]["text"] = text;
  place["executionOrder"] = line.step;
  return place;
}

/// The interleaving in one thread flow. Of one that is too long the end matters.
Json whole_flow(const Result& r, const schedule::Schedule& schedule) {
  Json thread;
  thread["id"] = "interleaving";
  thread["locations"] = Json::array();
  const std::size_t first = schedule.lines.size() - std::min(schedule.lines.size(), kMostSteps);
  for (std::size_t i = first; i < schedule.lines.size(); ++i) {
    const schedule::Line& line = schedule.lines[i];
    thread["locations"].push_back(step_location(r, line, schedule::lane_name(schedule, line.goroutine) + ": "));
  }
  Json flow;
  flow["message"]["text"] = "the interleaving";
  flow["threadFlows"] = Json::array({std::move(thread)});
  return flow;
}

Json flow_by_goroutine(const Result& r, const schedule::Schedule& schedule) {
  std::map<std::uint32_t, Json> threads;
  const std::size_t first = schedule.lines.size() - std::min(schedule.lines.size(), kMostSteps);
  for (std::size_t i = first; i < schedule.lines.size(); ++i) {
    const schedule::Line& line = schedule.lines[i];
    Json& thread = threads[line.goroutine];
    if (thread.is_null()) {
      thread["id"] = schedule::lane_name(schedule, line.goroutine);
      thread["locations"] = Json::array();
    }
    thread["locations"].push_back(step_location(r, line, ""));
  }
  Json flow;
  flow["message"]["text"] = "the same by goroutine";
  flow["threadFlows"] = Json::array();
  for (auto& [id, thread] : threads) flow["threadFlows"].push_back(std::move(thread));
  return flow;
}

/// The message and how it comes about.
std::string told(const Finding& f) {
  std::string text = f.message;
  for (std::size_t i = 0; i < f.explanation.size(); ++i) text += (i == 0 ? "\n\n- " : "\n- ") + f.explanation[i];
  return text;
}

Json result_json(const Result& r, const Finding& f) {
  Json result;
  result["ruleId"] = f.code;
  result["level"] = f.wanted ? "note" : "error";
  result["message"]["text"] = told(f);
  result["locations"] = Json::array({location(r, f.position)});
  if (f.race && f.race->other.position.valid()) {
    Json other = location(r, f.race->other.position);
    other["message"]["text"] = "the other access";
    result["relatedLocations"] = Json::array({std::move(other)});
  }
  if (!f.schedule.lines.empty()) {
    result["codeFlows"] = Json::array({whole_flow(r, f.schedule), flow_by_goroutine(r, f.schedule)});
  }
  result["partialFingerprints"]["chancheck/v1"] = f.fingerprint;
  result["properties"] = {{"entry", r.entry}, {"kind", finding::kind_name(f.kind)}, {"trace", f.trace}};
  if (f.suppressed) {
    result["suppressions"] = Json::array({{{"kind", f.known ? "external" : "inSource"}, {"justification", f.reason}}});
  }
  return result;
}

}  // namespace

std::string sarif(const Results& results, const ReportOptions&) {
  Json rules = Json::array();
  for (const finding::CodeInfo& info : finding::codes()) {
    Json rule;
    rule["id"] = info.code;
    rule["shortDescription"]["text"] = info.title;
    rule["fullDescription"]["text"] = info.explanation;
    rule["help"]["text"] = info.repair;
    rule["properties"]["tags"] = {"concurrency", finding::kind_name(info.kind)};
    rules.push_back(std::move(rule));
  }
  Json run;
  run["tool"]["driver"] = {{"name", "chancheck"}, {"rules", std::move(rules)}};
  Json notifications = Json::array();
  bool successful = true;
  for (const Result& r : results) {
    for (const finding::Error& e : r.errors) {
      successful = false;
      notifications.push_back({{"level", "error"}, {"message", {{"text", e.message}}},
                               {"locations", Json::array({location(r, e.position)})}});
    }
    if (r.verdict == finding::Verdict::Incomplete) {
      notifications.push_back({{"level", "warning"},
                               {"message", {{"text", r.name + " " + r.entry + ": incomplete: " + r.incomplete_reason}}}});
    }
  }
  Json invocation;
  invocation["executionSuccessful"] = successful;
  if (!notifications.empty()) invocation["toolExecutionNotifications"] = std::move(notifications);
  run["invocations"] = Json::array({std::move(invocation)});
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = Json::array();
  for (const Result& r : results) {
    for (const Finding& f : r.findings) {
      if (run["results"].size() < kMostResults) run["results"].push_back(result_json(r, f));
    }
  }
  Json root;
  root["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  root["version"] = "2.1.0";
  root["runs"] = Json::array({std::move(run)});
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace checker::report
