// Liquid with what a site lets its templates reach.
#ifndef OFFPRINT_JEKYLL_SITE_ENGINE_H_
#define OFFPRINT_JEKYLL_SITE_ENGINE_H_

#include <filesystem>
#include <optional>
#include <string>

#include "base/hash.h"
#include "jekyll/source.h"
#include "liquid/engine.h"
#include "theme/theme.h"

namespace offprint::jekyll {

// Includes come from the theme's chain, {% include_relative %} from the site's
// folder and from nowhere outside it, links from the source. All three outlive
// the engine.
liquid::Options SiteEngineOptions(const std::filesystem::path& folder,
                                  const Source& source, const Theme& theme);

// A file of the site's folder for {% include_relative %}, links followed;
// nothing for one outside.
std::optional<liquid::Source> LoadRelative(const std::filesystem::path& folder,
                                           std::string_view path);
// The hash of the text of such a file, zero where there is none.
Hash128 HashOfRelative(const std::optional<liquid::Source>& loaded);

// The include of that name, of the first layer that has it.
std::optional<liquid::Source> LoadInclude(const Theme& theme,
                                          std::string_view name);

// Trusted Markdown, a site's own, as HTML.
std::string ConvertMarkdown(std::string_view markdown);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_SITE_ENGINE_H_
