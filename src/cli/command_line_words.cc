#include "cli/command_line_words.h"

#include <CLI/CLI.hpp>
#include <string_view>

#include "base/text.h"
#include "cli/parse_options.h"

namespace offprint {
namespace {

std::vector<std::string> TrimmedParts(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (const std::string_view part : Split(text, separator)) {
    parts.emplace_back(Trim(part));
  }
  return parts;
}

// Of "N:INT in [1 - 9]", "TEXT:{a,b}", "{a,b}" or "site DIR | theme NAME": a
// name and, behind ":", what CLI11 says of the values that it takes.
ValueWords WordsOf(std::string_view type) {
  ValueWords value = {ValueKind::kText, std::string(type), {}};
  const size_t open = type.find('{');
  if (open != std::string_view::npos) {
    const size_t close = type.find('}', open);
    value.kind = ValueKind::kChoice;
    value.name.clear();
    value.choices = TrimmedParts(type.substr(open + 1, close - open - 1), ',');
  } else if (type.find('|') != std::string_view::npos) {
    value.kind = ValueKind::kChoice;
    for (const std::string& choice : TrimmedParts(type, '|')) {
      value.choices.push_back(choice.substr(0, choice.find(' ')));
    }
  } else {
    value.name = type.substr(0, type.find(':'));
    if (value.name == "DIR" || value.name == "FOLDER") {
      value.kind = ValueKind::kFolder;
    } else if (value.name == "FILE") {
      value.kind = ValueKind::kFile;
    }
  }
  return value;
}

FlagWords WordsOf(const CLI::Option& option) {
  FlagWords flag;
  for (const std::string& name : option.get_snames()) {
    flag.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    flag.names.push_back("--" + name);
  }
  flag.help = option.get_description();
  if (option.get_items_expected_max() > 0) {
    flag.value = WordsOf(option.get_type_name());
  }
  return flag;
}

CommandWords WordsOf(const CLI::App& app) {
  CommandWords command = {app.get_name(), app.get_description(), {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      command.argument = WordsOf(option->get_type_name());
    } else {
      command.flags.push_back(WordsOf(*option));
    }
  }
  return command;
}

}  // namespace

CommandLineWords DescribeCommandLine() {
  CLI::App app;
  ParsedLine line;
  DeclareCommandLine(&app, &line);
  CommandLineWords words;
  words.version = OFFPRINT_VERSION;
  words.flags = WordsOf(app).flags;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    words.commands.push_back(WordsOf(*command));
  }
  return words;
}

}  // namespace offprint
