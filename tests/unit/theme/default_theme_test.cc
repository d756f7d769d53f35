// The default theme against its own settings.
#include <gtest/gtest.h>

#include "base/source_file.h"
#include "theme/settings.h"
#include "unit/theme/theme_folder.h"

namespace offprint {
namespace {

class DefaultThemeTest : public ::testing::Test {
 protected:
  DefaultThemeTest() {
    const std::filesystem::path root =
        std::filesystem::path(OFFPRINT_TESTS_DIR).parent_path();
    Diagnostics diagnostics;
    EXPECT_TRUE(LoadTheme("default", site_.path(), {root / "themes"}, &theme_,
                          diagnostics));
    declared_ = DeclaredSettings(theme_, diagnostics);
    EXPECT_EQ(Formatted(diagnostics), "");
    manual_ = ReadFile(root / "themes/README.md");
    example_ = ReadFile(root / "site.yml");
  }

  std::string File(const char* path) const {
    return ReadFile(*theme_.Find(path));
  }

  SiteFolder site_;
  Theme theme_;
  std::vector<ThemeSetting> declared_;
  std::string manual_;
  std::string example_;
};

TEST_F(DefaultThemeTest, TheStyleSheetHasTheDefaultsOfColoursAndLengths) {
  const std::string style = File("assets/offprint.css");
  const std::string include = File("_includes/theme-properties.html");
  for (const ThemeSetting& setting : declared_) {
    if (setting.kind != ThemeSettingKind::kColor &&
        setting.kind != ThemeSettingKind::kLength) {
      continue;
    }
    const std::string& preset = *setting.preset.AsString();
    EXPECT_NE(style.find(preset), std::string::npos) << setting.name;
    EXPECT_NE(include.find("ts." + setting.name + " != \"" + preset + "\""),
              std::string::npos)
        << setting.name;
  }
}

TEST_F(DefaultThemeTest, EverySettingIsInTheManualAndTheExample) {
  for (const ThemeSetting& setting : declared_) {
    EXPECT_FALSE(setting.help.empty()) << setting.name;
    EXPECT_NE(manual_.find("`" + setting.name + "`"), std::string::npos)
        << setting.name;
    if (setting.name.ends_with("_dark")) continue;  // "…_dark" there
    EXPECT_NE(example_.find(setting.name), std::string::npos) << setting.name;
  }
}

TEST_F(DefaultThemeTest, HooksHoldNothingButAComment) {
  for (const char* hook :
       {"head-theme", "head-custom", "footer-custom", "paper-actions"}) {
    const std::string path = "_includes/" + std::string(hook) + ".html";
    const std::string text = File(path.c_str());
    EXPECT_TRUE(text.starts_with("{%- comment -%}")) << hook;
    EXPECT_TRUE(text.ends_with("{%- endcomment -%}\n")) << hook;
  }
}

}  // namespace
}  // namespace offprint
