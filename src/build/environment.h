// What all pages of a site share.
#ifndef OFFPRINT_BUILD_ENVIRONMENT_H_
#define OFFPRINT_BUILD_ENVIRONMENT_H_

#include "base/hash.h"
#include "build/build.h"
#include "config/site_config.h"
#include "jekyll/source.h"
#include "theme/theme.h"

namespace offprint {

// The hash of the program, the settings in all their layers, the theme's files
// and settings, and the pages around the archive. Where it is another, any page
// may be.
Hash128 HashOfEnvironment(const BuildOptions& options, const SiteConfig& config,
                          const Theme& theme, const jekyll::Source& around);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_ENVIRONMENT_H_
