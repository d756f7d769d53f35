#include "render/site_values.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "data/json.h"
#include "theme/fingerprint.h"

namespace offprint {

data::Object MakeSiteValues(const Site& site, const Theme& theme) {
  const SiteConfig& config = *site.config;
  const auto address = [&](PageIndex page) {
    return EncodePermalink(site.Address(page));
  };
  data::Object addresses = {{"home", "/", {}},
                            {"topics", address(site.topics_page), {}},
                            {"archive", address(site.archive_page), {}},
                            {"feed", "/feed.xml", {}}};
  if (site.search_page != kNoIndex) {
    addresses.Append("search", address(site.search_page));
    if (config.search_engine == SearchEngine::kStatic) {
      addresses.Append("search_index", "/search/index.json");
    }
  }
  data::Object values;
  values.Append("title", config.title);
  values.Append("description", config.description);
  values.Append("author", config.author);
  values.Append("lang", config.lang);
  values.Append("url", config.url);
  values.Append("baseurl", config.baseurl);
  values.Append("timezone", config.timezone);
  values.Append("addresses", std::move(addresses));
  values.Append("theme_settings", theme.settings);
  if (config.fingerprint) values.Append("fingerprints", Fingerprints(theme));
  if (config.lean) values.Append("lean", true);
  return values;
}

namespace {

// The settings of Sass without the folder that its files have been taken from.
data::Value WithoutPlace(const data::Value& sass) {
  if (sass.AsObject() == nullptr) return sass;
  data::Object settings;
  for (const data::Member& member : sass.AsObject()->members()) {
    if (member.key != "sass_dir") settings.Append(member.key, member.value);
  }
  return settings;
}

}  // namespace

std::string FormatJekyllConfig(const SiteConfig& settings,
                               const data::Object& site_values) {
  const data::Object& own = settings.jekyll;
  // Where Jekyll is to look is settled by where the files have been put.
  constexpr std::string_view kPlaces[] = {
      "source", "destination", "layouts_dir", "includes_dir", "data_dir",
      "theme",  "plugins",     "future",      "exclude"};
  data::Object config;
  for (const data::Member& member : own.members()) {
    if (std::ranges::find(kPlaces, member.key) == std::end(kPlaces)) {
      config.Append(member.key, member.key == "sass"
                                    ? WithoutPlace(member.value)
                                    : member.value);
    }
  }
  for (const data::Member& member : site_values.members()) {
    config.Set(member.key, member.value);
  }
  const data::Value* plugins = own.Find("plugins");
  const data::Value* future = own.Find("future");
  config.Append("theme", nullptr);
  config.Append("plugins",
                plugins != nullptr ? *plugins : data::Value(data::Array()));
  const bool default_future = own.empty() && settings.future;
  config.Append("future",
                future != nullptr ? *future : data::Value(default_future));
  config.Append("exclude", data::Array());
  if (settings.drafts) config.Set("show_drafts", true);
  std::string out = "# Written by offprint: change site.yml and build again.\n";
  for (const data::Member& member : config.members()) {
    out += member.key + ": ";
    data::AppendJson(member.value, &out);
    out += '\n';
  }
  return out;
}

}  // namespace offprint
