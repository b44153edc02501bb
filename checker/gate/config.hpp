#pragma once
// .chancheck.toml: flags of `check` for a repository, and budgets for single entries.
//
//   [check]                        any flag of check by its name; those given on the command line count more
//   timeout = "60s"
//   baseline = "known.json"        paths are relative to the file
//   o = ["sarif=out.sarif"]
//
//   [[entry]]                      budgets of the entries whose name the regular expression matches; the first one counts
//   match = "^TestBig"
//   timeout = "5m"
//   max-states = 1000000
//   max-memory = "2GB"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace checker::gate {

struct EntryBudget {
  std::string match;
  std::optional<std::string> timeout, max_states, max_memory;
};

struct Config {
  std::string file;  ///< empty: there is none
  std::vector<std::pair<std::string, std::string>> flags;
  std::vector<EntryBudget> entries;
};

/// The file at hand: `name` if given (`none`: no file), else the nearest .chancheck.toml from the working directory upwards, up
/// to a folder with .git. Returns what is wrong, or nothing.
std::string read_config(const std::string& name, Config& config);

}  // namespace checker::gate
