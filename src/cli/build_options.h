// What `build` and `serve` have in common.
#ifndef OFFPRINT_CLI_BUILD_OPTIONS_H_
#define OFFPRINT_CLI_BUILD_OPTIONS_H_

#include <string>

#include "build/build.h"
#include "cli/options.h"

namespace offprint {

BuildOptions BuildOptionsOf(const Options& options);

// What the build did of the site: "all of it: it is the first build".
std::string MadeOf(const BuildReport& report);

}  // namespace offprint

#endif  // OFFPRINT_CLI_BUILD_OPTIONS_H_
