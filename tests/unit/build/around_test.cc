#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/source_file.h"
#include "build/build.h"
#include "config/load_config.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kDigest =
    "# 2026-01-23\n\n"
    "- [A paper](https://arxiv.org/abs/2601.00001): what it says.\n";

// An archive of one digest, built with pages around it.
class AroundTest : public testing::Test {
 protected:
  AroundTest() {
    std::string name =
        (fs::temp_directory_path() / "offprint-around-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    Put("content/2026-01-23.md", kDigest);
    config_.title = "T";
    config_.url = "https://example.org";
    config_.format = OutputFormat::kHtml;
  }
  ~AroundTest() override { fs::remove_all(folder_); }

  void Put(const std::string& name, const std::string& text) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }

  void PutJekyllConfig(const std::string& text) {
    Put("_config.yml", text);
    ApplyJekyllConfig(folder_ / "_config.yml", "_config.yml", {}, &config_,
                      diagnostics_);
  }

  bool Build() {
    BuildOptions options;
    options.source = folder_;
    options.theme_folders = {fs::path(OFFPRINT_TESTS_DIR) / "../themes"};
    options.config = "site.yml";
    Progress progress;
    return BuildSite(options, config_, progress, diagnostics_).built;
  }

  std::string Read(const std::string& name) const {
    const fs::path file = folder_ / config_.destination / name;
    return fs::exists(file) ? ReadFile(file) : "(none)";
  }

  std::vector<std::string> Reports() const {
    std::vector<std::string> reports;
    for (const Diagnostic& diagnostic : diagnostics_.list()) {
      reports.push_back(FormatDiagnostic(diagnostic));
    }
    return reports;
  }

  fs::path folder_;
  SiteConfig config_;
  Diagnostics diagnostics_;
};

TEST_F(AroundTest, PagesAndFilesOfTheFolderAreBuiltWithTheArchive) {
  Put("about.md", "---\nlayout: plain\n---\n*{{ site.title }}*\n");
  Put("_layouts/plain.html", "<main>{{ content }}</main>");
  Put("files/data.txt", "as it is");
  Put("site.yml", "title: T\n");
  ASSERT_TRUE(Build());
  EXPECT_EQ(Read("about.html"), "<main><p><em>T</em></p>\n</main>");
  EXPECT_EQ(Read("files/data.txt"), "as it is");
  EXPECT_EQ(Read("site.yml"), "(none)");
  EXPECT_EQ(Read("content/2026-01-23.md"), "(none)");
  EXPECT_THAT(Read("index.html"), HasSubstr("A paper"));
  EXPECT_THAT(Read("sitemap.xml"),
              HasSubstr("<loc>https://example.org/about.html</loc>"));
}

TEST_F(AroundTest, APageOfTheSitesOwnWinsOverTheArchives) {
  Put("index.md", "---\n---\nmine\n");
  Put("robots.txt", "mine too\n");
  ASSERT_TRUE(Build());
  EXPECT_EQ(Read("index.html"), "<p>mine</p>\n");
  EXPECT_EQ(Read("robots.txt"), "mine too\n");
  EXPECT_THAT(Reports(), Contains("index.md: note: takes the place of the "
                                  "archive's own /index.html"));
  EXPECT_THAT(Reports(), Contains("robots.txt: note: takes the place of the "
                                  "archive's own /robots.txt"));
  const std::string sitemap = Read("sitemap.xml");
  const size_t home = sitemap.find("<loc>https://example.org/</loc>");
  ASSERT_NE(home, std::string::npos);
  EXPECT_EQ(sitemap.find("<loc>https://example.org/</loc>", home + 1),
            std::string::npos);
}

TEST_F(AroundTest, WhatSiteYmlExcludesIsAsInGitignore) {
  config_.exclude = {"notes", "*.py", "/README.md"};
  for (const char* name : {"notes/a.txt", "notes-on.txt", "lib/deep/a.py",
                           "README.md", "lib/README.md"}) {
    Put(name, "x");
  }
  ASSERT_TRUE(Build());
  EXPECT_EQ(Read("notes/a.txt"), "(none)");
  EXPECT_EQ(Read("notes-on.txt"), "x");
  EXPECT_EQ(Read("lib/deep/a.py"), "(none)");
  EXPECT_EQ(Read("README.md"), "(none)");
  EXPECT_EQ(Read("lib/README.md"), "x");
}

