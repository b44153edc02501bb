#pragma once
// Child processes.

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace checker::process {

struct Process {
  std::vector<std::string> command;  ///< looked for in PATH
  std::string folder;                ///< to run in; empty: this one's
  std::vector<std::pair<std::string, std::string>> environment;  ///< on top of this process's
  std::chrono::seconds timeout{60};
};

struct Finished {
  int status = -1;         ///< exit code; 128 + signal; -1: could not be started
  bool timed_out = false;  ///< and was killed, with its children
  std::string output;      ///< stdout and stderr as they came; at most the first and last MiB
};

Finished run(const Process& process);

}  // namespace checker::process
