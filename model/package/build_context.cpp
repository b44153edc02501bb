// Build constraints in file names and //go:build lines.

#include "model/package/build_context.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "model/syntax/build_line.hpp"

namespace model::package {

namespace {

constexpr std::string_view kSystems[] = {
    "aix",   "android", "darwin", "dragonfly", "freebsd", "hurd",    "illumos", "ios",     "js",
    "linux", "nacl",    "netbsd", "openbsd",   "plan9",   "solaris", "wasip1",  "windows", "zos"};
constexpr std::string_view kUnixSystems[] = {"aix",     "android", "darwin",  "dragonfly",
                                             "freebsd", "hurd",    "illumos", "ios",
                                             "linux",   "netbsd",  "openbsd", "solaris"};
constexpr std::string_view kArchitectures[] = {
    "386",     "amd64",  "amd64p32", "arm",      "armbe",     "arm64",       "arm64be", "loong64",
    "mips",    "mipsle", "mips64",   "mips64le", "mips64p32", "mips64p32le", "ppc",     "ppc64",
    "ppc64le", "riscv",  "riscv64",  "s390",     "s390x",     "sparc",       "sparc64", "wasm"};

template <std::size_t N>
bool contains(const std::string_view (&list)[N], std::string_view x) {
  return std::find(std::begin(list), std::end(list), x) != std::end(list);
}

std::string_view without(std::string_view text, std::string_view end) {
  if (text.size() >= end.size() && text.substr(text.size() - end.size()) == end) {
    text.remove_suffix(end.size());
  }
  return text;
}

/// The //go:build expression among the comments and empty lines that a file starts with.
std::string_view header_constraint(std::string_view text) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  bool in_comment = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (!in_comment && start == 0) {
      if (const std::string_view e = syntax::build_expression(line); !e.empty()) return e;
    }
    line = start == std::string_view::npos ? std::string_view() : line.substr(start);
    while (!line.empty()) {
      if (in_comment) {
        const std::size_t close = line.find("*/");
        if (close == std::string_view::npos) break;
        in_comment = false;
        line.remove_prefix(close + 2);
      }
      const std::size_t next = line.find_first_not_of(" \t\r");
      if (next == std::string_view::npos) break;
      line.remove_prefix(next);
      if (line.substr(0, 2) == "//") break;
      if (line.substr(0, 2) != "/*") return {};
      in_comment = true;
      line.remove_prefix(2);
    }
  }
  return {};
}

}  // namespace

bool is_test_file(std::string_view file_name) {
  return without(file_name, "_test.go") != file_name;
}

bool BuildContext::has_tag(std::string_view tag) const {
  if (tag == os || tag == arch || tag == "gc" || tag == "purego" || tag == "math_big_pure_go") return true;
  if (tag == "unix") return contains(kUnixSystems, os);
  const auto release = syntax::release_tag(tag);
  return release && *release >= 1 && *release <= kNewestGo;
}

bool BuildContext::matches_name(std::string_view file_name) const {
  std::string_view name = without(without(file_name, ".go"), "_test");
  const std::size_t first = name.find('_');
  if (first == std::string_view::npos) return true;
  name.remove_prefix(first);  // what is before the first _ is no tag
  std::vector<std::string_view> parts;
  while (!name.empty()) {
    name.remove_prefix(1);
    const std::size_t end = std::min(name.find('_'), name.size());
    parts.push_back(name.substr(0, end));
    name.remove_prefix(end);
  }
  const std::size_t n = parts.size();
  if (n >= 2 && contains(kSystems, parts[n - 2]) && contains(kArchitectures, parts[n - 1])) {
    return has_tag(parts[n - 2]) && has_tag(parts[n - 1]);
  }
  if (contains(kSystems, parts[n - 1]) || contains(kArchitectures, parts[n - 1])) {
    return has_tag(parts[n - 1]);
  }
  return true;
}

bool BuildContext::matches_text(std::string_view text) const {
  const std::string_view expression = header_constraint(text);
  if (expression.empty()) return true;
  return syntax::evaluate_build(expression, [this](std::string_view t) { return has_tag(t); })
      .value_or(false);
}

}  // namespace model::package
