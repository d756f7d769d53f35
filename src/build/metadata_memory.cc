#include "build/metadata_memory.h"

#include <utility>

#include "base/parallel.h"
#include "base/source_file.h"
#include "metadata/file.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

MetadataList ReadList(const DigestPath& path, Diagnostics& diagnostics) {
  std::vector<Metadata> list;
  try {
    MetadataFile file;
    for (MetadataLine& line :
         file.Read(ReadFile(path.path), path.name, diagnostics)) {
      if (auto* metadata = std::get_if<Metadata>(&line)) {
        list.push_back(std::move(*metadata));
      }
    }
  } catch (const EnvironmentError& error) {
    diagnostics.Error({path.name, 0, 0}, error.what());
  }
  return std::make_shared<const std::vector<Metadata>>(std::move(list));
}

}  // namespace

std::string MetadataFolderName(const SiteConfig& config) {
  return (fs::path(config.content) / kMetadataFolder)
      .lexically_normal()
      .generic_string();
}

std::vector<DigestPath> FindMetadata(const fs::path& source,
                                     const SiteConfig& config) {
  const std::string folder = MetadataFolderName(config);
  std::vector<DigestPath> paths;
  for (const fs::path& path : MetadataFilesIn(source / folder)) {
    paths.push_back({path, folder + "/" + path.filename().string()});
  }
  return paths;
}

std::vector<MetadataList> MetadataMemory::Read(
    std::span<const DigestPath> paths, std::span<const InputFile> looked,
    size_t jobs, Diagnostics& diagnostics) {
  std::vector<Known> now(paths.size());
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    const auto found = known_.find(paths[i].name);
    if (found != known_.end() &&
        IsUnchanged(paths[i], looked[i], found->second.file)) {
      now[i] = std::move(found->second);
    } else {
      now[i].file = looked[i];
      now[i].list = ReadList(paths[i], now[i].reports);
    }
  });
  known_.clear();
  std::vector<MetadataList> lists;
  for (Known& known : now) {
    lists.push_back(known.list);
    diagnostics.Append(Diagnostics(known.reports));
    known_.emplace(known.file.name, std::move(known));
  }
  return lists;
}

std::vector<MetadataList> ReadMetadata(const fs::path& source,
                                       const SiteConfig& config, size_t jobs,
                                       Diagnostics& diagnostics) {
  const std::vector<DigestPath> paths = FindMetadata(source, config);
  return MetadataMemory().Read(paths, LookAt(paths), jobs, diagnostics);
}

}  // namespace offprint
