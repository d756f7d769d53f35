#include "cli/unknown_word.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "cli/command.h"

namespace offprint {
namespace {

// "--format" of "--format=html".
std::string_view FlagName(std::string_view argument) {
  return argument.substr(0, argument.find('='));
}

}  // namespace

std::string UnknownFlag(const CLI::App& app, int argc,
                        const char* const* argv) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      known.push_back("--" + name);
    }
  }
  for (int i = 2; i < argc; ++i) {
    const std::string_view name = FlagName(argv[i]);
    if (!name.starts_with("--") ||
        std::find(known.begin(), known.end(), name) != known.end()) {
      continue;
    }
    std::string message = "offprint " + app.get_name() +
                          ": there is no flag \"" + std::string(name) + "\"";
    if (const auto near = NearMiss(name, {known.begin(), known.end()})) {
      return message + "; did you mean \"" + std::string(*near) + "\"?";
    }
    return message + "; offprint " + app.get_name() + " --help lists them";
  }
  return {};
}

std::string UnknownCommand(int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return {};
  std::vector<std::string_view> names;
  for (const Command& command : Commands()) names.emplace_back(command.name);
  for (const std::string_view name : names) {
    if (name == argv[1]) return {};
  }
  std::string message =
      "offprint: there is no command \"" + std::string(argv[1]) + "\"";
  if (const auto near = NearMiss(argv[1], names)) {
    message += "; did you mean \"" + std::string(*near) + "\"?";
  } else {
    message += "; offprint --help lists them";
  }
  return message;
}

}  // namespace offprint
