// go.mod: a line-oriented format of verbs and blocks in parentheses.

#include "model/package/module.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "model/package/file.hpp"

namespace model::package {

namespace {

/// The words of a line, without quotes and without its comment.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if (c == ' ' || c == '\t' || c == '\r') {
      ++i;
    } else if (line.substr(i, 2) == "//") {
      break;
    } else if (c == '"' || c == '`') {
      const std::size_t end = std::min(line.find(c, i + 1), line.size());
      words.emplace_back(line.substr(i + 1, end - i - 1));
      i = end + 1;
    } else if (c == '(' || c == ')') {
      words.emplace_back(1, c);
      ++i;
    } else {
      const std::size_t end = std::min(line.find_first_of(" \t\r()", i), line.size());
      words.emplace_back(line.substr(i, end - i));
      i = end;
    }
  }
  return words;
}

/// N of 1.N or 1.N.M or 1.NrcM; 0 for anything else.
std::uint32_t minor_version(std::string_view text) {
  if (text.substr(0, 2) != "1.") return 0;
  std::uint32_t n = 0;
  for (const char c : text.substr(2)) {
    if (c < '0' || c > '9' || n > 1000) break;
    n = n * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return n;
}

void apply(Module& module, const std::string& verb, const std::vector<std::string>& args) {
  if (verb == "module" && !args.empty()) {
    module.path = args[0];
  } else if (verb == "go" && !args.empty()) {
    if (const std::uint32_t n = minor_version(args[0]); n != 0) module.go_version = n;
  } else if (verb == "use" && !args.empty()) {
    module.uses.push_back(args[0]);
  } else if (verb == "require" && args.size() >= 2) {
    module.requires_list.push_back({args[0], args[1]});
  } else if (verb == "replace") {
    // path [version] => target [version]
    std::size_t arrow = 0;
    while (arrow < args.size() && args[arrow] != "=>") ++arrow;
    if (arrow == 0 || arrow + 1 >= args.size()) return;
    module.replaces.push_back({args[0], arrow > 1 ? args[1] : "", args[arrow + 1],
                               arrow + 2 < args.size() ? args[arrow + 2] : ""});
  }
}

/// In a workspace the other modules of go.work's `use` lines, and what it replaces, come before what go.mod says
/// (Go Modules Reference, "Workspaces").
void add_workspace(Module& module) {
  namespace fs = std::filesystem;
  if (const char* set = std::getenv("GOWORK"); set != nullptr && std::string_view(set) == "off") return;
  std::optional<std::string> text;
  fs::path at = module.root;
  for (;; at = at.parent_path()) {
    text = read_file((at / "go.work").string());
    if (text || !at.has_relative_path()) break;
  }
  if (!text) return;
  const Module work = parse_module(*text);
  std::vector<Module::Replace> replaces;
  bool is_used = false;
  for (const std::string& use : work.uses) {
    const std::string root = absolute_path((at / use).string());
    if (root == module.root) {
      is_used = true;
    } else if (const auto other = read_file(root + "/go.mod")) {
      replaces.push_back({parse_module(*other).path, "", root, ""});
    }
  }
  if (!is_used) return;
  for (Module::Replace r : work.replaces) {
    if (r.target_version.empty() && r.target[0] != '/') r.target = absolute_path((at / r.target).string());
    replaces.push_back(std::move(r));
  }
  module.replaces.insert(module.replaces.begin(), replaces.begin(), replaces.end());
}

}  // namespace

Module parse_module(std::string_view text) {
  Module module;
  std::string block;  // the verb of the block at hand
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::vector<std::string> words = words_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (words.empty()) continue;
    if (words[0] == ")") {
      block.clear();
    } else if (!block.empty()) {
      apply(module, block, words);
    } else if (words.size() >= 2 && words[1] == "(") {
      block = words[0];
    } else {
      const std::string verb = words[0];
      words.erase(words.begin());
      apply(module, verb, words);
    }
  }
  return module;
}

std::optional<Module> find_module(const std::string& dir) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path at = fs::absolute(dir.empty() ? "." : dir, error).lexically_normal();
  if (error) return std::nullopt;
  for (;; at = at.parent_path()) {
    if (const auto text = read_file((at / "go.mod").string())) {
      Module module = parse_module(*text);
      module.root = at.string();
      while (module.root.size() > 1 && module.root.back() == '/') module.root.pop_back();
      add_workspace(module);
      return module;
    }
    if (!at.has_relative_path()) return std::nullopt;
  }
}

std::uint32_t vendored_version(std::string_view modules, std::string_view package) {
  constexpr std::uint32_t kUnsaid = 16;
  std::uint32_t version = kUnsaid;
  while (!modules.empty()) {
    const std::size_t end = std::min(modules.find('\n'), modules.size());
    std::string_view line = modules.substr(0, end);
    modules.remove_prefix(std::min(end + 1, modules.size()));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    if (line.substr(0, 3) == "## ") {
      const std::size_t go = line.find("go ");
      if (const std::uint32_t n = go == std::string_view::npos ? 0 : minor_version(line.substr(go + 3)); n != 0) version = n;
    } else if (line.substr(0, 2) == "# ") {
      version = kUnsaid;
    } else if (line == package) {
      return version;
    }
  }
  return 0;
}

bool is_within(std::string_view path, std::string_view prefix) {
  return !prefix.empty() && path.substr(0, prefix.size()) == prefix &&
         (path.size() == prefix.size() || path[prefix.size()] == '/');
}

}  // namespace model::package
