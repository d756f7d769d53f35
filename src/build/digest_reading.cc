#include "build/digest_reading.h"

#include <utility>

#include "pages/excerpt.h"

namespace offprint {

DigestKey KeyOf(const DigestPath& path, const InputFile& looked,
                const SiteConfig& config) {
  return {looked, ForcedDialect(path.name, config), config.drafts};
}

bool Holds(const DigestKey& before, const DigestPath& path,
           const DigestKey& now) {
  return before.drafts == now.drafts && before.forced == now.forced &&
         IsUnchanged(path, now.file, before.file);
}

DigestReading ReadAnew(const DigestPath& path, const SiteConfig& config) {
  DigestReading reading;
  if (auto digest = ReadDigestAt(path, config, reading.reports)) {
    reading.could_be_read = digest->source_file.has_text();
    MakeExcerpts(&*digest);
    reading.digest = std::make_shared<const Digest>(std::move(*digest));
  }
  return reading;
}

}  // namespace offprint
