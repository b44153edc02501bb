#pragma once
// Child processes.

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace checker::process {

/// A thread of the child stops in the middle of a function, and others go on: see hold.cpp.
struct Hold {
  std::vector<std::string> inside;  ///< prefixes of the functions' names
  unsigned instructions = 0;        ///< after so many of them
  std::chrono::milliseconds patience{20};  ///< how long it stands
};

struct Process {
  std::vector<std::string> command;  ///< looked for in PATH
  std::string folder;                ///< to run in; empty: this one's
  std::vector<std::pair<std::string, std::string>> environment;  ///< on top of this process's
  std::chrono::seconds timeout{60};
  std::optional<Hold> hold = std::nullopt;  ///< `command[0]` must be a path then
};

struct Finished {
  int status = -1;         ///< exit code; 128 + signal; -1: could not be started
  bool timed_out = false;  ///< and was killed, with its children
  bool held = false;       ///< a thread stood where `hold` wants it
  unsigned length = 0;     ///< if not: so many instructions the function had when it returned; 0: it was not called
  std::string output;      ///< stdout and stderr as they came; at most the first and last MiB
};

Finished run(const Process& process);

}  // namespace checker::process
