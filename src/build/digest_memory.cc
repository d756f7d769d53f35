#include "build/digest_memory.h"

#include <utility>

#include "base/parallel.h"

namespace offprint {

SharedDigests DigestMemory::Read(
    const std::vector<DigestPath>& paths, const std::vector<InputFile>& looked,
    const SiteConfig& config, size_t jobs,
    const std::function<std::vector<DigestReading>()>& read_first,
    Diagnostics& diagnostics) {
  std::vector<DigestReading> first;
  if (!has_read_) first = read_first();
  std::vector<Known> now(paths.size());
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    DigestKey key = KeyOf(paths[i], looked[i], config);
    const auto found = known_.find(paths[i].name);
    if (!has_read_) {
      now[i] = {std::move(key), std::move(first[i])};
    } else if (found != known_.end() && found->second.reading.could_be_read &&
               Holds(found->second.key, paths[i], key)) {
      now[i] = std::move(found->second);
    } else {
      now[i] = {std::move(key), ReadAnew(paths[i], config)};
    }
  });
  has_read_ = true;
  known_.clear();
  SharedDigests digests;
  digests.reserve(paths.size());
  for (Known& known : now) {
    const DigestReading& reading = known.reading;
    if (reading.digest != nullptr) digests.push_back(reading.digest);
    diagnostics.Append(Diagnostics(reading.reports));
    known_.emplace(known.key.file.name, std::move(known));
  }
  return digests;
}

}  // namespace offprint
