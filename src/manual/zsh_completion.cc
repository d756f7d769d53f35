#include "base/text.h"
#include "manual/completions.h"

namespace offprint {
namespace {

// Text between single quotes in a spec of _arguments or _describe, where "[",
// "]" and ":" separate (zshcompsys(1)).
std::string Spec(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return out;
}

// ":message:action" for a value.
std::string Action(const ValueWords& value) {
  // An empty message would make the value one that may be missing.
  std::string action =
      ":" + (value.name.empty() ? "value" : Spec(value.name)) + ":";
  switch (value.kind) {
    case ValueKind::kFile:
      return action + "_files";
    case ValueKind::kFolder:
      return action + "_files -/";
    case ValueKind::kChoice:
      return action + "(" + Join(value.choices, " ") + ")";
    default:
      return action;
  }
}

// A spec for each name of the flag; each shuts the others out.
std::string FlagSpecs(const FlagWords& flag, const std::string& indent) {
  const std::string all = Join(flag.names, " ");
  std::string specs;
  const bool takes = flag.value.kind != ValueKind::kNone;
  for (const std::string& name : flag.names) {
    const char* how = !takes ? "" : name.starts_with("--") ? "=" : "+";
    specs.append(" \\\n").append(indent).append("'(").append(all);
    specs.append(")").append(name).append(how);
    specs.append("[").append(Spec(flag.help)).append("]");
    if (takes) specs += Action(flag.value);
    specs += "'";
  }
  return specs;
}

std::string ArgumentSpecs(const ValueWords& argument,
                          const std::string& indent) {
  const std::string next = " \\\n" + indent;
  switch (argument.kind) {
    case ValueKind::kNone:
      return "";
    case ValueKind::kChoice:
      // What follows its first word is a folder or a new name.
      return next + "'1" + Action(argument) + "'" + next + "'2:name:_files -/'";
    default:
      return next + "'*" + Action(argument) + "'";
  }
}

}  // namespace

std::string ZshCompletion(const CommandLineWords& words) {
  std::string script =
      "#compdef offprint\n\n_offprint() {\n"
      "  local context state state_descr line\n  typeset -A opt_args\n"
      "  _arguments -C";
  for (const FlagWords& flag : words.flags) script += FlagSpecs(flag, "    ");
  script +=
      " \\\n    '1: :->command' \\\n    '*:: :->rest' && return\n"
      "  if [[ $state == command ]]; then\n    local -a commands=(\n";
  for (const CommandWords& command : words.commands) {
    script += "      '" + command.name + ":" + Spec(command.help) + "'\n";
  }
  script +=
      "    )\n    _describe command commands\n    return\n  fi\n"
      "  case $line[1] in\n";
  for (const CommandWords& command : words.commands) {
    const std::string indent = "        ";
    script += "    " + command.name + ")\n      _arguments -s";
    for (const FlagWords& flag : command.flags) {
      script += FlagSpecs(flag, indent);
    }
    script += ArgumentSpecs(command.argument, indent) + "\n      ;;\n";
  }
  return script + "  esac\n}\n\n_offprint \"$@\"\n";
}

}  // namespace offprint
