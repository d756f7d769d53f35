#include "remote/source_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/source_file.h"

namespace offprint::remote {
namespace {

namespace fs = std::filesystem;

Record RecordOf(const std::string& file, const std::string& url) {
  Record record;
  record.file = file;
  record.url = url;
  return record;
}

class SourceFolderTest : public ::testing::Test {
 protected:
  SourceFolderTest() { fs::remove_all(folder_); }
  ~SourceFolderTest() override { fs::remove_all(folder_); }

  Arrival Keep(const std::string& text, const std::string& file = "a.md") {
    SourceFolder folder(folder_, diagnostics_);
    const Arrival arrival =
        folder.Keep(text, RecordOf(file, "https://a.example/" + file));
    folder.Finish();
    return arrival;
  }
  void Write(const std::string& file, const std::string& text) const {
    std::ofstream(folder_ / file) << text;
  }
  std::string Read(const std::string& file) const {
    return ReadFile(folder_ / file);
  }

  const fs::path folder_ = fs::temp_directory_path() /
                           ("source_folder_test." + std::to_string(getpid()));
  Diagnostics diagnostics_;
};

TEST_F(SourceFolderTest, TellsNewChangedAndSame) {
  EXPECT_EQ(Keep("one"), Arrival::kNew);
  EXPECT_EQ(Keep("one"), Arrival::kSame);
  EXPECT_EQ(Keep("two"), Arrival::kChanged);
  EXPECT_EQ(Read("a.md"), "two");
}

TEST_F(SourceFolderTest, KeepsEditsAndFilesOfOthers) {
  Keep("one");
  Write("a.md", "mine");
  EXPECT_EQ(Keep("one"), Arrival::kSame);
  EXPECT_EQ(Keep("two"), Arrival::kEdited);
  Write("b.md", "mine");
  EXPECT_EQ(Keep("two", "b.md"), Arrival::kForeign);
  EXPECT_EQ(Read("a.md") + Read("b.md"), "minemine");
}

TEST_F(SourceFolderTest, KnowsAFileWhoseRecordWasLost) {
  Keep("one");
  fs::remove(folder_ / kProvenanceName);
  EXPECT_EQ(Keep("one"), Arrival::kSame);
  EXPECT_EQ(Keep("two"), Arrival::kChanged);
}

TEST_F(SourceFolderTest, SaysThatAFileStandsInTheWay) {
  Keep("one");
  EXPECT_EQ(Keep("two", "a.md/b.md"), Arrival::kBlocked);
}

TEST_F(SourceFolderTest, MarksWhatIsGoneOnceUntilItComesBack) {
  Keep("one");
  SourceFolder folder(folder_, diagnostics_);
  EXPECT_TRUE(folder.MarkGone("a.md", "2026-01-24T00:00:00Z"));
  EXPECT_FALSE(folder.MarkGone("a.md", "2026-01-25T00:00:00Z"));
  EXPECT_FALSE(folder.MarkGone("never.md", "2026-01-25T00:00:00Z"));
  EXPECT_EQ(Keep("one"), Arrival::kSame);
  EXPECT_EQ(Read(std::string(kProvenanceName)).find("gone"), std::string::npos);
}

TEST_F(SourceFolderTest, SortsTheProvenanceAtTheEnd) {
  SourceFolder folder(folder_, diagnostics_);
  folder.Keep("b", RecordOf("b.md", "u:b"));
  Record a = RecordOf("a.md", "u:a");
  a.etag = "\"\xFF\"";
  folder.Keep("a", a);
  EXPECT_TRUE(Read(std::string(kProvenanceName)).starts_with("{\"file\":\"b"));
  folder.Finish();
  EXPECT_EQ(Read(std::string(kProvenanceName)),
            "{\"file\":\"a.md\",\"url\":\"u:a\",\"xxh3\":"
            "\"a96faf705af16834e6c632b61e964e1f\",\"etag\":"
            "\"\\\"\xEF\xBF\xBD\\\"\"}\n"
            "{\"file\":\"b.md\",\"url\":\"u:b\",\"xxh3\":"
            "\"4b2212e31ac97fd4575a0b1c44d8843f\"}\n");
}

TEST_F(SourceFolderTest, LeavesOutLinesThatAreNone) {
  Keep("one");
  const std::string name(kProvenanceName);
  Write(name,
        "{\"file\":\"../x.md\"}\nnone\n" + Read(name) + "{\"file\":\"c.m");
  SourceFolder folder(folder_, diagnostics_);
  EXPECT_EQ(folder.provenance().records().size(), 1U);
  EXPECT_EQ(diagnostics_.warnings(), 2U);
  EXPECT_NE(folder.provenance().FindUrl("https://a.example/a.md"), nullptr);
}

}  // namespace
}  // namespace offprint::remote
