#include "render/template_set.h"

#include <optional>
#include <utility>

#include "base/source_file.h"
#include "data/front_matter.h"
#include "markdown/markdown.h"

namespace offprint {
namespace {

constexpr int kLayoutDepth = 32;

liquid::Options EngineOptions(const Theme& theme, const SiteConfig& config) {
  liquid::Options options;
  options.url = config.url;
  options.baseurl = config.baseurl;
  options.zone = config.time_zone;
  options.load_include =
      [&theme](std::string_view name) -> std::optional<liquid::Source> {
    const std::string path = "_includes/" + std::string(name);
    const std::filesystem::path* file = theme.Find(path);
    if (file == nullptr) return std::nullopt;
    Diagnostics ignored;  // an unreadable include reads as an empty one
    const SourceFile text = SourceFile::Read(*file, path, ignored);
    return liquid::Source{path, std::string(text.text()), 1};
  };
  options.markdownify = [](std::string_view text) {
    std::string html;
    AppendMarkdownHtml(text, &html);
    return html;
  };
  return options;
}

}  // namespace

TemplateSet::TemplateSet(const Theme& theme, const SiteConfig& config)
    : theme_(theme), engine_(EngineOptions(theme, config)) {}

bool TemplateSet::Parse(Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  for (size_t i = 0; i < kPageKinds; ++i) {
    const auto kind = static_cast<PageKind>(i);
    bodies_.push_back(ParseBody(kind, diagnostics));
    const std::string name(PageKindName(kind));
    layouts_of_.push_back(FindLayout(name, 0, "", diagnostics));
  }
  return diagnostics.errors() == errors;
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

const Layout* TemplateSet::FindLayout(const std::string& name, int depth,
                                      const std::string& asker,
                                      Diagnostics& diagnostics) {
  const auto found = layouts_.find(name);
  if (found != layouts_.end()) return found->second.get();
  const std::string path = "_layouts/" + name + ".html";
  const std::filesystem::path* file = theme_.Find(path);
  if (file == nullptr || depth > kLayoutDepth) {
    diagnostics.Error(
        {asker, 0, 0},
        depth > kLayoutDepth
            ? "layouts that name each other as their layout have no end"
            : "the theme \"" + theme_.name + "\" has no " + path +
                  "; add it to the theme or to the site");
    return nullptr;
  }
  const SourceFile text = SourceFile::Read(*file, path, diagnostics);
  data::FrontMatter matter =
      data::SplitFrontMatter(text.text(), path, diagnostics);
  auto layout = std::make_unique<Layout>();
  layout->parsed = engine_.Parse(
      {path, std::string(matter.body), matter.body_line}, diagnostics);
  layout->values = std::move(matter.values);
  const data::Value* parent = layout->values.Find("layout");
  if (parent != nullptr && parent->AsString() != nullptr) {
    layout->parent =
        FindLayout(*parent->AsString(), depth + 1, path, diagnostics);
  }
  return layouts_.emplace(name, std::move(layout)).first->second.get();
}

}  // namespace offprint
