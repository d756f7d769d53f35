#include "render/template_set.h"

#include <string>
#include <utility>

#include "base/source_file.h"
#include "jekyll/site_engine.h"
#include "markdown/markdown.h"

namespace offprint {
namespace {

liquid::Options EngineOptions(const Theme& theme, const SiteConfig& config) {
  liquid::Options options;
  options.url = config.url;
  options.baseurl = config.baseurl;
  options.zone = config.time_zone;
  options.load_include = [&theme](std::string_view name) {
    return jekyll::LoadInclude(theme, name);
  };
  options.markdownify = [](std::string_view text) {
    std::string html;
    AppendMarkdownHtml(text, &html);
    return html;
  };
  return options;
}

}  // namespace

TemplateSet::TemplateSet(const Theme& theme, const SiteConfig& config,
                         const jekyll::Layouts& layouts)
    : theme_(theme),
      all_layouts_(layouts),
      engine_(EngineOptions(theme, config)) {}

bool TemplateSet::Parse(Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  if (!HasBodies(diagnostics)) return false;
  for (size_t i = 0; i < kPageKinds; ++i) {
    const auto kind = static_cast<PageKind>(i);
    bodies_.push_back(ParseBody(kind, diagnostics));
    layouts_of_.push_back(FindLayout(kind, diagnostics));
  }
  return diagnostics.errors() == errors;
}

bool TemplateSet::HasBodies(Diagnostics& diagnostics) const {
  constexpr std::string_view kBodies = "_bodies/";
  const auto first = theme_.files.lower_bound(kBodies);
  if (first != theme_.files.end() && first->first.starts_with(kBodies)) {
    return true;
  }
  const ThemeLayer& last = theme_.layers.back();
  diagnostics.Error({last.ShownPath("theme.yml"), 0, 0},
                    "the theme \"" + theme_.name +
                        "\" has no pages for an archive (_bodies); write "
                        "\"parent: default\" here to have those of the "
                        "default theme");
  return false;
}

liquid::TemplatePtr TemplateSet::ParseBody(PageKind kind,
                                           Diagnostics& diagnostics) {
  const std::string path =
      "_bodies/" + std::string(PageKindName(kind)) + ".html";
  const std::filesystem::path* file = theme_.Find(path);
  if (file == nullptr) {
    diagnostics.Error({}, "the theme \"" + theme_.name + "\" has no " + path +
                              "; add it to the theme or to the site");
    return nullptr;
  }
  const SourceFile text = SourceFile::Read(*file, path, diagnostics);
  return engine_.Parse({path, std::string(text.text()), 1}, diagnostics);
}

const jekyll::Layout* TemplateSet::FindLayout(PageKind kind,
                                              Diagnostics& diagnostics) {
  const std::string_view name = PageKindName(kind);
  const jekyll::Layout* layout = all_layouts_.Find(name);
  if (layout == nullptr) {
    diagnostics.Error({}, "the theme \"" + theme_.name + "\" has no _layouts/" +
                              std::string(name) +
                              ".html; add it to the theme or to the site");
  }
  return layout;
}

}  // namespace offprint
