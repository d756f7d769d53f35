#include "build/ingest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "pages/excerpt.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;

// A site's folder that goes with the test.
class IngestTest : public ::testing::Test {
 protected:
  IngestTest() {
    std::string name =
        (std::filesystem::temp_directory_path() / "offprint-XXXXXX").string();
    source_ = mkdtemp(name.data());
    std::filesystem::create_directory(source_ / "content");
  }
  ~IngestTest() override { std::filesystem::remove_all(source_); }

  void Put(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((source_ / name).parent_path());
    std::ofstream(source_ / name) << text;
  }

  std::vector<std::string> Names() {
    std::vector<std::string> names;
    for (const DigestPath& path : FindDigests(source_, config_, diagnostics_)) {
      names.push_back(path.name);
    }
    return names;
  }

  std::vector<Digest> Read() {
    Progress progress;
    return ReadDigests(FindDigests(source_, config_, diagnostics_), config_, 2,
                       progress, diagnostics_);
  }

  std::filesystem::path source_;
  SiteConfig config_;
  Diagnostics diagnostics_;
};

constexpr const char* kScored =
    "# ArXiv 每日推荐 - 2026-01-23\n\n## 序列模型\n\n"
    "### [Score: 9.0/10] Attention Is All You Need\n"
    "- **Authors:** Ashish Vaswani\n- **Published:** 2017-06-12\n"
    "- **Link:** [https://arxiv.org/abs/1706.03762]"
    "(https://arxiv.org/abs/1706.03762)\n- **Reason:** 奠基之作\n";

TEST_F(IngestTest, DigestsComeByNameWithoutHiddenAndExcluded) {
  config_.exclude = {"README.md"};
  for (const char* name :
       {"content/b.md", "content/a/x.txt", "content/.git/y.md",
        "content/_notes/z.md", "content/README.md", "content/pic.png"}) {
    Put(name, "");
  }
  EXPECT_THAT(Names(), ElementsAre("content/a/x.txt", "content/b.md"));
}

TEST_F(IngestTest, WhatIsAPageIsNoDigest) {
  config_.pages = {"/content/docs", "about.md"};
  for (const char* name : {"content/a.md", "content/docs/start.md",
                           "content/more/docs/b.md", "content/about.md"}) {
    Put(name, "");
  }
  EXPECT_THAT(Names(), ElementsAre("content/a.md", "content/more/docs/b.md"));
}

TEST_F(IngestTest, WhatABuildHasMadeIsNoDigest) {
  Put("content/a.md", "");
  Put("content/site/reading.md", "");
  Put("content/site/.offprint", "");
  EXPECT_THAT(Names(), ElementsAre("content/a.md"));
}

TEST_F(IngestTest, AMissingContentFolderSaysWhatToDo) {
  config_.content = "digests";
  try {
    Names();
    FAIL() << "no error";
  } catch (const EnvironmentError& error) {
    EXPECT_THAT(error.what(),
                ::testing::AllOf(::testing::HasSubstr("there is no folder"),
                                 ::testing::HasSubstr("site.yml")));
  }
}

TEST_F(IngestTest, DraftsAreLeftOutUnlessWanted) {
  Put("content/a.md", std::string("---\ndraft: true\n---\n") + kScored);
  Put("content/b.md", std::string("---\npublished: false\n---\n") + kScored);
  Put("content/_drafts/c.md", kScored);
  EXPECT_EQ(Read().size(), 0U);
  config_.drafts = true;
  EXPECT_EQ(Read().size(), 3U);
}

TEST_F(IngestTest, ADraftIsHeldBackWhateverElseItsFrontMatterHas) {
  Put("content/a.md",
      "---\ndraft: true\ntitle: \"x\n---\n" + std::string(kScored));
  Put("content/b.md", "---\ntitle: \"x\n---\n" + std::string(kScored));
  EXPECT_EQ(Read().size(), 1U);
  EXPECT_EQ(diagnostics_.errors(), 2U);
}

TEST_F(IngestTest, AnUnreadableFileIsAnErrorAndTheRestIsRead) {
  Put("content/a.md", kScored);
  std::filesystem::create_symlink("nowhere", source_ / "content/b.md");
  EXPECT_EQ(Read().size(), 2U);
  ASSERT_EQ(diagnostics_.errors(), 1U);
  EXPECT_THAT(FormatDiagnostic(diagnostics_.list()[0]),
              ::testing::StartsWith("content/b.md: error: cannot read"));
}

TEST_F(IngestTest, ALinkThatLeadsBackIsNotFollowed) {
  Put("content/a/x.md", kScored);
  std::filesystem::create_directory_symlink("..", source_ / "content/a/up");
  EXPECT_THAT(Names(), ElementsAre("content/a/x.md"));
  ASSERT_EQ(diagnostics_.warnings(), 1U);
  EXPECT_EQ(FormatDiagnostic(diagnostics_.list()[0]),
            "content/a/up: warning: this link leads back to a folder that it "
            "lies in, so it is not followed; remove it");
}

TEST_F(IngestTest, APipeIsNoDigest) {
  ASSERT_EQ(mkfifo((source_ / "content/a.md").c_str(), 0600), 0);
  EXPECT_EQ(Names().size(), 0U);
}

TEST_F(IngestTest, TheNewestDaysCanBeKept) {
  Put("content/a.md", kScored);
  std::string later = kScored;
  later.replace(later.find("2026-01-23"), 10, "2026-01-24");
  Put("content/b.md", later);
  SharedDigests digests = Shared(Read());
  const auto first = FirstOfNewestDays(1, digests);
  ASSERT_TRUE(first);
  EXPECT_EQ(*first, (Date{2026, 1, 24}));
  EXPECT_FALSE(FirstOfNewestDays(2, digests));
  KeepDays(*first, {9999, 12, 31}, &digests);
  EXPECT_EQ(digests[0]->entries.size(), 0U);
  EXPECT_EQ(digests[1]->entries.size(), 1U);
}

TEST_F(IngestTest, WhatIsLeftOfADigestKeepsItsTexts) {
  Digest digest;
  const Date first = {2026, 1, 23};
  const Date second = {2026, 1, 24};
  digest.days = {first, second};
  for (const Date day : digest.days) {
    Entry entry;
    entry.day = day;
    entry.title = digest.pool.Keep("Attention Is All You Need");
    entry.authors = NameList(digest.pool.Keep("Ashish Vaswani"));
    entry.sections = {{SectionKey::kReason, digest.pool.Keep("奠基之作")}};
    digest.entries.push_back(std::move(entry));
  }
  MakeExcerpts(&digest);
  std::vector<Digest> both;
  both.push_back(std::move(digest));
  SharedDigests digests = Shared(std::move(both));
  KeepDays(second, second, &digests);
  ASSERT_EQ(digests[0]->entries.size(), 1U);
  const Entry& entry = digests[0]->entries[0];
  EXPECT_EQ(entry.day, second);
  EXPECT_EQ(entry.title, "Attention Is All You Need");
  EXPECT_THAT(entry.authors, ElementsAre("Ashish Vaswani"));
  EXPECT_EQ(entry.excerpt, "奠基之作");
}

}  // namespace
}  // namespace offprint