TEST_F(AroundTest, PagesMayLieAmongTheDigests) {
  config_.pages = {"/content/docs", "content/about.md"};
  Put("content/docs/deep/start.md", "---\npermalink: /start/\n---\n*How*\n");
  Put("content/docs/picture.svg", "<svg/>");
  Put("content/docs/_note.md", "---\n---\nhidden\n");
  Put("content/about.md", "---\n---\nWe\n");
  Put("content/other.svg", "<svg/>");
  ASSERT_TRUE(Build());
  EXPECT_EQ(Read("start/index.html"), "<p><em>How</em></p>\n");
  EXPECT_EQ(Read("content/about.html"), "<p>We</p>\n");
  EXPECT_EQ(Read("content/docs/picture.svg"), "<svg/>");
  EXPECT_EQ(Read("content/docs/_note.html"), "(none)");
  EXPECT_EQ(Read("content/other.svg"), "(none)");
  EXPECT_EQ(Read("content/2026-01-23.md"), "(none)");
  EXPECT_THAT(Read("index.html"), HasSubstr("A paper"));
}

TEST_F(AroundTest, PagesAmongDigestsNeedAFolderOfTheirOwn) {
  config_.pages = {"docs"};
  ASSERT_TRUE(Build());
  EXPECT_THAT(Reports(), Not(Contains(HasSubstr("\"pages\" works only"))));
  config_.content = ".";
  ASSERT_TRUE(Build());
  EXPECT_THAT(Reports(), Contains(HasSubstr("\"pages\" works only")));
}

TEST_F(AroundTest, PagesAndPostsAreSetInTheLayoutsOfTheTheme) {
  Put("news.md",
      "---\nlayout: page\ntitle: A & B\n---\n"
      "{% include posts.html posts=site.posts %}\n");
  Put("_posts/2026-01-01-one.md",
      "---\nlayout: post\ntitle: One\n---\nSaid *it*.\n");
  Put("_posts/2026-01-02-two.md", "---\nlayout: post\ntitle: Two\n---\nx\n");
  ASSERT_TRUE(Build());
  const std::string page = Read("news.html");
  EXPECT_THAT(page, HasSubstr("<h1>A &amp; B</h1>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"/2026/01/01/one.html\">One</a>"));
  const std::string post = Read("2026/01/01/one.html");
  EXPECT_THAT(post, HasSubstr("<time datetime=\"2026-01-01T00:00:00+00:00\">"
                              "2026年1月1日</time>"));
  EXPECT_THAT(post, HasSubstr("<meta name=\"description\" "
                              "property=\"og:description\" content=\"Said "
                              "it.\">"));
  EXPECT_THAT(post, HasSubstr("<a rel=\"next\" href=\"/2026/01/02/two.html\">"
                              "Two →</a>"));
}

TEST_F(AroundTest, AThemeOfJekyllIsToldWhereAnArchivesPagesComeFrom) {
  config_.theme = "plain";
  Put("themes/plain/_layouts/default.html", "<b>{{ content }}</b>");
  EXPECT_FALSE(Build());
  EXPECT_THAT(Reports(),
              Contains("themes/plain/theme.yml: error: the theme \"plain\" has "
                       "no pages for an archive (_bodies); write \"parent: "
                       "default\" here to have those of the default theme"));
  Put("themes/plain/theme.yml", "parent: default\n");
  diagnostics_ = {};
  ASSERT_TRUE(Build());
  EXPECT_THAT(Read("archive/index.html"), HasSubstr("<b>"));
}

TEST_F(AroundTest, LayoutsOfTheArchiveSeeTheSitesPosts) {
  Put("_posts/2026-01-01-news.md", "---\ntitle: News\n---\nx\n");
  Put("_includes/head-custom.html",
      "{% for p in site.posts %}<i>{{ p.title }}</i>{% endfor %}");
  ASSERT_TRUE(Build());
  EXPECT_THAT(Read("index.html"), HasSubstr("<i>News</i>"));
}

