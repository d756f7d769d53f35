// offprint clean
#include <cstdio>
#include <filesystem>

#include "build/build_cache.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "output/output_folder.h"

namespace offprint {

int RunClean(const Options& options) {
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  if (const auto code =
          RefuseSettings(options, diagnostics, "nothing was removed")) {
    return *code;
  }
  PrintDiagnostics(diagnostics, DetailOf(options), stderr);
  const std::filesystem::path destination =
      (options.source / config.destination).lexically_normal();
  const bool removed = RemoveOutput(destination);
  RemoveCaches(options.source);
  if (!options.quiet) {
    std::printf(removed ? "Removed %s\n" : "There is no %s to remove\n",
                destination.string().c_str());
  }
  return kExitFine;
}

}  // namespace offprint
