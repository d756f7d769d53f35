#include "build/digest_key.h"

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

}  // namespace offprint
