#include "render/site_values.h"

#include <utility>

#include "data/json.h"

namespace offprint {

data::Object MakeSiteValues(const Site& site) {
  const SiteConfig& config = *site.config;
  const auto address = [&](PageIndex page) {
    return EncodePermalink(site.Address(page));
  };
  data::Object values;
  values.Append("title", config.title);
  values.Append("description", config.description);
  values.Append("author", config.author);
  values.Append("lang", config.lang);
  values.Append("url", config.url);
  values.Append("baseurl", config.baseurl);
  values.Append("timezone", config.timezone);
  values.Append("addresses",
                data::Object{{"home", "/", {}},
                             {"topics", address(site.topics_page), {}},
                             {"archive", address(site.archive_page), {}},
                             {"feed", "/feed.xml", {}}});
  values.Append("theme_settings", config.theme_settings);
  return values;
}

std::string FormatJekyllConfig(const data::Object& site_values) {
  data::Object config = site_values;
  config.Append("theme", nullptr);
  config.Append("plugins", data::Array());
  config.Append("future", true);
  config.Append("exclude", data::Array());
  std::string out = "# Written by offprint: change site.yml and build again.\n";
  for (const data::Member& member : config.members()) {
    out += member.key + ": ";
    data::AppendJson(member.value, &out);
    out += '\n';
  }
  return out;
}

}  // namespace offprint
