// For continuous integration: GitHub's workflow commands, GitLab's code quality report, JUnit's XML.

#include <fmt/format.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "checker/report/report.hpp"
#include "checker/report/text_util.hpp"
#include "checker/schedule/trace.hpp"

namespace checker::report {
namespace {

using finding::Finding;
using finding::Result;
using finding::Verdict;
using Json = nlohmann::ordered_json;

/// What a report of problems lists: each with its place.
struct Problem {
  const Result* result;
  std::string title;
  std::string message;
  std::string code;
  model::base::Position position;
  const Finding* finding = nullptr;
};

std::vector<Problem> problems(const Results& results) {
  std::vector<Problem> list;
  for (const Result& r : results) {
    for (const finding::Error& e : r.errors) list.push_back({&r, "error", e.message, "CC0001", e.position});
    for (const Finding& f : r.findings) {
      if (f.suppressed || f.wanted) continue;
      list.push_back({&r, finding::kind_name(f.kind), f.message, f.code, f.position, &f});
    }
    for (const std::string& want : r.missing) {
      list.push_back({&r, "want", "wanted and not found: " + want, "CC0002", {}});
    }
    if (r.verdict == Verdict::Incomplete) {
      list.push_back({&r, "incomplete", "not every interleaving was explored: " + r.incomplete_reason, "CC0003", {}});
    }
  }
  return list;
}

std::string file_of(const Problem& p) {
  if (!p.position.valid() || p.result->files == nullptr) return p.result->name;
  return std::string(p.result->files->name(p.position.file));
}

/// GitHub's escapes: of data, and of properties also : and ,.
std::string github_escaped(const std::string& text, bool property) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      case ':': out += property ? "%3A" : ":"; break;
      case ',': out += property ? "%2C" : ","; break;
      default: out += c;
    }
  }
  return out;
}

/// An annotation is no place for a long schedule: of that the end.
std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 8000;
  if (text.size() <= kMost) return text;
  const std::size_t cut = text.find('\n', text.size() - kMost);
  return "...\n" + text.substr(cut == std::string::npos ? text.size() - kMost : cut + 1);
}

/// Code hosts refuse test reports of many megabytes.
std::string beginning(const std::string& text) {
  constexpr std::size_t kMost = 500'000;
  if (text.size() <= kMost) return text;
  return text.substr(0, text.rfind('\n', kMost)) + "\n... and more: see another format\n";
}

}  // namespace

std::string github(const Results& results, const ReportOptions&) {
  std::string out;
  for (const Problem& p : problems(results)) {
    std::string text = p.message;
    if (p.finding != nullptr) {
      for (const std::string& sentence : p.finding->explanation) text += "\n- " + sentence;
    }
    if (p.finding != nullptr) text += "\n" + shortened(lines(*p.finding, *p.result->files));
    const char* level = p.code == "CC0003" ? "warning" : "error";
    out += fmt::format("::{} file={}", level, github_escaped(file_of(p), true));
    if (p.position.valid()) out += fmt::format(",line={},col={}", p.position.line, p.position.column);
    out += fmt::format(",title={}::{}\n", github_escaped(fmt::format("{} ({})", p.title, p.code), true),
                       github_escaped(text, false));
  }
  return utf8_only(out);
}

std::string gitlab(const Results& results, const ReportOptions&) {
  Json list = Json::array();
  for (const Problem& p : problems(results)) {
    Json issue;
    issue["description"] = p.message;
    issue["check_name"] = p.code;
    // The same problem keeps its fingerprint when lines move.
    issue["fingerprint"] = p.finding != nullptr
                               ? p.finding->fingerprint
                               : fmt::format("{:016x}", schedule::hash_text(p.code + "\n" + p.message + "\n" + file_of(p) +
                                                                            "\n" + p.result->entry));
    issue["severity"] = p.code == "CC0003" ? "info" : "critical";
    issue["location"] = {{"path", file_of(p)}, {"lines", {{"begin", std::max<std::uint32_t>(p.position.line, 1)}}}};
    list.push_back(std::move(issue));
  }
  return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string junit(const Results& results, const ReportOptions& options) {
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
  std::string cases;
  for (const Result& r : results) {
    const std::string time =
        options.statistics ? fmt::format(" time=\"{:.3f}\"", r.statistics.seconds) : "";
    cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"{}", xml_escaped(r.name),
                         xml_escaped(r.entry.empty() ? "compile" : r.entry), time);
    if (r.verdict == Verdict::Pass) {
      cases += "/>\n";
      continue;
    }
    cases += ">\n";
    Results one{r};
    if (r.verdict == Verdict::Incomplete) {
      ++skipped;
      cases += fmt::format("      <skipped message=\"{}\"/>\n", xml_escaped("incomplete: " + r.incomplete_reason));
    } else {
      const bool failed = r.verdict == Verdict::Fail;
      ++(failed ? failures : errors);
      const auto list = problems(one);
      cases += fmt::format("      <{} message=\"{}\">{}</{}>\n", failed ? "failure" : "error",
                           xml_escaped(list.empty() ? finding::verdict_name(r.verdict) : list.front().message),
                           xml_escaped(beginning(text(one, {}))), failed ? "failure" : "error");
    }
    cases += "    </testcase>\n";
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
      "  <testsuite name=\"chancheck\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n{}"
      "  </testsuite>\n</testsuites>\n",
      results.size(), failures, errors, skipped, cases);
}

}  // namespace checker::report
