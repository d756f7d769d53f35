// offprint new site
#ifndef OFFPRINT_CLI_NEW_SITE_H_
#define OFFPRINT_CLI_NEW_SITE_H_

#include <string>

#include "cli/options.h"

namespace offprint {

// Begins a site in the folder of that name, seen from the source; returns the
// exit code. With --import the site is one around digests that are there, in a
// folder that may hold files: those stay as they are.
int NewSite(const Options& options, const std::string& name);

}  // namespace offprint

#endif  // OFFPRINT_CLI_NEW_SITE_H_
