#include "theme/theme_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/json.h"
#include "unit/theme/theme_folder.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;

class ThemeDataTest : public ::testing::Test {
 protected:
  void Load() {
    site_.Put("themes/base/theme.yml", "");
    site_.Put("themes/child/theme.yml", "parent: base\n");
    Diagnostics diagnostics;
    ASSERT_TRUE(site_.Load("child", &theme_, diagnostics));
    data_ = LoadThemeData(theme_, diagnostics);
    problems_ = Formatted(diagnostics);
  }

  std::string Json() const {
    std::string json;
    data::AppendJson(data_.values, &json);
    return json;
  }

  std::vector<std::string> Paths() const {
    std::vector<std::string> paths;
    for (const DataFile& file : data_.files) paths.push_back(file.path);
    return paths;
  }

  SiteFolder site_;
  Theme theme_;
  ThemeData data_;
  std::string problems_;
};

TEST_F(ThemeDataTest, ASiteChangesOneTextOfAThemesFile) {
  site_.Put("themes/base/_data/i18n/en.yml",
            "a: one\nnest: {b: two, c: three}\nlist: [1, 2]\n");
  site_.Put("themes/child/_data/i18n/en.yml", "nest: {c: trois}\n");
  site_.Put("_data/i18n/en.yml", "list: [3]\nnew: 2024-03-05\n");
  Load();
  EXPECT_EQ(Json(),
            R"({"i18n":{"en":{"a":"one","nest":{"b":"two","c":"trois"},)"
            R"("list":[3],"new":"2024-03-05"}}})");
  ASSERT_THAT(Paths(), ElementsAre("_data/i18n/en.yml"));
  EXPECT_EQ(data_.files[0].text,
            "# Put together by offprint.\n"
            "\"a\": \"one\"\n"
            "\"nest\": {\"b\": \"two\", \"c\": \"trois\"}\n"
            "\"list\": [3]\n"
            "\"new\": 2024-03-05\n");
}

TEST_F(ThemeDataTest, FilesThatOneLayerHasAreCopied) {
  site_.Put("themes/base/_data/i18n/en.yml", "a: 1\n");
  site_.Put("_data/i18n/de.json", "{\"a\": 2}");
  site_.Put("_data/README.md", "not data");
  Load();
  EXPECT_EQ(Json(), R"({"i18n":{"en":{"a":1},"de":{"a":2}}})");
  ASSERT_THAT(Paths(), ElementsAre("_data/i18n/de.json", "_data/i18n/en.yml"));
  EXPECT_EQ(data_.files[1].source,
            site_.path() / "themes/base/_data/i18n/en.yml");
}

TEST_F(ThemeDataTest, WhatIsNoMappingTakesThePlaceOfWhatLiesBelow) {
  site_.Put("themes/base/_data/menu.yml", "[a, b]\n");
  site_.Put("_data/menu.csv", "title\nHome\n");
  Load();
  EXPECT_EQ(Json(), R"({"menu":[{"title":"Home"}]})");
  EXPECT_THAT(Paths(), ElementsAre("_data/menu.csv"));
}

TEST_F(ThemeDataTest, AnEmptyFileChangesNothing) {
  site_.Put("themes/base/_data/menu.yml", "a: 1\n");
  site_.Put("_data/menu.yml", "# a: 2\n");
  Load();
  EXPECT_EQ(Json(), R"({"menu":{"a":1}})");
}

TEST_F(ThemeDataTest, AFileAndAFolderOfOneNameAreLaidOverEachOther) {
  site_.Put("themes/base/_data/i18n/en.yml", "a: 1\nb: 2\n");
  site_.Put("_data/i18n.yml", "en: {b: 3}\n");
  Load();
  EXPECT_EQ(Json(), R"({"i18n":{"en":{"a":1,"b":3}}})");
  EXPECT_THAT(Paths(), ElementsAre("_data/i18n.yml"));
}

TEST_F(ThemeDataTest, FoldersWhoseNamesMeanTheSameBecomeOne) {
  site_.Put("themes/base/_data/a b/x.yml", "1\n");
  site_.Put("_data/a_b/y.yml", "2\n");
  Load();
  EXPECT_EQ(Json(), R"({"a_b":{"x":1,"y":2}})");
  EXPECT_THAT(Paths(), ElementsAre("_data/a_b/y.yml", "_data/a_b/x.yml"));
}

TEST_F(ThemeDataTest, KeysAreThoseOfJekyll) {
  EXPECT_EQ(DataKey("a b"), "a_b");
  EXPECT_EQ(DataKey("a  b"), "a_b");
  EXPECT_EQ(DataKey("  a"), "a");
  EXPECT_EQ(DataKey("a "), "a_");
  EXPECT_EQ(DataKey("  -a"), "_-a");
  EXPECT_EQ(DataKey("a.b"), "ab");
  EXPECT_EQ(DataKey("a - b"), "a_-_b");
  EXPECT_EQ(DataKey("中文 b"), "_b");
}

TEST_F(ThemeDataTest, OfFilesWithOneKeyTheLastThatJekyllReadsCounts) {
  site_.Put("_data/a.yml", "yml");
  site_.Put("_data/a.json", "\"json\"");
  site_.Put("_data/b.yml", "file");
  site_.Put("_data/b/c.yml", "folder");
  Load();
  EXPECT_EQ(Json(), R"({"a":"json","b":{"c":"folder"}})");
}

TEST_F(ThemeDataTest, AFileThatCannotBeReadIsAnErrorWithItsLayer) {
  site_.Put("themes/base/_data/bad.csv", "a\n1\nx\"y\n");
  Load();
  EXPECT_EQ(Json(), "{}");
  EXPECT_EQ(problems_,
            "themes/base/_data/bad.csv:3:2: error: there is a quote inside a "
            "cell that does not begin with one; put the cell in quotes and "
            "write the quote twice\n");
}

}  // namespace
}  // namespace offprint
