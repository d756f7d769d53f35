#include "build/ingest.h"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "base/folder_link.h"
#include "base/parallel.h"
#include "base/source_file.h"
#include "base/text.h"
#include "build/metadata_memory.h"
#include "config/glob.h"
#include "data/front_matter.h"
#include "output/output_folder.h"
#include "readers/reader.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

bool IsDigestName(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".md" || extension == ".markdown" || extension == ".txt";
}

bool IsHidden(const fs::path& path, const SiteConfig& config) {
  const std::string name = path.filename().string();
  if (name == "_drafts" && config.drafts) return false;
  return name.starts_with('.') || name.starts_with('_');
}

// What Jekyll and Hugo take as a draft. Front matter that is no YAML is
// reported, and holds back the file where a line of it asks for that.
bool IsDraft(const SourceFile& file, Diagnostics& diagnostics) {
  if (!file.text().starts_with("---")) return false;
  const size_t errors = diagnostics.errors();
  const data::FrontMatter matter =
      data::SplitFrontMatter(file.text(), file.name(), diagnostics);
  if (diagnostics.errors() > errors) {
    const auto size =
        static_cast<size_t>(matter.body.data() - file.text().data());
    return std::ranges::any_of(
        Split(file.text().substr(0, size), '\n'), [](std::string_view line) {
          line = TrimRight(line);
          return line == "draft: true" || line == "published: false";
        });
  }
  const auto is = [&](std::string_view key, bool wanted) {
    const data::Value* value = matter.values.Find(key);
    return value != nullptr && value->AsBool() != nullptr &&
           *value->AsBool() == wanted;
  };
  return is("draft", true) || is("published", false);
}

// Whether the settings say that it is none.
bool IsNoDigest(const std::string& name, const SiteConfig& config) {
  return MatchesGlobs(config.exclude, name) ||
         (!IsRemoteDigest(config.content, name) &&
          MatchesGlobs(config.pages, name));
}

// Whether a build has made the folder: "destination: content/site".
bool IsOutput(const fs::directory_entry& item) {
  std::error_code error;
  return item.is_directory(error) &&
         fs::exists(item.path() / kMarkerName, error);
}

// Whether opening it may wait for ever: a pipe, a socket, a device.
bool IsSpecial(const fs::directory_entry& item) {
  std::error_code error;
  return item.exists(error) && !item.is_regular_file(error);
}

// Paths in messages and pages: as seen from the site's folder, if below it.
std::string NameOf(const fs::path& path, const fs::path& source) {
  const fs::path relative = path.lexically_relative(source);
  const bool below = !relative.empty() && *relative.begin() != "..";
  return (below ? relative : path).generic_string();
}

}  // namespace

std::vector<DigestPath> FindDigests(const fs::path& source,
                                    const SiteConfig& config,
                                    Diagnostics& diagnostics) {
  const fs::path content = (source / config.content).lexically_normal();
  std::error_code error;
  if (!fs::is_directory(content, error)) {
    throw EnvironmentError("there is no folder " + content.string() +
                           "; put the digests there, or name their folder "
                           "with \"content:\" in site.yml");
  }
  std::vector<DigestPath> paths;
  fs::recursive_directory_iterator at(
      content, fs::directory_options::follow_directory_symlink, error);
  while (!error && at != fs::recursive_directory_iterator()) {
    const std::string name = NameOf(at->path(), source);
    if (IsHidden(at->path(), config) || IsNoDigest(name, config) ||
        IsOutput(*at)) {
      at.disable_recursion_pending();
    } else if (LeadsBack(*at)) {
      diagnostics.Warning({name, 0, 0}, kLeadsBack);
      at.disable_recursion_pending();
    } else if (IsDigestName(at->path()) && !IsSpecial(*at)) {
      paths.push_back({at->path(), name});
    }
    fs::path current = at->path();
    at.increment(error);
    if (error) {
      diagnostics.Error({NameOf(current, source), 0, 0},
                        "cannot read the folder: " + error.message());
    }
  }
  std::sort(
      paths.begin(), paths.end(),
      [](const DigestPath& a, const DigestPath& b) { return a.name < b.name; });
  return paths;
}

std::optional<Dialect> ForcedDialect(const std::string& name,
                                     const SiteConfig& config) {
  for (const DialectRule& rule : config.dialects) {
    if (MatchesGlob(rule.files, name)) return FindDialect(rule.dialect);
  }
  return std::nullopt;
}

std::optional<Digest> ReadDigestAt(const DigestPath& path,
                                   const SiteConfig& config,
                                   Diagnostics& diagnostics) {
  SourceFile file = SourceFile::Read(path.path, path.name, diagnostics);
  if (IsDraft(file, diagnostics) && !config.drafts) return std::nullopt;
  return ReadDigest(std::move(file), ForcedDialect(path.name, config),
                    diagnostics);
}

