#include "theme/settings.h"

#include <gtest/gtest.h>

#include "data/json.h"
#include "data/yaml.h"
#include "unit/theme/theme_folder.h"

namespace offprint {
namespace {

// A theme of one setting of each kind.
constexpr const char* kBase = R"(
settings:
  tint: {kind: color, default: "#123"}
  width: {kind: length, default: 40rem}
  face: {kind: font}
  title: {kind: text, default: Hello}
  count: {kind: number, default: 3, min: 1, max: 9}
  wide: {kind: truth}
  side: {kind: choice, default: left, choices: [left, right]}
  parts: {kind: list, choices: [one, two]}
  seal: {kind: image}
  menu: {kind: navigation}
)";

class SettingsTest : public ::testing::Test {
 protected:
  // What templates see where site.yml says `given`.
  std::string Resolve(const std::string& given) {
    site_.Put("themes/base/theme.yml", base_);
    site_.Put("themes/child/theme.yml", child_);
    Diagnostics diagnostics;
    theme_ = {};
    EXPECT_TRUE(site_.Load("child", &theme_, diagnostics));
    declared_ = DeclaredSettings(theme_, diagnostics);
    const data::Value mapping =
        data::ParseYaml(given, "site.yml", 1, diagnostics);
    theme_.settings = ResolveSettings(
        declared_,
        mapping.AsObject() != nullptr ? *mapping.AsObject() : data::Object(),
        "site.yml", diagnostics);
    problems_ = Formatted(diagnostics);
    std::string json;
    data::AppendJson(theme_.settings, &json);
    return json;
  }

  std::string Problems(const std::string& given) {
    Resolve(given);
    return problems_;
  }

