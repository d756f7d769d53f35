#include "cli/aside.h"

#include <string>
#include <utility>

#include "build/build_cache.h"
#include "check/search_files.h"
#include "cli/build_options.h"
#include "cli/external_report.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal_progress.h"

namespace offprint {

AsideSite BuildAside(const Options& options, SiteConfig config,
                     OutputFormat format, Diagnostics& diagnostics) {
  const std::filesystem::path caches = options.source / kCacheFolder;
  if (!MakeCacheFolder(caches)) {
    throw EnvironmentError("cannot make the folder " + caches.string());
  }
  config.format = format;
  BuildOptions build = BuildOptionsOf(options);
  build.foreign = ForeignFolder::kRefuse;
  build.aside = std::filesystem::path(kCacheFolder) /
                (format == OutputFormat::kHtml ? "html" : "jekyll");
  const auto progress = MakeProgress(options.quiet);
  AsideSite site;
  site.folder = options.source / build.aside;
  site.report = BuildSite(build, config, *progress, diagnostics);
  return site;
}

CheckedLinks CheckLinksOf(const AsideSite& site, const Options& options,
                          const SiteConfig& config, Diagnostics& diagnostics) {
  const SiteFiles files(site.folder);
  const bool asks = options.external.ask;
  const LinkReport report =
      CheckLinks(files, {config.url, config.baseurl},
                 asks ? ExternalLinks::kGather : ExternalLinks::kPassOver,
                 JobsOf(options), diagnostics);
  CheckSearchFiles(files, JobsOf(options), diagnostics);
  CheckedLinks checked;
  checked.site = report.counts;
  if (asks) {
    checked.external =
        AskExternalLinks(report.external, files, options, config, diagnostics);
  }
  return checked;
}

std::optional<CheckedLinks> CheckLinksAside(const Options& options,
                                            const SiteConfig& config,
                                            Diagnostics& diagnostics) {
  Options lenient = options;
  lenient.strict = false;  // who builds for good is strict
  Diagnostics of_build;
  const AsideSite site =
      BuildAside(lenient, config, OutputFormat::kHtml, of_build);
  if (site.report.built) {
    return CheckLinksOf(site, options, config, diagnostics);
  }
  for (const Diagnostic& diagnostic : of_build.list()) {
    if (diagnostic.severity != Severity::kError) continue;
    diagnostics.Warning(diagnostic.where,
                        "the links are not checked, as the site cannot be "
                        "built in the format html: " +
                            diagnostic.message);
    break;
  }
  return std::nullopt;
}

std::string SummaryOf(const LinkCounts& links) {
  std::string text = WithCommas(links.links) + " on " +
                     WithCommas(links.pages) + " pages and in " +
                     WithCommas(links.others) + " other files";
  if (links.broken == 0) return text;
  return text + ", of which " + WithCommas(links.broken) + " lead nowhere";
}

}  // namespace offprint
