#include "jekyll/settings.h"

#include <algorithm>
#include <ctime>
#include <utility>

#include "base/text.h"
#include "data/truth_value.h"
#include "liquid/time.h"

namespace offprint::jekyll {
namespace {

using data::Array;
using data::Object;
using data::Value;

// What Jekyll 3.10 has where _config.yml says nothing.
Object Defaults() {
  return {
      {"collections_dir", "", {}},
      {"layouts_dir", "_layouts", {}},
      {"data_dir", "_data", {}},
      {"includes_dir", "_includes", {}},
      {"include", Array{".htaccess"}, {}},
      {"exclude",
       Array{"Gemfile", "Gemfile.lock", "node_modules", "vendor/bundle/",
             "vendor/cache/", "vendor/gems/", "vendor/ruby/"},
       {}},
      {"keep_files", Array{".git", ".svn"}, {}},
      {"encoding", "utf-8", {}},
      {"markdown_ext", "markdown,mkdown,mkdn,mkd,md", {}},
      {"limit_posts", 0, {}},
      {"future", false, {}},
      {"unpublished", false, {}},
      {"plugins", Array(), {}},
      {"markdown", "kramdown", {}},
      {"highlighter", "rouge", {}},
      {"excerpt_separator", "\n\n", {}},
      {"permalink", "date", {}},
      {"paginate_path", "/page:num", {}},
      {"defaults", Array(), {}},
  };
}

std::string Text(const Object& values, std::string_view key) {
  const Value* value = values.Find(key);
  return value != nullptr && value->AsString() != nullptr ? *value->AsString()
                                                          : std::string();
}

int Number(const Object& values, std::string_view key) {
  const Value* value = values.Find(key);
  return value != nullptr && value->AsInt() != nullptr
             ? static_cast<int>(
                   std::clamp<int64_t>(*value->AsInt(), 0, 1 << 20))
             : 0;
}

// A list of texts, which may be written as one text with commas.
std::vector<std::string> Texts(const Object& values, std::string_view key) {
  std::vector<std::string> texts;
  const Value* value = values.Find(key);
  if (value == nullptr) return texts;
  if (const std::string* text = value->AsString()) {
    for (const std::string_view part : Split(*text, ',')) {
      if (!Trim(part).empty()) texts.emplace_back(Trim(part));
    }
  }
  if (const Array* list = value->AsArray()) {
    for (const Value& item : *list) {
      if (item.AsString() != nullptr) texts.push_back(*item.AsString());
    }
  }
  return texts;
}

// "post" and the like are what Jekyll once called its types.
std::string TypeName(std::string type) {
  for (const char* old : {"page", "post", "draft"}) {
    if (type == old) return type + "s";
  }
  return type;
}

void AddDefaults(const Value& list, Settings* settings,
                 Diagnostics& diagnostics) {
  if (list.AsArray() == nullptr) return;
  for (const Value& item : *list.AsArray()) {
    const Object* set = item.AsObject();
    const Value* values = set == nullptr ? nullptr : set->Find("values");
    if (values == nullptr || values->AsObject() == nullptr) {
      diagnostics.Warning(
          {"_config.yml", item.mark.line, item.mark.column},
          "an item of \"defaults\" without \"values\" has no effect; write it "
          "as {scope: {path: …, type: …}, values: {…}}");
      continue;
    }
    FrontMatterDefault added;
    added.values = *values->AsObject();
    const Value* scope = set->Find("scope");
    if (scope != nullptr && scope->AsObject() != nullptr) {
      added.path = Text(*scope->AsObject(), "path");
      added.type = TypeName(Text(*scope->AsObject(), "type"));
    }
    settings->defaults.push_back(std::move(added));
  }
}

int64_t TimeOfSite(const Object& values, const TimeZone& zone) {
  const int64_t now = std::time(nullptr);
  const Value* time = values.Find("time");
  if (time == nullptr) return now;
  if (time->AsTimestamp() != nullptr) return time->AsTimestamp()->seconds;
  if (time->AsString() == nullptr) return now;
  const auto parsed = liquid::ParseTime(*time->AsString(), now, zone);
  return parsed ? parsed->seconds : now;
}

// What site.yml says takes the place of what _config.yml does.
void ApplySiteSettings(const SiteConfig& config, Object* values) {
  values->Set("title", config.title);
  values->Set("description", config.description);
  values->Set("url", config.url);
  values->Set("baseurl", config.baseurl);
  values->Set("lang", config.lang);
  values->Set("timezone", config.timezone);
}

}  // namespace

bool Settings::HasPlugin(std::string_view name) const {
  return std::find(plugins.begin(), plugins.end(), name) != plugins.end();
}

Settings MakeSettings(const SiteConfig& config, Diagnostics& diagnostics) {
  Settings settings;
  settings.values = Defaults();
  for (const data::Member& member : config.jekyll.members()) {
    if (!member.value.IsNull() || settings.values.Find(member.key) == nullptr) {
      settings.values.Set(member.key, member.value);
    }
  }
  if (config.has_archive) ApplySiteSettings(config, &settings.values);
  const Object& values = settings.values;
  settings.zone = config.time_zone;
  settings.permalink = Text(values, "permalink");
  settings.collections_dir = Text(values, "collections_dir");
  for (const std::string& name : Texts(values, "markdown_ext")) {
    settings.markdown_ext.push_back("." + name);
  }
  settings.include = Texts(values, "include");
  settings.exclude = Texts(values, "exclude");
  settings.plugins = Texts(values, "plugins");
  if (values.Find("defaults") != nullptr) {
    AddDefaults(*values.Find("defaults"), &settings, diagnostics);
  }
  settings.excerpt_separator = Text(values, "excerpt_separator");
  settings.paginate_path = Text(values, "paginate_path");
  settings.paginate = Number(values, "paginate");
  settings.limit_posts = Number(values, "limit_posts");
  // Without a _config.yml posts to come are as days to come.
  settings.future =
      config.jekyll.empty() ? config.future : data::IsTrue(values, "future");
  settings.unpublished = data::IsTrue(values, "unpublished");
  settings.drafts = config.drafts || data::IsTrue(values, "show_drafts");
  settings.time = TimeOfSite(values, settings.zone);
  return settings;
}

}  // namespace offprint::jekyll
