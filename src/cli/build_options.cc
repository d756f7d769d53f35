#include "cli/build_options.h"

#include "cli/report.h"
#include "cli/settings.h"
#include "cli/theme_folders.h"

namespace offprint {

BuildOptions BuildOptionsOf(const Options& options) {
  BuildOptions build;
  build.source = options.source;
  build.config = options.config;
  build.theme_folders = InstalledThemeFolders();
  build.jobs = JobsOf(options);
  build.limit = options.limit;
  build.strict = options.strict;
  build.foreign =
      options.force ? ForeignFolder::kReplace : ForeignFolder::kRefuse;
  build.clean = options.clean;
  return build;
}

std::string MadeOf(const BuildReport& report) {
  if (!report.why_all.empty()) return "all of it: " + report.why_all;
  if (report.written == 0) return "nothing: it is up to date";
  return WithCommas(report.written) + " files that changed";
}

}  // namespace offprint
