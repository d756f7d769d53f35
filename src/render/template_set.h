// The parsed templates of the archive's pages.
#ifndef OFFPRINT_RENDER_TEMPLATE_SET_H_
#define OFFPRINT_RENDER_TEMPLATE_SET_H_

#include <vector>

#include "base/diagnostics.h"
#include "jekyll/layouts.h"
#include "liquid/engine.h"
#include "pages/site.h"
#include "theme/theme.h"

namespace offprint {

// The bodies of a theme, parsed once, and the layouts that go with them.
// Templates are rendered from many threads at once; includes are parsed when
// they are first asked for.
class TemplateSet {
 public:
  // The theme and the layouts outlive the set.
  TemplateSet(const Theme& theme, const SiteConfig& config,
              const jekyll::Layouts& layouts);

  // Finds what the kinds of pages need; false, with errors, where something is
  // missing or does not parse.
  bool Parse(Diagnostics& diagnostics);

  // For bodies: to it, Markdown is that of digests, which nobody vouches for.
  const liquid::Engine& engine() const { return engine_; }
  const liquid::Template& Body(PageKind kind) const {
    return *bodies_[static_cast<size_t>(kind)];
  }
  // The layout named after the kind.
  const jekyll::Layout& LayoutOf(PageKind kind) const {
    return *layouts_of_[static_cast<size_t>(kind)];
  }

 private:
  // False, with an error, for a theme without any, as those of Jekyll are.
  bool HasBodies(Diagnostics& diagnostics) const;
  liquid::TemplatePtr ParseBody(PageKind kind, Diagnostics& diagnostics);
  const jekyll::Layout* FindLayout(PageKind kind, Diagnostics& diagnostics);

  const Theme& theme_;
  const jekyll::Layouts& all_layouts_;
  liquid::Engine engine_;
  std::vector<liquid::TemplatePtr> bodies_;
  std::vector<const jekyll::Layout*> layouts_of_;
};

}  // namespace offprint

#endif  // OFFPRINT_RENDER_TEMPLATE_SET_H_
