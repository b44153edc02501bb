#pragma once
// Results as text, in one of several formats.

#include <string>
#include <string_view>
#include <vector>

#include "checker/finding/result.hpp"

namespace checker::report {

struct ReportOptions {
  bool statistics = false;  ///< times and sizes, which differ from run to run
};

using Results = std::vector<finding::Result>;

std::string text(const Results& results, const ReportOptions& options);
std::string json(const Results& results, const ReportOptions& options);
std::string sarif(const Results& results, const ReportOptions& options);
std::string junit(const Results& results, const ReportOptions& options);
std::string github(const Results& results, const ReportOptions& options);
std::string gitlab(const Results& results, const ReportOptions& options);
std::string html(const Results& results, const ReportOptions& options);
std::string markdown(const Results& results, const ReportOptions& options);

std::string race(const Results& results, const ReportOptions& options);

struct Format {
  std::string_view name;
  std::string (*write)(const Results&, const ReportOptions&);
};
inline constexpr Format kFormats[] = {
    {"text", text},
    {"json", json},
    {"sarif", sarif},
    {"junit", junit},
    {"github", github},
    {"gitlab", gitlab},
    {"html", html},
    {"markdown", markdown},
    {"race", race},
};
const Format* format_named(std::string_view name);

/// Why the accesses of a race are not ordered, in a sentence or two.
std::string why_unordered(const finding::Result& result, const finding::Race& race);
/// Lines and select cases of what was begun that no explored interleaving has run: `a.go:7, 12`, or nothing.
std::string never_run(const finding::Result& result);
/// A goroutine dump as the runtime prints it at a crash.
std::string dump(const std::vector<schedule::Goroutine>& goroutines,
                 const model::base::FileSet& files);
/// A schedule, one line for each event, in columns.
std::string lines(const schedule::Schedule& schedule, const model::base::FileSet& files);
/// A finding's schedule, folded (fold.hpp); of one that is in a loop for ever with a line where that begins.
std::string lines(const finding::Finding& finding, const model::base::FileSet& files);

}  // namespace checker::report
