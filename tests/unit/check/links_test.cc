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
using testing::HasSubstr;
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
    report_ = CheckLinks(SiteFiles(folder_), {"https://a.org", baseurl},
                         ExternalLinks::kGather, 2, diagnostics);
    counts_ = report_.counts;
    std::vector<std::string> said;
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      said.push_back(FormatDiagnostic(diagnostic));
    }
    return said;
  }

  fs::path folder_;
  LinkReport report_;
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

TEST_F(LinksTest, EveryAddressOfAPage) {
  Put("index.html",
      "<img srcset='/1.png 1x,/2,3.png 2x, data:x,y 3x'>\n"
      "<link imagesrcset=/4.png rel=preload><link href=/5.css rel=x>\n"
      "<script src=/6.js></script><style>\n a{b:url(/7.png)}</style>\n"
      "<p style='background:url(&quot;/8.png&quot;)'>\n"
      "<meta http-equiv=refresh content='0; url=/9/'>"
      "<meta property=og:image content=https://a.org/10.png>"
      "<link rel=preconnect href=/none>");
  std::vector<std::string> places;
  for (const std::string& said : Check()) {
    places.push_back(said.substr(11, said.find("\",") - 11));
  }
  EXPECT_THAT(places, ElementsAre("1:6: warning: links to \"/1.png",
                                  "1:6: warning: links to \"/2,3.png",
                                  "2:7: warning: links to \"/4.png",
                                  "2:44: warning: links to \"/5.css",
                                  "3:9: warning: links to \"/6.js",
                                  "4:10: warning: links to \"/7.png",
                                  "5:4: warning: links to \"/8.png",
                                  "6:2: warning: links to \"/9/",
                                  "6:48: warning: links to \"/10.png"));
}

TEST_F(LinksTest, StyleSheets) {
  Put("a/b.css", "@import 'c.css';\nd{e:url(../f.png)}\n");
  Put("a/c.css", "");
  EXPECT_THAT(Check(), ElementsAre("a/b.css:2:9: warning: links to \"/f.png\", "
                                   "which the site does not have"));
  EXPECT_EQ(counts_.others, 2U);
}

TEST_F(LinksTest, Feeds) {
  Put("feed.xml",
      "<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>\n"
      "<link rel='self' href='https://a.org/feed.xml'/>\n"
      "<entry><id>https://a.org/id-is-no-link</id>\n"
      " <link href='https://a.org/x/'/><author><uri>/y</uri></author>\n"
      " <content type='html'>&lt;img src=\"/z.png\"&gt; "
      "&lt;a href=\"here\"&gt;</content></entry></feed>");
  EXPECT_THAT(
      Check(),
      ElementsAre(
          "feed.xml:5:3: warning: links to \"/x/\", which the site "
          "does not have",
          "feed.xml:5:46: warning: links to \"/y\", which the site does "
          "not have",
          "feed.xml:6:3: warning: links to \"/z.png\", which the site "
          "does not have"));
}

TEST_F(LinksTest, SitemapsAndRobots) {
  Put("sitemap.xml",
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n"
      "<url><loc>https://a.org/x/</loc></url>\n"
      "<url><loc>https://b.org/</loc></url></urlset>");
  Put("robots.txt", "User-agent: *\n\nsitemap:  https://a.org/map.xml\n");
  EXPECT_THAT(
      Check(),
      ElementsAre("robots.txt:3:11: warning: links to \"/map.xml\", which the "
                  "site does not have",
                  "sitemap.xml:2:11: warning: links to \"/x/\", which the site "
                  "does not have",
                  "sitemap.xml:3:11: warning: links to \"https://b.org/\", but "
                  "only addresses below \"https://a.org/\" may stand here"));
}

TEST_F(LinksTest, OpenSearch) {
  Put("opensearch.xml",
      "<o:OpenSearchDescription xmlns:o='http://a9.com/-/spec/opensearch/1.1/'>"
      "\n<o:Url template='https://a.org/find/?q={searchTerms}'/>"
      "<o:Image>/icon.png</o:Image></o:OpenSearchDescription>");
  EXPECT_THAT(Check(), ElementsAre(HasSubstr(":2:2: warning: links to "
                                             "\"/find/\", "),
                                   HasSubstr("\"/icon.png\", ")));
}

TEST_F(LinksTest, Api) {
  Put("api/index.json",
      "{\"title\":\"/no-link/\",\"pages\":[\"https://a.org/api/1.json\"],\n"
      " \"latest\":\"/api/latest.json\",\"days\":[{\"url\":\"/days/x/\"}]}");
  Put("api/1.json",
      "{\"papers\":[{\"url\":\"/p/\",\"links\":{\"abs\":"
      "\"https://b.org/\"}}],\"next\":null}");
  EXPECT_THAT(
      Check(),
      ElementsAre("api/1.json:1:20: warning: links to \"/p/\", which the site "
                  "does not have",
                  "api/index.json:2:12: warning: links to "
                  "\"/api/latest.json\", which the site does not have",
                  "api/index.json:2:46: warning: links to \"/days/x/\", which "
                  "the site does not have"));
  EXPECT_THAT(report_.external, IsEmpty());
}

TEST_F(LinksTest, FilesThatAreNotWhatTheirNamesSay) {
  Put("feed.xml", "<feed>\n<entry></feed>");
  Put("api/x.json", "{\n \"a\" 1}");
  Put("opensearch.xml", "<b\nb");
  EXPECT_THAT(Check(),
              ElementsAre("api/x.json:2:6: warning: is not JSON: \":\" is "
                          "missing",
                          testing::StartsWith("feed.xml:2:10: warning: is not "
                                              "well-formed XML: "),
                          testing::StartsWith("opensearch.xml:2:2: warning: "
                                              "is not well-formed XML: ")));
}

TEST_F(LinksTest, OutsideAddressesAreGatheredOnce) {
  Put("b.html", "<a href=https://b.org/x#y></a><a href='//b.org/x'></a>");
  Put("a.html",
      "<p><a href=https://b.org/x></a><a href=mailto:x@b.org></a>"
      "<a href='https://b.org/论 文?q=1'></a>");
  Put("c.css", "d{e:url(https://b.org/x)}f{g:url(data:,x)}");
  EXPECT_THAT(Check(), IsEmpty());
  ASSERT_EQ(report_.external.size(), 2U);
  EXPECT_EQ(report_.external[0].url, "https://b.org/x");
  EXPECT_EQ(report_.external[0].file, "a.html");
  EXPECT_EQ(report_.external[0].offset, 6U);
  EXPECT_EQ(report_.external[0].others, 2U);
  EXPECT_EQ(report_.external[1].url, "https://b.org/%E8%AE%BA%20%E6%96%87?q=1");
}

}  // namespace
}  // namespace offprint
