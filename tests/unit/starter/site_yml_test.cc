#include "starter/site_yml.h"

#include <gtest/gtest.h>

#include <string>

#include "config/load_config.h"
#include "config/setting.h"
#include "data/yaml.h"
#include "model/digest.h"
#include "starter/templates.h"

namespace offprint {
namespace {

std::string Formatted(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    text += FormatDiagnostic(diagnostic) + "\n";
  }
  return text;
}

data::Value Parse(std::string_view yml) {
  Diagnostics diagnostics;
  data::Value value = data::ParseYaml(yml, "site.yml", 1, diagnostics);
  EXPECT_EQ(Formatted(diagnostics), "");
  return value;
}

SiteConfig Load(std::string_view yml) {
  Diagnostics diagnostics;
  SiteConfig config;
  const data::Value value = Parse(yml);
  ApplySettings(*value.AsObject(), "site.yml", {DialectNames()}, &config,
                diagnostics);
  CheckSettings(config, diagnostics);
  EXPECT_EQ(Formatted(diagnostics), "");
  return config;
}

// The template with every setting that is commented out taken in.
std::string AllSettings() {
  std::string yml = "\n" + std::string(Template("site/site.yml"));
  for (size_t at = 0; (at = yml.find("\n#", at)) != yml.npos; ++at) {
    const bool is_prose = yml[at + 2] == ' ' && yml[at + 3] != ' ';
    if (!is_prose && yml[at + 2] != '\n') yml.erase(at + 1, 1);
  }
  return yml;
}

TEST(SiteYmlTest, TemplateNamesEverySetting) {
  const data::Value all = Parse(AllSettings());
  for (const Setting& setting : Settings()) {
    const size_t dot = setting.name.find('.');
    const data::Value* value =
        all.AsObject()->Find(setting.name.substr(0, dot));
    ASSERT_NE(value, nullptr) << setting.name;
    if (dot == std::string_view::npos) continue;
    EXPECT_NE(value->AsObject()->Find(setting.name.substr(dot + 1)), nullptr)
        << setting.name;
  }
}

TEST(SiteYmlTest, WhatIsCommentedOutIsTheDefault) {
  const SiteConfig all = Load(AllSettings());
  const SiteConfig none;
  EXPECT_EQ(all.title, none.title);
  EXPECT_EQ(all.lang, none.lang);
  EXPECT_EQ(all.timezone, none.timezone);
  EXPECT_EQ(all.format, none.format);
  EXPECT_EQ(all.theme, none.theme);
  EXPECT_EQ(all.fingerprint, none.fingerprint);
  EXPECT_EQ(all.lean, none.lean);
  EXPECT_EQ(all.content, none.content);
  EXPECT_EQ(all.destination, none.destination);
  EXPECT_EQ(all.order, none.order);
  EXPECT_EQ(all.days, none.days);
  EXPECT_EQ(all.drafts, none.drafts);
  EXPECT_EQ(all.future, none.future);
  EXPECT_EQ(all.paginate, none.paginate);
  EXPECT_EQ(all.permalinks.day, none.permalinks.day);
  EXPECT_EQ(all.permalinks.topics, none.permalinks.topics);
  EXPECT_EQ(all.permalinks.topic, none.permalinks.topic);
  EXPECT_EQ(all.permalinks.paper, none.permalinks.paper);
  EXPECT_EQ(all.permalinks.author, none.permalinks.author);
  EXPECT_EQ(all.permalinks.archive, none.permalinks.archive);
  EXPECT_EQ(all.permalinks.search, none.permalinks.search);
  EXPECT_EQ(all.author_pages, none.author_pages);
  EXPECT_EQ(all.author_min_papers, none.author_min_papers);
  EXPECT_EQ(all.search_engine, none.search_engine);
  EXPECT_EQ(all.search_index, none.search_index);
  EXPECT_EQ(all.feed_entries, none.feed_entries);
}

TEST(SiteYmlTest, ReadsBackAsWritten) {
  SiteConfig config;
  config.title = "\"A\": 论文 # 1";
  config.lang = "en";
  config.url = "https://example.org";
  config.baseurl = "/papers";
  config.content = "../pile of digests";
  config.days = DayDate::kPublished;
  config.dialects = {{"**/notes/*.md", "generic"}, {"a.md", "scored-list"}};
  config.exclude = {"/README.md", "/\\[a\\].txt"};
  const SiteConfig read = Load(SiteYml(config));
  EXPECT_EQ(read.title, config.title);
  EXPECT_EQ(read.lang, config.lang);
  EXPECT_EQ(read.url, config.url);
  EXPECT_EQ(read.baseurl, config.baseurl);
  EXPECT_EQ(read.content, config.content);
  EXPECT_EQ(read.days, config.days);
  ASSERT_EQ(read.dialects.size(), 2U);
  EXPECT_EQ(read.dialects[0].files, "**/notes/*.md");
  EXPECT_EQ(read.dialects[1].dialect, "scored-list");
  EXPECT_EQ(read.exclude, config.exclude);
}

TEST(SiteYmlTest, DefaultsStayCommentedOut) {
  const std::string yml = SiteYml(SiteConfig());
  EXPECT_NE(yml.find("\n#url: "), yml.npos);
  EXPECT_NE(yml.find("\n#days: digest\n"), yml.npos);
  EXPECT_NE(yml.find("\n#dialects:\n#  - files: "), yml.npos);
  EXPECT_NE(yml.find("\n#exclude:\n#  - "), yml.npos);
}

TEST(SiteYmlTest, ReplacesASettingWithAllItsLines) {
  std::string yml =
      "# a: no\n#a:\n#  - 1\n#    x: 2\n# prose\nb: 1\n  c: 2\nd: 3";
  ReplaceSetting("a", "a: [0]\n", &yml);
  EXPECT_EQ(yml, "# a: no\na: [0]\n# prose\nb: 1\n  c: 2\nd: 3");
  ReplaceSetting("b", "", &yml);
  EXPECT_EQ(yml, "# a: no\na: [0]\n# prose\nd: 3");
  ReplaceSetting("d", "d: 4\n", &yml);
  EXPECT_EQ(yml, "# a: no\na: [0]\n# prose\nd: 4\n");
}

TEST(SiteYmlTest, QuotesWhatIsNoPlainText) {
  for (const char* plain : {"Papers", "我的 论文", "a/b.md", "../x", "en"}) {
    EXPECT_EQ(YamlScalar(plain), plain);
  }
  EXPECT_EQ(YamlScalar("*.md"), "\"*.md\"");
  for (const char* text :
       {"", " a", "a: b", "a #b", "2026", "yes", "null", "- a", "[a]", "\"a",
        "a\nb", "a:", "#a", "&a", "1.5", "~", "{}", "!a"}) {
    const std::string yml = "title: " + YamlScalar(text) + "\nlang: en\n";
    const data::Value read = Parse(yml);
    ASSERT_NE(read.AsObject()->Find("title")->AsString(), nullptr) << yml;
    EXPECT_EQ(*read.AsObject()->Find("title")->AsString(), text);
  }
}

}  // namespace
}  // namespace offprint
