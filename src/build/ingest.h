// From a folder of digests to the archive.
#ifndef OFFPRINT_BUILD_INGEST_H_
#define OFFPRINT_BUILD_INGEST_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/progress.h"
#include "base/time_zone.h"
#include "config/site_config.h"
#include "model/archive.h"

namespace offprint {

// A digest file: where it is, and what messages and pages call it (relative to
// the site's folder, "/" between folders).
struct DigestPath {
  std::filesystem::path path;
  std::string name;
};

// The digests (.md, .markdown, .txt) below the content folder of the site at
// `source`, in the order of their names. Names that begin with "." or "_" (but
// for _drafts, where drafts are built), what the settings exclude, and folders
// that a build has made are left out. A folder that cannot be read is an error
// in `diagnostics`; a content folder that is not there, an EnvironmentError.
std::vector<DigestPath> FindDigests(const std::filesystem::path& source,
                                    const SiteConfig& config,
                                    Diagnostics& diagnostics);

// The dialect that the settings force on a file of that name.
std::optional<Dialect> ForcedDialect(const std::string& name,
                                     const SiteConfig& config);

// Reads one file; nothing for a draft that the settings do not want.
std::optional<Digest> ReadDigestAt(const DigestPath& path,
                                   const SiteConfig& config,
                                   Diagnostics& diagnostics);

// Reads the files on `jobs` threads. Digests and diagnostics come in the order
// of the paths; drafts are left out unless the settings want them.
std::vector<Digest> ReadDigests(const std::vector<DigestPath>& paths,
                                const SiteConfig& config, size_t jobs,
                                Progress& progress, Diagnostics& diagnostics);

// Takes days before `first` and after `last` out of the list, with their
// entries: digests that have such days are replaced by what is left of them.
// What has no date stays.
void KeepDays(Date first, Date last, SharedDigests* digests);

// Today by the zone's clock, in days since 1970.
int64_t Today(const TimeZone& zone);

// Takes days after today out of the digests.
void DropDaysToCome(const TimeZone& zone, SharedDigests* digests);

// The last day of the digests up to `day` and the first one after it, in days
// since 1970; the ends of time where there is none.
std::pair<int64_t, int64_t> DaysAround(int64_t day,
                                       const SharedDigests& digests);

// The first of the newest `count` days of the digests; nothing where there are
// no more than that.
std::optional<Date> FirstOfNewestDays(size_t count,
                                      const SharedDigests& digests);

// What the settings say about the merge.
ArchiveOptions ArchiveOptionsOf(const SiteConfig& config);

// The archive of the site at `source`, as exports want it: all days, without
// those to come where the settings leave them out.
Archive ReadArchive(const std::filesystem::path& source,
                    const SiteConfig& config, size_t jobs, Progress& progress,
                    Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_INGEST_H_
