#include "build/digest_memory.h"

#include <utility>

#include "base/parallel.h"
#include "build/digest_store.h"

namespace offprint {

SharedDigests DigestMemory::Read(const std::vector<DigestPath>& paths,
                                 const std::vector<InputFile>& looked,
                                 const SiteConfig& config,
                                 const std::filesystem::path& store,
                                 bool forgotten, size_t jobs,
                                 Progress& progress, Diagnostics& diagnostics) {
  std::vector<Known> now;
  if (has_read_) {
    now = ReadChanged(paths, looked, config, jobs);
  } else {
    now.resize(paths.size());
    std::vector<DigestReading> readings =
        DigestStore(store, forgotten)
            .Read(paths, looked, config, jobs, progress);
    for (size_t i = 0; i < paths.size(); ++i) {
      now[i] = {KeyOf(paths[i], looked[i], config), std::move(readings[i])};
    }
  }
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

std::vector<DigestMemory::Known> DigestMemory::ReadChanged(
    const std::vector<DigestPath>& paths, const std::vector<InputFile>& looked,
    const SiteConfig& config, size_t jobs) {
  std::vector<Known> now(paths.size());
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    DigestKey key = KeyOf(paths[i], looked[i], config);
    const auto found = known_.find(paths[i].name);
    if (found != known_.end() && Holds(found->second.key, paths[i], key)) {
      now[i] = std::move(found->second);
    } else {
      now[i] = {std::move(key), ReadAnew(paths[i], config)};
    }
  });
  return now;
}

}  // namespace offprint
