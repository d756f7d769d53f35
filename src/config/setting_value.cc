#include "config/setting_value.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/slug_table.h"
#include "base/text.h"
#include "config/permalink_check.h"
#include "config/setting_member.h"

namespace offprint {
namespace {

bool IsUnfitForUrl(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
         std::string_view("\"'<>\\^`{|}?#").find(c) != std::string_view::npos;
}

// Whether it is a web address: a scheme, a host, and no more than a path.
bool IsPlainUrl(std::string_view text) {
  const bool is_web =
      text.starts_with("http://") || text.starts_with("https://");
  return is_web && text.find("://") + 3 < text.size() &&
         std::ranges::none_of(text, IsUnfitForUrl);
}

std::string_view WithoutSlashes(std::string_view text) {
  while (text.ends_with('/')) text.remove_suffix(1);
  return text;
}

}  // namespace

void SetText(const SettingValue& value, std::string* text) {
  if (const std::string* given = TextOf(value)) *text = *given;
}

void SetName(const SettingValue& value, std::string* name) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  if (Trim(*given).empty()) return Refuse(value, "may not be empty");
  *name = *given;
}

void SetNumber(const SettingValue& value, int least, int* number) {
  const int64_t* given = value.value.AsInt();
  if (given == nullptr) return RefuseType(value, "a whole number");
  if (*given < least || *given > std::numeric_limits<int>::max()) {
    return Refuse(value, "should be at least " + std::to_string(least) +
                             ", not " + std::to_string(*given));
  }
  *number = static_cast<int>(*given);
}

void SetTruth(const SettingValue& value, bool* truth) {
  const bool* given = value.value.AsBool();
  if (given == nullptr) return RefuseType(value, "true or false");
  *truth = *given;
}

void SetChoice(const SettingValue& value,
               const std::vector<std::string_view>& names, int* choice) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  const auto found = std::ranges::find(names, *given);
  if (found != names.end()) {
    *choice = static_cast<int>(found - names.begin());
    return;
  }
  std::string wanted;
  for (const std::string_view name : names) {
    if (!wanted.empty()) wanted += name == names.back() ? " or " : ", ";
    wanted += InQuotes(name);
  }
  const auto meant = NearMiss(*given, names);
  Refuse(value, "should be " + wanted + ", not " + InQuotes(*given) +
                    (meant ? "; did you mean " + InQuotes(*meant) + "?" : ""));
}

void SetUrl(const SettingValue& value, std::string* url) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  const std::string_view text = WithoutSlashes(*given);
  const size_t host = text.find("://") + 3;
  if (!text.empty() && !IsPlainUrl(text)) {
    return Refuse(value, "should be like \"https://example.org\", not " +
                             InQuotes(*given));
  }
  *url = text;
  const size_t path = text.empty() ? text.npos : text.find('/', host);
  if (path == std::string_view::npos) return;
  value.diagnostics.Warning(value.where, InQuotes(value.name) +
                                             " holds the path " +
                                             InQuotes(text.substr(path)) +
                                             ", which belongs in \"baseurl\"");
}

void SetServerUrl(const SettingValue& value, std::string* url) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  const std::string_view text = WithoutSlashes(*given);
  if (!IsPlainUrl(text)) {
    return Refuse(value, "should be like \"https://search.example.org\", not " +
                             InQuotes(*given));
  }
  const std::string_view rest = text.substr(text.find("://") + 3);
  if (rest.substr(0, rest.find('/')).find('@') != std::string_view::npos) {
    return Refuse(value,
                  "may not hold a name or password: everyone can read it in "
                  "the site");
  }
  *url = text;
}

void SetIndexName(const SettingValue& value, std::string* name) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || IsAsciiDigit(c);
  };
  const bool is_fit =
      !given->empty() && given->size() <= 255 && is_letter(given->front()) &&
      std::ranges::all_of(
          *given, [&](char c) { return is_letter(c) || c == '-' || c == '_'; });
  if (!is_fit) {
    return Refuse(value,
                  "should be small letters, digits, \"-\" and \"_\", not " +
                      InQuotes(*given));
  }
  *name = *given;
}

void SetPublicKey(const SettingValue& value, std::string* key) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  const auto is_visible = [](char c) { return c > 0x20 && c < 0x7F; };
  if (!std::ranges::all_of(*given, is_visible)) {
    return Refuse(value, "should be visible characters of ASCII only");
  }
  *key = *given;
}

void SetBaseUrl(const SettingValue& value, std::string* baseurl) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  std::string_view text = WithoutSlashes(*given);
  if (text.starts_with('/')) text.remove_prefix(1);
  const auto is_bad_part = [](std::string_view part) {
    return part.empty() || part == "." || part == ".." ||
           std::ranges::any_of(part, IsUnfitForUrl);
  };
  if (text.find("://") != text.npos ||
      (!text.empty() && std::ranges::any_of(Split(text, '/'), is_bad_part))) {
    return Refuse(value,
                  "should be a path like \"/papers\", not " + InQuotes(*given));
  }
  *baseurl = text.empty() ? "" : "/" + std::string(text);
}

void SetLang(const SettingValue& value, std::string* lang) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  const auto is_bad_part = [](std::string_view part) {
    return part.empty() || part.size() > 8 ||
           !std::ranges::all_of(
               part, [](char c) { return IsAsciiAlpha(c) || IsAsciiDigit(c); });
  };
  if (std::ranges::any_of(Split(*given, '-'), is_bad_part)) {
    return Refuse(value,
                  "should be a language such as \"zh-CN\" or \"en\", "
                  "not " +
                      InQuotes(*given));
  }
  *lang = *given;
}

