#include "theme/theme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/theme/theme_folder.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;

// The theme "child" on "base", and a site with files of its own.
class ThemeTest : public ::testing::Test {
 protected:
  ThemeTest() {
    site_.Put("themes/base/theme.yml", "version: \"1.0\"\n");
    site_.Put("themes/child/theme.yml", "name: Child\nparent: base\n");
    site_.Put("themes/base/_layouts/a.html", "base");
    site_.Put("themes/base/_layouts/b.html", "base");
    site_.Put("themes/base/_sass/x.scss", "base");
    site_.Put("themes/child/_layouts/b.html", "child");
    site_.Put("_layouts/b.html", "site");
  }

  std::string Problems(const std::string& name) {
    Diagnostics diagnostics;
    EXPECT_FALSE(site_.Load(name, &theme_, diagnostics));
    return Formatted(diagnostics);
  }

  SiteFolder site_;
  Theme theme_;
};

TEST_F(ThemeTest, TheSiteComesBeforeTheThemeAndTheThemeBeforeItsParent) {
  Diagnostics diagnostics;
  ASSERT_TRUE(site_.Load("child", &theme_, diagnostics));
  EXPECT_EQ(Formatted(diagnostics), "");
  EXPECT_EQ(*theme_.Find("_layouts/b.html"), site_.path() / "_layouts/b.html");
  EXPECT_EQ(*theme_.Find("_layouts/a.html"),
            site_.path() / "themes/base/_layouts/a.html");
  EXPECT_NE(theme_.Find("_sass/x.scss"), nullptr);
  EXPECT_EQ(theme_.Find("theme.yml"), nullptr);
  EXPECT_THAT(theme_.holders.at("_layouts/b.html"), ElementsAre(0, 1, 2));
  EXPECT_THAT(theme_.holders.at("_layouts/a.html"), ElementsAre(2));
}

TEST_F(ThemeTest, ALayerKnowsItsThemeAndItsFolder) {
  Diagnostics diagnostics;
  ASSERT_TRUE(site_.Load("child", &theme_, diagnostics));
  ASSERT_EQ(theme_.layers.size(), 3U);
  EXPECT_EQ(theme_.layers[0].ShownPath("_data/x.yml"), "_data/x.yml");
  EXPECT_EQ(theme_.layers[1].ShownPath("_data/x.yml"),
            "themes/child/_data/x.yml");
  EXPECT_EQ(theme_.layers[1].manifest.name, "Child");
  EXPECT_EQ(theme_.layers[2].manifest.name, "base");
  EXPECT_EQ(theme_.layers[2].manifest.version, "1.0");
}

TEST_F(ThemeTest, ParentsThatLeadRoundAreAnError) {
  site_.Put("themes/base/theme.yml", "parent: child\n");
  EXPECT_EQ(Problems("child"),
            "themes/base/theme.yml:1:9: error: the parents of this theme lead "
            "back to it: child → base → child\n");
}

TEST_F(ThemeTest, AParentThatIsNotThereIsAnErrorAtItsName) {
  site_.Put("themes/child/theme.yml", "name: Child\nparent: bass\n");
  EXPECT_EQ(Problems("child"),
            "themes/child/theme.yml:2:9: error: there is no theme \"bass\"; "
            "did you mean \"base\"?\n");
}

TEST_F(ThemeTest, ASiteMayCallItsOwnFoldersOtherwise) {
  site_.Put("look/page.html", "own");
  site_.Put("lib/parts/_a.scss", "");
  site_.Put("_layouts/old.html", "");
  const data::Object config = {
      {"layouts_dir", "./look/", {}},
      {"includes_dir", "_includes", {}},
      {"sass", data::Object{{"sass_dir", "../lib", {}}}, {}}};
  Diagnostics diagnostics;
  ASSERT_TRUE(LoadTheme("", site_.path(), {}, &theme_, diagnostics,
                        SiteFoldersOf(config)));
  EXPECT_EQ(*theme_.Find("_layouts/page.html"),
            site_.path() / "look/page.html");
  EXPECT_NE(theme_.Find("_sass/parts/_a.scss"), nullptr);
  EXPECT_EQ(theme_.Find("_layouts/old.html"), nullptr);
}

TEST_F(ThemeTest, ALinkThatLeadsBackIsNotFollowed) {
  site_.Put("assets/a.css", "");
  std::filesystem::create_directory_symlink("..", site_.path() / "assets/up");
  Diagnostics diagnostics;
  ASSERT_TRUE(LoadTheme("", site_.path(), {}, &theme_, diagnostics));
  EXPECT_EQ(theme_.Find("assets/up/assets/a.css"), nullptr);
}

TEST_F(ThemeTest, ANameThatLeadsOutOfTheFolderIsNoTheme) {
  EXPECT_EQ(Problems("../child"),
            "error: there is no theme \"../child\"; there are base, child\n");
}

TEST_F(ThemeTest, AManifestWithMistakesSaysWhere) {
  site_.Put("themes/child/theme.yml",
            "version: 1.0\nparnt: base\nsettings: []\n");
  Diagnostics diagnostics;
  EXPECT_TRUE(site_.Load("child", &theme_, diagnostics));
  EXPECT_EQ(Formatted(diagnostics),
            "themes/child/theme.yml:1:10: error: \"version\" should be a text; "
            "put it in quotes, not a number\n"
            "themes/child/theme.yml:2:1: warning: unknown key \"parnt\"; did "
            "you mean \"parent\"?\n"
            "themes/child/theme.yml:3:11: error: \"settings\" should be a "
            "mapping, not a list\n");
}

}  // namespace
}  // namespace offprint
