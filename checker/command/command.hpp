#pragma once
// The commands: each takes its arguments (without its name) and returns the exit code.

#include <string>
#include <string_view>
#include <vector>

namespace model {
struct Unit;
}

namespace checker::command {

using Arguments = std::vector<std::string>;

int check(const Arguments& arguments);
int replay(const Arguments& arguments);
int simulate(const Arguments& arguments);
int graph(const Arguments& arguments);
int explain(const Arguments& arguments);
int init(const Arguments& arguments);
int completion(const Arguments& arguments);
int man(const Arguments& arguments);
int version(const Arguments& arguments);

struct Command {
  std::string_view name;
  int (*run)(const Arguments&);
  std::string_view usage;
  std::string_view help;
};
inline constexpr Command kCommands[] = {
    {"check", check, "check [flags] PATTERN...", "explore every interleaving and give a verdict"},
    {"replay", replay, "replay [--go] TRACE FILE", "run one schedule step by step, in the model or on the real runtime"},
    {"simulate", simulate, "simulate [flags] FILE", "random schedules: a quick look, never a proof"},
    {"graph", graph, "graph [flags] FILE", "the state graph: DOT, Mermaid or GraphML"},
    {"explain", explain, "explain [CODE]", "what a finding's code means"},
    {"init", init, "init [github|gitlab|...]", "write a workflow file that runs it in CI"},
    {"completion", completion, "completion SHELL", "a completion script for bash, zsh or fish"},
    {"man", man, "man", "the manual page"},
    {"version", version, "version", "the version"},
};

/// Runs the command that the first argument names.
int run(const Arguments& arguments);
/// Complains on stderr; returns the exit code of bad usage.
int usage_error(std::string_view command, const std::string& message);
/// Tells on stderr what is wrong with the source; false if it cannot be run.
bool can_run(const model::Unit& unit);

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace checker::command
