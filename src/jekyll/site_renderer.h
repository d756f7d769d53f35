// From the pages around the archive to their files.
#ifndef OFFPRINT_JEKYLL_SITE_RENDERER_H_
#define OFFPRINT_JEKYLL_SITE_RENDERER_H_

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "jekyll/layouts.h"
#include "jekyll/source.h"
#include "liquid/engine.h"
#include "liquid/value.h"
#include "output/output_sink.h"
#include "theme/theme.h"

namespace offprint::jekyll {

// Paths from the output folder, each with the file that goes there.
using OutputPaths = std::map<std::string, std::string, std::less<>>;

// The files that {% include_relative %} asked for, from the site's folder, with
// the hashes of their texts: zero of what is not there.
using RelativeIncludes = std::map<std::string, Hash128, std::less<>>;

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

  // `site` of templates, all documents being rendered; safe from any thread
  // once RenderBodies is done.
  liquid::Value site() const;
  // `jekyll` of templates.
  liquid::Value jekyll() const;
  // What the defaults of _config.yml give a page whose file is at that path.
  data::Object PageDefaults(std::string_view path) const;
  // Liquid as Jekyll has it, with its tags and those of the plugins that the
  // site names.
  const liquid::Engine& engine() const;
  const Layouts& layouts() const;
  // What {% include_relative %} has taken; once all is rendered.
  const RelativeIncludes& relative_includes() const;

  // Renders the body and the excerpt of every document, in Jekyll's order
  // (posts, then other collections, then pages), so that they are there for
  // whoever asks. A layout that a document asks for and is not there is a
  // warning.
  void RenderBodies(Diagnostics& diagnostics);

  // Lays the bodies into their layouts on `jobs` threads and writes them, the
  // files to copy, and what the plugins make of them all. Where several would
  // go to the same place, the one wins that Jekyll writes last, with a warning
  // that names both. What `taken` holds is left out.
  void WriteSite(size_t jobs, const OutputPaths& taken, OutputSink& sink,
                 Diagnostics& diagnostics);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// Where the documents and files of a source go that are written.
OutputPaths OutputPathsOf(const Source& source);

// Writes the files that the site was read from, as they are, for Jekyll; but
// those that `taken` holds.
void CopySource(const std::filesystem::path& folder, const Source& source,
                const OutputPaths& taken, OutputSink& sink,
                Diagnostics& diagnostics);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_SITE_RENDERER_H_
