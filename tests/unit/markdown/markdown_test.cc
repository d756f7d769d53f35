#include "markdown/markdown.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include "base/text.h"
#include "markdown/html.h"

namespace offprint {
namespace {

std::string Html(std::string_view markdown) {
  std::string html;
  AppendMarkdownHtml(markdown, &html);
  return html;
}

// The HTML of a text that is one paragraph, without the paragraph.
std::string Inline(std::string_view markdown) {
  const std::string html = Html(markdown);
  EXPECT_TRUE(html.starts_with("<p>") && html.ends_with("</p>\n")) << html;
  return html.substr(3, html.size() - 8);
}

TEST(MarkdownTest, WritesParagraphsEmphasisAndCode) {
  EXPECT_EQ(Html("One *two* **three**.\n\nFour `a<b`."),
            "<p>One <em>two</em> <strong>three</strong>.</p>\n"
            "<p>Four <code>a&lt;b</code>.</p>\n");
  EXPECT_EQ(Html(""), "");
}

TEST(MarkdownTest, WritesListsTightAndLoose) {
  EXPECT_EQ(Html("- a\n- b\n  - c"),
            "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n");
  EXPECT_EQ(Html("3. a\n\n4. b"),
            "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n"
            "</ol>\n");
}

TEST(MarkdownTest, WritesTables) {
  EXPECT_EQ(Html("| a | b |\n|:-:|--:|\n| 1 | `x` |"),
            "<table>\n<thead>\n<tr>\n<th class=\"align-center\">a</th>\n"
            "<th class=\"align-right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
            "<td class=\"align-center\">1</td>\n"
            "<td class=\"align-right\"><code>x</code></td>\n</tr>\n</tbody>\n"
            "</table>\n");
  EXPECT_EQ(Html("|a|\n|-|"),
            "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n");
}

TEST(MarkdownTest, HeadingsLeaveTheOutlineOfThePageAlone) {
  EXPECT_EQ(Html("# A *b*\ntext\n\nC\n---"),
            "<p><strong>A <em>b</em></strong></p>\n<p>text</p>\n"
            "<p><strong>C</strong></p>\n");
}

TEST(MarkdownTest, WritesBlocks) {
  EXPECT_EQ(Html("> a\n\n***\n\n```html\n<b>&\n```"),
            "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n"
            "<pre><code>&lt;b&gt;&amp;\n</code></pre>\n");
  EXPECT_EQ(Html("a  \nb"), "<p>a<br>\nb</p>\n");
}

TEST(MarkdownTest, RawHtmlIsVisibleText) {
  EXPECT_EQ(Inline("<script>alert(1)</script>"),
            "&lt;script&gt;alert(1)&lt;/script&gt;");
  EXPECT_EQ(
      Html("<div onclick='x'>\n*a*\n</div>"),
      "<p>&lt;div onclick=&#39;x&#39;&gt;\n<em>a</em>\n&lt;/div&gt;</p>\n");
  EXPECT_EQ(Inline("a <img src=x onerror=alert(1)> b"),
            "a &lt;img src=x onerror=alert(1)&gt; b");
  EXPECT_EQ(Inline("<!-- x --> <?php ?> <![CDATA[x]]>"),
            "&lt;!-- x --&gt; &lt;?php ?&gt; &lt;![CDATA[x]]&gt;");
  EXPECT_EQ(Html("a ``` \n<div>\n``` b"),
            "<p>a ```</p>\n<p>&lt;div&gt;\n``` b</p>\n");
}

TEST(MarkdownTest, KeepsSimplePairsOfTags) {
  EXPECT_EQ(Inline("H<sub>2</sub>O <SUP>*a*</SUP><br/><i>x</i>"),
            "H<sub>2</sub>O <sup><em>a</em></sup><br><i>x</i>");
  EXPECT_EQ(Inline("a <sub>b"), "a &lt;sub&gt;b");
  EXPECT_EQ(Inline("a </sub>b"), "a &lt;/sub&gt;b");
  EXPECT_EQ(Inline("<sub onclick=x>b</sub>"),
            "&lt;sub onclick=x&gt;b&lt;/sub&gt;");
  EXPECT_EQ(Inline("<b>1 <i>2</b> 3</i>"), "<b>1 &lt;i&gt;2</b> 3&lt;/i&gt;");
  EXPECT_EQ(Inline("*a <b>x* y</b>"), "<em>a &lt;b&gt;x</em> y&lt;/b&gt;");
}

TEST(MarkdownTest, StrikesOutWithTwoTildesAlone) {
  EXPECT_EQ(Inline("~~a *b*~~ c"), "<del>a <em>b</em></del> c");
  EXPECT_EQ(Inline("3~5倍，6~8倍"), "3~5倍，6~8倍");
  EXPECT_EQ(Inline("a ~~b"), "a ~~b");
  EXPECT_EQ(Inline("a ~~ b ~~ c"), "a ~~ b ~~ c");
  EXPECT_EQ(Inline("`~~a~~` \\~~b~~"), "<code>~~a~~</code> ~~b~~");
}

TEST(MarkdownTest, LinksLeadToTheWebAndMailAlone) {
  EXPECT_EQ(Inline("[a](https://x.org/?a=1&b=\"2\")"),
            "<a href=\"https://x.org/?a=1&amp;b=%222%22\" "
            "rel=\"nofollow\">a</a>");
  EXPECT_EQ(Inline("<me@x.org>"),
            "<a href=\"mailto:me@x.org\" rel=\"nofollow\">me@x.org</a>");
  EXPECT_EQ(Inline("[a](javascript:alert(1)) [b](JaVaScRiPt:x) "
                   "[c](data:text/html,x) [d](/etc) [e](#top) [f](//x.org) "
                   "[g](&#106;avascript:x) [h](vbscript:x)"),
            "a b c d e f g h");
  EXPECT_EQ(Inline("[](https://x.org/)"),
            "<a href=\"https://x.org/\" rel=\"nofollow\">https://x.org/</a>");
  EXPECT_EQ(Inline("[论文](https://x.org/论)"),
            "<a href=\"https://x.org/%E8%AE%BA\" rel=\"nofollow\">论文</a>");
}

TEST(MarkdownTest, BareAddressesEndWhereChineseBegins) {
  const auto link = [](const std::string& url) {
    return "<a href=\"" + url + "\" rel=\"nofollow\">" + url + "</a>";
  };
  EXPECT_EQ(Inline("见https://x.org/a_b_c。后文"),
            "见" + link("https://x.org/a_b_c") + "。后文");
  EXPECT_EQ(Inline("(see http://x.org/a_(b).)"),
            "(see " + link("http://x.org/a_(b)") + ".)");
  EXPECT_EQ(Inline("https://x.org/~~u/$a$/b, https://y.org"),
            link("https://x.org/~~u/$a$/b") + ", " + link("https://y.org"));
  EXPECT_EQ(Inline("https:// xhttp://a.b"), "https:// xhttp://a.b");
  EXPECT_EQ(Inline("[https://x.org](https://y.org)"),
            "<a href=\"https://y.org\" rel=\"nofollow\">https://x.org</a>");
}

TEST(MarkdownTest, AnImageIsALinkToIt) {
  EXPECT_EQ(Inline("![Fig. *1*](https://x.org/a.png)"),
            "<a href=\"https://x.org/a.png\" rel=\"nofollow\">Fig. 1</a>");
  EXPECT_EQ(Inline("![](https://x.org/a.png) ![x](data:image/png,x)"),
            "<a href=\"https://x.org/a.png\" "
            "rel=\"nofollow\">https://x.org/a.png</a> x");
  EXPECT_EQ(Inline("[![a](https://x.org/a.png)](https://y.org)"),
            "<a href=\"https://y.org\" rel=\"nofollow\">a</a>");
}

TEST(MarkdownTest, TexPassesUntouched) {
  EXPECT_EQ(Inline("$a_1 * b_2 * c$ and $x < y & z$"),
            "$a_1 * b_2 * c$ and $x &lt; y &amp; z$");
  EXPECT_EQ(Inline("\\(\\alpha\\_x\\) \\[a*b*c\\] $$\\{x\\}$$"),
            "\\(\\alpha\\_x\\) \\[a*b*c\\] $$\\{x\\}$$");
  EXPECT_EQ(Html("a\n\n$$\nx\n= y\n- z\n$$"),
            "<p>a</p>\n<p>$$\nx\n= y\n- z\n$$</p>\n");
  EXPECT_EQ(Inline("$\\href{https://x.org}{y}$ $<b>a</b>$ $a|b$"),
            "$\\href{https://x.org}{y}$ $&lt;b&gt;a&lt;/b&gt;$ $a|b$");
  EXPECT_EQ(Inline("**$x$**的 [$y$](https://x.org)"),
            "<strong>$x$</strong>的 <a href=\"https://x.org\" "
            "rel=\"nofollow\">$y$</a>");
  EXPECT_EQ(Html("|a|b|\n|-|-|\n|$\\|x\\|$|2|").find("<td>$\\|x\\|$</td>"),
            71u);
}

TEST(MarkdownTest, PricesAreNoTex) {
  EXPECT_EQ(Inline("costs $5 and *more* $6"), "costs $5 and <em>more</em> $6");
  EXPECT_EQ(Inline("$20,000 *or* USD$30"), "$20,000 <em>or</em> USD$30");
  EXPECT_EQ(Inline("$ a *b*$"), "$ a <em>b</em>$");
  EXPECT_EQ(Inline("\\$a *b* c$"), "$a <em>b</em> c$");
  EXPECT_EQ(Html("a $x\n\ny$ *b*"), "<p>a $x</p>\n<p>y$ <em>b</em></p>\n");
  EXPECT_EQ(Inline("`$` *a* `$`"), "<code>$</code> <em>a</em> <code>$</code>");
}

TEST(MarkdownTest, DecodesCharacterReferences) {
  EXPECT_EQ(Inline("a &ge; b &amp;lt; &lt;b&gt; &#60;"),
            "a ≥ b &amp;lt; &lt;b&gt; &lt;");
}

TEST(MarkdownTest, DropsControlCharactersAndNoncharacters) {
  EXPECT_EQ(Inline(std::string_view("a\x01\x7F"
                                    "b\0c &#1;&#xFDD0;d",
                                    21)),
            "abc d");
  EXPECT_EQ(Inline("a\uFDD0\uFDA0\uFDD1 $x$ \uFDD3b&#xFDD3;"), "a\uFDA0 $x$ b");
}

TEST(MarkdownTest, NoStandInCanBeForged) {
  const std::string forged =
      "$secret$ &#xFDD0;&#xFDE0;&#xFDE0;&#xFDE0;&#xFDE0;&#xFDE0;&#xFDE0;"
      "&#xFDE0;&#xFDEF;&#xFDD1;x";
  EXPECT_EQ(Inline(forged), "$secret$ x");
  EXPECT_EQ(Inline("<s x=\"&#xFDD3;\">a<s x=\"&#xFDD3;\">"),
            "&lt;s x=&quot;&amp;#xFDD3;&quot;&gt;a&lt;s "
            "x=&quot;&amp;#xFDD3;&quot;&gt;");
}

TEST(MarkdownTest, EmphasisWorksNextToChinesePunctuation) {
  EXPECT_EQ(Inline("**关键词：**内容"), "<strong>关键词：</strong>内容");
  EXPECT_EQ(Inline("使用**“引号”**强调，**甲**，**乙**"),
            "使用<strong>“引号”</strong>强调，<strong>甲</strong>，"
            "<strong>乙</strong>");
  EXPECT_EQ(Inline("**GPT (OpenAI)**是*模型（大）*的"),
            "<strong>GPT (OpenAI)</strong>是<em>模型（大）</em>的");
  EXPECT_EQ(Inline("2*(3+4)*5"), "2*(3+4)*5");
}

TEST(MarkdownTest, ProseIsTheSameOnTheShortWay) {
  for (const std::string_view prose :
       {"One line.", "two\nlines", "a\n\nb\n\n\nc", "\n\na\n", "\"q\" it's > b",
        "中文，标点。", "2026 was 100% a (b) c! d? e/f; g",
        "a - b + c = d: e # f", "ends with\xC2\xA0", "", "$a$",
        "用$\\frac{1}{2} \\cdot a_i*b_j*c$与\\(x<y\\)，$$z|w$$。",
        "\\[a &amp; b\\]\n$c_1$ and $\\&$", "from $5 to $6, $$ and $$7"}) {
    EXPECT_TRUE(IsProse(prose)) << prose;
    std::string fast;
    std::string parsed;
    AppendProseHtml(prose, &fast);
    AppendParsedHtml(prose, &parsed);
    EXPECT_EQ(fast, parsed);
  }
  for (const std::string_view other :
       {"- a",     "1. a",     "2) a",      "# a",  "> a",     "a\n===",
        "a\n---",  "a\n:-",    " a",        "a ",   "a\tb",    "a*b",
        "&ge;",    "http://a", "+ a",       "\x01", "\\alpha", "$a\nb$",
        "$a$ *b*", "\\$5",     "$http://a$"}) {
    EXPECT_FALSE(IsProse(other)) << other;
  }
}

TEST(MarkdownTest, GivesTheSameFromManyThreads) {
  const std::string markdown = "~~a~~ **b** |x|\n\n|h|\n|-|\n|$y$|";
  const std::string expected = Html(markdown);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) result = Html(markdown);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

TEST(MarkdownTest, HostileTextTakesNoLongerThanItsLengthSays) {
  const auto repeated = [](std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  const std::vector<std::string> hostile = {repeated("> ", 20000),
                                            repeated("[", 50000),
                                            repeated("![a](", 20000),
                                            repeated("\\(", 50000),
                                            repeated("$", 50000),
                                            repeated("$a", 50000),
                                            repeated("`a``", 20000),
                                            repeated("<b>", 30000),
                                            repeated("**a", 30000),
                                            repeated("*a_", 30000),
                                            repeated("~~a ", 30000),
                                            repeated("- ", 5000),
                                            repeated("|", 20000) + "\n" +
                                                repeated("|-", 20000) + "\n" +
                                                repeated("|\n", 20000),
                                            repeated("https://", 20000),
                                            repeated("http://a)", 20000),
                                            repeated("<!--", 30000),
                                            repeated("&#1", 30000)};
  for (const std::string& text : hostile) {
    const std::clock_t start = std::clock();
    Html(text);
    PlainText(text);
    const double took =
        static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_LT(took, 2) << text.substr(0, 20);
  }
}

TEST(PlainTextTest, TakesMarksOffAndMakesOneLine) {
  EXPECT_EQ(PlainText("# Title\n\nA **b** [c](https://x.org) `d`\n- e\n- f"),
            "Title A b c d e f");
  EXPECT_EQ(PlainText("|a|b|\n|-|-|\n|1|2|"), "a b 1 2");
  EXPECT_EQ(PlainText("  just\n\nprose "), "just prose");
}

TEST(PlainTextTest, DecodesReferencesAndKeepsTexAndRawTags) {
  EXPECT_EQ(PlainText("x &ge; $a_1 * b_2$ H<sub>2</sub>O<br>~~y~~ <u>z</u>"),
            "x ≥ $a_1 * b_2$ H2O y <u>z</u>");
  EXPECT_EQ(PlainText("![Fig](https://x.org/a.png) a&#1;b"), "Fig ab");
}

}  // namespace
}  // namespace offprint
