#include "theme/fingerprint.h"

#include <gtest/gtest.h>

#include "unit/theme/theme_folder.h"

namespace offprint {
namespace {

class FingerprintTest : public ::testing::Test {
 protected:
  FingerprintTest() {
    site_.Put("themes/base/theme.yml", "");
    site_.Put("themes/base/assets/a.css", "a {}");
    site_.Put("themes/base/assets/main.scss", "---\n---\n@import 'x';");
    site_.Put("themes/base/_sass/x.scss", "x {}");
  }

  std::string Print(const std::string& address) {
    Theme theme;
    Diagnostics diagnostics;
    EXPECT_TRUE(site_.Load("base", &theme, diagnostics));
    const data::Object prints = Fingerprints(theme);
    const data::Value* print = prints.Find(address);
    return print == nullptr ? "none" : *print->AsString();
  }

  SiteFolder site_;
};

TEST_F(FingerprintTest, ChangesWithTheContent) {
  const std::string before = Print("/assets/a.css");
  EXPECT_EQ(before.size(), 10U);
  EXPECT_EQ(Print("/assets/a.css"), before);
  site_.Put("assets/a.css", "b {}");
  EXPECT_NE(Print("/assets/a.css"), before);
  EXPECT_EQ(Print("/assets/b.css"), "none");
}

TEST_F(FingerprintTest, AStyleSheetInSassChangesWithWhatItImports) {
  const std::string before = Print("/assets/main.css");
  EXPECT_EQ(before.size(), 10U);
  EXPECT_EQ(Print("/assets/main.scss"), "none");
  site_.Put("_sass/x.scss", "y {}");
  EXPECT_NE(Print("/assets/main.css"), before);
}

}  // namespace
}  // namespace offprint
