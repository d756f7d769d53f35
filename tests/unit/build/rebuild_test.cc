// Many builds in one process, as the preview makes them.
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "build/build.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr int kBuilds = 50;
// Of what is in use after a build; two of different sites differ by less.
constexpr size_t kSpare = size_t{64} * 1024;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kCounts = false;
#elif defined(__has_feature)
constexpr bool kCounts =
    !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
constexpr bool kCounts = true;
#endif

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
    Diagnostics diagnostics;
    Progress progress;
    BuildReport report = BuildSite(options, config, progress, diagnostics);
    EXPECT_TRUE(report.built);
    EXPECT_EQ(diagnostics.errors(), 0U);
    return report;
  }

  fs::path folder_;
};

TEST_F(RebuildTest, FiftyBuildsNeedNoMoreMemoryThanOne) {
  if (!kCounts) GTEST_SKIP() << "a sanitizer has malloc";
  size_t first = 0;
  for (int i = 0; i < kBuilds; ++i) {
    Write(i);
    const BuildReport report = Build();
    EXPECT_EQ(report.why_all.empty(), i > 0);
    if (i == 2) first = mallinfo2().uordblks;
  }
  EXPECT_LT(mallinfo2().uordblks, first + kSpare);
}

}  // namespace
}  // namespace offprint
