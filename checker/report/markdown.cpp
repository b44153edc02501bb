// For pull requests: a table, then each finding, as GitHub's Markdown.

#include <fmt/format.h>

#include "checker/report/report.hpp"
#include "checker/report/text_util.hpp"

namespace checker::report {
namespace {

using finding::Finding;
using finding::Result;

// A job's summary on GitHub may have 1 MiB.
constexpr std::size_t kMostBytes = 800'000;

/// Text in a line of Markdown: nothing in it is markup, an HTML tag or a mention of somebody.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '@' || c == '<' || c == '>' || c == '&') {
      out += fmt::format("&#{};", static_cast<int>(c));
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
    } else {
      if (std::string_view("\\`*_{}[]()#+!|~$").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

/// Text as code, between more backquotes than it has in a row.
std::string code(const std::string& text) {
  std::string fence = "`";
  while (text.find(fence) != std::string::npos) fence += '`';
  const bool padded = text.find('`') != std::string::npos;
  return fence + (padded ? " " : "") + text + (padded ? " " : "") + fence;
}

std::string place(const Result& r, model::base::Position p) {
  return p.valid() && r.files != nullptr ? r.files->describe(p) : r.name;
}

std::string rest(const Result& r) {
  if (!r.complete) return r.incomplete_reason;
  return fmt::format("{} states", r.statistics.states);
}

/// What the verdict stands on, and the lines that nothing has run.
std::string not_covered(const Result& r) {
  std::string out;
  if (!r.coverage.empty()) out += fmt::format("\n{} {}: {}\n", code(r.name), cell(r.entry), cell(r.coverage));
  const std::string lines = never_run(r);
  if (!lines.empty()) out += fmt::format("\n{}run: {}\n", r.complete ? "never " : "not yet ", code(lines));
  return out;
}

/// A fence longer than any run of backquotes in the text.
std::string fenced(const std::string& text) {
  std::string fence = "```";
  while (text.find(fence) != std::string::npos) fence += '`';
  return fence + "\n" + without_commands(text) + fence + "\n";
}

}  // namespace

std::string markdown(const Results& results, const ReportOptions&) {
  std::string out = "| program | entry | verdict | findings | explored |\n| --- | --- | --- | --- | --- |\n";
  for (const Result& r : results) {
    out += fmt::format("| {} | {} | {} | {} | {} |\n", cell(r.name), cell(r.entry), finding::verdict_name(r.verdict),
                       r.findings.size(), cell(rest(r)));
  }
  std::size_t left_out = 0;
  for (const Result& r : results) {
    for (const finding::Error& e : r.errors) out += fmt::format("\n- {}: {}\n", code(place(r, e.position)), cell(e.message));
    for (const Finding& f : r.findings) {
      if (f.suppressed) continue;
      if (out.size() > kMostBytes) {
        ++left_out;
        continue;
      }
      out += fmt::format("\n## {}: {} ({})\n\n{}{}\n\n", finding::kind_name(f.kind), cell(f.message), f.code,
                         code(place(r, f.position)), f.wanted ? ", wanted" : "");
      for (const std::string& sentence : f.explanation) out += "- " + cell(sentence) + "\n";
      out += "\n" + fenced(lines(f, *r.files));
      if (!f.schedule.goroutines.empty()) out += "\n" + fenced(dump(f.schedule.goroutines, *r.files));
    }
    out += not_covered(r);
    for (const std::string& want : r.missing) out += fmt::format("\n- {}: wanted and not found: {}\n", code(r.name), cell(want));
  }
  if (left_out > 0) out += fmt::format("\nand {} more findings: see another format\n", left_out);
  return utf8_only(out);
}

}  // namespace checker::report
