// Dispatch, help and the small commands.

#include "checker/command/command.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "checker/finding/cause.hpp"
#include "model/compile.hpp"

namespace checker::command {
namespace {

std::string usage() {
  std::string out = "chancheck checks the concurrency of Go programs.\n\nUsage:\n";
  for (const Command& command : kCommands) {
    out += fmt::format("  chancheck {:<28} {}\n", command.usage, command.help);
  }
  return out + "\n`chancheck COMMAND --help` lists the flags of a command.\n";
}

}  // namespace

int usage_error(std::string_view command, const std::string& message) {
  fmt::print(stderr, "chancheck{}{}: {}\n", command.empty() ? "" : " ", command, message);
  return 2;
}

bool can_run(const model::Unit& unit) {
  for (const model::base::Diagnostic& error : unit.errors) {
    const bool placed = unit.files && error.position.valid();
    fmt::print(stderr, "{}: {}\n", placed ? unit.files->describe(error.position) : unit.name, error.message);
  }
  return unit.errors.empty() && unit.program != nullptr;
}

int run(const Arguments& arguments) {
  if (arguments.empty()) {
    fmt::print(stderr, "{}", usage());
    return 2;
  }
  const std::string& name = arguments[0];
  if (name == "help" || name == "--help" || name == "-help" || name == "-h") {
    fmt::print("{}", usage());
    return 0;
  }
  const Arguments rest(arguments.begin() + 1, arguments.end());
  if (name == "--version" || name == "-version") return version(rest);
  for (const Command& command : kCommands) {
    if (command.name == name) return command.run(rest);
  }
  return usage_error("", fmt::format("unknown command \"{}\"; see chancheck help", name));
}

int version(const Arguments& arguments) {
  if (!arguments.empty()) return usage_error("version", "it takes no arguments");
  fmt::print("chancheck {}\n", kVersion);
  return 0;
}

int explain(const Arguments& arguments) {
  if (arguments.empty()) {
    for (const finding::CodeInfo& info : finding::codes()) {
      fmt::print("{}  {:<9}  {}\n", info.code, finding::kind_name(info.kind), info.title);
    }
    return 0;
  }
  if (arguments.size() > 1) return usage_error("explain", "one code, please");
  std::string code = arguments[0];
  for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  for (const finding::CodeInfo& info : finding::codes()) {
    if (info.code != code) continue;
    fmt::print("{} ({}): {}\n\n{}\n", info.code, finding::kind_name(info.kind), info.title,
               info.explanation);
    if (info.example[0] != '\0') fmt::print("\nExample:\n\n{}", info.example);
    fmt::print("\nUsual repair:\n\n{}\n", info.repair);
    return 0;
  }
  return usage_error("explain", fmt::format("unknown code \"{}\"; without a code all are listed",
                                            arguments[0]));
}

}  // namespace checker::command
