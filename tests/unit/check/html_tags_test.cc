#include "check/html_tags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint {
namespace {

using testing::ElementsAre;

// "a[href=x]" of each tag.
std::vector<std::string> TagsOf(std::string_view html) {
  std::vector<std::string> tags;
  EachStartTag(html, [&](const HtmlTag& tag) {
    std::string text(tag.name);
    for (const HtmlAttribute& attribute : tag.attributes) {
      text.append("[").append(attribute.name).append("=");
      text.append(attribute.value).append("]");
    }
    tags.push_back(text);
  });
  return tags;
}

TEST(HtmlTagsTest, Attributes) {
  EXPECT_THAT(TagsOf(R"(<a href="x y" id='z'>t</a><IMG src=/a/b.png alt>)"),
              ElementsAre("a[href=x y][id=z]", "IMG[src=/a/b.png][alt=]"));
  EXPECT_THAT(TagsOf("<a\n href = \"x>y\"/><br/>"),
              ElementsAre("a[href=x>y]", "br"));
}

TEST(HtmlTagsTest, CommentsHoldNoTags) {
  EXPECT_THAT(TagsOf("<!-- <a> --><b><!--><c><!---><d><!-- --!><e>"),
              ElementsAre("b", "c", "d", "e"));
  EXPECT_THAT(TagsOf("<b><!-- <a>"), ElementsAre("b"));
}

TEST(HtmlTagsTest, TextElementsHoldNoTags) {
  EXPECT_THAT(TagsOf("<script>'<a></b>'</script ><title><b></TITLE><i>"),
              ElementsAre("script", "title", "i"));
  EXPECT_THAT(TagsOf("<style><a>"), ElementsAre("style"));
}

TEST(HtmlTagsTest, WhatIsNoTag) {
  EXPECT_THAT(TagsOf("1 < 2 <3 <!doctype html><?xml ?></ x><b>"),
              ElementsAre("b"));
  EXPECT_THAT(TagsOf(""), ElementsAre());
  for (const char* cut : {"<", "</", "<a", "<a h", "<a h=", "<a h=\"x", "<!"}) {
    EXPECT_THAT(TagsOf(cut), ElementsAre()) << cut;
  }
}

TEST(HtmlTagsTest, References) {
  EXPECT_EQ(ResolveReferences("a?b&amp;c&#38;d&#x26;e"), "a?b&c&d&e");
  EXPECT_EQ(ResolveReferences("a?b&c;d&copy;&#0;&#x110000;&"),
            "a?b&c;d&copy;&#0;&#x110000;&");
}

}  // namespace
}  // namespace offprint
