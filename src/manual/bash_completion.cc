#include "base/text.h"
#include "manual/completions.h"

namespace offprint {
namespace {

// The words of the script below that offer values.
std::string Offer(const ValueWords& value) {
  switch (value.kind) {
    case ValueKind::kFile:
      return "_offprint_files -f";
    case ValueKind::kFolder:
      return "_offprint_files -d";
    case ValueKind::kChoice:
      return "_offprint_words '" + Join(value.choices, " ") + "'";
    default:
      return ":";  // only its writer knows
  }
}

void AppendCommand(const CommandWords& command, std::string* script) {
  std::vector<std::string> names;
  std::string values;
  for (const FlagWords& flag : command.flags) {
    names.insert(names.end(), flag.names.begin(), flag.names.end());
    if (flag.value.kind == ValueKind::kNone) continue;
    values += "        " + Join(flag.names, " | ") + ") " + Offer(flag.value) +
              "; return ;;\n";
  }
  *script += "    " + command.name + ")\n      case $previous in\n" + values +
             "      esac\n      flags='" + Join(names, " ") + "'\n";
  if (command.argument.kind == ValueKind::kChoice) {
    // What follows its first word is a folder or a new name.
    *script += "      if [[ $previous == " + command.name +
               " ]]; then\n        argument=(" + Offer(command.argument) +
               ")\n      else\n        argument=(_offprint_files -d)\n"
               "      fi\n";
  } else if (command.argument.kind != ValueKind::kNone) {
    *script += "      argument=(" + Offer(command.argument) + ")\n";
  }
  *script += "      ;;\n";
}

constexpr const char* kBegin = R"(# Completes offprint in bash.

_offprint_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }

_offprint_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}

_offprint() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command='' flags='' argument=(:) word
  COMPREPLY=()
  # bash takes "--format=html" for three words.
  if [[ $current == = ]]; then
    current=''
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word != -* ]]; then
      command=$word
      break
    fi
  done
  case $command in
)";

constexpr const char* kEnd = R"(    *) return ;;
  esac
  if [[ $current == -* ]]; then
    _offprint_words "$flags"
  else
    "${argument[@]}"
  fi
}

complete -F _offprint offprint
)";

}  // namespace

std::string BashCompletion(const CommandLineWords& words) {
  std::string script = kBegin;
  std::vector<std::string> flags;
  for (const FlagWords& flag : words.flags) {
    flags.insert(flags.end(), flag.names.begin(), flag.names.end());
  }
  std::vector<std::string> names;
  for (const CommandWords& command : words.commands) {
    names.push_back(command.name);
  }
  script += "    '')\n      flags='" + Join(flags, " ") +
            "'\n      argument=(_offprint_words '" + Join(names, " ") +
            "')\n      ;;\n";
  for (const CommandWords& command : words.commands) {
    AppendCommand(command, &script);
  }
  return script + kEnd;
}

}  // namespace offprint
