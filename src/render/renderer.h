// From the plan of a site to its files.
#ifndef OFFPRINT_RENDER_RENDERER_H_
#define OFFPRINT_RENDER_RENDERER_H_

#include <cstddef>
#include <functional>

#include "base/diagnostics.h"
#include "output/output_sink.h"
#include "pages/site.h"
#include "theme/theme.h"

namespace offprint {

struct RenderOptions {
  // As a source for Jekyll, or finished with the layouts applied.
  OutputFormat format = OutputFormat::kJekyll;
  size_t jobs = 1;
  // Called from any thread when one more page is done; may be empty.
  std::function<void()> page_done;
};

// Writes every page and the files of the theme that go with the format. A page
// is rendered, handed to the sink and forgotten. Mistakes of templates are
// errors that name the template and the page; the other pages are still
// written.
void RenderSite(const Site& site, const Theme& theme,
                const RenderOptions& options, OutputSink& sink,
                Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_RENDERER_H_
