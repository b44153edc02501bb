#pragma once
// The flags of `check`, from the command line and from .chancheck.toml.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "checker/check.hpp"
#include "checker/command/arguments.hpp"
#include "checker/command/entries.hpp"
#include "checker/gate/config.hpp"
#include "checker/report/report.hpp"

namespace checker::command {

struct CheckCommand {
  Selection selection;
  CheckOptions check;
  report::ReportOptions report;
  const report::Format* format = &report::kFormats[0];
  std::vector<std::pair<const report::Format*, std::string>> files;
  std::string happens_before;  ///< the file for its picture
  bool list = false;
  bool exit_zero = false;
  bool help = false;
  std::uint64_t jobs = 0;
  std::string baseline, write_baseline, new_from, cache, config_name;
  gate::Config config;
  model::CompileOptions compile;
  /// What decides the findings, as flags: for a run of the same check elsewhere.
  std::vector<std::string> same_check;

  std::vector<Flag> flags();
  /// Reads the configuration and then the arguments. Returns what is wrong, or nothing.
  std::string read(const std::vector<std::string>& arguments);
  /// The limits of one entry.
  search::Limits limits_of(const std::string& entry) const;
};

}  // namespace checker::command
