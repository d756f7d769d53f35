// offprint inspect
#include <cstdio>
#include <string>

#include "build/ingest.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "readers/inspect.h"
#include "readers/reader.h"

namespace offprint {

int RunInspect(const Options& options) {
  Diagnostics settings;
  const SiteConfig config = LoadSettings(options, settings);
  PrintDiagnostics(settings, Detail::kErrors, stderr);
  bool failed = settings.errors() > 0;
  for (const std::string& name : options.files) {
    Diagnostics diagnostics;
    SourceFile file = SourceFile::Read(name, name, diagnostics);
    const Digest digest =
        ReadDigest(std::move(file), ForcedDialect(name, config), diagnostics);
    std::string line;
    AppendInspectJson(digest, diagnostics.list(), &line);
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stdout);
    failed = failed || diagnostics.errors() > 0;
  }
  return failed ? kExitContentErrors : kExitFine;
}

}  // namespace offprint
