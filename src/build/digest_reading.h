// One digest as it was read, and all that decides on that.
#ifndef OFFPRINT_BUILD_DIGEST_READING_H_
#define OFFPRINT_BUILD_DIGEST_READING_H_

#include <memory>
#include <optional>

#include "base/diagnostics.h"
#include "build/ingest.h"
#include "build/input_files.h"
#include "config/site_config.h"
#include "model/digest.h"

namespace offprint {

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

// What was read of one file.
struct DigestReading {
  std::shared_ptr<const Digest> digest;  // null for a draft
  Diagnostics reports;
  bool could_be_read = true;  // else the next build tries again
};

// Reads the file, and makes the excerpts that pages show.
DigestReading ReadAnew(const DigestPath& path, const SiteConfig& config);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_DIGEST_READING_H_