void SetTimeZone(const SettingValue& value, SiteConfig* config) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  if (!TimeZone::Find(*given, &config->time_zone)) {
    return Refuse(value,
                  "should be a time zone such as \"Asia/Shanghai\" or "
                  "\"UTC\"; there is no " +
                      InQuotes(*given));
  }
  config->timezone = *given;
}

void SetPermalink(const SettingValue& value,
                  const std::vector<std::string_view>& placeholders,
                  std::string* permalink) {
  const std::string* given = TextOf(value);
  if (given == nullptr) return;
  const std::string problem = PermalinkProblem(*given, placeholders);
  if (!problem.empty()) return Refuse(value, problem);
  *permalink = *given;
}

void SetTexts(const SettingValue& value, std::vector<std::string>* texts) {
  const data::Array* list = value.value.AsArray();
  if (list == nullptr) return RefuseType(value, "a list");
  std::vector<std::string> given;
  for (const data::Value& item : *list) {
    const std::string* text = TextOf(InnerValue(value, item, value.name));
    if (text != nullptr) given.push_back(*text);
  }
  *texts = std::move(given);
}

void SetAliases(const SettingValue& value,
                std::map<std::string, std::string, std::less<>>* aliases) {
  const data::Object* mapping = MappingOf(value);
  if (mapping == nullptr) return;
  for (const data::Member& topic : mapping->members()) {
    std::vector<std::string> names;
    SetTexts(InnerValue(value, topic.value, topic.key), &names);
    for (std::string& name : names) {
      const auto [known, is_new] = aliases->try_emplace(name, topic.key);
      if (is_new || known->second == topic.key) continue;
      Refuse(InnerValue(value, topic.value, topic.key),
             "has the alias " + InQuotes(name) + ", which " +
                 InQuotes(known->second) + " has too");
    }
  }
}

void SetDialects(const SettingValue& value, std::vector<DialectRule>* rules) {
  const data::Array* list = value.value.AsArray();
  if (list == nullptr) return RefuseType(value, "a list");
  std::vector<DialectRule> given;
  for (const data::Value& item : *list) {
    const SettingValue rule = InnerValue(value, item, value.name);
    if (MappingOf(rule) == nullptr) continue;
    const std::string* files = MemberText(rule, "files");
    const std::string* dialect = MemberText(rule, "dialect");
    if (files == nullptr || dialect == nullptr) continue;
    int known = -1;
    SetChoice(InnerValue(value, *item.AsObject()->Find("dialect"), "dialect"),
              value.vocabulary.dialects, &known);
    if (known >= 0) given.push_back({*files, *dialect});
  }
  *rules = std::move(given);
}

namespace {

// A search of "feeds" as far as its mapping can be used; false where it lacks
// a query that can be read.
struct GivenFeed {
  SavedSearch search;
  std::string name;  // empty where none is given
};

bool ReadFeed(const SettingValue& feed, GivenFeed* given) {
  if (MappingOf(feed) == nullptr) return false;
  WarnOfOthers(feed, {"query", "title", "name"});
  const data::Object& mapping = *feed.value.AsObject();
  const std::string* query = MemberText(feed, "query");
  if (query == nullptr) return false;
  given->search.query = *query;
  given->search.title = *query;
  if (const data::Value* title = mapping.Find("title")) {
    SetName(InnerValue(feed, *title, "title"), &given->search.title);
  }
  if (const data::Value* name = mapping.Find("name")) {
    SetName(InnerValue(feed, *name, "name"), &given->name);
  }
  if (feed.vocabulary.query_problem == nullptr) return true;
  const std::string problem = feed.vocabulary.query_problem(*query);
  if (problem.empty()) return true;
  Refuse(InnerValue(feed, *mapping.Find("query"), "query"), problem);
  return false;
}

}  // namespace

void SetFeeds(const SettingValue& value, std::vector<SavedSearch>* feeds) {
  const data::Array* list = value.value.AsArray();
  if (list == nullptr) return RefuseType(value, "a list");
  std::vector<GivenFeed> given;
  SlugTable slugs;
  for (const data::Value& item : *list) {
    const SettingValue feed = InnerValue(value, item, value.name);
    GivenFeed one;
    if (!ReadFeed(feed, &one)) continue;
    // Names go first: whoever gives one wants this address and no other.
    if (!one.name.empty()) {
      one.search.slug = slugs.Take(one.name);
      if (one.search.slug != MakeSlug(one.name)) {
        Refuse(InnerValue(feed, *item.AsObject()->Find("name"), "name"),
               "gives the address /feeds/" + MakeSlug(one.name).value +
                   ".xml, which another feed has");
        continue;
      }
    }
    given.push_back(std::move(one));
  }
  feeds->clear();
  for (GivenFeed& one : given) {
    if (one.name.empty()) one.search.slug = slugs.Take(one.search.query);
    feeds->push_back(std::move(one.search));
  }
}

void SetMapping(const SettingValue& value, data::Object* mapping) {
  const data::Object* given = MappingOf(value);
  if (given == nullptr) return;
  for (const data::Member& member : given->members()) {
    mapping->Set(member.key, member.value, member.mark);
  }
}

}  // namespace offprint
