// From the plan of a site to its files.
#ifndef OFFPRINT_RENDER_RENDERER_H_
#define OFFPRINT_RENDER_RENDERER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/diagnostics.h"
#include "data/value.h"
#include "jekyll/site_renderer.h"
#include "output/output_sink.h"
#include "pages/content_hashes.h"
#include "pages/site.h"
#include "theme/theme.h"

namespace offprint {

// What pages showed beside their own parts of the archive, by the kind of page,
// each set once, in order: empty before the first build.
struct RenderMemory {
  std::array<std::vector<PageParts>, kPageKinds> parts;
};

struct RenderOptions {
  // As a source for Jekyll, or finished with the layouts applied.
  OutputFormat format = OutputFormat::kJekyll;
  size_t jobs = 1;
  // Given these, pages that the sink can keep are kept, and the memory is
  // brought up to date; both outlive the render.
  const ContentHashes* hashes = nullptr;
  RenderMemory* memory = nullptr;
  // Called from any thread when one more page is done; may be empty.
  std::function<void()> page_done;
};

// Writes every page of the archive. A page is rendered, handed to the sink and
// forgotten. `around` gives `site`, the layouts and what they reach; its bodies
// are rendered. `words` are site.data, for titles in the site's language.
// Mistakes of templates are errors that name the template and the page; the
// other pages are still written.
void RenderSite(const Site& site, const Theme& theme,
                const jekyll::SiteRenderer& around, const data::Object& words,
                const RenderOptions& options, OutputSink& sink,
                Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_RENDERER_H_