  SiteFolder site_;
  std::string base_ = kBase;
  std::string child_ = "name: Child\nparent: base\n";
  Theme theme_;
  std::vector<ThemeSetting> declared_;
  std::string problems_;
};

TEST_F(SettingsTest, WhatTheSiteDoesNotSayHasItsDefault) {
  EXPECT_EQ(Resolve("count: 5\nface: Noto Serif\n"),
            R"({"tint":"#123","width":"40rem","face":"\"Noto Serif\"",)"
            R"("title":"Hello","count":5,"wide":false,"side":"left",)"
            R"("parts":[],"seal":null,"menu":[]})");
  EXPECT_EQ(problems_, "");
}

TEST_F(SettingsTest, TakesAValueOfEachKind) {
  EXPECT_EQ(
      Resolve("{tint: navy, width: 9px, face: serif, title: '', count: 1.5, "
              "wide: yes, side: right, parts: [two], seal: img/a b.png, "
              "menu: [{title: A, url: /a/}, {title: B, url: 'https://b.c'}]}"),
      R"({"tint":"navy","width":"9px","face":"serif","title":"",)"
      R"("count":1.5,"wide":true,"side":"right","parts":["two"],)"
      R"("seal":"/img/a b.png","menu":[{"title":"A","url":"/a/"},)"
      R"({"title":"B","url":"https://b.c"}]})");
  EXPECT_EQ(problems_, "");
}

TEST_F(SettingsTest, AnUnknownKeyIsAWarningWithTheNearMiss) {
  EXPECT_EQ(Problems("tnit: red\nfoo: 1\n"),
            "site.yml:1:1: warning: the theme has no setting "
            "\"theme_settings.tnit\"; did you mean \"theme_settings.tint\"?\n"
            "site.yml:2:1: warning: the theme has no setting "
            "\"theme_settings.foo\"; \"offprint theme\" lists those it has\n");
}

TEST_F(SettingsTest, AValueThatDoesNotFitSaysWhatIsExpected) {
  const std::string is = "site.yml:1:7: error: \"theme_settings.";
  EXPECT_EQ(Problems("tint: 7"),
            is + "tint\" should be a color of CSS such as \"#96301f\" or "
                 "\"oklch(45% .14 30)\", not a number\n");
  EXPECT_EQ(Problems("side: rihgt"),
            is + "side\" should be \"left\" or \"right\", not \"rihgt\"; did "
                 "you mean \"right\"?\n");
  EXPECT_EQ(Problems("face: a;b"),
            is + "face\" should be names of fonts such as \"Source Serif 4, "
                 "serif\", not \"a;b\"\n");
  EXPECT_EQ(Problems("wide: 1"),
            is + "wide\" should be true or false, not a number\n");
  EXPECT_EQ(Problems("seal: https://x.y/z.png"),
            is + "seal\" should be the path of a file of the site such as "
                 "\"/assets/logo.svg\", not \"https://x.y/z.png\"\n");
  EXPECT_EQ(Problems("menu: [{title: A, url: 'javascript:x'}]"),
            "site.yml:1:24: error: \"theme_settings.menu\" should have "
            "addresses that begin with \"/\" or \"https://\", not "
            "\"javascript:x\"\n");
  EXPECT_EQ(Problems("menu: [{url: /}]"),
            "site.yml:1:8: error: \"theme_settings.menu\" should have a text "
            "\"title\" in every item\n");
  EXPECT_EQ(Problems("count: 10"),
            "site.yml:1:8: error: \"theme_settings.count\" should be a number "
            "from 1 to 9, not 10\n");
  EXPECT_EQ(Problems("title: 10"),
            "site.yml:1:8: error: \"theme_settings.title\" should be a text, "
            "not a number; put it in quotes\n");
  EXPECT_EQ(Problems("parts: [one, three]"),
            "site.yml:1:14: error: \"theme_settings.parts\" should be a list "
            "of \"one\" or \"two\", not \"three\"\n");
}

TEST_F(SettingsTest, ACountIsAWholeNumber) {
  base_ = "settings:\n  rows: {kind: count, default: 3, min: 1}\n";
  EXPECT_EQ(Resolve("rows: 7"), R"({"rows":7})");
  EXPECT_EQ(Problems("rows: 1.5"),
            "site.yml:1:7: error: \"theme_settings.rows\" should be a whole "
            "number of at least 1, not 1.5\n");
}

TEST_F(SettingsTest, AChoiceAloneIsNoListAndNotSuggestedForItself) {
  EXPECT_EQ(Problems("parts: one"),
            "site.yml:1:8: error: \"theme_settings.parts\" should be a list of "
            "\"one\" or \"two\", not \"one\"\n");
}

TEST_F(SettingsTest, AColourThatYamlTookForACommentIsAWarning) {
  EXPECT_EQ(Problems("tint: #123\n"),
            "site.yml:1:1: warning: \"theme_settings.tint\" is empty; a color "
            "that begins with \"#\" needs quotes\n");
}

TEST_F(SettingsTest, AThemeChangesADefaultOfItsParent) {
  child_ += "settings:\n  count: {default: 4}\n  own: {kind: text}\n";
  EXPECT_NE(Resolve("").find(R"("title":"Hello","count":4,)"),
            std::string::npos);
  EXPECT_EQ(problems_, "");
  EXPECT_EQ(declared_[4].theme, "child");
  EXPECT_EQ(declared_[4].most, 9);
  EXPECT_EQ(declared_.back().name, "own");
}

TEST_F(SettingsTest, MistakesOfDeclarationsAreErrorsInThemeYml) {
  base_ =
      "settings:\n"
      "  a: {default: 1}\n"
      "  b: {kind: colour}\n"
      "  c: {kind: choice}\n"
      "  d: {kind: number, default: 7, max: 5}\n"
      "  e: {kind: text, defualt: x}\n"
      "  f: text\n";
  EXPECT_EQ(
      Problems(""),
      "themes/base/theme.yml:2:3: error: the setting \"a\" lacks its kind\n"
      "themes/base/theme.yml:3:13: error: the setting \"b\" has a kind that is "
      "none of text, color, length, font, number, count, truth, choice, list, "
      "image, navigation\n"
      "themes/base/theme.yml:4:3: error: the setting \"c\" lacks its choices\n"
      "themes/base/theme.yml:5:30: error: the setting \"d\" has a default that "
      "should be a number of at most 5, not 7\n"
      "themes/base/theme.yml:6:19: error: the setting \"e\" has the unknown "
      "key \"defualt\"; did you mean \"default\"?\n"
      "themes/base/theme.yml:7:6: error: the setting \"f\" should be a mapping "
      "with kind, default and help, not a text\n");
}

TEST_F(SettingsTest, TemplatesSeeTheThemeItself) {
  Resolve("");
  theme_.settings = data::Object{{"count", 4, {}}};
  std::string json;
  data::AppendJson(ThemeValues(theme_), &json);
  EXPECT_EQ(json, R"({"name":"Child","version":null,"description":null,)"
                  R"("parent":"base","settings":{"count":4}})");
}

}  // namespace
}  // namespace offprint
