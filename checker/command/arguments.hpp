#pragma once
// Command lines as Go's own tools take them: flags with one dash or two, `-x v` or `-x=v`, `--` ends them. Unlike there,
// flags may also follow the operands.

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace checker::command {

struct Flag {
  std::string name;         ///< without dashes
  std::string placeholder;  ///< of its value; empty: a switch
  std::string help;
  /// Takes the value (`true` or `false` for a switch); returns what is wrong with it, or nothing.
  std::function<std::string(const std::string&)> set;
};

/// Sets the flags, leaves the operands. Returns what is wrong, or nothing.
std::string parse_flags(const std::vector<std::string>& arguments, const std::vector<Flag>& flags,
                        std::vector<std::string>& operands);
std::string flags_help(const std::vector<Flag>& flags);

/// `90s`, `1m30s`, `500ms`, as time.ParseDuration.
std::optional<std::chrono::nanoseconds> parse_duration(const std::string& text);
/// `2GB`, `512MB`, `1GiB`, `1000000`; K, M, G, T are powers of 1024.
std::optional<std::uint64_t> parse_size(const std::string& text);
std::optional<std::uint64_t> parse_count(const std::string& text);
/// `go1.22`, `1.22`, `go1.22.3`: 22.
std::optional<std::uint32_t> parse_go_version(const std::string& text);

// Flags that store into a variable.
Flag switch_flag(std::string name, std::string help, bool& value);
Flag text_flag(std::string name, std::string placeholder, std::string help, std::string& value);
Flag count_flag(std::string name, std::string help, std::uint64_t& value);

}  // namespace checker::command
