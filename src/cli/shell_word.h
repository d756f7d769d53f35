// Commands to copy from what the program prints.
#ifndef OFFPRINT_CLI_SHELL_WORD_H_
#define OFFPRINT_CLI_SHELL_WORD_H_

#include <string>

namespace offprint {

// The text as one word of a POSIX shell: as it is where that is one, else in
// single quotes.
std::string ShellWord(const std::string& text);

}  // namespace offprint

#endif  // OFFPRINT_CLI_SHELL_WORD_H_
