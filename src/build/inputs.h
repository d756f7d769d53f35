// The files that a site's archive is made of.
#ifndef OFFPRINT_BUILD_INPUTS_H_
#define OFFPRINT_BUILD_INPUTS_H_

#include <filesystem>
#include <vector>

#include "base/diagnostics.h"
#include "build/ingest.h"
#include "config/site_config.h"

namespace offprint {

struct Inputs {
  std::vector<DigestPath> digests;
  std::vector<DigestPath> metadata;

  // Digests, then metadata.
  std::vector<DigestPath> All() const;
};

// Those of the site at `source`, each in the order of their names; none where
// the settings want no archive. That there is no digest is a warning.
Inputs FindInputs(const std::filesystem::path& source, const SiteConfig& config,
                  Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_INPUTS_H_
