// For pull requests and pages: a table, then each finding; as Markdown (GitHub's), and as one HTML page without scripts.

#include <fmt/format.h>

#include "checker/report/report.hpp"
#include "checker/report/text_util.hpp"

namespace checker::report {
namespace {

using finding::Finding;
using finding::Result;

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
  for (const Result& r : results) {
    for (const finding::Error& e : r.errors) out += fmt::format("\n- {}: {}\n", code(place(r, e.position)), cell(e.message));
    for (const Finding& f : r.findings) {
      if (f.suppressed) continue;
      out += fmt::format("\n## {}: {} ({})\n\n{}{}\n\n", finding::kind_name(f.kind), cell(f.message), f.code,
                         code(place(r, f.position)), f.wanted ? ", wanted" : "");
      out += fenced(lines(f.schedule, *r.files));
      if (!f.schedule.goroutines.empty()) out += "\n" + fenced(dump(f.schedule.goroutines, *r.files));
    }
    for (const std::string& want : r.missing) out += fmt::format("\n- {}: wanted and not found: {}\n", code(r.name), cell(want));
  }
  return utf8_only(out);
}

std::string html(const Results& results, const ReportOptions&) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>chancheck</title>\n<style>\n"
      "body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; }\n"
      "table { border-collapse: collapse; }\ntd, th { border: 1px solid #ccc; padding: .2em .6em; text-align: left; }\n"
      "pre { background: #f6f6f6; padding: .8em; overflow-x: auto; }\n"
      ".fail, .error { color: #b00; } .pass { color: #070; } .incomplete { color: #850; }\n"
      "</style>\n</head>\n<body>\n<h1>chancheck</h1>\n<table>\n"
      "<tr><th>program</th><th>entry</th><th>verdict</th><th>findings</th><th>explored</th></tr>\n";
  for (const Result& r : results) {
    out += fmt::format("<tr><td>{}</td><td>{}</td><td class=\"{}\">{}</td><td>{}</td><td>{}</td></tr>\n",
                       xml_escaped(r.name), xml_escaped(r.entry), finding::verdict_name(r.verdict),
                       finding::verdict_name(r.verdict), r.findings.size(), xml_escaped(rest(r)));
  }
  out += "</table>\n";
  for (const Result& r : results) {
    for (const finding::Error& e : r.errors) {
      out += fmt::format("<p class=\"error\">{}: {}</p>\n", xml_escaped(place(r, e.position)), xml_escaped(e.message));
    }
    for (const Finding& f : r.findings) {
      if (f.suppressed) continue;
      out += fmt::format("<h2>{}: {} ({})</h2>\n<p><code>{}</code>{}</p>\n<pre>{}</pre>\n", finding::kind_name(f.kind),
                         xml_escaped(f.message), f.code, xml_escaped(place(r, f.position)), f.wanted ? ", wanted" : "",
                         xml_escaped(lines(f.schedule, *r.files)));
      if (!f.schedule.goroutines.empty()) {
        out += fmt::format("<pre>{}</pre>\n", xml_escaped(dump(f.schedule.goroutines, *r.files)));
      }
    }
    for (const std::string& want : r.missing) {
      out += fmt::format("<p class=\"fail\">{}: wanted and not found: {}</p>\n", xml_escaped(r.name), xml_escaped(want));
    }
  }
  return out + "</body>\n</html>\n";
}

}  // namespace checker::report
