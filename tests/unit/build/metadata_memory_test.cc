#include "build/metadata_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace offprint {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kLine = "{\"id\":\"2601.00001\",\"title\":\"A\"}\n";

// A site's folder that goes with the test.
class MetadataMemoryTest : public ::testing::Test {
 protected:
  MetadataMemoryTest() {
    std::string name =
        (std::filesystem::temp_directory_path() / "offprint-XXXXXX").string();
    source_ = mkdtemp(name.data());
  }
  ~MetadataMemoryTest() override { std::filesystem::remove_all(source_); }

  void Put(const std::string& name, const std::string& text) {
    std::filesystem::create_directories(source_ / "content/_metadata");
    std::ofstream(source_ / "content/_metadata" / name) << text;
  }

  std::vector<MetadataList> Read() {
    diagnostics_ = Diagnostics();
    const std::vector<DigestPath> paths = FindMetadata(source_, config_);
    return memory_.Read(paths, LookAt(paths), 2, diagnostics_);
  }

  std::filesystem::path source_;
  SiteConfig config_;
  Diagnostics diagnostics_;
  MetadataMemory memory_;
};

TEST_F(MetadataMemoryTest, ThereNeedBeNone) { EXPECT_THAT(Read(), IsEmpty()); }

TEST_F(MetadataMemoryTest, OnlyWhatHasChangedIsReadAgain) {
  Put("a.jsonl", kLine);
  Put("b.jsonl", kLine);
  const auto before = Read();
  Put("b.jsonl", std::string(kLine) + "{\n");
  const auto after = Read();
  ASSERT_THAT(after, SizeIs(2));
  EXPECT_EQ(after[0], before[0]);
  EXPECT_NE(after[1], before[1]);
}

TEST_F(MetadataMemoryTest, WhatIsWrongIsSaidEachTime) {
  Put("a.jsonl", std::string("{\n") + kLine);
  for (int i = 0; i < 2; ++i) {
    EXPECT_THAT(*Read().at(0), SizeIs(1));
    ASSERT_THAT(diagnostics_.list(), SizeIs(1));
    EXPECT_EQ(FormatDiagnostic(diagnostics_.list()[0]),
              "content/_metadata/a.jsonl:1:2: error: not JSON: a key in "
              "double quotes is missing; the line is left as it is and not "
              "used");
  }
}

TEST_F(MetadataMemoryTest, OtherFilesAreNone) {
  Put(".a.jsonl.new", kLine);
  Put("notes.md", kLine);
  EXPECT_THAT(Read(), IsEmpty());
}

}  // namespace
}  // namespace offprint
