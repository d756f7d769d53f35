#include "config/load_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "config/setting.h"
#include "data/yaml.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

const Vocabulary kVocabulary = {{"daily-table", "topic-table", "generic"}};

std::vector<std::string> Messages(const Diagnostics& diagnostics) {
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    messages.push_back(FormatDiagnostic(diagnostic));
  }
  return messages;
}

struct Loaded {
  SiteConfig config;
  std::vector<std::string> messages;
};

Loaded Load(std::string_view yaml) {
  Loaded loaded;
  Diagnostics diagnostics;
  const data::Value value = data::ParseYaml(yaml, "site.yml", 1, diagnostics);
  ApplySettings(*value.AsObject(), "site.yml", kVocabulary, &loaded.config,
                diagnostics);
  loaded.messages = Messages(diagnostics);
  return loaded;
}

std::vector<std::string> Complaints(std::string_view yaml) {
  return Load(yaml).messages;
}

TEST(LoadConfigTest, ReadsEverySetting) {
  const auto [config, messages] = Load(R"(
title: 论文库
description: 每日论文
author: Li
url: https://example.org/
baseurl: /papers/
lang: en
timezone: Asia/Shanghai
format: html
theme: plain
content: digests
destination: _site
order: digest
days: published
paginate: 20
permalinks:
  day: /:year/:month/:day.html
  topics: /t/
  topic: /t/:slug/
  paper: /p/:id/
  author: /a/:slug/
  archive: /all/
authors:
  pages: false
  min_papers: 3
topics:
  aliases:
    大模型: [LLM, 语言模型]
dialects:
  - {files: "old/*.md", dialect: generic}
exclude: [README.md, "drafts/"]
pages: [digests/docs]
feed:
  entries: 10
theme_settings:
  accent: "#336699"
)");
  EXPECT_THAT(messages, IsEmpty());
  EXPECT_EQ(config.title, "论文库");
  EXPECT_EQ(config.description, "每日论文");
  EXPECT_EQ(config.author, "Li");
  EXPECT_EQ(config.url, "https://example.org");
  EXPECT_EQ(config.baseurl, "/papers");
  EXPECT_EQ(config.lang, "en");
  EXPECT_EQ(config.timezone, "Asia/Shanghai");
  EXPECT_EQ(config.time_zone.OffsetAt(0), 8 * 3600);
  EXPECT_EQ(config.format, OutputFormat::kHtml);
  EXPECT_EQ(config.theme, "plain");
  EXPECT_EQ(config.content, "digests");
  EXPECT_EQ(config.destination, "_site");
  EXPECT_EQ(config.order, PaperOrder::kDigest);
  EXPECT_EQ(config.days, DayDate::kPublished);
  EXPECT_EQ(config.paginate, 20);
  EXPECT_EQ(config.permalinks.day, "/:year/:month/:day.html");
  EXPECT_EQ(config.permalinks.topics, "/t/");
  EXPECT_EQ(config.permalinks.topic, "/t/:slug/");
  EXPECT_EQ(config.permalinks.paper, "/p/:id/");
  EXPECT_EQ(config.permalinks.author, "/a/:slug/");
  EXPECT_EQ(config.permalinks.archive, "/all/");
  EXPECT_FALSE(config.author_pages);
  EXPECT_EQ(config.author_min_papers, 3);
  EXPECT_THAT(config.topic_aliases,
              ElementsAre(Pair("LLM", "大模型"), Pair("语言模型", "大模型")));
  ASSERT_EQ(config.dialects.size(), 1u);
  EXPECT_EQ(config.dialects[0].files, "old/*.md");
  EXPECT_EQ(config.dialects[0].dialect, "generic");
  EXPECT_THAT(config.exclude, ElementsAre("README.md", "drafts/"));
  EXPECT_THAT(config.pages, ElementsAre("digests/docs"));
  EXPECT_EQ(config.feed_entries, 10);
  EXPECT_EQ(*config.theme_settings.Find("accent")->AsString(), "#336699");
}

