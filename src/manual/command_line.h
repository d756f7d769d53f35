// The command line in words, as the manual and shells need it.
#ifndef OFFPRINT_MANUAL_COMMAND_LINE_H_
#define OFFPRINT_MANUAL_COMMAND_LINE_H_

#include <string>
#include <vector>

namespace offprint {

// What a shell can offer for a value.
enum class ValueKind { kNone, kText, kFile, kFolder, kChoice };

struct ValueWords {
  ValueKind kind = ValueKind::kNone;  // kNone: a switch, which takes none
  std::string name;                   // "DIR"
  std::vector<std::string> choices;   // of kChoice
};

struct FlagWords {
  std::vector<std::string> names;  // "-s", "--source": the short ones first
  std::string help;                // one line, as all texts here are
  ValueWords value;
};

struct CommandWords {
  std::string name;
  std::string help;
  std::vector<FlagWords> flags;
  ValueWords argument;  // that goes without a flag
};

// Names are of ASCII letters, digits and "-"; helps are UTF-8.
struct CommandLineWords {
  std::string version;           // "0.1.0"
  std::vector<FlagWords> flags;  // without a command
  std::vector<CommandWords> commands;
};

}  // namespace offprint

#endif  // OFFPRINT_MANUAL_COMMAND_LINE_H_
