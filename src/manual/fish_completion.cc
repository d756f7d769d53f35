#include "base/text.h"
#include "manual/completions.h"

namespace offprint {
namespace {

// Between single quotes, where fish knows \\ and \' alone.
std::string Quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\\' || c == '\'') out += '\\';
    out += c;
  }
  return out + "'";
}

// -F: files; -x: no files, and a value that must be there.
std::string Offer(const ValueWords& value) {
  switch (value.kind) {
    case ValueKind::kNone:
      return "";
    case ValueKind::kFile:
      return " -r -F";
    case ValueKind::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::kText:
      return " -x";
    case ValueKind::kChoice:
      return " -x -a " + Quoted(Join(value.choices, " "));
  }
  return "";
}

std::string FlagLine(const FlagWords& flag, const std::string& condition) {
  std::string line = "complete -c offprint -n " + Quoted(condition);
  for (const std::string& name : flag.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2)
                                   : " -s " + name.substr(1);
  }
  return line + Offer(flag.value) + " -d " + Quoted(flag.help) + "\n";
}

std::string ArgumentLine(const CommandWords& command,
                         const std::string& condition) {
  const std::string line = "complete -c offprint -n ";
  switch (command.argument.kind) {
    case ValueKind::kNone:
    case ValueKind::kText:
      return "";
    case ValueKind::kFile:
      return line + Quoted(condition) + " -F\n";
    case ValueKind::kFolder:
      return line + Quoted(condition) + Offer(command.argument) + "\n";
    case ValueKind::kChoice:
      break;
  }
  const std::string choices = Join(command.argument.choices, " ");
  // What follows its first word is a folder or a new name.
  const std::string has = "__fish_seen_subcommand_from " + choices;
  return line + Quoted(condition + "; and not " + has) + " -a " +
         Quoted(choices) + "\n" + line + Quoted(condition + "; and " + has) +
         " -a '(__fish_complete_directories)'\n";
}

}  // namespace

std::string FishCompletion(const CommandLineWords& words) {
  std::string script =
      "# Completes offprint in fish.\ncomplete -c offprint -f\n";
  for (const FlagWords& flag : words.flags) {
    script += FlagLine(flag, "__fish_use_subcommand");
  }
  for (const CommandWords& command : words.commands) {
    script += "complete -c offprint -n __fish_use_subcommand -a " +
              command.name + " -d " + Quoted(command.help) + "\n";
  }
  for (const CommandWords& command : words.commands) {
    const std::string condition = "__fish_seen_subcommand_from " + command.name;
    for (const FlagWords& flag : command.flags) {
      script += FlagLine(flag, condition);
    }
    script += ArgumentLine(command, condition);
  }
  return script;
}

}  // namespace offprint