TEST(LoadConfigTest, AnEmptyValueAsksForTheDefault) {
  const auto [config, messages] = Load("title:\nfeed:\n  entries:\n");
  EXPECT_THAT(messages, IsEmpty());
  EXPECT_EQ(config.title, "Papers");
  EXPECT_EQ(config.feed_entries, 50);
}

TEST(LoadConfigTest, AnUnknownKeyIsAWarningWithWhatWasMeant) {
  EXPECT_THAT(
      Complaints("paginat: 3\nfeed:\n  entrys: 3\nxyz: 1\n"),
      ElementsAre("site.yml:1:1: warning: unknown key \"paginat\"; did you "
                  "mean \"paginate\"?",
                  "site.yml:3:3: warning: unknown key \"feed.entrys\"; did you "
                  "mean \"feed.entries\"?",
                  "site.yml:4:1: warning: unknown key \"xyz\""));
  EXPECT_THAT(
      Complaints("title: A\nurl:https://example.org\n"),
      ElementsAre("site.yml:2:1: warning: unknown key "
                  "\"url:https://example.org\"; write \"url: …\", with a blank "
                  "behind the colon"));
}

TEST(LoadConfigTest, AWrongTypeSaysWhatItShouldBe) {
  const std::vector<std::string> messages = Complaints(
      "paginate: many\ntitle: 2026\nfeed: 50\nexclude: README.md\n"
      "authors: {pages: 1}\npermalinks: {day: [a]}\n");
  const std::vector<std::string> wanted = {
      "\"paginate\" should be a whole number, not a text",
      "\"title\" should be a text, not a number; put it in quotes",
      "\"feed\" should be a mapping, not a number",
      "\"exclude\" should be a list, not a text",
      "\"authors.pages\" should be true or false, not a number",
      "\"permalinks.day\" should be a text, not a list"};
  ASSERT_EQ(messages.size(), wanted.size());
  for (size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_TRUE(
        messages[i].starts_with("site.yml:" + std::to_string(i + 1) + ":"))
        << messages[i];
    EXPECT_TRUE(messages[i].ends_with(": error: " + wanted[i])) << messages[i];
  }
}

TEST(LoadConfigTest, ANumberMustBeInItsRange) {
  EXPECT_THAT(
      Load("paginate: 0").messages[0],
      ::testing::EndsWith("error: \"paginate\" should be at least 1, not 0"));
  EXPECT_EQ(Load("paginate: 0").config.paginate, 50);
}

TEST(LoadConfigTest, AChoiceNamesWhatThereIs) {
  EXPECT_THAT(Complaints("format: htm")[0],
              ::testing::EndsWith(
                  "error: \"format\" should be \"jekyll\" or \"html\", not "
                  "\"htm\"; did you mean \"html\"?"));
}

TEST(LoadConfigTest, ChecksUrlBaseurlLanguageAndZone) {
  using ::testing::EndsWith;
  EXPECT_THAT(Complaints("url: example.org")[0],
              EndsWith("error: \"url\" should be like "
                       "\"https://example.org\", not \"example.org\""));
  EXPECT_THAT(Complaints("url: https://me.github.io/papers")[0],
              EndsWith("warning: \"url\" holds the path \"/papers\", which "
                       "belongs in \"baseurl\""));
  EXPECT_THAT(Complaints("baseurl: /../x")[0],
              EndsWith("error: \"baseurl\" should be a path like \"/papers\", "
                       "not \"/../x\""));
  EXPECT_THAT(Complaints("lang: zh_CN")[0],
              EndsWith("error: \"lang\" should be a language such as \"zh-CN\" "
                       "or \"en\", not \"zh_CN\""));
  EXPECT_THAT(Complaints("timezone: Asia/Peking")[0],
              EndsWith("error: \"timezone\" should be a time zone such as "
                       "\"Asia/Shanghai\" or \"UTC\"; there is no "
                       "\"Asia/Peking\""));
}

TEST(LoadConfigTest, BringsBaseurlIntoOneForm) {
  EXPECT_EQ(Load("baseurl: /").config.baseurl, "");
  EXPECT_EQ(Load("baseurl: papers/").config.baseurl, "/papers");
  EXPECT_EQ(Load("baseurl: ''").config.baseurl, "");
}

