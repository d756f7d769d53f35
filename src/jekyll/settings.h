// What a Jekyll site says of itself in _config.yml.
#ifndef OFFPRINT_JEKYLL_SETTINGS_H_
#define OFFPRINT_JEKYLL_SETTINGS_H_

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/time_zone.h"
#include "config/site_config.h"
#include "data/value.h"

namespace offprint::jekyll {

// Front matter for files below a path: an item of `defaults`.
struct FrontMatterDefault {
  std::string path;  // from the site's folder; may hold "*"; empty for all
  std::string type;  // "pages", "posts", "drafts", a collection; empty for all
  data::Object values;
};

// The settings of _config.yml over Jekyll 3.10's defaults
// (https://jekyllrb.com/docs/configuration/default/).
struct Settings {
  // All of it, as `site` shows it to templates, without offprint's own.
  data::Object values;

  TimeZone zone;
  std::string permalink = "date";  // a style or a pattern
  std::string collections_dir;
  std::vector<std::string> markdown_ext;  // with "."
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<std::string> plugins;
  std::vector<FrontMatterDefault> defaults;
  std::string excerpt_separator = "\n\n";
  std::string paginate_path = "/page:num";
  int paginate = 0;  // posts a page; 0 for no pagination
  int limit_posts = 0;
  bool future = false;
  bool unpublished = false;
  bool drafts = false;
  int64_t time = 0;  // site.time, in seconds since 1970-01-01T00:00Z

  bool HasPlugin(std::string_view name) const;
};

// The settings of a site: config.jekyll, what site.yml says besides (title,
// url, baseurl, timezone, drafts, exclude …) and Jekyll's defaults below.
Settings MakeSettings(const SiteConfig& config, Diagnostics& diagnostics);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_SETTINGS_H_
