// Baselines: JSON, sorted, one finding a line, so that a merge of two is a merge of lines.

#include "checker/gate/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "checker/finding/expectation.hpp"

namespace checker::gate {
namespace {

using Json = nlohmann::ordered_json;
using finding::Finding;
using finding::Result;

std::string entry_name(const Result& r) { return r.name + " " + r.entry; }

}  // namespace

std::string read_baseline(const std::string& file, std::vector<Known>& known) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return "cannot read the baseline " + file;
  const Json root = Json::parse(in, nullptr, false);
  if (!root.is_object() || root.value("version", 0) != 1 || !root.contains("findings") || !root["findings"].is_array()) {
    return file + " is no baseline of this version";
  }
  for (const Json& f : root["findings"]) {
    if (!f.is_object() || !f.contains("fingerprint") || !f["fingerprint"].is_string()) return file + " is no baseline of this version";
    const auto text = [&](const char* key) {
      return f.contains(key) && f[key].is_string() ? f[key].get<std::string>() : std::string();
    };
    known.push_back({text("fingerprint"), text("finding"), text("entry")});
  }
  return "";
}

std::string baseline_text(const std::vector<Result>& results) {
  std::map<std::string, Json> rows;
  for (const Result& r : results) {
    for (const Finding& f : r.findings) {
      if (f.wanted || (f.suppressed && !f.known)) continue;
      Json row;
      row["fingerprint"] = f.fingerprint;
      row["entry"] = entry_name(r);
      row["finding"] = fmt::format("{}: {}: {}", r.files != nullptr && f.position.valid() ? r.files->describe(f.position) : r.name,
                                   finding::kind_name(f.kind), f.message);
      rows[f.fingerprint] = std::move(row);
    }
  }
  std::string out = "{\"version\": 1, \"findings\": [";
  bool first = true;
  for (const auto& [fingerprint, row] : rows) {
    out += (first ? "\n" : ",\n") + row.dump(-1, ' ', false, Json::error_handler_t::replace);
    first = false;
  }
  return out + "\n]}\n";
}

std::vector<Known> apply_baseline(const std::vector<Known>& known, const std::string& reason, std::vector<Result>& results) {
  std::map<std::string, const Known*> by_fingerprint;
  for (const Known& k : known) by_fingerprint[k.fingerprint] = &k;
  std::set<std::string> found, explored;
  for (Result& r : results) {
    if (r.complete) explored.insert(entry_name(r));
    for (Finding& f : r.findings) {
      if (by_fingerprint.count(f.fingerprint) == 0) continue;
      found.insert(f.fingerprint);
      if (f.wanted || f.suppressed) continue;
      f.known = f.suppressed = true;
      f.reason = reason;
    }
    finding::settle_verdict(r);
  }
  std::vector<Known> fixed;
  for (const Known& k : known) {
    if (found.count(k.fingerprint) == 0 && explored.count(k.entry) != 0) fixed.push_back(k);
  }
  return fixed;
}

}  // namespace checker::gate
