// CLI11 says only that it did not expect an argument; here is what was meant.
#ifndef OFFPRINT_CLI_UNKNOWN_WORD_H_
#define OFFPRINT_CLI_UNKNOWN_WORD_H_

#include <string>

namespace CLI {
class App;
}

namespace offprint {

// A message on the first flag that the command `app` does not have, or an empty
// text.
std::string UnknownFlag(const CLI::App& app, int argc, const char* const* argv);

// The same on the command.
std::string UnknownCommand(int argc, const char* const* argv);

}  // namespace offprint

#endif  // OFFPRINT_CLI_UNKNOWN_WORD_H_
