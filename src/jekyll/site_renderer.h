// From the pages around the archive to their files.
#ifndef OFFPRINT_JEKYLL_SITE_RENDERER_H_
#define OFFPRINT_JEKYLL_SITE_RENDERER_H_

#include <cstddef>
#include <filesystem>
#include <memory>

#include "base/diagnostics.h"
#include "jekyll/layouts.h"
#include "jekyll/source.h"
#include "liquid/engine.h"
#include "liquid/value.h"
#include "output/output_sink.h"
#include "theme/theme.h"

namespace offprint::jekyll {

// The values of a site (`site`), its engine and its layouts, and the documents
// rendered with them. Everything given to it outlives it.
class SiteRenderer {
 public:
  // `extra` is laid over what _config.yml says in `site`: offprint's own
  // values, `data` among them.
  SiteRenderer(const std::filesystem::path& folder, const Source& source,
               const Theme& theme, const data::Object& extra,
               Diagnostics& diagnostics);
  ~SiteRenderer();
  SiteRenderer(const SiteRenderer&) = delete;
  SiteRenderer& operator=(const SiteRenderer&) = delete;

  // `site` of templates; safe from any thread once RenderBodies is done.
  liquid::Value site() const;
  // Liquid as Jekyll has it, with its tags and those of the plugins that the
  // site names.
  const liquid::Engine& engine() const;
  const Layouts& layouts() const;

  // Renders the body of every document, in Jekyll's order (posts, then other
  // collections, then pages), so that `content` and `excerpt` of each are there
  // for whoever asks.
  void RenderBodies(Diagnostics& diagnostics);

  // Lays the bodies into their layouts on `jobs` threads and writes them, with
  // the files to copy and what the plugins make (feed, sitemap). Files of the
  // sink that stand already (`taken`: the archive's feed.xml, sitemap.xml) are
  // left to it.
  void WriteSite(size_t jobs, const std::vector<std::string>& taken,
                 OutputSink& sink, Diagnostics& diagnostics);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// Writes the files that the site was read from, as they are, for Jekyll.
void CopySource(const std::filesystem::path& folder, const Source& source,
                OutputSink& sink, Diagnostics& diagnostics);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_SITE_RENDERER_H_
