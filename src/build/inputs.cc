#include "build/inputs.h"

#include "build/metadata_memory.h"

namespace offprint {

std::vector<DigestPath> Inputs::All() const {
  std::vector<DigestPath> all = digests;
  all.insert(all.end(), metadata.begin(), metadata.end());
  return all;
}

Inputs FindInputs(const std::filesystem::path& source, const SiteConfig& config,
                  Diagnostics& diagnostics) {
  if (!config.has_archive) return {};
  Inputs inputs;
  inputs.digests = FindDigests(source, config, diagnostics);
  inputs.metadata = FindMetadata(source, config);
  if (inputs.digests.empty()) {
    diagnostics.Warning(
        {config.content, 0, 0},
        "there is no digest (.md, .markdown, .txt) in this folder; the site "
        "will be empty");
  }
  return inputs;
}

}  // namespace offprint
