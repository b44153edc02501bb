// Reading .chancheck.toml.

#include "checker/gate/config.hpp"

#define TOML_EXCEPTIONS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <filesystem>

namespace checker::gate {
namespace {

namespace fs = std::filesystem;

std::string nearest() {
  std::error_code error;
  for (fs::path folder = fs::current_path(error); !error; folder = folder.parent_path()) {
    const fs::path file = folder / ".chancheck.toml";
    if (fs::is_regular_file(file, error)) return file.string();
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) break;
  }
  return "";
}

/// A string, number or switch as a flag's value.
std::optional<std::string> value_of(const toml::node& node) {
  if (const auto* s = node.as_string()) return s->get();
  if (const auto* i = node.as_integer()) return std::to_string(i->get());
  if (const auto* b = node.as_boolean()) return std::string(b->get() ? "true" : "false");
  return std::nullopt;
}

/// Paths in the file are seen from the file.
std::string located(const std::string& key, const std::string& value, const fs::path& folder) {
  const auto in_folder = [&](const std::string& path) { return fs::path(path).is_absolute() ? path : (folder / path).string(); };
  if (key == "baseline" || key == "write-baseline" || key == "cache") return in_folder(value);
  const std::size_t equals = value.find('=');
  if (key == "o" && equals != std::string::npos) return value.substr(0, equals + 1) + in_folder(value.substr(equals + 1));
  return value;
}

std::string read_flags(const toml::table& table, const fs::path& folder, Config& config) {
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (const auto* list = node.as_array()) {
      for (const toml::node& one : *list) {
        const auto value = value_of(one);
        if (!value) return fmt::format("check.{}: not a list of strings", name);
        config.flags.emplace_back(name, located(name, *value, folder));
      }
      continue;
    }
    const auto value = value_of(node);
    if (!value) return fmt::format("check.{}: not a string, a number, true or false", name);
    config.flags.emplace_back(name, located(name, *value, folder));
  }
  return "";
}

std::string read_entry(const toml::table& table, Config& config) {
  EntryBudget entry;
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const auto value = value_of(node);
    if (!value) return fmt::format("entry.{}: not a string or a number", name);
    if (name == "match") {
      entry.match = *value;
    } else if (name == "timeout") {
      entry.timeout = *value;
    } else if (name == "max-states") {
      entry.max_states = *value;
    } else if (name == "max-memory") {
      entry.max_memory = *value;
    } else {
      return fmt::format("entry.{}: there are match, timeout, max-states and max-memory", name);
    }
  }
  if (entry.match.empty()) return "an entry without match";
  config.entries.push_back(std::move(entry));
  return "";
}

}  // namespace

std::string read_config(const std::string& name, Config& config) {
  if (name == "none") return "";
  config.file = name.empty() ? nearest() : name;
  if (config.file.empty()) return "";
  const toml::parse_result parsed = toml::parse_file(config.file);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return fmt::format("{}:{}:{}: {}", config.file, error.source().begin.line, error.source().begin.column, error.description());
  }
  const fs::path folder = fs::path(config.file).parent_path();
  for (const auto& [key, node] : parsed.table()) {
    std::string wrong;
    if (key.str() == "check" && node.is_table()) {
      wrong = read_flags(*node.as_table(), folder, config);
    } else if (key.str() == "entry" && node.is_array_of_tables()) {
      for (const toml::node& one : *node.as_array()) {
        if (wrong.empty()) wrong = read_entry(*one.as_table(), config);
      }
    } else {
      wrong = fmt::format("{}: there are [check] and [[entry]]", std::string(key.str()));
    }
    if (!wrong.empty()) return config.file + ": " + wrong;
  }
  return "";
}

}  // namespace checker::gate
