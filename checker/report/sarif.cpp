// SARIF 2.1.0 (OASIS): what code scanning takes. The schedule is a code flow with a thread flow for each goroutine.

#include <fmt/format.h>

#include <algorithm>

#include <map>
#include <nlohmann/json.hpp>

#include "checker/report/report.hpp"
#include "checker/schedule/trace.hpp"

namespace checker::report {
namespace {

using Json = nlohmann::ordered_json;
using finding::Finding;
using finding::Result;

Json location(const Result& r, model::base::Position p) {
  Json physical;
  const bool known = p.valid() && r.files != nullptr && p.file < r.files->size();
  std::string uri = known ? std::string(r.files->name(p.file)) : r.name;
  if (uri.starts_with("/")) uri = "file://" + uri;
  physical["artifactLocation"]["uri"] = std::move(uri);
  if (known) physical["region"] = {{"startLine", p.line}, {"startColumn", std::max<std::uint32_t>(p.column, 1)}};
  Json result;
  result["physicalLocation"] = std::move(physical);
  return result;
}

Json code_flow(const Result& r, const schedule::Schedule& schedule) {
  std::map<std::uint32_t, Json> threads;
  for (const schedule::Line& line : schedule.lines) {
    Json place;
    place["location"] = location(r, line.position);
    std::string text = line.operation;
    for (const std::string* part : {&line.object, &line.value}) {
      if (!part->empty()) text += " " + *part;
    }
    place["location"]["message"]["text"] = text;
    place["executionOrder"] = line.step;
    Json& thread = threads[line.goroutine];
    if (thread.is_null()) {
      thread["id"] = line.goroutine == 0 ? "timer" : fmt::format("goroutine {}", line.goroutine);
      thread["locations"] = Json::array();
    }
    thread["locations"].push_back(std::move(place));
  }
  Json flow;
  flow["threadFlows"] = Json::array();
  for (auto& [id, thread] : threads) flow["threadFlows"].push_back(std::move(thread));
  return flow;
}

Json result_json(const Result& r, const Finding& f) {
  Json result;
  result["ruleId"] = f.code;
  result["level"] = f.wanted ? "note" : "error";
  result["message"]["text"] = f.message;
  result["locations"] = Json::array({location(r, f.position)});
  if (f.race) result["relatedLocations"] = Json::array({location(r, f.race->other_position)});
  if (!f.schedule.lines.empty()) result["codeFlows"] = Json::array({code_flow(r, f.schedule)});
  result["partialFingerprints"]["chancheck/v1"] = fmt::format(
      "{:016x}", schedule::hash_text(f.code + "\n" + f.message + "\n" + r.name + "\n" + r.entry));
  result["properties"] = {{"entry", r.entry}, {"kind", finding::kind_name(f.kind)}, {"trace", f.trace}};
  if (f.suppressed) {
    result["suppressions"] = Json::array({{{"kind", "inSource"}, {"justification", f.reason}}});
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
  run["results"] = Json::array();
  for (const Result& r : results) {
    for (const Finding& f : r.findings) run["results"].push_back(result_json(r, f));
  }
  Json root;
  root["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  root["version"] = "2.1.0";
  root["runs"] = Json::array({std::move(run)});
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace checker::report
