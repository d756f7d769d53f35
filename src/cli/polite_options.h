// How other hosts are asked in the name of a site.
#ifndef OFFPRINT_CLI_POLITE_OPTIONS_H_
#define OFFPRINT_CLI_POLITE_OPTIONS_H_

#include <string_view>

#include "config/site_config.h"
#include "fetch/options.h"

namespace offprint {

// "arxiv.org" or a host below it.
bool IsArxivHost(std::string_view host);

// With a User-Agent that says who asks, what for where `purpose` tells it, whom
// to write to and for which site, as far as the settings tell:
// "offprint/1.0 (link check; me@example.org; +https://example.org/papers/)".
// arXiv is asked as seldom as it wants, or as the settings say where that is
// more seldom; the rest is as it is by default.
fetch::FetchOptions PoliteOptions(const SiteConfig& config,
                                  std::string_view purpose = {});

}  // namespace offprint

#endif  // OFFPRINT_CLI_POLITE_OPTIONS_H_
