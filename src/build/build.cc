#include "build/build.h"

#include <optional>
#include <set>
#include <utility>

#include "base/source_file.h"
#include "build/counting_sink.h"
#include "build/ingest.h"
#include "build/read_around.h"
#include "build/stage_clock.h"
#include "build/yielding_sink.h"
#include "engines/engine_file.h"
#include "feeds/search_feeds.h"
#include "feeds/site_feeds.h"
#include "jekyll/site_renderer.h"
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
    const fs::path destination = options_.source / config_.destination;
    CheckDestination(destination,
                     {options_.source, options_.source / config_.content,
                      options_.source / "themes"},
                     options_.foreign);
    Theme theme;
    if (!ReadTheme(&theme)) return;
    const jekyll::Source around = ReadAround(options_.source, options_.config,
                                             config_, theme, diagnostics_);
    Done("pages around");
    const Archive archive = config_.has_archive ? Ingest() : Archive();
    Diagnostics site_diagnostics;
    Site site;
    if (config_.has_archive) {
      site = PlanSite(archive, config_, options_.jobs, site_diagnostics);
    }
    report_.pages = site.pages.size() + around.documents.size();
    Done("plan");
    StagingSink staging(destination, options_.foreign, options_.unchanged);
    CountingSink sink(staging);
    Render({site, theme, around}, sink, site_diagnostics);
    report_.files = sink.files();
    report_.bytes = sink.bytes();
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
    if (!config_.future) DropDaysToCome(config_.time_zone, digests);
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
    ReportIncludes(around.engine(), diagnostics);
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
    render.page_done = [this] { progress_.Advance(); };
    const jekyll::OutputPaths own = jekyll::OutputPathsOf(parts.around);
    YieldingSink archive(own, sink);
    progress_.BeginStage("writing pages", parts.site.pages.size());
    RenderSite(parts.site, parts.theme, around, words, render, archive,
               diagnostics);
    progress_.EndStage();
    Done("render");
    WriteFeeds(parts.site, AddressesAround(parts.around, archive.yielded()),
               archive, diagnostics);
    WriteSearchFeeds(parts.site, options_.jobs, archive);
    archive.Report(diagnostics);
    Done("feeds");
    WriteSearch(parts.site, sink);
  }

  void WriteSearch(const Site& site, OutputSink& sink) {
    switch (config_.search_engine) {
      case SearchEngine::kNone:
        return;
      case SearchEngine::kStatic:
        search::WriteIndex(site, options_.jobs, sink);
        break;
      case SearchEngine::kOpenSearch:
      case SearchEngine::kMeilisearch:
        engines::WriteEngineFiles(config_, sink);
        break;
    }
    Done("search");
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
