#include "build/digest_memory.h"

#include <utility>

#include "base/parallel.h"

namespace offprint {

std::vector<std::shared_ptr<const Digest>> DigestMemory::Read(
    const std::vector<DigestPath>& paths, const std::vector<InputFile>& looked,
    const SiteConfig& config, size_t jobs, Diagnostics& diagnostics) {
  std::vector<Known> now(paths.size());
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    now[i] = Holds(paths[i], looked[i], config)
                 ? std::move(known_.find(paths[i].name)->second)
                 : ReadAnew(paths[i], looked[i], config);
  });
  known_.clear();
  std::vector<std::shared_ptr<const Digest>> digests;
  digests.reserve(paths.size());
  for (Known& known : now) {
    if (known.digest != nullptr) digests.push_back(known.digest);
    diagnostics.Append(Diagnostics(known.reports));
    known_.emplace(known.file.name, std::move(known));
  }
  return digests;
}

DigestMemory::Known DigestMemory::ReadAnew(const DigestPath& path,
                                           const InputFile& looked,
                                           const SiteConfig& config) const {
  Known known;
  known.file = looked;
  known.forced = ForcedDialect(path.name, config);
  known.drafts = config.drafts;
  if (std::optional<Digest> digest =
          ReadDigestAt(path, config, known.reports)) {
    known.digest = std::make_shared<const Digest>(std::move(*digest));
  }
  return known;
}

bool DigestMemory::Holds(const DigestPath& path, const InputFile& looked,
                         const SiteConfig& config) const {
  const auto found = known_.find(path.name);
  return found != known_.end() && found->second.drafts == config.drafts &&
         found->second.forced == ForcedDialect(path.name, config) &&
         IsUnchanged(path, looked, found->second.file);
}

}  // namespace offprint
