#include "build/build.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <system_error>
#include <tuple>
#include <utility>

#include "base/resident_limit.h"
#include "build/build_cache.h"
#include "build/digest_memory.h"
#include "build/digest_store.h"
#include "build/environment.h"
#include "build/ingest.h"
#include "build/input_files.h"
#include "build/inputs.h"
#include "build/last_build.h"
#include "build/metadata_memory.h"
#include "build/read_around.h"
#include "build/site_writer.h"
#include "build/stage_clock.h"
#include "output/recording_sink.h"
#include "output/staging_sink.h"
#include "pages/site.h"
#include "theme/settings.h"
#include "theme/theme.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr Date kLastDate = {9999, 12, 31};

// So many bytes of digests that lie in files are in memory at most, about.
constexpr size_t kMostMapped = size_t{12} << 20;

class Build {
 public:
  Build(const BuildOptions& options, const SiteConfig& config,
        Progress& progress, Diagnostics& diagnostics)
      : options_(options),
        config_(config),
        progress_(progress),
        diagnostics_(diagnostics) {}

  BuildReport Run() {
    const double wall = WallSeconds();
    const double cpu = CpuSeconds();
    Passes();
    report_.wall = WallSeconds() - wall;
    report_.cpu = CpuSeconds() - cpu;
    report_.peak_memory = PeakMemory();
    return std::move(report_);
  }

 private:
  void Passes() {
    const fs::path destination =
        options_.source / (options_.aside.empty()
                               ? fs::path(config_.destination)
                               : options_.aside);
    CheckDestination(destination,
                     {options_.source, options_.source / config_.content,
                      options_.source / "themes"},
                     options_.foreign);
    Theme theme;
    if (!ReadTheme(&theme)) return;
    const jekyll::Source around = ReadAround(options_.source, options_.config,
                                             config_, theme, diagnostics_);
    const Inputs inputs = FindInputs(options_.source, config_, diagnostics_);
    now_.environment = HashOfEnvironment(options_, config_, theme, around);
    const LastBuild last(options_, config_, destination, now_.environment);
    report_.why_all = last.why();
    done_("pages around");
    if (last.IsUpToDate(inputs.All())) {
      return LeaveAlone(last.cache(), destination);
    }
    now_.inputs = LookAt(inputs.All());
    if (last.goes_on()) {
      now_.render = last.cache().render;
      now_.search = last.cache().search;
    }
    staging_.emplace(destination, options_.foreign);
    auto files = MakeFiles({inputs, theme, around}, last);
    if (!files) return;
    PutInPlace(*std::move(files), last);
    report_.built = true;
    done_("put in place");
  }

  // What a site is made from.
  struct Sources {
    const Inputs& inputs;
    const Theme& theme;
    const jekyll::Source& around;
  };

  // Hands all files to the staging sink, and has nothing of the archive in
  // memory at the end. Nothing where the site must not be put in place.
  std::optional<RecordingSink::Result> MakeFiles(const Sources& sources,
                                                 const LastBuild& last) {
    const size_t said = diagnostics_.list().size();
    const Archive archive =
        config_.has_archive ? Ingest(sources.inputs) : Archive();
    Diagnostics site_diagnostics;
    Site site;
    if (config_.has_archive) {
      site = PlanSite(archive, config_, site_diagnostics);
    }
    report_.pages = site.pages.size() + sources.around.documents.size();
    done_("plan");
    if (site_diagnostics.errors() > 0) {
      diagnostics_.Append(std::move(site_diagnostics));
      return std::nullopt;
    }
    RecordingSink sink(last.cache().ledger, last.goes_on(), *staging_);
    SiteWriter writer(options_, config_, {site, sources.theme, sources.around},
                      &now_, progress_, done_);
    writer.Write(sink, site_diagnostics);
    has_said_ = writer.has_said();
    const bool failed = site_diagnostics.errors() > 0;
    diagnostics_.Append(std::move(site_diagnostics));
    now_.diagnostics.assign(
        diagnostics_.list().begin() + static_cast<std::ptrdiff_t>(said),
        diagnostics_.list().end());
    if (failed || (options_.strict &&
                   diagnostics_.warnings() + diagnostics_.errors() > 0)) {
      return std::nullopt;
    }
    return sink.Finish();
  }

  // Reports the last build's site as it stands.
  void LeaveAlone(const BuildCache& before, const fs::path& destination) {
    RemoveLeftovers(destination);
    for (const Diagnostic& diagnostic : before.diagnostics) {
      diagnostics_.Report(diagnostic.severity, diagnostic.where,
                          diagnostic.message);
    }
    if (options_.strict &&
        diagnostics_.warnings() + diagnostics_.errors() > 0) {
      return;
    }
    report_.counts = before.counts;
    report_.papers = before.papers;
    report_.days = before.days;
    report_.pages = before.pages;
    CountFiles(before.ledger);
    report_.site = before.site;
    report_.built = true;
  }

  void CountFiles(const Ledger& ledger) {
    report_.files = ledger.files().size();
    report_.use = UseOf(ledger, config_, report_.pages);
  }

