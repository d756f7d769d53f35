#include "metadata/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/source_file.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

PaperId Id(std::string_view text) { return IdFromText(text).id; }

Metadata Of(std::string_view id, const std::string& title = "A") {
  Metadata metadata;
  metadata.id = Id(id);
  metadata.title = title;
  return metadata;
}

std::string Line(std::string_view id, std::string_view title = "A") {
  return "{\"id\":\"" + std::string(id) + "\",\"title\":\"" +
         std::string(title) + "\"}\n";
}

TEST(MetadataFileNameTest, GoesByTheMonthOfTheId) {
  EXPECT_EQ(MetadataFileName(Id("2601.02360")), "arxiv-2601.jsonl");
  EXPECT_EQ(MetadataFileName(Id("math/0601001")), "arxiv-0601.jsonl");
  EXPECT_EQ(MetadataFileName(Id("10.1101/2024.09.01.610000")),
            "doi-10.1101-2409.jsonl");
  EXPECT_EQ(MetadataFileName(Id("10.1101/622803")), "doi-10.1101.jsonl");
  EXPECT_EQ(MetadataFileName(Id("10.1038/s41586-021-03819-2")),
            "doi-10.1038.jsonl");
}

TEST(MetadataFileNameTest, IsNoPathWhateverTheDoi) {
  EXPECT_EQ(MetadataFileName(Id("10.1234../../../etc/passwd")),
            "doi-10.1234...jsonl");
  EXPECT_EQ(MetadataFileName(Id("10.1234evil/../x")), "doi-10.1234.jsonl");
  EXPECT_LT(MetadataFileName(Id("10." + std::string(9000, '1') + "/x")).size(),
            60U);
}

class MetadataStoreTest : public ::testing::Test {
 protected:
  MetadataStoreTest() {
    std::string name = ::testing::TempDir() + "offprint-XXXXXX";
    folder_ = fs::path(mkdtemp(name.data())) / "_metadata";
  }
  ~MetadataStoreTest() override { fs::remove_all(folder_.parent_path()); }

  MetadataStore Store() { return {folder_, "content/_metadata", diagnostics_}; }
  void Write(const std::string& name, const std::string& text) {
    fs::create_directories(folder_);
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string Read(const std::string& name) const {
    return ReadFile(folder_ / name);
  }

  fs::path folder_;
  Diagnostics diagnostics_;
};

TEST_F(MetadataStoreTest, ComesBackToAFileThatItLeft) {
  MetadataStore store = Store();
  for (const char* id : {"2601.00003", "2602.00001", "2601.00001"}) {
    store.Put(Of(id));
    store.Save();
  }
  store.Put(Of("2602.00001", "B"));
  store.Save();
  EXPECT_EQ(Read("arxiv-2601.jsonl"), Line("2601.00001") + Line("2601.00003"));
  EXPECT_EQ(Read("arxiv-2602.jsonl"), Line("2602.00001", "B"));
}

TEST_F(MetadataStoreTest, WritesSortedLinesAndReadsThemAgain) {
  MetadataStore store = Store();
  store.Put(Of("2601.00002"));
  store.Put(Of("2601.00001"));
  store.PutUnknown(Id("2601.00003"), {2026, 1, 23});
  store.Save();
  EXPECT_EQ(Read("arxiv-2601.jsonl"),
            Line("2601.00001") + Line("2601.00002") +
                "{\"id\":\"2601.00003\",\"unknown_on\":\"2026-01-23\"}\n");
  const MetadataStore again = Store();
  EXPECT_TRUE(again.Knows(Id("2601.00002")));
  EXPECT_FALSE(again.Knows(Id("2601.00003")));
  EXPECT_EQ(again.UnknownSince(Id("2601.00003")), (Date{2026, 1, 23}));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(MetadataStoreTest, TakesTheLineOfAPaperThatHasBecomeKnown) {
  Write("arxiv-2601.jsonl",
        "{\"id\":\"2601.00003\",\"unknown_on\":\"2026-01-23\"}\n");
  MetadataStore store = Store();
  store.Put(Of("2601.00003"));
  store.Save();
  EXPECT_EQ(Read("arxiv-2601.jsonl"), Line("2601.00003"));
  EXPECT_FALSE(store.UnknownSince(Id("2601.00003")));
}

TEST_F(MetadataStoreTest, DoesNotForgetAPaperThatNobodyKnowsAnyMore) {
  MetadataStore store = Store();
  store.Put(Of("2601.00001"));
  store.PutUnknown(Id("2601.00001"), {2026, 1, 23});
  store.Save();
  EXPECT_EQ(Read("arxiv-2601.jsonl"), Line("2601.00001"));
}

TEST_F(MetadataStoreTest, KeepsLinesThatItCannotRead) {
  Write("arxiv-2601.jsonl", "<<<<<<< HEAD\n" + Line("2601.00005", "ours") +
                                "=======\n" + Line("2601.00005", "theirs") +
                                ">>>>>>> other");
  MetadataStore store = Store();
  EXPECT_EQ(diagnostics_.errors(), 3U);
  EXPECT_EQ(FormatDiagnostic(diagnostics_.list().at(2)),
            "content/_metadata/arxiv-2601.jsonl:4:1: warning: 2601.00005 "
            "stands in a line above too, which is the one that is used; "
            "delete one of them");
  store.Put(Of("2601.00006"));
  store.Put(Of("2601.00001"));
  store.Save();
  EXPECT_EQ(Read("arxiv-2601.jsonl"),
            "<<<<<<< HEAD\n" + Line("2601.00001") + Line("2601.00005", "ours") +
                "=======\n" + Line("2601.00005", "theirs") + ">>>>>>> other\n" +
                Line("2601.00006"));
}

TEST_F(MetadataStoreTest, LeavesAPaperInTheFileItWasPutInto) {
  Write("by-hand.jsonl", Line("2601.00001"));
  MetadataStore store = Store();
  store.Put(Of("2601.00001", "B"));
  store.Save();
  EXPECT_EQ(Read("by-hand.jsonl"), Line("2601.00001", "B"));
  EXPECT_FALSE(fs::exists(folder_ / "arxiv-2601.jsonl"));
}

TEST_F(MetadataStoreTest, SaysWhichFileCannotBeWritten) {
  Write("arxiv-2601.jsonl", "");
  MetadataStore store = Store();
  fs::create_directory(folder_ / ".arxiv-2601.jsonl.new");
  store.Put(Of("2601.00001"));
  EXPECT_THROW(store.Save(), EnvironmentError);
  EXPECT_EQ(Read("arxiv-2601.jsonl"), "");
}

}  // namespace
}  // namespace offprint
