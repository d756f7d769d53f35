#include "build/digest_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "build/digest_store.h"

namespace offprint {
namespace {

using ::testing::SizeIs;

constexpr const char* kDigest =
    "# ArXiv 每日推荐 - 2026-01-23\n\n## 序列模型\n\n"
    "### [Score: 9.0/10] Attention Is All You Need\n"
    "- **Authors:** Ashish Vaswani\n- **Published:** 2017-06-12\n"
    "- **Link:** [https://arxiv.org/abs/1706.03762]"
    "(https://arxiv.org/abs/1706.03762)\n- **Reason:** 奠基之作\n";

// A site's folder that goes with the test.
class DigestMemoryTest : public ::testing::Test {
 protected:
  DigestMemoryTest() {
    std::string name =
        (std::filesystem::temp_directory_path() / "offprint-XXXXXX").string();
    source_ = mkdtemp(name.data());
    std::filesystem::create_directory(source_ / "content");
  }
  ~DigestMemoryTest() override { std::filesystem::remove_all(source_); }

  void Put(const std::string& name, const std::string& text) {
    std::ofstream(source_ / "content" / name) << text;
  }

  std::vector<std::shared_ptr<const Digest>> Read() {
    diagnostics_ = Diagnostics();
    const std::vector<DigestPath> paths =
        FindDigests(source_, config_, diagnostics_);
    const std::vector<InputFile> looked = LookAt(paths);
    const auto read_first = [&] {
      Progress progress;
      return DigestStore(source_ / "store/digests", Stored::kUse)
          .Read(paths, looked, config_, 2, progress);
    };
    return memory_.Read(paths, looked, config_, 2, read_first, diagnostics_);
  }

  std::filesystem::path source_;
  SiteConfig config_;
  Diagnostics diagnostics_;
  DigestMemory memory_;
};

TEST_F(DigestMemoryTest, OnlyWhatHasChangedIsReadAgain) {
  Put("a.md", kDigest);
  Put("b.md", kDigest);
  const auto before = Read();
  ASSERT_THAT(before, SizeIs(2));
  Put("b.md", std::string(kDigest) + "\nA word more.\n");
  const auto after = Read();
  ASSERT_THAT(after, SizeIs(2));
  EXPECT_EQ(after[0], before[0]);
  EXPECT_NE(after[1], before[1]);
}

TEST_F(DigestMemoryTest, AnotherProcessFindsWhatTheFirstOneStored) {
  Put("a.md", kDigest);
  Read();
  memory_ = DigestMemory();
  const auto digests = Read();
  ASSERT_THAT(digests, SizeIs(1));
  EXPECT_NE(digests[0]->file, nullptr);
  // What changes while a process is there is in its memory alone.
  Put("a.md", std::string(kDigest) + "\nA word more.\n");
  EXPECT_EQ(Read().at(0)->file, nullptr);
}

TEST_F(DigestMemoryTest, AChangeOfTheSameSizeIsSeen) {
  Put("a.md", kDigest);
  const auto before = Read();
  std::string other = kDigest;
  other.replace(other.find("9.0"), 3, "8.5");
  Put("a.md", other);
  const auto after = Read();
  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0]->entries.at(0).score, 8.5);
}

TEST_F(DigestMemoryTest, FilesComeAndGo) {
  Put("a.md", kDigest);
  Put("b.md", kDigest);
  Read();
  std::filesystem::remove(source_ / "content/a.md");
  Put("c.md", kDigest);
  const auto digests = Read();
  ASSERT_THAT(digests, SizeIs(2));
  EXPECT_EQ(digests[0]->source_file.name(), "content/b.md");
  EXPECT_EQ(digests[1]->source_file.name(), "content/c.md");
}

TEST_F(DigestMemoryTest, WhatIsWrongInAFileIsSaidEachTime) {
  Put("a.md", std::string(kDigest) + "\xff\n");
  Read();
  const size_t said = diagnostics_.list().size();
  EXPECT_GT(said, 0U);
  Read();
  EXPECT_EQ(diagnostics_.list().size(), said);
}

TEST_F(DigestMemoryTest, SettingsThatBearOnAFileHaveItReadAgain) {
  Put("a.md", std::string("---\ndraft: true\n---\n") + kDigest);
  Put("b.md", kDigest);
  ASSERT_THAT(Read(), SizeIs(1));
  config_.drafts = true;
  ASSERT_THAT(Read(), SizeIs(2));
  config_.dialects = {{"content/b.md", "generic"}};
  EXPECT_EQ(Read()[1]->dialect, Dialect::kGeneric);
  config_.dialects = {};
  EXPECT_EQ(Read()[1]->dialect, Dialect::kScoredList);
}

}  // namespace
}  // namespace offprint
