#include "check/links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

namespace offprint {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class LinksTest : public testing::Test {
 protected:
  LinksTest() {
    std::string name = (fs::temp_directory_path() / "links-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~LinksTest() override { fs::remove_all(folder_); }

  void Put(const fs::path& path, const std::string& text) const {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path) << text;
  }

  std::vector<std::string> Check(const std::string& baseurl = "") {
    Diagnostics diagnostics;
    counts_ = CheckLinks(folder_, {"https://a.org", baseurl}, 2, diagnostics);
    std::vector<std::string> said;
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      said.push_back(FormatDiagnostic(diagnostic));
    }
    return said;
  }

  fs::path folder_;
  LinkCounts counts_;
};

TEST_F(LinksTest, WhatIsThere) {
  Put("index.html",
      "<a href=days/>a</a><a href=/about>b</a><a href=/about.html>c</a>"
      "<a href=/days>d</a><img srcset='a.png 1x, /a.png 2x'>"
      "<a href=https://a.org/about>e</a><a href=https://b.org/none>f</a>"
      "<form action=/days/?q=1></form><a href='#top'>g</a><a href=''>h</a>");
  Put("days/index.html", "<base href=none>");
  Put("about.html", "");
  Put("a.png", "");
  EXPECT_THAT(Check(), IsEmpty());
  EXPECT_EQ(counts_.pages, 3U);
  EXPECT_EQ(counts_.links, 10U);
  EXPECT_EQ(counts_.broken, 0U);
}

TEST_F(LinksTest, APageThatIsMissing) {
  Put("a/index.html", "\n<p><a href=\"../b/\">b</a> <img src=/c.png>");
  EXPECT_THAT(Check(),
              ElementsAre("a/index.html:2:7: warning: links to \"/b/\", which "
                          "the site does not have",
                          "a/index.html:2:31: warning: links to \"/c.png\", "
                          "which the site does not have"));
  EXPECT_EQ(counts_.broken, 2U);
}

TEST_F(LinksTest, ATargetIsToldOfOnce) {
  for (const char* page : {"a.html", "b.html", "c.html"}) {
    Put(page, "<a href=/x>x</a><a href=x>x</a>");
  }
  EXPECT_THAT(Check(),
              ElementsAre("a.html:1:4: warning: links to \"/x\", which the "
                          "site does not have; so do 2 other pages"));
}

TEST_F(LinksTest, Anchors) {
  Put("a.html",
      "<i id='x&amp;y'></i><a name=z></a><a href='#x&amp;y'></a><a href=#z>"
      "</a><a href=#q=state></a><a href=b#%E6%96%87></a><a href=b#no></a>");
  Put("b.html", "<p id=文><a href=a#z></a><a href=#no></a>");
  EXPECT_THAT(Check(),
              ElementsAre("a.html:1:121: warning: links to \"/b.html#no\", but "
                          "there is no such anchor on that page; so does 1 "
                          "other page"));
}

TEST_F(LinksTest, ALinkThatLacksTheBaseUrl) {
  Put("index.html",
      "<a href=/x/index.html>a</a><a href=/>b</a><a href=/elsewhere/>c</a>");
  Put("x/index.html", "<a href=/papers/x/>d</a><a href=/papers/y/>e</a>");
  EXPECT_THAT(
      Check("/papers"),
      ElementsAre("index.html:1:4: warning: links to \"/x/index.html\", which "
                  "lacks the site's base URL \"/papers\"",
                  "index.html:1:31: warning: links to \"/\", which lacks the "
                  "site's base URL \"/papers\"",
                  "x/index.html:1:28: warning: links to \"/papers/y/\", which "
                  "the site does not have"));
}

}  // namespace
}  // namespace offprint
