#include "build/build.h"

#include <atomic>
#include <ctime>
#include <optional>
#include <utility>

#include "build/ingest.h"
#include "build/stage_clock.h"
#include "feeds/site_feeds.h"
#include "output/staging_sink.h"
#include "pages/site.h"
#include "render/renderer.h"
#include "theme/settings.h"
#include "theme/theme.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

// Counts what passes through.
class CountingSink final : public OutputSink {
 public:
  explicit CountingSink(OutputSink& sink) : sink_(sink) {}

  void Write(std::string_view path, std::string_view bytes) override {
    sink_.Write(path, bytes);
    ++files_;
    bytes_ += bytes.size();
  }
  size_t files() const { return files_; }
  uint64_t bytes() const { return bytes_; }

 private:
  OutputSink& sink_;
  std::atomic<size_t> files_ = 0;
  std::atomic<uint64_t> bytes_ = 0;
};

constexpr Date kFirstDate = {1, 1, 1};
constexpr Date kLastDate = {9999, 12, 31};

// Today, by the clock of the zone.
Date Today(const TimeZone& zone) {
  const int64_t now = std::time(nullptr);
  const int64_t local = now + zone.OffsetAt(now);
  return DateFromDays(static_cast<int>(local / 86400));
}

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
    const fs::path destination = options_.source / config_.destination;
    CheckDestination(destination,
                     {options_.source, options_.source / config_.content,
                      options_.source / "themes"},
                     options_.foreign);
    Theme theme;
    std::vector<fs::path> folders = {options_.source / "themes"};
    folders.insert(folders.end(), options_.theme_folders.begin(),
                   options_.theme_folders.end());
    const size_t errors = diagnostics_.errors();
    if (!LoadTheme(config_.theme, options_.source, folders, &theme,
                   diagnostics_)) {
      return;
    }
    theme.settings =
        ResolveSettings(DeclaredSettings(theme, diagnostics_),
                        config_.theme_settings, options_.config, diagnostics_);
    if (diagnostics_.errors() > errors) return;
    const Archive archive = Ingest();
    Diagnostics site_diagnostics;
    const Site site =
        PlanSite(archive, config_, options_.jobs, site_diagnostics);
    report_.pages = site.pages.size();
    Done("plan");
    StagingSink staging(destination, options_.foreign, options_.unchanged);
    CountingSink sink(staging);
    Render(site, theme, sink, site_diagnostics);
    const bool failed = site_diagnostics.errors() > 0;
    diagnostics_.Append(std::move(site_diagnostics));
    if (failed || (options_.strict &&
                   diagnostics_.warnings() + diagnostics_.errors() > 0)) {
      return;
    }
    staging.Commit();
    report_.built = true;
    Done("put in place");
  }

  Archive Ingest() {
    const std::vector<DigestPath> paths =
        FindDigests(options_.source, config_, diagnostics_);
    if (paths.empty()) {
      diagnostics_.Warning(
          {config_.content, 0, 0},
          "there is no digest (.md, .markdown, .txt) in this folder; the site "
          "will be empty");
    }
    std::vector<Digest> digests =
        ReadDigests(paths, config_, options_.jobs, progress_, diagnostics_);
    DropUnwantedDays(&digests);
    Done("read");
    Archive archive =
        BuildArchive(std::move(digests), ArchiveOptionsOf(config_));
    report_.counts = archive.counts;
    report_.papers = archive.papers.size();
    report_.days = archive.days.size();
    Done("merge");
    return archive;
  }

  void DropUnwantedDays(std::vector<Digest>* digests) {
    if (!config_.future) {
      KeepDays(kFirstDate, Today(config_.time_zone), digests);
    }
    if (options_.limit == 0) return;
    const auto first = FirstOfNewestDays(options_.limit, *digests);
    if (first) KeepDays(*first, kLastDate, digests);
  }

  void Render(const Site& site, const Theme& theme, CountingSink& sink,
              Diagnostics& diagnostics) {
    RenderOptions render;
    render.format = config_.format;
    render.jobs = options_.jobs;
    render.page_done = [this] { progress_.Advance(); };
    progress_.BeginStage("writing pages", site.pages.size());
    RenderSite(site, theme, render, sink, diagnostics);
    progress_.EndStage();
    Done("render");
    WriteFeeds(site, sink, diagnostics);
    Done("feeds");
    report_.files = sink.files();
    report_.bytes = sink.bytes();
  }

  void Done(std::string stage) {
    clock_.Done(std::move(stage), &report_.stages);
  }

  const BuildOptions& options_;
  const SiteConfig& config_;
  Progress& progress_;
  Diagnostics& diagnostics_;
  BuildReport report_;
  StageClock clock_;
};

}  // namespace

BuildReport BuildSite(const BuildOptions& options, const SiteConfig& config,
                      Progress& progress, Diagnostics& diagnostics) {
  return Build(options, config, progress, diagnostics).Run();
}

}  // namespace offprint
