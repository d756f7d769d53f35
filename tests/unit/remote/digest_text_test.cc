#include "remote/digest_text.h"

#include <gtest/gtest.h>

namespace offprint::remote {
namespace {

TEST(DigestText, IsUtf8UnlessSomebodySaysOtherwise) {
  EXPECT_EQ(ReadDigestText("# 每日", "").text, "# 每日");
  EXPECT_EQ(ReadDigestText("# 每日", "text/markdown; charset=UTF-8").text,
            "# 每日");
  EXPECT_EQ(ReadDigestText("# \xC3\xBF\xC8", "").problem,
            "it is no UTF-8 at byte 5");
}

TEST(DigestText, TakesTheCharsetOfTheHeader) {
  EXPECT_EQ(
      ReadDigestText("\xC3\xBF\xC8\xD5", "text/plain; charset=GB2312").text,
      "每日");
  EXPECT_EQ(ReadDigestText("a\xE9", "text/plain;charset=\"iso-8859-1\"").text,
            "aé");
}

TEST(DigestText, KeepsTheLastCharacter) {
  // Which a mark could follow here.
  EXPECT_EQ(ReadDigestText("a\x88\x66", "text/plain; charset=big5-hkscs").text,
            "aÊ");
  EXPECT_EQ(ReadDigestText("a\xC8", "text/plain; charset=gbk").problem,
            "it is no gbk at byte 2");
}

TEST(DigestText, BelievesAByteOrderMarkMoreThanTheHeader) {
  const std::string utf16("\xFF\xFE#\0 \0\xCF\x6B", 8);
  EXPECT_EQ(ReadDigestText(utf16, "text/plain; charset=utf-8").text, "# 每");
  EXPECT_EQ(ReadDigestText("\xEF\xBB\xBF# a", "text/plain; charset=gbk").text,
            "# a");
}

TEST(DigestText, RefusesCharsetsThatAreNone) {
  EXPECT_EQ(ReadDigestText("a", "text/plain; charset=klingon").problem,
            "the server says that it is \"klingon\", which is no set of "
            "characters known here");
  for (const char* name : {"utf-8//IGNORE", "", "a b", "../x"}) {
    const std::string type =
        std::string("text/plain; charset=\"") + name + "\"";
    const std::string problem = ReadDigestText("a", type).problem;
    EXPECT_EQ(problem, *name == '\0' ? ""
                                     : "the server names a set of characters "
                                       "that is none")
        << name;
  }
}

TEST(DigestText, RefusesHtmlWhateverItIsCalled) {
  EXPECT_NE(ReadDigestText("# a", "text/html").problem, "");
  for (const char* text :
       {"<!doctype html>", "\n <HTML lang=x>", "<!-- a --><body>",
        "<?xml version='1.0'?>", "<script>"}) {
    EXPECT_EQ(ReadDigestText(text, "text/plain").problem,
              "it is a page of HTML or XML, and no digest in Markdown")
        << text;
  }
}

TEST(DigestText, TakesMarkdownThatBeginsWithATag) {
  for (const char* text : {"<div align=center>", "<!-- made by a script -->\n#",
                           "<h1>Papers</h1>", "<!-- never closed"}) {
    EXPECT_EQ(ReadDigestText(text, "text/plain").problem, "") << text;
  }
}

TEST(DigestText, RefusesWhatIsNoText) {
  EXPECT_EQ(ReadDigestText(std::string("a\0b", 3), "").problem,
            "it holds binary data, and no text");
  EXPECT_EQ(ReadDigestText(" \n\t", "").problem, "it is empty");
  EXPECT_NE(ReadDigestText("x", "image/png").problem, "");
  EXPECT_EQ(ReadDigestText("x", "application/octet-stream").problem, "");
}

}  // namespace
}  // namespace offprint::remote
