// The site, built where it is in nobody's way.
#ifndef OFFPRINT_CLI_ASIDE_H_
#define OFFPRINT_CLI_ASIDE_H_

#include <filesystem>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "build/build.h"
#include "check/external_links.h"
#include "check/links.h"
#include "cli/options.h"
#include "config/site_config.h"

namespace offprint {

struct AsideSite {
  std::filesystem::path folder;
  BuildReport report;
};

// Builds the site into a folder of its own below that of the caches, one a
// format: the destination, and what git sees of the site's folder, stay as they
// are, and the next such build goes on from this one.
AsideSite BuildAside(const Options& options, SiteConfig config,
                     OutputFormat format, Diagnostics& diagnostics);

struct CheckedLinks {
  LinkCounts site;
  std::optional<ExternalCounts> external;  // where the options ask for it
};

// Checks the links of a finished site.
CheckedLinks CheckLinksOf(const AsideSite& site, const Options& options,
                          const SiteConfig& config, Diagnostics& diagnostics);

// The same of the site in format html, which is what Jekyll makes of the other
// one. Nothing where it cannot be built; the warning has the reason.
std::optional<CheckedLinks> CheckLinksAside(const Options& options,
                                            const SiteConfig& config,
                                            Diagnostics& diagnostics);

// "1,234 on 56 pages and in 7 other files", and how many lead nowhere.
std::string SummaryOf(const LinkCounts& links);

}  // namespace offprint

#endif  // OFFPRINT_CLI_ASIDE_H_
