// The layouts of a theme, and what it is to lay a body into them.
#ifndef OFFPRINT_JEKYLL_LAYOUTS_H_
#define OFFPRINT_JEKYLL_LAYOUTS_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "data/value.h"
#include "liquid/engine.h"
#include "theme/theme.h"

namespace offprint::jekyll {

struct Layout;

// A layout among those that a body is laid into, one after the other.
struct LayoutStep {
  const Layout* layout = nullptr;
  // `layout` of templates: its own front matter, below that of the layouts
  // that it stands around.
  data::Object values;
};

// A layout and the front matter above it.
struct Layout {
  std::string path;  // "_layouts/day.html"
  liquid::TemplatePtr parsed;
  data::Object values;
  const Layout* parent = nullptr;  // what it is laid into
  std::vector<LayoutStep> steps;   // this layout first
};

// Every file of _layouts by its name without the extension, parsed once.
// Const members may be called from many threads at once.
class Layouts {
 public:
  // The theme and the engine outlive this. Mistakes are errors with their
  // place; a layout that is not there but is named by another is a warning, as
  // Jekyll builds such a site.
  Layouts(const Theme& theme, const liquid::Engine& engine,
          Diagnostics& diagnostics);

  // The layout of that name, or null.
  const Layout* Find(std::string_view name) const;

  // "; did you mean …?", or nothing where no layout has a name like that.
  std::string Suggestion(std::string_view name) const;

  // Lays *content into the layout and those around it: `site`, `page`,
  // `paginator`, whatever `globals` has besides, `layout` and `content` are
  // what they see. False, with the errors, where one cannot be rendered;
  // *content is undefined then. The error of a layout that did not parse has
  // been told already.
  bool Apply(const Layout& layout, const liquid::Hash& globals,
             liquid::Arena& arena, std::string* content,
             Diagnostics& diagnostics) const;

 private:
  void Read(const Theme& theme, Diagnostics& diagnostics);
  void FindParents(Diagnostics& diagnostics);
  void MakeSteps(Layout* layout, Diagnostics& diagnostics) const;

  const liquid::Engine& engine_;
  std::map<std::string, std::unique_ptr<Layout>, std::less<>> layouts_;
};

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_LAYOUTS_H_
