// offprint export, of the formats of citations.
#ifndef OFFPRINT_CLI_EXPORT_CITATIONS_COMMAND_H_
#define OFFPRINT_CLI_EXPORT_CITATIONS_COMMAND_H_

#include "base/diagnostics.h"
#include "citations/formats.h"
#include "cli/options.h"
#include "config/site_config.h"

namespace offprint {

// Writes the papers that the flags want; gives the exit code.
int RunExportCitations(const Options& options, const CitationFormat& format,
                       const SiteConfig& config, Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_CLI_EXPORT_CITATIONS_COMMAND_H_