std::vector<Digest> ReadDigests(const std::vector<DigestPath>& paths,
                                const SiteConfig& config, size_t jobs,
                                Progress& progress, Diagnostics& diagnostics) {
  std::vector<std::optional<Digest>> digests(paths.size());
  std::vector<Diagnostics> reports(paths.size());
  progress.BeginStage("reading digests", paths.size());
  ParallelFor(jobs, paths.size(), [&](size_t, size_t i) {
    digests[i] = ReadDigestAt(paths[i], config, reports[i]);
    progress.Advance();
  });
  progress.EndStage();
  std::vector<Digest> kept;
  kept.reserve(digests.size());
  for (std::optional<Digest>& digest : digests) {
    if (digest) kept.push_back(std::move(*digest));
  }
  for (Diagnostics& report : reports) diagnostics.Append(std::move(report));
  return kept;
}

void KeepDays(Date first, Date last, SharedDigests* digests) {
  const auto is_out = [&](const std::optional<Date>& day) {
    return day && (*day < first || *day > last);
  };
  for (std::shared_ptr<const Digest>& digest : *digests) {
    const auto entry_is_out = [&](const Entry& entry) {
      return is_out(entry.day ? entry.day : digest->date);
    };
    if (!is_out(digest->date) && std::ranges::none_of(digest->days, is_out) &&
        std::ranges::none_of(digest->entries, entry_is_out)) {
      continue;
    }
    auto part = std::make_shared<Digest>();
    part->source_file = SourceFile::WithoutText(digest->source_file.name());
    part->file = digest->file;
    part->whole = digest;
    part->dialect = digest->dialect;
    if (!is_out(digest->date)) part->date = digest->date;
    part->source = digest->source;
    part->meta = digest->meta;
    std::ranges::remove_copy_if(
        digest->entries, std::back_inserter(part->entries), entry_is_out);
    std::ranges::remove_copy_if(digest->days, std::back_inserter(part->days),
                                is_out);
    digest = std::move(part);
  }
}

int64_t Today(const TimeZone& zone) {
  const int64_t now = std::time(nullptr);
  return (now + zone.OffsetAt(now)) / 86400;
}

void DropDaysToCome(const TimeZone& zone, SharedDigests* digests) {
  constexpr Date kFirstDate = {1, 1, 1};
  KeepDays(kFirstDate, DateFromDays(static_cast<int>(Today(zone))), digests);
}

std::pair<int64_t, int64_t> DaysAround(int64_t day,
                                       const SharedDigests& digests) {
  std::pair<int64_t, int64_t> days = {INT64_MIN, INT64_MAX};
  const auto look = [&](const std::optional<Date>& date) {
    if (!date) return;
    const int64_t that = DaysSinceEpoch(*date);
    if (that <= day) {
      days.first = std::max(days.first, that);
    } else {
      days.second = std::min(days.second, that);
    }
  };
  for (const auto& digest : digests) {
    look(digest->date);
    for (const Date date : digest->days) look(date);
    for (const Entry& entry : digest->entries) look(entry.day);
  }
  return days;
}

std::optional<Date> FirstOfNewestDays(size_t count,
                                      const SharedDigests& digests) {
  std::set<Date, std::greater<>> days;
  for (const auto& digest : digests) {
    days.insert(digest->days.begin(), digest->days.end());
    if (digest->date) days.insert(*digest->date);
    for (const Entry& entry : digest->entries) {
      if (entry.day) days.insert(*entry.day);
    }
  }
  if (days.size() <= count) return std::nullopt;
  return *std::next(days.begin(), static_cast<std::ptrdiff_t>(count) - 1);
}

ArchiveOptions ArchiveOptionsOf(const SiteConfig& config) {
  ArchiveOptions options;
  options.topic_aliases = config.topic_aliases;
  options.day_rule = config.days == DayDate::kPublished ? DayRule::kPublished
                                                        : DayRule::kDigest;
  return options;
}

Archive ReadArchive(const fs::path& source, const SiteConfig& config,
                    size_t jobs, Progress& progress, Diagnostics& diagnostics) {
  SharedDigests digests =
      Shared(ReadDigests(FindDigests(source, config, diagnostics), config, jobs,
                         progress, diagnostics));
  if (!config.future) DropDaysToCome(config.time_zone, &digests);
  return BuildArchive(std::move(digests), ArchiveOptionsOf(config),
                      ReadMetadata(source, config, jobs, diagnostics));
}

}  // namespace offprint
