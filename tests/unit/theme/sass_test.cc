#include "theme/sass.h"

#include <gtest/gtest.h>

#include "unit/theme/theme_folder.h"

namespace offprint {
namespace {

class SassTest : public ::testing::Test {
 protected:
  // The CSS, or the errors.
  std::string Compile(const std::string& text,
                      SassStyle style = SassStyle::kCompact,
                      SassSyntax syntax = SassSyntax::kScss) {
    site_.Put("themes/base/theme.yml", "");
    Diagnostics diagnostics;
    Theme theme;
    EXPECT_TRUE(site_.Load("base", &theme, diagnostics));
    const auto css = CompileSass({text, "assets/main.scss", 4, syntax}, style,
                                 theme, diagnostics);
    EXPECT_EQ(css.has_value(), diagnostics.errors() == 0);
    return css.value_or("") + Formatted(diagnostics);
  }

  SiteFolder site_;
};

TEST_F(SassTest, TheStyleIsCompactWhereNoneIsNamed) {
  EXPECT_EQ(FindSassStyle(""), SassStyle::kCompact);
  EXPECT_EQ(FindSassStyle(":compressed"), SassStyle::kCompressed);
  EXPECT_EQ(FindSassStyle("expanded"), SassStyle::kExpanded);
  const std::string text = "$c: #fff;\na { b { color: $c; } margin: 0 }\n";
  EXPECT_EQ(Compile(text), "a { margin: 0; }\n\na b { color: #fff; }\n");
  EXPECT_EQ(Compile(text, SassStyle::kCompressed),
            "a{margin:0}a b{color:#fff}\n");
}

TEST_F(SassTest, ReadsTheIndentedSyntax) {
  EXPECT_EQ(
      Compile("a\n  color: red\n", SassStyle::kCompact, SassSyntax::kSass),
      "a { color: red; }\n");
}

TEST_F(SassTest, TextThatIsNotAsciiHasACharsetAndNoByteOrderMark) {
  EXPECT_EQ(Compile("a { content: \"—\" }"),
            "@charset \"UTF-8\";\na { content: \"—\"; }\n");
  EXPECT_EQ(Compile("a { content: \"—\" }", SassStyle::kCompressed),
            "a{content:\"—\"}\n");
}

TEST_F(SassTest, ASitesPartTakesThePlaceOfTheThemes) {
  site_.Put("themes/base/_sass/base.scss", "@import 'base/colors', 'more';\n");
  site_.Put("themes/base/_sass/base/_colors.scss", "a { color: red }\n");
  site_.Put("themes/base/_sass/_more.sass", "b\n  top: 0\n");
  EXPECT_EQ(Compile("@import \"base\";"),
            "a { color: red; }\n\nb { top: 0; }\n");
  site_.Put("_sass/base/_colors.scss", "a { color: blue }\n");
  EXPECT_EQ(Compile("@import \"base\";"),
            "a { color: blue; }\n\nb { top: 0; }\n");
}

TEST_F(SassTest, ImportsOfCssStayImports) {
  EXPECT_EQ(Compile("@import 'x.css';\n@import '//h/x';"),
            "@import url(x.css);\n@import '//h/x';\n");
}

TEST_F(SassTest, FilesOutsideOfTheThemeAreNotRead) {
  site_.Put("secret.scss", "a { color: red }\n");
  EXPECT_EQ(Compile("@import '../secret';\n"),
            "assets/main.scss:4:9: error: the style sheet has a mistake: there "
            "is no \"../secret\" to import in _sass\n");
}

TEST_F(SassTest, AMistakeHasItsPlace) {
  EXPECT_EQ(Compile("a {}\nb { color: $no; }"),
            "assets/main.scss:5:12: error: the style sheet has a mistake: "
            "Undefined variable: \"$no\".\n");
  site_.Put("themes/base/_sass/bad.scss", "\na { b: }\n");
  EXPECT_EQ(Compile("@import 'bad';").substr(0, 74),
            "themes/base/_sass/bad.scss:2:7: error: the style sheet has a "
            "mistake: Inva");
}

}  // namespace
}  // namespace offprint
