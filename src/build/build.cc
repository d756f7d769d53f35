#include "build/build.h"

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <system_error>
#include <tuple>
#include <utility>

#include "base/source_file.h"
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
#include "build/stage_clock.h"
#include "build/yielding_sink.h"
#include "engines/engine_file.h"
#include "feeds/search_feeds.h"
#include "feeds/site_feeds.h"
#include "jekyll/site_renderer.h"
#include "output/recording_sink.h"
#include "output/staging_sink.h"
#include "pages/site.h"
#include "render/renderer.h"
#include "render/site_values.h"
#include "render/theme_files.h"
#include "search/index.h"
#include "theme/settings.h"
#include "theme/theme.h"
#include "theme/theme_data.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr Date kLastDate = {9999, 12, 31};

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
    Done("pages around");
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
    Done("put in place");
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
    Done("plan");
    RecordingSink sink(last.cache().ledger, last.goes_on(), *staging_);
    Render({site, sources.theme, sources.around}, sink, site_diagnostics);
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
    report_.changed = result.written;
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
    auto digests = HasAllDays() && options_.digests != nullptr
                       ? IngestChanged(inputs.digests)
                       : IngestAll(inputs.digests);
    Done("read");
    MetadataMemory none;
    MetadataMemory& memory =
        options_.digests != nullptr ? options_.digests->metadata() : none;
    auto metadata = memory.Read(
        inputs.metadata, std::span(now_.inputs).subspan(inputs.digests.size()),
        options_.jobs, diagnostics_);
    if (!inputs.metadata.empty()) Done("read metadata");
    ArchiveOptions merging = ArchiveOptionsOf(config_);
    merging.jobs = options_.jobs;
    Archive archive =
        BuildArchive(std::move(digests), merging, std::move(metadata));
    report_.counts = archive.counts;
    report_.papers = archive.papers.size();
    report_.days = archive.days.size();
    Done("merge");
    return archive;
  }

  bool HasAllDays() const { return config_.future && options_.limit == 0; }

  using SharedDigests = std::vector<std::shared_ptr<const Digest>>;

  SharedDigests IngestAll(const std::vector<DigestPath>& paths) {
    store_.emplace(options_.source / kCacheFolder / "digests", options_.clean);
    std::vector<Digest> digests = store_->Read(
        paths, now_.inputs, config_, options_.jobs, progress_, diagnostics_);
    DropUnwantedDays(&digests);
    return Shared(std::move(digests));
  }

  SharedDigests IngestChanged(const std::vector<DigestPath>& paths) {
    return options_.digests->Read(paths, now_.inputs, config_, options_.jobs,
                                  diagnostics_);
  }

  void DropUnwantedDays(std::vector<Digest>* digests) {
    if (!config_.future) {
      std::tie(now_.first_day, now_.end_day) =
          DaysAround(Today(config_.time_zone), *digests);
      DropDaysToCome(config_.time_zone, digests);
    }
    if (options_.limit == 0) return;
    const auto first = FirstOfNewestDays(options_.limit, *digests);
    if (first) KeepDays(*first, kLastDate, digests);
  }

  // What is rendered: the archive, and the pages around it.
  struct Parts {
    const Site& site;
    const Theme& theme;
    const jekyll::Source& around;
  };

  void Render(const Parts& parts, OutputSink& sink, Diagnostics& diagnostics) {
    const ThemeData data = LoadThemeData(parts.theme, diagnostics);
    data::Object values;
    if (config_.has_archive) values = MakeSiteValues(parts.site, parts.theme);
    values.Append("data", data.values);
    jekyll::SiteRenderer around(options_.source, parts.around, parts.theme,
                                values, diagnostics);
    around.RenderBodies(diagnostics);
    if (config_.format == OutputFormat::kHtml) {
      around.WriteSite(options_.jobs, FilesOfArchive(parts.around), sink,
                       diagnostics);
      sink.Write(".nojekyll", "");
    } else {
      WriteSource(parts, data, sink, diagnostics);
    }
    Done("render around");
    if (config_.has_archive) {
      RenderArchive(parts, around, data.values, sink, diagnostics);
    }
    const size_t said = diagnostics.list().size();
    ReportIncludes(around.engine(), diagnostics);
    if (diagnostics.list().size() > said) has_said_ = true;
  }

  // Bodies and layouts share includes: what is said of them is said once.
  static void ReportIncludes(const liquid::Engine& engine,
                             Diagnostics& diagnostics) {
    Diagnostics of_includes;
    engine.ReportIncludes(of_includes);
    std::set<std::string> said;
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      said.insert(FormatDiagnostic(diagnostic));
    }
    for (const Diagnostic& diagnostic : of_includes.list()) {
      if (!said.insert(FormatDiagnostic(diagnostic)).second) continue;
      diagnostics.Report(diagnostic.severity, diagnostic.where,
                         diagnostic.message);
    }
  }

  // What the archive writes and plugins would too; a file of the site's own
  // goes before both.
  jekyll::OutputPaths FilesOfArchive(const jekyll::Source& around) const {
    jekyll::OutputPaths files;
    if (!config_.has_archive) return files;
    const jekyll::OutputPaths own = jekyll::OutputPathsOf(around);
    for (const char* name : {"feed.xml", "robots.txt", "sitemap.xml"}) {
      if (!own.contains(name)) files.emplace(name, "");
    }
    return files;
  }

  // The pages around the archive and the theme, for Jekyll.
  void WriteSource(const Parts& parts, const ThemeData& data, OutputSink& sink,
                   Diagnostics& diagnostics) {
    jekyll::OutputPaths written;
    for (const auto& [path, file] : parts.theme.files)
      written.emplace(path, "");
    WriteThemeFiles(parts.theme, data.files, sink, diagnostics);
    jekyll::CopySource(options_.source, parts.around, written, sink,
                       diagnostics);
    sink.Write("_config.yml",
               config_.has_archive
                   ? FormatJekyllConfig(config_,
                                        MakeSiteValues(parts.site, parts.theme))
                   : ReadFile(options_.source / "_config.yml"));
  }

  void RenderArchive(const Parts& parts, const jekyll::SiteRenderer& around,
                     const data::Object& words, OutputSink& sink,
                     Diagnostics& diagnostics) {
    RenderOptions render;
    render.format = config_.format;
    render.jobs = options_.jobs;
    const ContentHashes hashes(parts.site, options_.jobs);
    Done("compare");
    render.hashes = &hashes;
    render.memory = &now_.render;
    render.page_done = [this] { progress_.Advance(); };
    const jekyll::OutputPaths own = jekyll::OutputPathsOf(parts.around);
    YieldingSink archive(own, sink);
    const size_t said = diagnostics.list().size();
    progress_.BeginStage("writing pages", parts.site.pages.size());
    RenderSite(parts.site, parts.theme, around, words, render, archive,
               diagnostics);
    progress_.EndStage();
    has_said_ = diagnostics.list().size() > said;
    Done("render");
    WriteFeeds(parts.site, hashes, options_.jobs,
               AddressesAround(parts.around, archive.yielded()), archive,
               diagnostics);
    WriteSearchFeeds(parts.site, options_.jobs, archive);
    archive.Report(diagnostics);
    Done("feeds");
    WriteSearch(parts.site, hashes, sink);
  }

  void WriteSearch(const Site& site, const ContentHashes& hashes,
                   OutputSink& sink) {
    switch (config_.search_engine) {
      case SearchEngine::kNone:
        return;
      case SearchEngine::kStatic:
        if (options_.keeps_search && sink.KeepBelow("search/")) {
          now_.has_old_search = true;
          break;
        }
        search::WriteIndex(site, hashes,
                           {options_.jobs, options_.source / kCacheFolder},
                           &now_.search, sink);
        break;
      case SearchEngine::kOpenSearch:
      case SearchEngine::kMeilisearch:
        engines::WriteEngineFiles(config_, sink);
        break;
    }
    Done("search");
  }

  void Done(std::string stage) {
    clock_.Done(std::move(stage), staging_ ? staging_->files() : 0,
                &report_.stages);
  }

  const BuildOptions& options_;
  const SiteConfig& config_;
  Progress& progress_;
  Diagnostics& diagnostics_;
  BuildReport report_;
  StageClock clock_;
  bool has_said_ = false;  // something of the archive's pages
  BuildCache now_;
  std::optional<StagingSink> staging_;
  std::optional<DigestStore> store_;  // lives as long as the archive
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
