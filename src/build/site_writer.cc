// The order of passes: the pages around the archive, since their layouts and
// what they reach are the archive's too; the archive's pages; feeds; the
// search.
#include "build/site_writer.h"

#include <set>
#include <utility>

#include "base/source_file.h"
#include "build/read_around.h"
#include "build/yielding_sink.h"
#include "engines/engine_file.h"
#include "feeds/search_feeds.h"
#include "feeds/site_feeds.h"
#include "render/renderer.h"
#include "render/site_values.h"
#include "render/theme_files.h"
#include "search/index.h"

namespace offprint {
namespace {

// Bodies and layouts share includes: what is said of them is said once.
void ReportIncludes(const liquid::Engine& engine, Diagnostics& diagnostics) {
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

}  // namespace

void SiteWriter::Write(OutputSink& sink, Diagnostics& diagnostics) {
  const ThemeData data = LoadThemeData(parts_.theme, diagnostics);
  data::Object values;
  if (config_.has_archive) values = MakeSiteValues(parts_.site, parts_.theme);
  values.Append("data", data.values);
  jekyll::SiteRenderer around(options_.source, parts_.around, parts_.theme,
                              values, diagnostics);
  around.RenderBodies(diagnostics);
  if (config_.format == OutputFormat::kHtml) {
    around.WriteSite(options_.jobs, FilesOfArchive(), sink, diagnostics);
    sink.Write(".nojekyll", "");
  } else {
    WriteSource(data, sink, diagnostics);
  }
  done_("render around");
  if (config_.has_archive) {
    WriteArchive(around, data.values, sink, diagnostics);
  }
  memory_->relative_includes = around.relative_includes();
  const size_t said = diagnostics.list().size();
  ReportIncludes(around.engine(), diagnostics);
  if (diagnostics.list().size() > said) has_said_ = true;
}

// What the archive writes and plugins would too; a file of the site's own
// goes before both.
jekyll::OutputPaths SiteWriter::FilesOfArchive() const {
  jekyll::OutputPaths files;
  if (!config_.has_archive) return files;
  const jekyll::OutputPaths own = jekyll::OutputPathsOf(parts_.around);
  for (const char* name : {"feed.xml", "robots.txt", "sitemap.xml"}) {
    if (!own.contains(name)) files.emplace(name, "");
  }
  return files;
}

// The pages around the archive and the theme, for Jekyll.
void SiteWriter::WriteSource(const ThemeData& data, OutputSink& sink,
                             Diagnostics& diagnostics) const {
  jekyll::OutputPaths written;
  for (const auto& [path, file] : parts_.theme.files) written.emplace(path, "");
  WriteThemeFiles(parts_.theme, data.files, sink, diagnostics);
  jekyll::CopySource(options_.source, parts_.around, written, sink,
                     diagnostics);
  sink.Write("_config.yml",
             config_.has_archive
                 ? FormatJekyllConfig(config_,
                                      MakeSiteValues(parts_.site, parts_.theme))
                 : ReadFile(options_.source / "_config.yml"));
}

void SiteWriter::WriteArchive(const jekyll::SiteRenderer& around,
                              const data::Object& words, OutputSink& sink,
                              Diagnostics& diagnostics) {
  RenderOptions render;
  render.format = config_.format;
  render.jobs = options_.jobs;
  const ContentHashes hashes(parts_.site, options_.jobs);
  done_("compare");
  render.hashes = &hashes;
  render.memory = &memory_->render;
  render.page_done = [this] { progress_.Advance(); };
  const jekyll::OutputPaths own = jekyll::OutputPathsOf(parts_.around);
  YieldingSink archive(own, sink);
  const size_t said = diagnostics.list().size();
  progress_.BeginStage("writing pages", parts_.site.pages.size());
  RenderSite(parts_.site, parts_.theme, around, words, render, archive,
             diagnostics);
  progress_.EndStage();
  has_said_ = diagnostics.list().size() > said;
  done_("render");
  WriteFeeds(parts_.site, hashes, options_.jobs,
             AddressesAround(parts_.around, archive.yielded()), archive,
             diagnostics);
  WriteSearchFeeds(parts_.site, options_.jobs, archive);
  archive.Report(diagnostics);
  done_("feeds");
  WriteSearch(hashes, sink);
}

void SiteWriter::WriteSearch(const ContentHashes& hashes, OutputSink& sink) {
  switch (config_.search_engine) {
    case SearchEngine::kNone:
      return;
    case SearchEngine::kStatic:
      if (options_.keeps_search && sink.KeepBelow("search/")) {
        memory_->has_old_search = true;
        break;
      }
      search::WriteIndex(parts_.site, hashes,
                         {options_.jobs, options_.source / kCacheFolder},
                         &memory_->search, sink);
      break;
    case SearchEngine::kOpenSearch:
    case SearchEngine::kMeilisearch:
      engines::WriteEngineFiles(config_, sink);
      break;
  }
  done_("search");
}

}  // namespace offprint
