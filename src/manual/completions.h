// Scripts that complete the command line in a shell.
#ifndef OFFPRINT_MANUAL_COMPLETIONS_H_
#define OFFPRINT_MANUAL_COMPLETIONS_H_

#include <string>

#include "manual/command_line.h"

namespace offprint {

// For bash 4.4 and newer, to be sourced; asks nothing of bash-completion.
std::string BashCompletion(const CommandLineWords& words);

// A file "_offprint" of a folder in fpath, for zsh's compsys.
std::string ZshCompletion(const CommandLineWords& words);

// A file "offprint.fish" of fish's folder of completions.
std::string FishCompletion(const CommandLineWords& words);

}  // namespace offprint

#endif  // OFFPRINT_MANUAL_COMPLETIONS_H_
