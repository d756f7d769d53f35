#ifndef OFFPRINT_BUILD_SITE_WRITER_H_
#define OFFPRINT_BUILD_SITE_WRITER_H_

#include <functional>
#include <string>

#include "base/diagnostics.h"
#include "base/progress.h"
#include "build/build.h"
#include "build/build_cache.h"
#include "config/site_config.h"
#include "data/value.h"
#include "jekyll/site_renderer.h"
#include "jekyll/source.h"
#include "output/output_sink.h"
#include "pages/content_hashes.h"
#include "pages/site.h"
#include "theme/theme.h"
#include "theme/theme_data.h"

namespace offprint {

// What is rendered: the archive, if there is one, and the pages around it.
struct SiteParts {
  const Site& site;
  const Theme& theme;
  const jekyll::Source& around;
};

// The passes from a planned site to its files.
class SiteWriter {
 public:
  // `memory` holds what the last build remembered of pages and the search
  // index, and is brought up to date. `done` is called with the name of each
  // pass at its end. All of them outlive this.
  SiteWriter(const BuildOptions& options, const SiteConfig& config,
             const SiteParts& parts, BuildCache* memory, Progress& progress,
             const std::function<void(std::string)>& done)
      : options_(options),
        config_(config),
        parts_(parts),
        memory_(memory),
        progress_(progress),
        done_(done) {}

  // Hands all files to the sink. Errors of templates and settings go to the
  // diagnostics, and the rest is still written.
  void Write(OutputSink& sink, Diagnostics& diagnostics);

  // Whether there was something to say of the archive's pages: it has to be
  // said by the next build again.
  bool has_said() const { return has_said_; }

 private:
  jekyll::OutputPaths FilesOfArchive() const;
  void WriteSource(const ThemeData& data, OutputSink& sink,
                   Diagnostics& diagnostics) const;
  void WriteArchive(const jekyll::SiteRenderer& around,
                    const data::Object& words, OutputSink& sink,
                    Diagnostics& diagnostics);
  void WriteSearch(const ContentHashes& hashes, OutputSink& sink);

  const BuildOptions& options_;
  const SiteConfig& config_;
  const SiteParts parts_;
  BuildCache* memory_;
  Progress& progress_;
  const std::function<void(std::string)>& done_;
  bool has_said_ = false;
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_SITE_WRITER_H_
