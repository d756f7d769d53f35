// The plugins that most themes of GitHub Pages lean on: jekyll-seo-tag 2.8,
// jekyll-feed 0.17 and jekyll-sitemap 1.4, with the same output.
#ifndef OFFPRINT_JEKYLL_PLUGINS_H_
#define OFFPRINT_JEKYLL_PLUGINS_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "jekyll/settings.h"
#include "liquid/engine.h"
#include "liquid/value.h"
#include "output/output_sink.h"

namespace offprint::jekyll {

// {% seo %} and {% feed_meta %}, for Options::tags, as far as the settings
// name their plugins.
std::map<std::string, liquid::Source, std::less<>> PluginTags(
    const Settings& settings);

// Writes feed.xml, sitemap.xml and robots.txt, as far as the settings name
// their plugins and `is_free` says that the site has no such file of its own
// (paths are relative to the output). `site` is that of templates, all bodies
// rendered.
void WritePluginFiles(const Settings& settings, liquid::Value site,
                      const liquid::Engine& engine,
                      const std::function<bool(std::string_view)>& is_free,
                      OutputSink& sink, Diagnostics& diagnostics);

// Warns of plugins that offprint does not know: what needs them is right on
// GitHub Pages only.
void CheckPlugins(const Settings& settings, Diagnostics& diagnostics);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_PLUGINS_H_
