#include "build/digest_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "base/source_file.h"
#include "build/build_cache.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

using ::testing::SizeIs;

std::string Scored(const std::string& title, const std::string& score = "9.0") {
  return "# ArXiv 每日推荐 - 2026-01-23\n\n## 序列模型\n\n### [Score: " +
         score + "/10] " + title +
         "\n- **Authors:** Ashish Vaswani\n- **Published:** 2017-06-12\n"
         "- **Link:** [https://arxiv.org/abs/1706.03762]"
         "(https://arxiv.org/abs/1706.03762)\n- **Reason:** 奠基之作\n";
}

// A site's folder that goes with the test.
class DigestStoreTest : public ::testing::Test {
 protected:
  DigestStoreTest() {
    std::string name = (fs::temp_directory_path() / "offprint-XXXXXX").string();
    source_ = mkdtemp(name.data());
    fs::create_directory(source_ / "content");
    store_ = source_ / kCacheFolder / "digests";
  }
  ~DigestStoreTest() override { fs::remove_all(source_); }

  void Put(const std::string& name, const std::string& text) {
    std::ofstream(source_ / "content" / name) << text;
  }

  // As a build of its own.
  SharedDigests Read(Stored stored = Stored::kUse) {
    diagnostics_ = Diagnostics();
    Progress progress;
    const std::vector<DigestPath> paths =
        FindDigests(source_, config_, diagnostics_);
    SharedDigests digests;
    for (DigestReading& reading :
         DigestStore(store_, stored)
             .Read(paths, LookAt(paths), config_, 2, progress)) {
      diagnostics_.Append(std::move(reading.reports));
      if (reading.digest != nullptr) digests.push_back(reading.digest);
    }
    return digests;
  }

  // Of the store, the index first.
  std::vector<fs::path> Files() const {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(store_)) {
      if (!IsLock(file.path())) files.push_back(file.path());
    }
    std::ranges::sort(files);
    return files;
  }

  std::vector<fs::path> Parts() const {
    std::vector<fs::path> files = Files();
    std::erase(files, store_ / "index");
    return files;
  }

  static bool IsLock(const fs::path& path) { return path.filename() == "lock"; }

  fs::path source_;
  fs::path store_;
  SiteConfig config_;
  Diagnostics diagnostics_;
};

TEST_F(DigestStoreTest, TheNextBuildFindsWhatThisOneRead) {
  Put("a.md", Scored("Attention Is All You Need"));
  Put("b.md", Scored("Cups"));
  ASSERT_THAT(Read(), SizeIs(2));
  const auto files = Files();
  const std::string index = ReadFile(store_ / "index");
  const SharedDigests digests = Read();
  EXPECT_EQ(Files(), files);
  EXPECT_EQ(ReadFile(store_ / "index"), index);
  ASSERT_THAT(digests, SizeIs(2));
  EXPECT_NE(digests[0]->file, nullptr);
  EXPECT_EQ(digests[0]->source_file.name(), "content/a.md");
  EXPECT_EQ(digests[0]->entries.at(0).title, "Attention Is All You Need");
  EXPECT_EQ(digests[1]->entries.at(0).title, "Cups");
}

TEST_F(DigestStoreTest, OnlyWhatHasChangedIsStoredAnew) {
  Put("a.md", Scored("Attention Is All You Need"));
  Put("b.md", Scored("Cups"));
  Read();
  const auto before = Parts();
  ASSERT_THAT(before, SizeIs(1));
  Put("b.md", Scored("Cups", "8.5"));
  EXPECT_EQ(Read().at(1)->entries.at(0).score, 8.5);
  const auto after = Parts();
  ASSERT_THAT(after, SizeIs(2));
  const fs::path& fresh = after[after[0] == before[0] ? 1 : 0];
  EXPECT_LT(fs::file_size(fresh), fs::file_size(before[0]));
}

TEST_F(DigestStoreTest, FilesComeAndGo) {
  Put("a.md", Scored("Attention Is All You Need"));
  Put("b.md", Scored("Cups"));
  Read();
  fs::remove(source_ / "content/a.md");
  Put("c.md", Scored("Plates"));
  const auto digests = Read();
  ASSERT_THAT(digests, SizeIs(2));
  EXPECT_EQ(digests[0]->source_file.name(), "content/b.md");
  EXPECT_EQ(digests[1]->source_file.name(), "content/c.md");
}

TEST_F(DigestStoreTest, WhatIsWrongInAFileIsSaidEachTime) {
  Put("a.md", Scored("Cups") + "\xff\n");
  Read();
  ASSERT_GT(diagnostics_.errors(), 0U);
  const std::string said = FormatDiagnostic(diagnostics_.list()[0]);
  Read();
  ASSERT_GT(diagnostics_.errors(), 0U);
  EXPECT_EQ(FormatDiagnostic(diagnostics_.list()[0]), said);
}

TEST_F(DigestStoreTest, SettingsThatBearOnAFileHaveItReadAgain) {
  Put("a.md", "---\ndraft: true\n---\n" + Scored("Cups"));
  Put("b.md", Scored("Plates"));
  ASSERT_THAT(Read(), SizeIs(1));
  ASSERT_THAT(Read(), SizeIs(1));
  config_.drafts = true;
  ASSERT_THAT(Read(), SizeIs(2));
  config_.dialects = {{"content/b.md", "generic"}};
  EXPECT_EQ(Read()[1]->dialect, Dialect::kGeneric);
  config_.dialects = {};
  EXPECT_EQ(Read()[1]->dialect, Dialect::kScoredList);
}

