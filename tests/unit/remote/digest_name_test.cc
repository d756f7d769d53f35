#include "remote/digest_name.h"

#include <gtest/gtest.h>

namespace offprint::remote {
namespace {

constexpr Date kDay = {2026, 1, 23};

TEST(DigestName, IsTheLastPartOfTheAddress) {
  EXPECT_EQ(DigestNameOf("https://a.example/x/2026-01-24.md?raw=1", kDay),
            "2026-01-24.md");
  EXPECT_EQ(
      DigestNameOf("https://a.example/%E8%AE%BA%E6%96%87-20260124.txt", kDay),
      "论文-20260124.txt");
}

TEST(DigestName, GetsTheDayOfThePathOrElseTheGivenOne) {
  EXPECT_EQ(DigestNameOf("https://a.example/2026/01/24/all.md", kDay),
            "2026-01-24-all.md");
  EXPECT_EQ(DigestNameOf("https://a.example/all", kDay), "2026-01-23-all.md");
  EXPECT_EQ(DigestNameOf("https://a.example/all", {}), "all.md");
  EXPECT_EQ(DigestNameOf("https://a.example/", {}), "digest.md");
}

TEST(DigestName, IsAlwaysOnePartAndTakenByABuild) {
  for (const char* url :
       {"https://a.example/..%2F..%2Fx.md", "https://a.example/_x.md",
        "https://a.example/.x.md", "https://a.example/%00%0A.md",
        "https://a.example/%FF.md", "https://a.example/..", "tag:x,2026:a/../b",
        "https://a.example/.md", "https://a.example/a%5Cb.md", "", "C:x"}) {
    for (const std::string& name :
         {DigestNameOf(url, kDay), DistinctNameOf(url, {})}) {
      EXPECT_EQ(JudgePath(name), PathVerdict::kTaken) << url << " " << name;
      EXPECT_EQ(name.find('/'), std::string::npos) << name;
    }
  }
}

TEST(DigestName, KeepsAddressesApart) {
  EXPECT_NE(DistinctNameOf("https://a.example/x/a.md", kDay),
            DistinctNameOf("https://a.example/y/a.md", kDay));
}

TEST(DigestName, TakesPathsOfARepositoryThatStayInside) {
  EXPECT_EQ(JudgePath("b/2026-01-24.markdown"), PathVerdict::kTaken);
  for (const char* path : {"a.html", "_a.md", ".git/a.md", "b/_c/a.md", "md"}) {
    EXPECT_EQ(JudgePath(path), PathVerdict::kNoDigest) << path;
  }
  for (const char* path : {"../a.md", "/a.md", "a//b.md", "./a.md", "a\\b.md",
                           "a\nb.md", "\xFF.md"}) {
    EXPECT_EQ(JudgePath(path), PathVerdict::kUnfit) << path;
  }
}

}  // namespace
}  // namespace offprint::remote