TEST(LoadConfigTest, ChecksPermalinks) {
  const auto problem = [](const std::string& permalink) {
    const auto messages =
        Complaints("permalinks: {topic: \"" + permalink + "\"}");
    return messages.empty()
               ? ""
               : messages[0].substr(messages[0].find("topic\"") + 7);
  };
  EXPECT_EQ(problem("/t/:slug/"), "");
  EXPECT_EQ(problem("/t/:slug.html"), "");
  EXPECT_EQ(problem("t/:slug/"), "should begin with \"/\"");
  EXPECT_EQ(problem("/t/:slug"), "should end in \"/\" or \".html\"");
  EXPECT_EQ(problem("/t/:slog/"),
            "has the unknown placeholder \":slog\"; did you mean \":slug\"?");
  EXPECT_EQ(problem("/t/"),
            "needs \":slug\", without which several pages have the same "
            "address");
  EXPECT_EQ(problem("/../:slug/"), "may not hold \"//\", \"/./\" or \"/../\"");
  EXPECT_EQ(problem("//:slug/"), "may not hold \"//\", \"/./\" or \"/../\"");
  EXPECT_EQ(problem("/a b/:slug/"), "may not hold the character \" \"");
}

TEST(LoadConfigTest, ADialectMustBeKnownAndComplete) {
  EXPECT_THAT(
      Complaints("dialects:\n  - files: a\n    dialect: topic-tabel\n"
                 "  - files: b\n  - c\n"),
      ElementsAre("site.yml:3:14: error: \"dialect\" should be "
                  "\"daily-table\", \"topic-table\" or \"generic\", not "
                  "\"topic-tabel\"; did you mean \"topic-table\"?",
                  "site.yml:4:5: error: \"dialects\" lacks \"dialect\"",
                  "site.yml:5:5: error: \"dialects\" should be a mapping, not "
                  "a text"));
}

std::vector<std::string> SlugsOf(const SiteConfig& config) {
  std::vector<std::string> slugs;
  for (const SavedSearch& feed : config.feeds) slugs.push_back(feed.slug.value);
  return slugs;
}

TEST(LoadConfigTest, ASavedSearchHasAnAddressOfItsOwn) {
  const auto [config, messages] = Load(R"(
feeds:
  - query: C++
  - query: C#
  - {query: "扩散模型 score:>=8", title: 扩散}
  - {query: x, name: C}
)");
  EXPECT_THAT(messages, IsEmpty());
  EXPECT_EQ(config.feeds[0].title, "C++");
  EXPECT_EQ(config.feeds[2].query, "扩散模型 score:>=8");
  EXPECT_EQ(config.feeds[2].title, "扩散");
  const std::vector<std::string> slugs = SlugsOf(config);
  EXPECT_EQ(slugs[2], "扩散模型-score-8");
  EXPECT_EQ(slugs[3], "c");
  EXPECT_THAT(slugs[0], ::testing::StartsWith("c-"));
  EXPECT_THAT(slugs[1], ::testing::StartsWith("c-"));
  EXPECT_NE(slugs[0], slugs[1]);
}

TEST(LoadConfigTest, AFeedMustBeCompleteAndHaveANameOfItsOwn) {
  EXPECT_THAT(
      Complaints("feeds:\n  - titel: x\n  - y\n  - {query: a, name: N}\n"
                 "  - {query: b, name: n}\n  - query: 7\n"),
      ElementsAre("site.yml:2:5: warning: unknown key \"titel\" in \"feeds\"; "
                  "did you mean \"title\"?",
                  "site.yml:2:5: error: \"feeds\" lacks \"query\"",
                  "site.yml:3:5: error: \"feeds\" should be a mapping, not a "
                  "text",
                  "site.yml:5:22: error: \"name\" gives the address "
                  "/feeds/n.xml, which another feed has",
                  "site.yml:6:12: error: \"query\" should be a text, not a "
                  "number; put it in quotes"));
}

