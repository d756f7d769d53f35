#include "theme/new_theme.h"

#include <gtest/gtest.h>

#include "base/source_file.h"
#include "theme/settings.h"
#include "unit/theme/theme_folder.h"

namespace offprint {
namespace {

TEST(NewThemeTest, ItsFilesAreAThemeWithASetting) {
  const SiteFolder site;
  site.Put("themes/base/theme.yml", "");
  for (const NewFile& file : NewThemeFiles("mine", "base", "<!-- base -->\n")) {
    site.Put("themes/mine/" + file.path, file.text);
  }
  Diagnostics diagnostics;
  Theme theme;
  ASSERT_TRUE(site.Load("mine", &theme, diagnostics));
  EXPECT_EQ(theme.layers[1].manifest.name, "mine");
  EXPECT_EQ(theme.layers[1].manifest.parent, "base");
  EXPECT_NE(theme.Find("assets/mine.css"), nullptr);
  EXPECT_TRUE(ReadFile(*theme.Find(kHeadInclude))
                  .starts_with("<!-- base -->\n<link rel=\"stylesheet\""));
  EXPECT_NE(ReadFile(*theme.Find(kHeadInclude))
                .find("?v={{ site.fingerprints[\"/assets/mine.css\"] }}"),
            std::string::npos);
  const auto declared = DeclaredSettings(theme, diagnostics);
  ASSERT_EQ(declared.size(), 1U);
  EXPECT_EQ(declared[0].name, "stripe");
  EXPECT_EQ(Formatted(diagnostics), "");
}

TEST(NewThemeTest, NamesAreWordsOfAscii) {
  EXPECT_EQ(ThemeNameProblem("My_theme-2"), "");
  for (const char* name : {"", "-x", "a b", "../a", "a.b", "论文"}) {
    EXPECT_EQ(ThemeNameProblem(name),
              "should have letters, digits, \"-\" and \"_\" alone, at most 64")
        << name;
  }
}

}  // namespace
}  // namespace offprint