  // Nothing is remembered of a build that had something to say of its pages:
  // the next one has to say it again.
  void PutInPlace(RecordingSink::Result result, const LastBuild& last) {
    const Hash128 site = result.ledger.Id();
    CountFiles(result.ledger);
    report_.written = result.written.size() + result.stale.size();
    report_.site = site;
    const bool changes_some = last.goes_on() && report_.written > 0;
    if (changes_some) {
      staging_->CommitChanges(result.written, result.stale, last.cache().site);
    } else if (!last.goes_on()) {
      staging_->TakeOver(result.same);
      staging_->Commit(site);
    }
    now_.ledger = std::move(result.ledger);
    now_.site = site;
    now_.counts = report_.counts;
    now_.papers = report_.papers;
    now_.days = report_.days;
    now_.pages = report_.pages;
    std::error_code error;
    if (has_said_) {
      fs::remove(last.cache_path(), error);
    } else if (!SaveCache(last.cache_path(), now_)) {
      diagnostics_.Note({last.cache_path().string(), 0, 0},
                        "cannot be written: the next build makes everything "
                        "anew");
    }
    if (changes_some) staging_->Finish(site);
    report_.changed.assign(result.written.begin(), result.written.end());
  }

  bool ReadTheme(Theme* theme) {
    std::vector<fs::path> folders = {options_.source / "themes"};
    folders.insert(folders.end(), options_.theme_folders.begin(),
                   options_.theme_folders.end());
    const size_t errors = diagnostics_.errors();
    if (!LoadTheme(ThemeOf(config_), options_.source, folders, theme,
                   diagnostics_, SiteFoldersOf(config_.jekyll))) {
      return false;
    }
    theme->settings =
        ResolveSettings(DeclaredSettings(*theme, diagnostics_),
                        config_.theme_settings, options_.config, diagnostics_);
    return diagnostics_.errors() == errors;
  }

  Archive Ingest(const Inputs& inputs) {
    DigestMemory own;
    DigestMemory& memory =
        options_.digests != nullptr ? *options_.digests : own;
    const auto read_first = [&] {
      const Stored stored = options_.clean ? Stored::kForget : Stored::kUse;
      return DigestStore(options_.source / kCacheFolder / "digests", stored)
          .Read(inputs.digests, now_.inputs, config_, options_.jobs, progress_);
    };
    SharedDigests digests =
        memory.Read(inputs.digests, now_.inputs, config_, options_.jobs,
                    read_first, diagnostics_);
    LimitMemoryOf(digests);
    DropUnwantedDays(&digests);
    done_("read");
    auto metadata = memory.metadata().Read(
        inputs.metadata, std::span(now_.inputs).subspan(inputs.digests.size()),
        options_.jobs, diagnostics_);
    if (!inputs.metadata.empty()) done_("read metadata");
    ArchiveOptions merging = ArchiveOptionsOf(config_);
    merging.jobs = options_.jobs;
    Archive archive =
        BuildArchive(std::move(digests), merging, std::move(metadata));
    report_.counts = archive.counts;
    report_.papers = archive.papers.size();
    report_.days = archive.days.size();
    done_("merge");
    return archive;
  }

  // What of the digests lies in files takes no more memory than needed while
  // the archive is there.
  void LimitMemoryOf(const SharedDigests& digests) {
    std::vector<std::shared_ptr<const MappedFile>> files;
    for (const auto& digest : digests) {
      const auto& file = digest->file;
      if (file != nullptr && std::ranges::count(files, file) == 0) {
        files.push_back(file);
      }
    }
    if (files.empty()) return;
    try {
      limit_.emplace(std::move(files), kMostMapped);
    } catch (const std::system_error&) {
      return;  // there is no further thread to be had: they take memory
    }
  }

  void DropUnwantedDays(SharedDigests* digests) {
    if (!config_.future) {
      std::tie(now_.first_day, now_.end_day) =
          DaysAround(Today(config_.time_zone), *digests);
      DropDaysToCome(config_.time_zone, digests);
    }
    if (options_.limit == 0) return;
    const auto first = FirstOfNewestDays(options_.limit, *digests);
    if (first) KeepDays(*first, kLastDate, digests);
  }

  const BuildOptions& options_;
  const SiteConfig& config_;
  Progress& progress_;
  Diagnostics& diagnostics_;
  BuildReport report_;
  StageClock clock_;
  const std::function<void(std::string)> done_ = [this](std::string stage) {
    clock_.Done(std::move(stage), staging_ ? staging_->files() : 0,
                &report_.stages);
  };
  bool has_said_ = false;  // something of the archive's pages
  BuildCache now_;
  std::optional<StagingSink> staging_;
  std::optional<ResidentLimit> limit_;
};

}  // namespace

std::string ThemeOf(const SiteConfig& config) {
  if (config.has_archive) return config.theme;
  const data::Value* theme = config.jekyll.Find("theme");
  return theme != nullptr && theme->AsString() != nullptr ? *theme->AsString()
                                                          : std::string();
}

BuildReport BuildSite(const BuildOptions& options, const SiteConfig& config,
                      Progress& progress, Diagnostics& diagnostics) {
  return Build(options, config, progress, diagnostics).Run();
}

}  // namespace offprint
