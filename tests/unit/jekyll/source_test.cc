#include "jekyll/source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utime.h>

#include <cstdlib>
#include <fstream>

#include "config/load_config.h"

namespace offprint::jekyll {
namespace {

using ::testing::ElementsAre;

// A site's folder that goes with the test.
class SourceTest : public ::testing::Test {
 protected:
  SourceTest() {
    std::string name =
        (std::filesystem::temp_directory_path() / "offprint-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~SourceTest() override { std::filesystem::remove_all(folder_); }

  void Put(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }

  Source Read(const std::string& config = "") {
    Put("_config.yml", "time: 2026-02-01 00:00:00 +0000\n" + config);
    SiteConfig site;
    ApplyJekyllConfig(folder_ / "_config.yml", "_config.yml", {}, &site,
                      diagnostics_);
    return ReadSource(folder_, Theme(), MakeSettings(site, diagnostics_), {},
                      diagnostics_);
  }

  static std::vector<std::string> UrlsOf(const Source& source) {
    std::vector<std::string> urls;
    for (const DocumentIndex page : source.pages) {
      urls.push_back(source.documents[page].url);
    }
    return urls;
  }

  // The first document of a collection, "posts" being the first.
  static const Document& First(const Source& source, size_t collection = 0) {
    return source.documents[source.collections[collection].documents.at(0)];
  }

  std::filesystem::path folder_;
  Diagnostics diagnostics_;
};

constexpr const char* kEmpty = "---\n---\n";

TEST_F(SourceTest, PagesGoWhereTheirFoldersAre) {
  Put("index.md", kEmpty);
  Put("about.md", kEmpty);
  Put("notes/index.html", kEmpty);
  Put("notes/全文.html", kEmpty);
  Put("robots.txt", kEmpty);
  EXPECT_THAT(UrlsOf(Read()),
              ElementsAre("/about.html", "/notes/", "/", "/robots.txt",
                          "/notes/%E5%85%A8%E6%96%87.html"));
}

TEST_F(SourceTest, ALinkThatLeadsBackIsNotFollowed) {
  Put("notes/a.md", kEmpty);
  std::filesystem::create_directory_symlink(".", folder_ / "notes/again");
  Put("_posts/2026-01-02-a.md", kEmpty);
  std::filesystem::create_directory_symlink("..", folder_ / "_posts/up");
  EXPECT_THAT(UrlsOf(Read()), ElementsAre("/notes/a.html"));
  EXPECT_EQ(diagnostics_.warnings(), 2U);
}

TEST_F(SourceTest, PaginationWithoutItsPluginIsAWarning) {
  Put("index.html", kEmpty);
  Read("paginate: 2");
  ASSERT_EQ(diagnostics_.warnings(), 1U);
  EXPECT_EQ(FormatDiagnostic(diagnostics_.list()[0]),
            "_config.yml: warning: \"paginate\" is set, but \"plugins\" does "
            "not name jekyll-paginate: there are no pages of posts");
}

TEST_F(SourceTest, APermalinkStyleGivesPagesFoldersOfTheirOwn) {
  Put("about.md", kEmpty);
  const Source source = Read("permalink: pretty");
  EXPECT_EQ(source.documents[0].url, "/about/");
  EXPECT_EQ(source.documents[0].output_path, "about/index.html");
}

TEST_F(SourceTest, APermalinkNeverLeadsOutOfTheSite) {
  Put("evil.html", "---\npermalink: /../../etc/passwd\n---\n");
  EXPECT_EQ(Read().documents[0].output_path, "etc/passwd.html");
}

TEST_F(SourceTest, APostHasTheDateAndSlugOfItsName) {
  Put("news/_posts/2026-01-02-New-Year.md", "---\ntags: a b\n---\nHello\n");
  const Document post = First(Read());
  EXPECT_EQ(post.url, "/news/2026/01/02/New-Year.html");
  EXPECT_EQ(*post.values.Find("title")->AsString(), "New Year");
  EXPECT_EQ(*post.values.Find("slug")->AsString(), "New-Year");
  EXPECT_EQ(post.values.Find("tags")->AsArray()->size(), 2U);
  EXPECT_EQ(post.values.Find("date")->AsTimestamp()->seconds, 1767312000);
  EXPECT_EQ(post.body, "Hello\n");
  EXPECT_EQ(post.body_line, 4);
}

TEST_F(SourceTest, PostsOfTheFutureAndDraftsWaitUntilTheyAreAskedFor) {
  Put("_posts/2030-01-01-later.md", kEmpty);
  Put("_drafts/idea.md", kEmpty);
  EXPECT_TRUE(Read().collections[0].documents.empty());
  EXPECT_EQ(
      Read("future: true\nshow_drafts: true").collections[0].documents.size(),
      2U);
}

TEST_F(SourceTest, ADraftHasTheDateOfItsFileWhateverItSaysOfItself) {
  for (const std::string said : {"true", "false", "maybe", "3", "[a]", ""}) {
    Put("_drafts/idea.md", "---\ndraft: " + said + "\n---\n");
    const utimbuf written = {1'000'000'000, 1'000'000'000};
    ASSERT_EQ(utime((folder_ / "_drafts/idea.md").c_str(), &written), 0);
    const Source source = Read("show_drafts: true");
    EXPECT_EQ(First(source).values.Find("date")->AsTimestamp()->seconds,
              1'000'000'000)
        << said;
  }
}

TEST_F(SourceTest, ACollectionHasItsOwnAddressesAndOrder) {
  Put("_papers/b.md", "---\ndate: 2020-01-01\n---\n");
  Put("_papers/a.md", "---\ndate: 2021-01-01\n---\n");
  const Source source =
      Read("collections: {papers: {output: true, permalink: /papers/:name/}}");
  EXPECT_EQ(First(source, 1).url, "/papers/b/");
  EXPECT_TRUE(First(source, 1).writes);
  EXPECT_EQ(source.Link("_papers/a.md"), "/papers/a/");
}

TEST_F(SourceTest, TheMoreExactDefaultWins) {
  Put("notes/a.html", kEmpty);
  const Source source = Read(
      "defaults:\n"
      "- {scope: {path: notes}, values: {layout: note}}\n"
      "- {scope: {path: \"\"}, values: {layout: page, lang: zh}}\n");
  EXPECT_EQ(source.documents[0].layout, "note");
  EXPECT_EQ(*source.documents[0].values.Find("lang")->AsString(), "zh");
}

TEST_F(SourceTest, HiddenAndExcludedFilesStayOut) {
  Put(".env", "secret");
  Put("~old", "x");
  Put("draft.txt~", "x");
  Put("private/key.txt", "x");
  Put("logo.png", "x");
  const Source source = Read("exclude: [private]");
  ASSERT_EQ(source.static_files.size(), 1U);
  EXPECT_EQ(source.static_files[0].url, "/logo.png");
}

TEST_F(SourceTest, ADateThatIsNoneIsAnErrorWithItsPlace) {
  Put("_posts/2026-01-02-a.md", "---\ntitle: A\ndate: soon\n---\n");
  Read();
  ASSERT_EQ(diagnostics_.list().size(), 1U);
  EXPECT_EQ(FormatDiagnostic(diagnostics_.list()[0]),
            "_posts/2026-01-02-a.md:3:7: error: the date is none; write it as "
            "2026-01-23, or as 2026-01-23 08:30:00 +0800");
}

TEST_F(SourceTest, PostsAreCutIntoPages) {
  Put("blog/index.html", kEmpty);
  for (const char* day : {"01", "02", "03"}) {
    Put("_posts/2026-01-" + std::string(day) + "-x.md", kEmpty);
  }
  const Source source = Read(
      "plugins: [jekyll-paginate]\npaginate: 2\n"
      "paginate_path: /blog/page:num/");
  EXPECT_THAT(UrlsOf(source), ElementsAre("/blog/", "/blog/page2/"));
  const Pagination& second = *source.documents[source.pages[1]].pagination;
  EXPECT_EQ(second.posts.size(), 1U);
  EXPECT_EQ(second.previous_path, "/blog/");
}

}  // namespace
}  // namespace offprint::jekyll
