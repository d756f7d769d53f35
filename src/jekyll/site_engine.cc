#include "jekyll/site_engine.h"

#include <algorithm>
#include <system_error>

#include "base/source_file.h"
#include "jekyll/plugins.h"
#include "markdown/kramdown.h"

namespace offprint::jekyll {
namespace {

namespace fs = std::filesystem;

std::string TextOf(const data::Object& values, std::string_view key) {
  const data::Value* value = values.Find(key);
  return value != nullptr && value->AsString() != nullptr ? *value->AsString()
                                                          : std::string();
}

bool LiesIn(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end())
             .first == folder.end();
}

}  // namespace

std::optional<liquid::Source> LoadRelative(const fs::path& folder,
                                           std::string_view path) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) return std::nullopt;
  const fs::path file = fs::canonical(root / fs::path(path), error);
  if (error || !LiesIn(file, root) || !fs::is_regular_file(file, error)) {
    return std::nullopt;
  }
  Diagnostics ignored;  // an unreadable include reads as an empty one
  const SourceFile text = SourceFile::Read(file, std::string(path), ignored);
  return liquid::Source{std::string(path), std::string(text.text()), 1};
}

std::optional<liquid::Source> LoadInclude(const Theme& theme,
                                          std::string_view name) {
  const std::string path = "_includes/" + std::string(name);
  const fs::path* file = theme.Find(path);
  if (file == nullptr) return std::nullopt;
  Diagnostics ignored;  // an unreadable include reads as an empty one
  const SourceFile text = SourceFile::Read(*file, path, ignored);
  return liquid::Source{path, std::string(text.text()), 1};
}

std::string ConvertMarkdown(std::string_view markdown) {
  std::string html;
  AppendKramdownHtml(markdown, &html);
  return html;
}

Hash128 HashOfRelative(const std::optional<liquid::Source>& loaded) {
  return loaded ? HashOf(loaded->text) : Hash128();
}

liquid::Options SiteEngineOptions(const fs::path& folder, const Source& source,
                                  const Theme& theme) {
  liquid::Options options;
  options.url = TextOf(source.settings.values, "url");
  options.baseurl = TextOf(source.settings.values, "baseurl");
  options.zone = source.settings.zone;
  options.now = source.settings.time;
  options.load_include = [&theme](std::string_view name) {
    return LoadInclude(theme, name);
  };
  options.load_relative = [folder](std::string_view path) {
    return LoadRelative(folder, path);
  };
  options.markdownify = ConvertMarkdown;
  options.link = [&source](std::string_view path) {
    return source.Link(std::string(path));
  };
  options.post_url = [&source](std::string_view name) {
    return source.PostUrl(std::string(name));
  };
  options.tags = PluginTags(source.settings);
  return options;
}

}  // namespace offprint::jekyll
