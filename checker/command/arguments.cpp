// Flags and the values they take.

#include "checker/command/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace checker::command {

std::string parse_flags(const std::vector<std::string>& arguments, const std::vector<Flag>& flags,
                        std::vector<std::string>& operands) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument.size() < 2 || argument[0] != '-') {
      operands.push_back(argument);
      continue;
    }
    if (argument == "--") {
      operands.insert(operands.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                      arguments.end());
      return "";
    }
    std::string name = argument.substr(argument[1] == '-' ? 2 : 1);
    std::optional<std::string> value;
    if (const auto equals = name.find('='); equals != std::string::npos) {
      value = name.substr(equals + 1);
      name.resize(equals);
    }
    const auto flag =
        std::find_if(flags.begin(), flags.end(), [&](const Flag& f) { return f.name == name; });
    if (flag == flags.end()) {
      return fmt::format("flag provided but not defined: {}", argument.substr(0, argument.find('=')));
    }
    if (flag->placeholder.empty()) {
      if (!value) value = "true";
      if (*value != "true" && *value != "false") {
        return fmt::format("invalid boolean value \"{}\" for -{}", *value, name);
      }
    } else if (!value) {
      if (i + 1 == arguments.size()) return fmt::format("flag needs an argument: -{}", name);
      value = arguments[++i];
    }
    const std::string wrong = flag->set(*value);
    if (!wrong.empty()) {
      return fmt::format("invalid value \"{}\" for flag -{}: {}", *value, name, wrong);
    }
  }
  return "";
}

std::string flags_help(const std::vector<Flag>& flags) {
  std::string out;
  for (const Flag& flag : flags) {
    const std::string head =
        (flag.name.size() == 1 ? "-" : "--") + flag.name + (flag.placeholder.empty() ? "" : " " + flag.placeholder);
    out += fmt::format("  {:<22} {}\n", head, flag.help);
  }
  return out;
}

std::optional<std::chrono::nanoseconds> parse_duration(const std::string& text) {
  static constexpr std::pair<const char*, double> kUnits[] = {
      {"ns", 1},   {"us", 1e3},  {"\u00b5s", 1e3}, {"\u03bcs", 1e3},
      {"ms", 1e6}, {"s", 1e9}, {"m", 60e9},      {"h", 3600e9},
  };
  if (text == "0") return std::chrono::nanoseconds(0);
  double total = 0;
  std::size_t at = 0;
  if (text.empty()) return std::nullopt;
  while (at < text.size()) {
    const std::size_t start = at;
    while (at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) || text[at] == '.')) ++at;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data() + start, text.data() + at, value);
    if (error != std::errc() || end != text.data() + at) return std::nullopt;
    const std::size_t unit_start = at;
    while (at < text.size() && !std::isdigit(static_cast<unsigned char>(text[at])) && text[at] != '.') ++at;
    const std::string unit = text.substr(unit_start, at - unit_start);
    const auto known = std::find_if(std::begin(kUnits), std::end(kUnits),
                                    [&](const auto& u) { return unit == u.first; });
    if (known == std::end(kUnits)) return std::nullopt;
    total += value * known->second;
  }
  if (total > 9e18) return std::nullopt;
  return std::chrono::nanoseconds(static_cast<std::int64_t>(total));
}

std::optional<std::uint64_t> parse_size(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value < 0) return std::nullopt;
  std::string unit(end, text.data() + text.size());
  for (char& c : unit) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  double factor = 1;
  if (!unit.empty() && unit != "B") {
    const std::size_t power = std::string("KMGT").find(unit[0]);
    const std::string rest = unit.substr(1);
    if (power == std::string::npos || (!rest.empty() && rest != "B" && rest != "IB")) {
      return std::nullopt;
    }
    factor = std::pow(1024.0, static_cast<double>(power + 1));
  }
  if (value * factor > 1e18) return std::nullopt;
  return static_cast<std::uint64_t>(value * factor);
}

std::optional<std::uint64_t> parse_count(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<std::uint32_t> parse_go_version(const std::string& text) {
  std::string rest = text.rfind("go", 0) == 0 ? text.substr(2) : text;
  if (rest.rfind("1.", 0) != 0) return std::nullopt;
  rest = rest.substr(2);
  const std::string minor = rest.substr(0, rest.find('.'));
  const auto value = parse_count(minor);
  if (!value || *value > 1000) return std::nullopt;
  return static_cast<std::uint32_t>(*value);
}

Flag switch_flag(std::string name, std::string help, bool& value) {
  return {std::move(name), "", std::move(help), [&value](const std::string& text) {
            value = text == "true";
            return std::string();
          }};
}

Flag text_flag(std::string name, std::string placeholder, std::string help, std::string& value) {
  return {std::move(name), std::move(placeholder), std::move(help),
          [&value](const std::string& text) {
            value = text;
            return std::string();
          }};
}

Flag count_flag(std::string name, std::string help, std::uint64_t& value) {
  return {std::move(name), "N", std::move(help), [&value](const std::string& text) {
            const auto count = parse_count(text);
            if (!count) return std::string("not a number");
            value = *count;
            return std::string();
          }};
}

}  // namespace checker::command
