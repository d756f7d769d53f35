// The command line, read (through CLI11).
#ifndef OFFPRINT_CLI_PARSE_OPTIONS_H_
#define OFFPRINT_CLI_PARSE_OPTIONS_H_

#include <optional>

#include "cli/command.h"
#include "cli/options.h"

namespace CLI {
class App;
}

namespace offprint {

struct ParsedLine {
  // Null where --help or --version was asked for, or something is wrong; then
  // the text is printed already and `exit_code` says how to end.
  const Command* command = nullptr;
  Options options;
  int exit_code = kExitFine;
};

ParsedLine ParseCommandLine(int argc, const char* const* argv);

// Declares every command and flag. What the app parses goes into `line`, which
// outlives it.
void DeclareCommandLine(CLI::App* app, ParsedLine* line);

}  // namespace offprint

#endif  // OFFPRINT_CLI_PARSE_OPTIONS_H_