TEST(LoadConfigTest, AQueryIsRefusedWithWhatIsWrongWithIt) {
  const Vocabulary vocabulary = {{}, [](std::string_view query) -> std::string {
                                   return query == "bad" ? "is bad" : "";
                                 }};
  SiteConfig config;
  Diagnostics diagnostics;
  const data::Value value = data::ParseYaml(
      "feeds:\n- query: bad\n- query: good\n", "site.yml", 1, diagnostics);
  ApplySettings(*value.AsObject(), "site.yml", vocabulary, &config,
                diagnostics);
  EXPECT_THAT(Messages(diagnostics),
              ElementsAre("site.yml:2:10: error: \"query\" is bad"));
  EXPECT_THAT(SlugsOf(config), ElementsAre("good"));
}

TEST(LoadConfigTest, ASearchServerHasAnAddressAnIndexAndAKey) {
  const auto [config, messages] = Load(
      "search: {engine: meilisearch, url: https://e.org/find/, index: a-1, "
      "key: abc}\n");
  EXPECT_THAT(messages, IsEmpty());
  EXPECT_EQ(config.search_engine, SearchEngine::kMeilisearch);
  EXPECT_EQ(config.search_url, "https://e.org/find");
  EXPECT_EQ(config.search_index, "a-1");
  EXPECT_EQ(config.search_key, "abc");
}

TEST(LoadConfigTest, ASearchServerIsRefusedThatCannotBeAskedOrTellsASecret) {
  EXPECT_THAT(
      Complaints("search:\n  url: javascript:alert(1)\n  index: Papers/x\n"
                 "  key: \"a b\"\n"),
      ElementsAre("site.yml:2:8: error: \"search.url\" should be like "
                  "\"https://search.example.org\", not "
                  "\"javascript:alert(1)\"",
                  "site.yml:3:10: error: \"search.index\" should be small "
                  "letters, digits, \"-\" and \"_\", not \"Papers/x\"",
                  "site.yml:4:8: error: \"search.key\" should be visible "
                  "characters of ASCII only"));
  EXPECT_THAT(
      Complaints("search: {url: \"https://me:pw@e.org/\"}\n")[0],
      ::testing::EndsWith("\"search.url\" may not hold a name or "
                          "password: everyone can read it in the site"));
}

TEST(LoadConfigTest, ASearchServerNeedsAnAddress) {
  SiteConfig config = Load("search:\n  engine: opensearch\n").config;
  Diagnostics diagnostics;
  CheckSettings(config, diagnostics);
  EXPECT_THAT(Messages(diagnostics),
              ElementsAre("site.yml:2:11: error: \"search.engine\" names a "
                          "server: \"search.url\" is needed to say where it "
                          "is"));
  config.search_url = "https://e.org";
  Diagnostics none;
  CheckSettings(config, none);
  EXPECT_THAT(Messages(none), IsEmpty());
}

TEST(LoadConfigTest, AnAliasMeansOneTopic) {
  EXPECT_THAT(Complaints("topics:\n  aliases:\n    A: [x]\n    B: [x, y]\n")[0],
              ::testing::EndsWith(
                  "error: \"B\" has the alias \"x\", which \"A\" has too"));
}

TEST(LoadConfigTest, TheThemesSettingsLieUnderTheSites) {
  SiteConfig config;
  Diagnostics diagnostics;
  for (const char* yaml : {"theme_settings: {accent: red, wide: true}",
                           "theme_settings: {accent: blue}"}) {
    const data::Value value = data::ParseYaml(yaml, "x", 1, diagnostics);
    ApplySettings(*value.AsObject(), "x", kVocabulary, &config, diagnostics);
  }
  EXPECT_EQ(*config.theme_settings.Find("accent")->AsString(), "blue");
  EXPECT_TRUE(*config.theme_settings.Find("wide")->AsBool());
}

