// Many builds in one process, as the preview makes them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/source_file.h"
#include "build/build.h"
#include "unit/sanitized.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr int kBuilds = 50;
// Of what is in use after a build; two of different sites differ by less.
constexpr size_t kSpare = size_t{64} * 1024;

class RebuildTest : public ::testing::Test {
 protected:
  RebuildTest() {
    std::string name = ::testing::TempDir() + "offprint-XXXXXX";
    folder_ = mkdtemp(name.data());
    fs::create_directories(folder_ / "content");
  }
  ~RebuildTest() override { fs::remove_all(folder_); }

  void Write(int number) {
    std::ofstream digest(folder_ / "content/2026-01-23.md");
    digest << "# arXiv 2026-01-23\n\n| 标题 | 作者 | PDF链接 | 摘要 |\n"
              "|---|---|---|---|\n";
    for (int i = 0; i < 20; ++i) {
      digest << "| Paper " << i << " of build " << number % 10
             << " | Ada Alpha | [PDF](https://arxiv.org/pdf/2601." << 10000 + i
             << ") | 它讲的是压缩。 |\n";
    }
  }

  BuildReport Build() {
    BuildOptions options;
    options.source = folder_;
    options.theme_folders = {fs::path(OFFPRINT_TESTS_DIR) / "../themes"};
    SiteConfig config;
    config.url = "https://example.org";
    config.theme = theme_;
    config.format = OutputFormat::kHtml;
    config.lean = lean_;
    Diagnostics diagnostics;
    Progress progress;
    BuildReport report = BuildSite(options, config, progress, diagnostics);
    EXPECT_TRUE(report.built);
    EXPECT_EQ(diagnostics.errors(), 0U);
    return report;
  }

  fs::path folder_;
  std::string theme_ = "default";
  bool lean_ = false;
};

TEST_F(RebuildTest, FiftyBuildsNeedNoMoreMemoryThanOne) {
  if (kIsSanitized) GTEST_SKIP() << "a sanitizer has malloc";
  size_t first = 0;
  for (int i = 0; i < kBuilds; ++i) {
    Write(i);
    const BuildReport report = Build();
    EXPECT_EQ(report.why_all.empty(), i > 0);
    if (i == 2) first = mallinfo2().uordblks;
  }
  EXPECT_LT(mallinfo2().uordblks, first + kSpare);
}

// A page that shows what is related to others is made anew each time, whatever
// pages of its kind that show less are made of.
TEST_F(RebuildTest, WhatIsNotKeptTrackOfIsMadeAnew) {
  const auto body = folder_ / "themes/mine/_bodies/paper.html";
  fs::create_directories(body.parent_path());
  std::ofstream(folder_ / "themes/mine/theme.yml") << "parent: default\n";
  std::ofstream(body) << "{% for r in paper.related %}{% for s in r.related %}"
                         "[{{ s.title }}]{% endfor %}{% endfor %}\n";
  const auto write = [&](const std::string& third, bool has_fourth) {
    std::ofstream digest(folder_ / "content/2026-01-23.md");
    digest << "# ArXiv 每日推荐 - 2026-01-23\n\n## cs.LG\n\n";
    const auto add = [&](int id, const std::string& title,
                         const std::string& authors) {
      const std::string link =
          "https://arxiv.org/abs/2601." + std::to_string(id);
      digest << "### [Score: 9.0/10] " << title << "\n- **Authors:** "
             << authors << "\n- **Link:** [" << link << "](" << link
             << ")\n- **Reason:** 它讲的是压缩。\n\n";
    };
    add(10001, "First", "Ada Alpha");
    add(10002, "Second", "Ada Alpha, Bob Beta");
    add(10003, third, "Bob Beta");
    digest << "## Elsewhere\n\n";
    add(10004, "Alone", "Cem Gamma");
    digest << "## cs.LG\n\n";
    if (has_fourth) add(10005, "Fourth", "Dia Delta, Ada Alpha");
  };
  theme_ = "mine";
  write("Third", false);
  Build();
  write("Third", true);
  Build();
  write("Third, changed", true);
  EXPECT_EQ(Build().why_all, "");
  EXPECT_NE(ReadFile(folder_ / "public/papers/2601.10001/index.html")
                .find("[Third, changed]"),
            std::string::npos);
}

// A paper of the topic that those of Write have, on the day before.
constexpr const char* kOneMore =
    "# arXiv 2026-01-22\n\n| 标题 | 作者 | PDF链接 | 摘要 "
    "|\n|---|---|---|---|\n"
    "| One more | Ada Alpha | [PDF](https://arxiv.org/pdf/2601.09999) | 压缩。 "
    "|\n";

TEST_F(RebuildTest, APageThatShowsWhatIsRelatedFollowsIt) {
  Write(1);
  Build();
  EXPECT_THAT(ReadFile(folder_ / "public/papers/2601.10000/index.html"),
              AllOf(HasSubstr("id=\"related\""), HasSubstr("<pre>@misc{"),
                    HasSubstr("application/ld+json"), HasSubstr("og:title")));
  std::ofstream(folder_ / "content/2026-01-22.md") << kOneMore;
  EXPECT_THAT(Build().changed, Contains("papers/2601.10019/index.html"));
}

TEST_F(RebuildTest, ALeanPageDoesNot) {
  lean_ = true;
  Write(1);
  Build();
  EXPECT_THAT(
      ReadFile(folder_ / "public/papers/2601.10000/index.html"),
      AllOf(HasSubstr("citation_title"), HasSubstr("<details class=\"cites\""),
            HasSubstr("它讲的是压缩。</p>"), Not(HasSubstr("id=\"related\"")),
            Not(HasSubstr("<pre>")), Not(HasSubstr("ld+json")),
            Not(HasSubstr("og:title"))));
  EXPECT_THAT(ReadFile(folder_ / "public/index.html"), HasSubstr("og:title"));
  std::ofstream(folder_ / "content/2026-01-22.md") << kOneMore;
  EXPECT_THAT(Build().changed, AllOf(Not(Contains(HasSubstr("papers/2601.10"))),
                                     Contains("papers/2601.09999/index.html")));
}

}  // namespace
}  // namespace offprint
