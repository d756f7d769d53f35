// The check of addresses elsewhere, as a user waits for it.
#ifndef OFFPRINT_CLI_EXTERNAL_REPORT_H_
#define OFFPRINT_CLI_EXTERNAL_REPORT_H_

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "check/external_links.h"
#include "cli/options.h"
#include "config/site_config.h"

namespace offprint {

// Asks for the addresses as the options say, with progress on a terminal, and
// keeps what is found below the folder of caches, which is there. SIGINT
// (Ctrl-C) ends the asking, not the program; a second one does.
ExternalCounts AskExternalLinks(const std::vector<ExternalLink>& links,
                                const SiteFiles& files, const Options& options,
                                const SiteConfig& config,
                                Diagnostics& diagnostics);

// "1,234, of which 2 lead nowhere and 3 could not be checked".
std::string SummaryOf(const ExternalCounts& links);

}  // namespace offprint

#endif  // OFFPRINT_CLI_EXTERNAL_REPORT_H_
