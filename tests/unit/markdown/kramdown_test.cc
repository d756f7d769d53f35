// What kramdown 2.4 gives in Jekyll's configuration, taken from it.
#include "markdown/kramdown.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

std::string Html(std::string_view markdown) {
  std::string html;
  AppendKramdownHtml(markdown, &html);
  return html;
}

TEST(KramdownTest, HeadingsHaveIdsOfTheirOwn) {
  EXPECT_EQ(Html("# 关于 About \"us\"\n\n## Lists\n## Lists\n"),
            "<h1 id=\"关于-about-us\">关于 About “us”</h1>\n\n"
            "<h2 id=\"lists\">Lists</h2>\n<h2 id=\"lists-1\">Lists</h2>\n");
}

TEST(KramdownTest, QuotesAndDashesAreThoseOfTypographers) {
  EXPECT_EQ(Html("It's -- well --- \"so\"..."), "<p>It’s – well — “so”…</p>\n");
}

TEST(KramdownTest, ListsAreIndentedByTwo) {
  EXPECT_EQ(Html("- one\n- two\n  - nested\n"),
            "<ul>\n  <li>one</li>\n  <li>two\n    <ul>\n      <li>nested</li>\n"
            "    </ul>\n  </li>\n</ul>\n");
  EXPECT_EQ(Html("* x\n\n  para"),
            "<ul>\n  <li>\n    <p>x</p>\n\n    <p>para</p>\n  </li>\n</ul>\n");
}

TEST(KramdownTest, QuotationsHoldBlocks) {
  EXPECT_EQ(Html("> quote\n>\n> - item\n"),
            "<blockquote>\n  <p>quote</p>\n\n  <ul>\n    <li>item</li>\n"
            "  </ul>\n</blockquote>\n");
}

TEST(KramdownTest, TablesSayHowTheirColumnsStand) {
  EXPECT_EQ(Html("| a | b |\n|---|--:|\n| 1 | 2 |\n"),
            "<table>\n  <thead>\n    <tr>\n      <th>a</th>\n"
            "      <th style=\"text-align: right\">b</th>\n    </tr>\n"
            "  </thead>\n  <tbody>\n    <tr>\n      <td>1</td>\n"
            "      <td style=\"text-align: right\">2</td>\n    </tr>\n"
            "  </tbody>\n</table>\n");
}

TEST(KramdownTest, CodeStandsInRougesElements) {
  EXPECT_EQ(Html("`a<b`\n\n```python\nx < 1\n```\n"),
            "<p><code class=\"language-plaintext highlighter-rouge\">a&lt;b"
            "</code></p>\n\n<div class=\"language-python highlighter-rouge\">"
            "<div class=\"highlight\"><pre class=\"highlight\"><code>x &lt; 1\n"
            "</code></pre></div></div>\n");
}

TEST(KramdownTest, TheOwnersHtmlPasses) {
  EXPECT_EQ(Html("<div class=\"x\">raw</div>\n\na <br> <b>b</b>"),
            "<div class=\"x\">raw</div>\n\n<p>a <br /> <b>b</b></p>\n");
}

TEST(KramdownTest, LinksImagesStruckTextAndMathematics) {
  EXPECT_EQ(Html("[l](/a/ \"T & t\") ![p](a.png) ~~old~~ $$x$$ http://a.org"),
            "<p><a href=\"/a/\" title=\"T &amp; t\">l</a> "
            "<img src=\"a.png\" alt=\"p\" /> <del>old</del> \\(x\\) "
            "http://a.org</p>\n");
}

TEST(KramdownTest, ABackslashEscapesWhatKramdownLetsItEscape) {
  EXPECT_EQ(Html(R"($p\,q$ \; \% \* \\, `\,`)"),
            "<p>$p\\,q$ \\; \\% * \\, <code class=\"language-plaintext "
            "highlighter-rouge\">\\,</code></p>\n");
}

TEST(KramdownTest, EmptyLinesAtEitherEndAreOne) {
  EXPECT_EQ(Html("\n\na\n"), "\n<p>a</p>\n");
  EXPECT_EQ(Html("a\n\n\n"), "<p>a</p>\n\n");
  EXPECT_EQ(Html("a\n  "), "<p>a</p>\n\n");
  EXPECT_EQ(Html("<ul>\n</ul>\n\n"), "<ul>\n</ul>\n\n");
  EXPECT_EQ(Html("a\n\n[x]: /y\n"), "<p>a</p>\n\n");
  EXPECT_EQ(Html("a\n[x] y\n"), "<p>a\n[x] y</p>\n");
  EXPECT_EQ(Html("\n\n"), "\n");
}

TEST(KramdownTest, NothingIsAnEmptyLine) { EXPECT_EQ(Html(""), "\n"); }

TEST(KramdownTest, DeepNestingIsNoTrouble) {
  EXPECT_NE(Html(std::string(2000, '>') + "x").find("<p>x</p>"),
            std::string::npos);
}

}  // namespace
}  // namespace offprint
