// The settings of a site in all their layers.
#ifndef OFFPRINT_CLI_SETTINGS_H_
#define OFFPRINT_CLI_SETTINGS_H_

#include "base/diagnostics.h"
#include "cli/options.h"
#include "config/site_config.h"

namespace offprint {

// Defaults < the file of settings < OFFPRINT_… variables < flags.
SiteConfig LoadSettings(const Options& options, Diagnostics& diagnostics);

// Whether an error is about a flag, so about how the program was called.
bool HasFlagError(const Diagnostics& diagnostics);

// The options' number of threads, or one a processor.
size_t JobsOf(const Options& options);

}  // namespace offprint

#endif  // OFFPRINT_CLI_SETTINGS_H_
