#include "build/digest_memory.h"

#include <utility>

#include "base/parallel.h"

namespace offprint {

std::vector<std::shared_ptr<const Digest>> DigestMemory::Read(
    const std::vector<DigestPath>& paths, const std::vector<InputFile>& looked,
    const SiteConfig& config, size_t jobs, Diagnostics& diagnostics) {
  std::vector<Known> now(paths.size());
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    DigestKey key = KeyOf(paths[i], looked[i], config);
    const auto found = known_.find(paths[i].name);
    if (found != known_.end() && Holds(found->second.key, paths[i], key)) {
      now[i] = std::move(found->second);
      return;
    }
    now[i].key = std::move(key);
    if (auto digest = ReadDigestAt(paths[i], config, now[i].reports)) {
      now[i].digest = std::make_shared<const Digest>(std::move(*digest));
    }
  });
  known_.clear();
  std::vector<std::shared_ptr<const Digest>> digests;
  digests.reserve(paths.size());
  for (Known& known : now) {
    if (known.digest != nullptr) digests.push_back(known.digest);
    diagnostics.Append(Diagnostics(known.reports));
    known_.emplace(known.key.file.name, std::move(known));
  }
  return digests;
}

}  // namespace offprint
