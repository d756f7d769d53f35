// Digests that are there before their site is.
#ifndef OFFPRINT_CLI_IMPORT_DIGESTS_H_
#define OFFPRINT_CLI_IMPORT_DIGESTS_H_

#include <cstddef>
#include <filesystem>

#include "cli/options.h"
#include "config/site_config.h"

namespace offprint {

// Reads the digests in the folder config->content, which the site at `site` (an
// absolute path) is to show, and sets the language, days and dialects that fit
// them. Prints what was found; returns the number of papers.
size_t ImportDigests(const Options& options, const std::filesystem::path& site,
                     SiteConfig* config);

}  // namespace offprint

#endif  // OFFPRINT_CLI_IMPORT_DIGESTS_H_