TEST_F(DigestStoreTest, DamageIsReadPast) {
  Put("a.md", Scored("Attention Is All You Need"));
  Put("b.md", Scored("Cups"));
  Read();
  for (size_t i = 0; i < 200; ++i) {
    const auto files = Files();
    const fs::path& file = files[i % files.size()];
    std::string bytes = ReadFile(file);
    char& damaged = bytes[i * 13 % bytes.size()];
    damaged = static_cast<char>(damaged ^ 1);
    std::ofstream(file, std::ios::binary) << bytes;
    const auto digests = Read();
    ASSERT_THAT(digests, SizeIs(2));
    EXPECT_EQ(digests[0]->entries.at(0).title, "Attention Is All You Need");
    EXPECT_EQ(digests[1]->entries.at(0).title, "Cups");
  }
}

TEST_F(DigestStoreTest, ACopiedStoreIsLookedAtAndTrusted) {
  Put("a.md", Scored("Cups"));
  Read();
  const auto before = Files();
  // As what keeps caches between builds does: other times, other inodes.
  fs::copy(store_, source_ / "copy");
  fs::remove_all(store_);
  fs::rename(source_ / "copy", store_);
  const std::string index = ReadFile(store_ / "index");
  EXPECT_EQ(Read().at(0)->entries.at(0).title, "Cups");
  EXPECT_EQ(Files(), before);
  EXPECT_NE(ReadFile(store_ / "index"), index);
}

TEST_F(DigestStoreTest, LostAndCutPartsAreReadAnew) {
  Put("a.md", Scored("Cups"));
  Read();
  fs::resize_file(Parts().at(0), 10);
  EXPECT_EQ(Read().at(0)->entries.at(0).title, "Cups");
  EXPECT_EQ(Read().at(0)->entries.at(0).title, "Cups");
  fs::remove(Parts().at(0));
  EXPECT_EQ(Read().at(0)->entries.at(0).title, "Cups");
  EXPECT_EQ(Read().at(0)->entries.at(0).title, "Cups");
}

TEST_F(DigestStoreTest, ManyPartsAreJoined) {
  Put("a.md", Scored("Attention Is All You Need"));
  for (int i = 0; i < 30; ++i) {
    Put("b.md", Scored("Cups " + std::to_string(i)));
    const auto digests = Read();
    ASSERT_THAT(digests, SizeIs(2));
    EXPECT_EQ(digests[0]->entries.at(0).title, "Attention Is All You Need");
    EXPECT_EQ(digests[1]->entries.at(0).title, "Cups " + std::to_string(i));
    EXPECT_LE(Files().size(), 9U);
  }
}

// These lie in files, which stay mapped when nobody needs the store any more.
TEST_F(DigestStoreTest, TextsOutliveTheStore) {
  Put("a.md", Scored("Cups"));
  std::vector<SharedDigests> builds;
  for (int i = 0; i < 20; ++i) {
    Put("b.md", Scored("Cups " + std::to_string(i)));
    builds.push_back(Read());
  }
  fs::remove_all(store_);
  for (const SharedDigests& digests : builds) {
    for (const auto& digest : digests) {
      const Entry& entry = digest->entries.at(0);
      EXPECT_EQ(entry.authors.lines(), "Ashish Vaswani");
      EXPECT_EQ(entry.excerpt, "奠基之作");
      EXPECT_EQ(entry.sections.at(0).text, "奠基之作");
    }
  }
}

TEST_F(DigestStoreTest, WhatIsForgottenIsReadAgain) {
  Put("a.md", Scored("Cups"));
  Read();
  const auto before = Parts();
  EXPECT_EQ(Read(Stored::kForget).at(0)->entries.at(0).title, "Cups");
  ASSERT_THAT(Parts(), SizeIs(1));
  EXPECT_NE(Parts(), before);
}

TEST_F(DigestStoreTest, WhatCannotBeReadIsTriedAgain) {
  Put("a.md", Scored("Cups"));
  const fs::path path = source_ / "content/a.md";
  // Root may read anything but a folder.
  fs::rename(path, source_ / "aside");
  fs::create_directory(path);
  Progress progress;
  const std::vector<DigestPath> paths = {{path, "content/a.md"}};
  const auto read = [&] {
    return DigestStore(store_, Stored::kUse)
        .Read(paths, LookAt(paths), config_, 1, progress);
  };
  EXPECT_FALSE(read().at(0).could_be_read);
  EXPECT_FALSE(read().at(0).could_be_read);
  fs::remove(path);
  fs::rename(source_ / "aside", path);
  EXPECT_TRUE(read().at(0).could_be_read);
}

TEST_F(DigestStoreTest, WhileAnotherWritesItIsReadAlone) {
  Put("a.md", Scored("Cups"));
  Read();
  const auto files = Files();
  const DigestStore other(store_, Stored::kUse);
  EXPECT_NE(Read().at(0)->file, nullptr);
  Put("b.md", Scored("Plates"));
  const auto digests = Read();
  ASSERT_THAT(digests, SizeIs(2));
  EXPECT_EQ(digests[1]->file, nullptr);
  EXPECT_EQ(digests[1]->entries.at(0).title, "Plates");
  EXPECT_EQ(Files(), files);
}

TEST_F(DigestStoreTest, WithoutAStoreDigestsAreInMemory) {
  Put("a.md", Scored("Cups"));
  std::ofstream(source_ / kCacheFolder) << "no folder";
  const auto digests = Read();
  ASSERT_THAT(digests, SizeIs(1));
  EXPECT_EQ(digests[0]->file, nullptr);
  EXPECT_EQ(digests[0]->entries.at(0).title, "Cups");
}

}  // namespace
}  // namespace offprint
