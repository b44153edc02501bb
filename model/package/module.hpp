#pragma once
// go.mod and go.work files (Go Modules Reference, "go.mod files"), as far as they decide where an import is
// found.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model::package {

struct Module {
  std::string path;
  std::string root;               ///< directory of go.mod
  std::uint32_t go_version = 16;  ///< 1.N; 1.16 where go.mod does not say

  struct Require {
    std::string path, version;
  };
  struct Replace {
    std::string path, version;           ///< version: empty for any
    std::string target, target_version;  ///< target: a directory if target_version is empty
  };
  std::vector<Require> requires_list;
  std::vector<Replace> replaces;
  std::vector<std::string> uses;  ///< directories, in a go.work file
};

/// The module that a directory is in: its go.mod, or that of the nearest directory above. The other modules of its
/// workspace (go.work) are among what it replaces.
std::optional<Module> find_module(const std::string& dir);

Module parse_module(std::string_view text);

/// N of the language version 1.N of a vendored package, by the text of vendor/modules.txt (cmd/go: `## go 1.N` below the line of
/// its module; 1.16 where there is none); 0: it is not listed.
std::uint32_t vendored_version(std::string_view modules, std::string_view package);

/// True if `path` is `prefix` or below it.
bool is_within(std::string_view path, std::string_view prefix);

}  // namespace model::package
