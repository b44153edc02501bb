// chancheck init: the files that make it a gate in continuous integration.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "checker/command/arguments.hpp"
#include "checker/command/command.hpp"

namespace checker::command {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGithub = R"__(name: chancheck
on:
  push:
  pull_request:
permissions:
  contents: read
  security-events: write
jobs:
  chancheck:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: {action}
        with:
          patterns: {patterns}
          flags: --timeout 5m
      - uses: github/codeql-action/upload-sarif@v3
        if: always()
        with:
          sarif_file: chancheck.sarif
)__";

constexpr const char* kGitlab = R"__(chancheck:
  image:
    name: {image}
    entrypoint: [""]
  script:
    - chancheck check --timeout 5m --cache .chancheck-cache -o gitlab=gl-code-quality-report.json -o junit=chancheck.xml {patterns}
  cache:
    key: chancheck
    paths: [.chancheck-cache]
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: chancheck.xml
)__";

constexpr const char* kPreCommit = R"__(repos:
  - repo: {source}
    rev: v{version}
    hooks:
      - id: chancheck
)__";

constexpr const char* kConfig = R"__(# Flags of `chancheck check` for this repository; the command line counts more.
[check]
timeout = "60s"

# Budgets of single entries:
# [[entry]]
# match = "^TestBig"
# timeout = "10m"
)__";

struct Names {
  std::string action = "chancheck/chancheck/.github/action@v" + std::string(kVersion);
  std::string image = "chancheck:" + std::string(kVersion);
  std::string source = "https://github.com/chancheck/chancheck";
  std::string patterns = "./...";
};

std::string filled(std::string text, const Names& names) {
  const std::pair<std::string, std::string> values[] = {{"{action}", names.action}, {"{image}", names.image},
                                                        {"{source}", names.source}, {"{patterns}", names.patterns},
                                                        {"{version}", std::string(kVersion)}};
  for (const auto& [name, value] : values) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
      text.replace(at, name.size(), value);
    }
  }
  return text;
}

/// Returns the exit code. A file that is there stays unless `force`.
int write(const std::string& name, const std::string& text, bool force) {
  std::error_code error;
  if (!force && fs::exists(name, error)) return usage_error("init", name + " is there already; --force replaces it");
  if (const fs::path folder = fs::path(name).parent_path(); !folder.empty()) fs::create_directories(folder, error);
  std::ofstream file(name, std::ios::binary);
  file << text;
  file.close();
  if (!file) return usage_error("init", "cannot write " + name);
  fmt::print("wrote {}\n", name);
  return 0;
}

/// What this repository uses, by its files.
std::string guessed() {
  std::error_code error;
  return fs::exists(".gitlab-ci.yml", error) || fs::exists(".gitlab", error) ? "gitlab" : "github";
}

}  // namespace

int init(const Arguments& arguments) {
  Names names;
  bool force = false;
  bool help = false;
  const std::vector<Flag> flags = {text_flag("action", "REPO@REF", "github: where the action is", names.action),
                                   text_flag("image", "NAME", "gitlab: the container image", names.image),
                                   text_flag("source", "URL", "pre-commit: the repository", names.source),
                                   text_flag("patterns", "P", "what to check (./...)", names.patterns),
                                   switch_flag("force", "replace files that are there", force),
                                   switch_flag("help", "this text", help)};
  std::vector<std::string> operands;
  const std::string wrong = parse_flags(arguments, flags, operands);
  if (!wrong.empty()) return usage_error("init", wrong);
  if (help) {
    fmt::print("usage: chancheck init [flags] [github|gitlab|pre-commit|config]\n\n{}", flags_help(flags));
    return 0;
  }
  if (operands.size() > 1) return usage_error("init", "one of github, gitlab, pre-commit and config, please");
  const std::string what = operands.empty() ? guessed() : operands[0];
  if (what == "github") return write(".github/workflows/chancheck.yml", filled(kGithub, names), force);
  if (what == "gitlab") return write(".gitlab-ci.yml", filled(kGitlab, names), force);
  if (what == "pre-commit") return write(".pre-commit-config.yaml", filled(kPreCommit, names), force);
  if (what == "config") return write(".chancheck.toml", kConfig, force);
  return usage_error("init", "one of github, gitlab, pre-commit and config, not " + what);
}

}  // namespace checker::command
