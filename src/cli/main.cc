#include <cstdio>
#include <exception>

#include "base/diagnostics.h"
#include "cli/parse_options.h"

int main(int argc, char** argv) {
  const offprint::ParsedLine line = offprint::ParseCommandLine(argc, argv);
  if (line.command == nullptr) return line.exit_code;
  try {
    return line.command->run(line.options);
  } catch (const offprint::EnvironmentError& error) {
    std::fprintf(stderr, "offprint: %s\n", error.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "offprint: %s failed: %s\n", line.command->name,
                 error.what());
  }
  return offprint::kExitUsage;
}
