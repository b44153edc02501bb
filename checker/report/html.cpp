// One page that needs nothing else: the built html/ with the JSON report in it, and what only the page shows: where everybody
// stands after each step, the files' texts, small state graphs.

#include <set>
#include <string>

#include "checker/report/fold.hpp"
#include "checker/report/json_value.hpp"
#include "checker/report/page.hpp"

namespace checker::report {
namespace {

using Json = nlohmann::ordered_json;
using finding::Finding;
using finding::Result;

constexpr std::string_view kPlace = "CHANCHECK_DATA";
/// Findings that the page shows.
constexpr std::size_t kMostFindings = 500;

void add_stands(const Result& r, const Finding& f, Json& out, std::set<std::uint32_t>& files) {
  out["stands"] = Json::array();
  for (const schedule::Stand& s : f.schedule.stands) {
    Json stand = {{"step", s.step}, {"goroutine", s.goroutine}, {"status", s.status}, {"object", s.object}};
    stand["position"] = json_position(r.files.get(), s.position);
    out["stands"].push_back(std::move(stand));
  }
  if (!f.states.empty()) out["path"] = f.states;
  // Rows [first, last, text] of the schedule that are one line unless somebody wants to see them.
  for (const Fold& one : fold(f)) {
    if (!one.text.empty()) out["folded"].push_back({one.first, one.last, one.text});
  }
  if (f.position.valid()) files.insert(f.position.file);
  for (const schedule::Line& line : f.schedule.lines) {
    if (line.position.valid()) files.insert(line.position.file);
  }
}

void add_program(const Result& r, Json& program, Json& sources, std::size_t& shown) {
  std::set<std::uint32_t> files;
  Json open = Json::array(), suppressed = Json::array();
  std::size_t left_out = 0;
  std::size_t at[2] = {0, 0};
  for (const Finding& f : r.findings) {
    Json& one = program[f.suppressed ? "suppressed" : "findings"][at[f.suppressed ? 1 : 0]++];
    if (shown >= kMostFindings) {
      ++left_out;
      continue;
    }
    ++shown;
    add_stands(r, f, one, files);
    (f.suppressed ? suppressed : open).push_back(std::move(one));
  }
  program["findings"] = std::move(open);
  if (!suppressed.empty()) program["suppressed"] = std::move(suppressed);
  if (left_out > 0) program["left_out"] = left_out;
  for (const std::uint32_t file : files) sources[std::string(r.files->name(file))] = std::string(r.files->text(file));
  if (r.graph.states == 0) return;
  Json edges = Json::array(), doomed = Json::array();
  for (const auto& [from, to] : r.graph.edges) edges.push_back({from, to});
  for (const bool d : r.graph.doomed) doomed.push_back(d ? 1 : 0);
  program["graph"] = {{"states", r.graph.states}, {"edges", std::move(edges)}, {"doomed", std::move(doomed)}};
}

}  // namespace

std::string html(const Results& results, const ReportOptions& options) {
  Json root = json_value(results, options);
  root["sources"] = Json::object();
  std::size_t shown = 0;
  for (std::size_t i = 0; i < results.size(); ++i) add_program(results[i], root["programs"][i], root["sources"], shown);
  // Nothing in the data may end the script element, or start a comment in it.
  std::string data;
  for (const char c : root.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (c == '<') {
      data += "\\u003c";
    } else {
      data += c;
    }
  }
  std::string page(embedded_files().front().text);
  return page.replace(page.find(kPlace), kPlace.size(), data);
}

}  // namespace checker::report
