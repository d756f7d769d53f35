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

TEST(KramdownTest, TheCheckboxOfATaskStandsBeforeMathematicsToo) {
  EXPECT_EQ(Html("- [ ] $$x$$\n\n- y\n"),
            "<ul class=\"task-list\">\n  <li class=\"task-list-item\">\n"
            "    <p><input type=\"checkbox\" class=\"task-list-item-checkbox\" "
            "disabled=\"disabled\" />\\(x\\)</p>\n  </li>\n"
            "  <li class=\"task-list-item\">\n    <p>y</p>\n  </li>\n</ul>\n");
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

TEST(KramdownTest, AttributesStandBesideTheirElement) {
  EXPECT_EQ(Html("p\n{: #i .a .b k=\"v\"}\nq"),
            "<p id=\"i\" class=\"a b\" k=\"v\">p</p>\n<p>q</p>\n");
  EXPECT_EQ(Html("p\n\n{: .x}\n> q"),
            "<p>p</p>\n\n<blockquote class=\"x\">\n  <p>q</p>\n"
            "</blockquote>\n");
  EXPECT_EQ(Html("- a\n{: .l}\n\n# T {#my-id}"),
            "<ul class=\"l\">\n  <li>a</li>\n</ul>\n\n"
            "<h1 id=\"my-id\">T</h1>\n");
}

TEST(KramdownTest, InlineElementsHaveAttributesToo) {
  EXPECT_EQ(Html("[l](/u){: .btn target=\"_blank\"} *e*{: .x} `c`{:.k}"),
            "<p><a href=\"/u\" class=\"btn\" target=\"_blank\">l</a> "
            "<em class=\"x\">e</em> <code class=\"language-plaintext k "
            "highlighter-rouge\">c</code></p>\n");
}

TEST(KramdownTest, FootnotesStandAtTheEnd) {
  EXPECT_EQ(Html("a[^n]\n\n[^n]: note\n"),
            "<p>a<sup id=\"fnref:n\" role=\"doc-noteref\"><a href=\"#fn:n\" "
            "class=\"footnote\" rel=\"footnote\">1</a></sup></p>\n\n"
            "<div class=\"footnotes\" role=\"doc-endnotes\">\n  <ol>\n"
            "    <li id=\"fn:n\" role=\"doc-endnote\">\n      <p>note\u00a0"
            "<a href=\"#fnref:n\" class=\"reversefootnote\" "
            "role=\"doc-backlink\">&#8617;</a></p>\n    </li>\n  </ol>\n"
            "</div>\n");
}

TEST(KramdownTest, TheContentsTakeThePlaceOfAList) {
  EXPECT_EQ(Html("* TOC\n{:toc}\n\n# A\n\n## B *b*\n"),
            "<ul id=\"markdown-toc\">\n"
            "  <li><a href=\"#a\" id=\"markdown-toc-a\">A</a>    <ul>\n"
            "      <li><a href=\"#b-b\" id=\"markdown-toc-b-b\">B <em>b</em>"
            "</a></li>\n    </ul>\n  </li>\n</ul>\n\n"
            "<h1 id=\"a\">A</h1>\n\n<h2 id=\"b-b\">B <em>b</em></h2>\n");
}

TEST(KramdownTest, MathematicsIsNoMarkdown) {
  EXPECT_EQ(Html("x $$a*b*c_1$$ y\n\n$$\nx_1 < \\\\\n$$\n\n`$$x$$`"),
            "<p>x \\(a*b*c_1\\) y</p>\n\n\\[x_1 &lt; \\\\\\]\n\n"
            "<p><code class=\"language-plaintext highlighter-rouge\">$$x$$"
            "</code></p>\n");
}

TEST(KramdownTest, TasksHaveBoxes) {
  EXPECT_EQ(Html("- [x] a\n- b"),
            "<ul class=\"task-list\">\n  <li class=\"task-list-item\"><input "
            "type=\"checkbox\" class=\"task-list-item-checkbox\" "
            "disabled=\"disabled\" checked=\"checked\" />a</li>\n"
            "  <li class=\"task-list-item\">b</li>\n</ul>\n");
}

TEST(KramdownTest, EmphasisWorksBesidePunctuation) {
  EXPECT_EQ(Html("**重点：**内容 ***x***"),
            "<p><strong>重点：</strong>内容 <strong><em>x</em></strong></p>\n");
}

TEST(KramdownTest, ABlockOfHtmlEndsWithItsElement) {
  EXPECT_EQ(Html("<div>\n<p>a\n\nb</p>\n</div>\n*after*"),
            "<div>\n<p>a\n\nb</p>\n</div>\n<p><em>after</em></p>\n");
  EXPECT_EQ(Html("<span>x</span>\n*y*"), "<p><span>x</span>\n<em>y</em></p>\n");
}

TEST(KramdownTest, ListsAreNotNumberedByTheirSource) {
  EXPECT_EQ(Html("3. c\n4. d"), "<ol>\n  <li>c</li>\n  <li>d</li>\n</ol>\n");
  EXPECT_EQ(Html("10) a"), "<p>10) a</p>\n");
}

TEST(KramdownTest, LongRowsOfMarksTakeLinearTime) {
  const auto repeated = [](std::string_view mark) {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += mark;
    return text;
  };
  for (const char* mark : {"[^", "<div>\n", "$$", "{: .x}\n", "[^a]: b\n",
                           "- [ ] a\n", "{:.a", "{#"}) {
    EXPECT_FALSE(Html(repeated(mark)).empty());
  }
}

TEST(KramdownTest, NothingIsAnEmptyLine) { EXPECT_EQ(Html(""), "\n"); }

TEST(KramdownTest, DeepNestingIsNoTrouble) {
  EXPECT_NE(Html(std::string(2000, '>') + "x").find("<p>x</p>"),
            std::string::npos);
}

}  // namespace
}  // namespace offprint