TEST(LoadConfigTest, AFlagGoesThroughTheSameChecks) {
  SiteConfig config;
  Diagnostics diagnostics;
  const auto set = [&](const char* key, const char* text, const char* flag) {
    ApplySetting(key, text, flag, kVocabulary, &config, diagnostics);
  };
  set("baseurl", "x", "--baseurl");
  set("title", "2026", "--title");
  set("exclude", "a.md, b.md", "--exclude");
  set("authors.pages", "no", "--authors");
  set("format", "pdf", "--format");
  set("paginate", "x", "--paginate");
  set("paginate", "'", "--paginate");
  EXPECT_EQ(config.baseurl, "/x");
  EXPECT_EQ(config.title, "2026");
  EXPECT_THAT(config.exclude, ElementsAre("a.md", "b.md"));
  EXPECT_FALSE(config.author_pages);
  EXPECT_THAT(
      Messages(diagnostics),
      ElementsAre(
          "--format: error: \"format\" should be \"jekyll\" or \"html\", not "
          "\"pdf\"",
          "--paginate: error: \"paginate\" should be a whole number, not a "
          "text",
          "--paginate: error: \"paginate\" should be a whole number, not a "
          "text"));
}

TEST(LoadConfigTest, ReadsTheEnvironment) {
  const char* const environment[] = {
      "HOME=/root",          "OFFPRINT_FORMAT=html", "OFFPRINT_FEED_ENTRIES=7",
      "OFFPRINT_BASEURI=/x", "OFFPRINT_LANG=en=x",   nullptr};
  SiteConfig config;
  Diagnostics diagnostics;
  ApplyEnvironment(environment, kVocabulary, &config, diagnostics);
  EXPECT_EQ(config.format, OutputFormat::kHtml);
  EXPECT_EQ(config.feed_entries, 7);
  EXPECT_THAT(
      Messages(diagnostics),
      ElementsAre("OFFPRINT_BASEURI: warning: this variable is no setting; did "
                  "you mean OFFPRINT_BASEURL?",
                  "OFFPRINT_LANG: error: \"lang\" should be a language such as "
                  "\"zh-CN\" or \"en\", not \"en=x\""));
}

class ConfigFileTest : public ::testing::Test {
 protected:
  std::vector<std::string> LoadFile(std::string_view text) {
    const std::string path = ::testing::TempDir() + "offprint-site-" +
                             std::to_string(getpid()) + ".yml";
    std::ofstream(path) << text;
    Diagnostics diagnostics;
    LoadConfig(path, "site.yml", kVocabulary, diagnostics);
    std::filesystem::remove(path);
    return Messages(diagnostics);
  }
};

TEST_F(ConfigFileTest, AFileThatIsNotThereIsANote) {
  Diagnostics diagnostics;
  const SiteConfig config =
      LoadConfig("/nowhere/site.yml", "site.yml", kVocabulary, diagnostics);
  EXPECT_EQ(config.paginate, 50);
  EXPECT_THAT(Messages(diagnostics),
              ElementsAre("site.yml: note: there is no such file: every "
                          "setting has its default"));
}

TEST_F(ConfigFileTest, AFileMustHoldAMapping) {
  EXPECT_THAT(LoadFile("- a\n"),
              ElementsAre("site.yml:1:1: error: should be a mapping of "
                          "settings, not a list"));
  EXPECT_THAT(LoadFile(""), IsEmpty());
  EXPECT_THAT(LoadFile("# nothing yet\n"), IsEmpty());
}

TEST_F(ConfigFileTest, ABrokenFileIsOneErrorAtItsPlace) {
  const std::vector<std::string> messages = LoadFile("title: [1\nb: 2\n");
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_TRUE(messages[0].starts_with("site.yml:")) << messages[0];
  EXPECT_NE(messages[0].find("error: this is not valid YAML"),
            std::string::npos)
      << messages[0];
}

TEST(SettingsTest, EveryOneHasANameOfItsOwnAndHelp) {
  for (const Setting& setting : Settings()) {
    EXPECT_EQ(FindSetting(setting.name), &setting) << setting.name;
    EXPECT_FALSE(setting.help.empty()) << setting.name;
  }
  EXPECT_EQ(FindSetting("feed"), nullptr);
}

}  // namespace
}  // namespace offprint
