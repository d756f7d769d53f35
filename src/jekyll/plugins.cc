#include "jekyll/plugins.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "jekyll/plugin_templates.h"

namespace offprint::jekyll {
namespace {

// What offprint does itself, or what changes nothing in the files it reads.
constexpr std::string_view kKnown[] = {"jekyll-feed", "jekyll-paginate",
                                       "jekyll-sass-converter",
                                       "jekyll-seo-tag", "jekyll-sitemap"};

struct PluginFile {
  std::string path;  // in the output
  const char* source;
  data::Object page;  // what the template sees as `page`
};

// The path of a setting or its default, without "/" at its head.
std::string FeedPath(const data::Object& values) {
  const data::Value* feed = values.Find("feed");
  const data::Value* path = feed == nullptr || feed->AsObject() == nullptr
                                ? nullptr
                                : feed->AsObject()->Find("path");
  std::string found = path != nullptr && path->AsString() != nullptr
                          ? *path->AsString()
                          : "feed.xml";
  while (found.starts_with('/')) found.erase(0, 1);
  return found;
}

std::vector<PluginFile> FilesOf(const Settings& settings) {
  std::vector<PluginFile> files;
  if (settings.HasPlugin("jekyll-feed")) {
    const std::string path = FeedPath(settings.values);
    files.push_back(
        {path, kFeed, {{"url", "/" + path, {}}, {"collection", "posts", {}}}});
  }
  if (settings.HasPlugin("jekyll-sitemap")) {
    files.push_back({"sitemap.xml", kSitemap, {}});
    files.push_back(
        {"robots.txt", "Sitemap: {{ \"sitemap.xml\" | absolute_url }}\n", {}});
  }
  return files;
}

}  // namespace

std::map<std::string, liquid::Source, std::less<>> PluginTags(
    const Settings& settings) {
  std::map<std::string, liquid::Source, std::less<>> tags;
  if (settings.HasPlugin("jekyll-seo-tag")) {
    tags["seo"] = {"{% seo %}", kSeoTag, 1};
  }
  if (settings.HasPlugin("jekyll-feed")) {
    tags["feed_meta"] = {"{% feed_meta %}", kFeedMeta, 1};
  }
  return tags;
}

void WritePluginFiles(const Settings& settings, liquid::Value site,
                      const liquid::Engine& engine,
                      const std::function<bool(std::string_view)>& is_free,
                      OutputSink& sink, Diagnostics& diagnostics) {
  for (const PluginFile& file : FilesOf(settings)) {
    if (!is_free(file.path)) continue;
    const liquid::TemplatePtr parsed =
        engine.Parse({file.path, file.source, 1}, diagnostics);
    if (parsed == nullptr) continue;
    liquid::Hash globals;
    globals.Set("site", site);
    globals.Set("page", &file.page);
    liquid::Arena arena;
    std::string out;
    if (engine.Render(*parsed, globals, arena, &out, diagnostics)) {
      sink.Write(file.path, out);
    }
  }
}

void CheckPlugins(const Settings& settings, Diagnostics& diagnostics) {
  for (const std::string& plugin : settings.plugins) {
    if (std::find(std::begin(kKnown), std::end(kKnown), plugin) !=
        std::end(kKnown)) {
      continue;
    }
    const auto near = NearMiss(plugin, {std::begin(kKnown), std::end(kKnown)});
    diagnostics.Warning(
        {"_config.yml", 0, 0},
        "offprint does not do what the plugin \"" + plugin + "\" does" +
            (near ? "; did you mean \"" + std::string(*near) + "\"?"
                  : ": what needs it is right on GitHub Pages only"));
  }
}

}  // namespace offprint::jekyll
