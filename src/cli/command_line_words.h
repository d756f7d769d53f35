#ifndef OFFPRINT_CLI_COMMAND_LINE_WORDS_H_
#define OFFPRINT_CLI_COMMAND_LINE_WORDS_H_

#include "manual/command_line.h"

namespace offprint {

// The command line as --help has it. The kind of a value is read from its name
// there: DIR and FOLDER are folders, FILE is a file, "{a,b}" and "a X | b Y"
// are choices.
CommandLineWords DescribeCommandLine();

}  // namespace offprint

#endif  // OFFPRINT_CLI_COMMAND_LINE_WORDS_H_
