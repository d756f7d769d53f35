// The parsed templates of a theme.
#ifndef OFFPRINT_RENDER_TEMPLATE_SET_H_
#define OFFPRINT_RENDER_TEMPLATE_SET_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "data/value.h"
#include "liquid/engine.h"
#include "pages/site.h"
#include "theme/theme.h"

namespace offprint {

// A layout and the front matter above it.
struct Layout {
  liquid::TemplatePtr parsed;
  data::Object values;  // `layout` of templates
  const Layout* parent = nullptr;
};

// Every layout and body of a theme, parsed once. Templates are rendered from
// many threads at once; includes are parsed when they are first asked for.
class TemplateSet {
 public:
  // The theme outlives the set.
  TemplateSet(const Theme& theme, const SiteConfig& config);

  // Parses what the kinds of pages need; false, with errors, where something
  // is missing or does not parse.
  bool Parse(Diagnostics& diagnostics);

  const liquid::Engine& engine() const { return engine_; }
  const liquid::Template& Body(PageKind kind) const {
    return *bodies_[static_cast<size_t>(kind)];
  }
  // The layout named after the kind.
  const Layout& LayoutOf(PageKind kind) const {
    return *layouts_of_[static_cast<size_t>(kind)];
  }

 private:
  const Layout* FindLayout(const std::string& name, int depth,
                           const std::string& asker, Diagnostics& diagnostics);
  liquid::TemplatePtr ParseBody(PageKind kind, Diagnostics& diagnostics);

  const Theme& theme_;
  liquid::Engine engine_;
  std::map<std::string, std::unique_ptr<Layout>, std::less<>> layouts_;
  std::vector<liquid::TemplatePtr> bodies_;
  std::vector<const Layout*> layouts_of_;
};

}  // namespace offprint

#endif  // OFFPRINT_RENDER_TEMPLATE_SET_H_
