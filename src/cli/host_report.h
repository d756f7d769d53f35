// What a site takes of its host, in words.
#ifndef OFFPRINT_CLI_HOST_REPORT_H_
#define OFFPRINT_CLI_HOST_REPORT_H_

#include <string>
#include <vector>

#include "build/host_use.h"
#include "config/site_config.h"

namespace offprint {

// "12 % of 1 GB, largest file 1 % of 100 MB, Jekyll by estimate 8 % of 10 min".
std::string SummaryOf(const HostUse& use);

// From four fifths of a limit on: a line that says so for each, and one for
// each setting that would help, with what it saves. None below that.
std::vector<std::string> HostWarnings(const HostUse& use,
                                      const SiteConfig& config);

}  // namespace offprint

#endif  // OFFPRINT_CLI_HOST_REPORT_H_