TEST_F(AroundTest, ForJekyllTheFolderIsCopiedAsItIs) {
  config_.format = OutputFormat::kJekyll;
  PutJekyllConfig(
      "title: Old\nplugins: [jekyll-feed]\nowner: me\ntheme: minima\n"
      "sass: {style: compressed, sass_dir: lib}\n"
      "paginate: 3\ncollections: {notes: {output: true}}\n");
  config_.title = "T";
  Put("about.md", "---\n---\n{{ site.owner }}\n");
  Put("_notes/a.md", "---\n---\nnote\n");
  Put("_posts/2026-01-01-news.md", "---\n---\nnews\n");
  ASSERT_TRUE(Build());
  EXPECT_EQ(Read("about.md"), "---\n---\n{{ site.owner }}\n");
  EXPECT_EQ(Read("_notes/a.md"), "---\n---\nnote\n");
  EXPECT_EQ(Read("_posts/2026-01-01-news.md"), "---\n---\nnews\n");
  const std::string config = Read("_config.yml");
  EXPECT_THAT(config, HasSubstr("\ntitle: \"T\"\n"));
  EXPECT_THAT(config, HasSubstr("\nplugins: [\"jekyll-feed\"]\n"));
  EXPECT_THAT(config, HasSubstr("\nowner: \"me\"\n"));
  EXPECT_THAT(config, HasSubstr("\npaginate: 3\n"));
  EXPECT_THAT(config,
              HasSubstr("\ncollections: {\"notes\":{\"output\":true}}"));
  EXPECT_THAT(config, HasSubstr("\ntheme: null\n"));
  EXPECT_THAT(config, HasSubstr("\nsass: {\"style\":\"compressed\"}\n"));
}

TEST_F(AroundTest, TheArchivesFeedGoesBeforeThatOfAPlugin) {
  PutJekyllConfig("plugins: [jekyll-feed, jekyll-sitemap]\n");
  ASSERT_TRUE(Build());
  EXPECT_THAT(Read("feed.xml"), HasSubstr("A paper"));
  EXPECT_THAT(Read("sitemap.xml"), HasSubstr("/papers/"));
}

TEST_F(AroundTest, APlainJekyllSiteHasNoArchive) {
  PutJekyllConfig("title: Plain\n");
  config_.has_archive = false;
  Put("index.html", "---\n---\n{{ site.title }}");
  ASSERT_TRUE(Build());
  EXPECT_EQ(Read("index.html"), "Plain");
  for (const char* name : {"archive/index.html", "feed.xml", "robots.txt",
                           "api/index.json", "assets/offprint.css"}) {
    EXPECT_EQ(Read(name), "(none)") << name;
  }
}

TEST_F(AroundTest, DigestsBehindALinkAreNotPartOfTheSite) {
  const fs::path outside = folder_.string() + "-digests";
  fs::rename(folder_ / "content", outside);
  fs::create_directory_symlink(outside, folder_ / "content");
  const bool built = Build();
  fs::remove_all(outside);
  ASSERT_TRUE(built);
  EXPECT_THAT(Read("index.html"), HasSubstr("A paper"));
  EXPECT_EQ(Read("content/2026-01-23.md"), "(none)");
}

TEST_F(AroundTest, OutputsOfOtherBuildsAreNotPartOfTheSite) {
  Put("old/.offprint", "Made by offprint");
  Put("old/index.html", "old");
  ASSERT_TRUE(Build());
  EXPECT_EQ(Read("old/index.html"), "(none)");
}

TEST_F(AroundTest, AMistakeInAPageKeepsTheOldOutput) {
  Put("about.md", "---\n---\n{% fro %}\n");
  EXPECT_FALSE(Build());
  EXPECT_THAT(Reports(),
              Contains(HasSubstr("about.md:3:1: error: unknown tag 'fro'")));
}

}  // namespace
}  // namespace offprint
