// chancheck completion: scripts that ask the commands' own help for their flags, so they are never behind; and what words a flag
// takes: `chancheck completion values COMMAND FLAG`.

#include <fmt/format.h>

#include <string_view>

#include "checker/command/command.hpp"
#include "checker/report/report.hpp"

namespace checker::command {
namespace {

constexpr const char* kBash = R"__(# chancheck(1) completion for bash.
_chancheck() {
  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} values
  values=$(chancheck completion values "$command" "$previous" 2>/dev/null)
  if [[ $COMP_CWORD == 1 ]]; then
    COMPREPLY=($(compgen -W "$(chancheck help | awk '/^  chancheck/ { print $2 }')" -- "$cur"))
  elif [[ $command == explain ]]; then
    COMPREPLY=($(compgen -W "$(chancheck explain | awk '{ print $1 }')" -- "$cur"))
  elif [[ -n $values ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
    if [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$(chancheck "$command" --help 2>/dev/null | awk '/^ +-/ { print $1 }')" -- "$cur"))
  else
    COMPREPLY=($(compgen -d -- "$cur") $(compgen -f -X '!*.go' -- "$cur"))
  fi
}
complete -o filenames -F _chancheck chancheck
)__";

constexpr const char* kZsh = R"__(#compdef chancheck
# chancheck(1) completion for zsh.
_chancheck() {
  local values="$(chancheck completion values $words[2] $words[CURRENT-1] 2>/dev/null)"
  if (( CURRENT == 2 )); then
    compadd -- ${(f)"$(chancheck help | awk '/^  chancheck/ { print $2 }')"}
  elif [[ $words[2] == explain ]]; then
    compadd -- ${(f)"$(chancheck explain | awk '{ print $1 }')"}
  elif [[ -n $values ]]; then
    compadd -S '' -- ${(f)values}
  elif [[ $PREFIX == -* ]]; then
    compadd -- ${(f)"$(chancheck $words[2] --help 2>/dev/null | awk '/^ +-/ { print $1 }')"}
  else
    _files -g '*.go'
  fi
}
_chancheck "$@"
)__";

constexpr const char* kFish = R"__(# chancheck(1) completion for fish.
function __chancheck_flags
  set -l words (commandline -opc)
  chancheck $words[2] --help 2>/dev/null | awk '/^ +-/ { print $1 }'
end
function __chancheck_values
  set -l words (commandline -opc)
  chancheck completion values $words[2] $words[-1] 2>/dev/null
end
complete -c chancheck -n '__fish_use_subcommand' -f -a "(chancheck help | awk '/^  chancheck/ { print \$2 }')"
complete -c chancheck -n '__fish_seen_subcommand_from explain' -f -a "(chancheck explain | awk '{ print \$1 }')"
complete -c chancheck -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__chancheck_flags)'
complete -c chancheck -n 'test (count (__chancheck_values)) -gt 0' -f -a '(__chancheck_values)'
)__";

/// The words that may follow `before` in a command line of `command`, a line each; nothing where that is open.
std::string values(std::string_view command, std::string_view before) {
  struct Row {
    std::string_view command, before, words;
  };
  constexpr Row kRows[] = {
      {"init", "init", "github\ngitlab\npre-commit\nconfig\n"},
      {"completion", "completion", "bash\nzsh\nfish\n"},
      {"graph", "--of", "program\nstates\nchannels\nwait-for\nhb\n"},
      {"graph", "--format", "dot\nmermaid\ngraphml\npromela\ntext\n"},
      {"graph", "--fairness", "none\nweak\nstrong\n"},
      {"check", "--fairness", "none\nweak\nstrong\n"},
      {"", "--reduction", "none\npor\n"},
      {"", "--time", "any\nvirtual\n"},
      {"", "--por", "on\noff\n"},
      {"", "--symmetry", "on\noff\n"},
      {"", "--chains", "on\noff\n"},
      {"", "--memo", "on\noff\ncheck\n"},
  };
  std::string out;
  const bool dashes = before.starts_with("-") && !before.starts_with("--");
  const std::string flag = dashes ? "-" + std::string(before) : std::string(before);
  for (const Row& row : kRows) {
    if ((row.command.empty() || row.command == command) && row.before == flag) out += row.words;
  }
  if (command == "check" && (flag == "--format" || flag == "--o")) {
    for (const report::Format& format : report::kFormats) out += std::string(format.name) + (flag == "--o" ? "=\n" : "\n");
  }
  return out;
}

}  // namespace

int completion(const Arguments& arguments) {
  if (arguments.size() == 3 && arguments[0] == "values") {
    fmt::print("{}", values(arguments[1], arguments[2]));
    return 0;
  }
  const std::string shell = arguments.size() == 1 ? arguments[0] : "";
  const char* script = shell == "bash" ? kBash : shell == "zsh" ? kZsh : shell == "fish" ? kFish : nullptr;
  if (script == nullptr) return usage_error("completion", "bash, zsh or fish, please");
  fmt::print("{}", script);
  return 0;
}

}  // namespace checker::command
