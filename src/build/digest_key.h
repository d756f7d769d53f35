#ifndef OFFPRINT_BUILD_DIGEST_KEY_H_
#define OFFPRINT_BUILD_DIGEST_KEY_H_

#include <optional>

#include "build/ingest.h"
#include "build/input_files.h"
#include "config/site_config.h"
#include "model/digest.h"

namespace offprint {

// All that decides on what a digest is read as.
struct DigestKey {
  InputFile file;
  // What the settings say of it.
  std::optional<Dialect> forced;
  bool drafts = false;

  bool operator==(const DigestKey&) const = default;
};

// `looked` is what LookAt says of the path.
DigestKey KeyOf(const DigestPath& path, const InputFile& looked,
                const SiteConfig& config);

// Whether a digest that was read under the key `before` need not be read again.
bool Holds(const DigestKey& before, const DigestPath& path,
           const DigestKey& now);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_DIGEST_KEY_H_
