// chancheck completion: scripts that ask the commands' own help for their flags, so they are never behind.

#include <fmt/format.h>

#include "checker/command/command.hpp"

namespace checker::command {
namespace {

constexpr const char* kBash = R"__(# chancheck(1) completion for bash.
_chancheck() {
  local cur=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}
  if [[ $COMP_CWORD == 1 ]]; then
    COMPREPLY=($(compgen -W "$(chancheck help | awk '$1 == "chancheck" { print $2 }')" -- "$cur"))
  elif [[ $command == explain ]]; then
    COMPREPLY=($(compgen -W "$(chancheck explain | awk '{ print $1 }')" -- "$cur"))
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
  if (( CURRENT == 2 )); then
    compadd -- ${(f)"$(chancheck help | awk '$1 == "chancheck" { print $2 }')"}
  elif [[ $words[2] == explain ]]; then
    compadd -- ${(f)"$(chancheck explain | awk '{ print $1 }')"}
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
complete -c chancheck -n '__fish_use_subcommand' -f -a "(chancheck help | awk '\$1 == \"chancheck\" { print \$2 }')"
complete -c chancheck -n '__fish_seen_subcommand_from explain' -f -a "(chancheck explain | awk '{ print \$1 }')"
complete -c chancheck -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__chancheck_flags)'
)__";

}  // namespace

int completion(const Arguments& arguments) {
  const std::string shell = arguments.size() == 1 ? arguments[0] : "";
  const char* script = shell == "bash" ? kBash : shell == "zsh" ? kZsh : shell == "fish" ? kFish : nullptr;
  if (script == nullptr) return usage_error("completion", "bash, zsh or fish, please");
  fmt::print("{}", script);
  return 0;
}

}  // namespace checker::command
