// chancheck man: the manual page (man(7) macros), from the commands' own help.

#include <fmt/format.h>

#include <filesystem>

#include "checker/command/command.hpp"
#include "checker/process/process.hpp"

namespace checker::command {
namespace {

/// Text that troff prints as it is.
std::string roff(const std::string& text) {
  std::string out;
  bool start = true;
  for (const char c : text) {
    if (start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    start = c == '\n';
  }
  return out;
}

}  // namespace

int man(const Arguments& arguments) {
  if (!arguments.empty()) return usage_error("man", "it takes no arguments");
  fmt::print(
      ".TH CHANCHECK 1 \"\" \"chancheck {}\"\n.SH NAME\nchancheck \\- model checker for the concurrency of Go programs\n"
      ".SH SYNOPSIS\n.B chancheck\n.I command\n[flags] [arguments]\n.SH DESCRIPTION\n"
      "Reads an ordinary Go program, explores every interleaving of its goroutines and says what can go wrong: deadlocks,\n"
      "panics, data races, goroutines that leak or hang, failed tests. Each finding comes with a shortest schedule that\n"
      "leads there.\n.SH COMMANDS\n",
      kVersion);
  for (const Command& command : kCommands) {
    fmt::print(".TP\n.B chancheck {}\n{}\n", roff(std::string(command.usage)), roff(std::string(command.help)));
  }
  const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
  for (const Command& command : kCommands) {
    const process::Finished help = process::run({{self, std::string(command.name), "--help"}, "", {}, std::chrono::seconds(10)});
    const std::size_t flags = help.output.find("\n  -");
    if (help.status != 0 || flags == std::string::npos) continue;
    fmt::print(".SH FLAGS OF {}\n.nf\n{}.fi\n", roff(std::string(command.name)), roff(help.output.substr(flags + 1)));
  }
  fmt::print(
      ".SH EXIT STATUS\n.TP\n0\nevery interleaving was explored, within the stated bounds, and nothing was found\n.TP\n1\n"
      "at least one finding, or a wanted one is missing\n.TP\n2\nbad usage, a Go compile error, or a construct that is not "
      "modelled\n.TP\n3\nnothing found so far, and not every interleaving was explored\n.TP\n4\nan internal error\n.TP\n5\n"
      "nothing to check\n.SH FILES\n.TP\n.I .chancheck.toml\nflags of check and budgets of entries, for a repository\n");
  return 0;
}

}  // namespace checker::command
