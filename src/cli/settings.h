// The settings of a site in all their layers.
#ifndef OFFPRINT_CLI_SETTINGS_H_
#define OFFPRINT_CLI_SETTINGS_H_

#include <optional>

#include "base/diagnostics.h"
#include "cli/options.h"
#include "config/site_config.h"

namespace offprint {

// Defaults < the file of settings < OFFPRINT_… variables < flags.
SiteConfig LoadSettings(const Options& options, Diagnostics& diagnostics);

// Whether an error is about a flag, so about how the program was called.
bool HasFlagError(const Diagnostics& diagnostics);

// Where the settings have errors, prints those, and what that means to who
// called ("nothing was built"); gives the code to exit with. Else nothing.
std::optional<int> RefuseSettings(const Options& options,
                                  const Diagnostics& diagnostics,
                                  const char* meaning);

// The options' number of threads, or one a processor.
size_t JobsOf(const Options& options);

}  // namespace offprint

#endif  // OFFPRINT_CLI_SETTINGS_H_
