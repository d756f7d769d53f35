#include "check/search_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <numeric>

#include "base/text.h"
#include "output/memory_sink.h"
#include "pages/content_hashes.h"
#include "pages/permalink.h"
#include "search/deflate.h"
#include "search/folder_name.h"
#include "search/index.h"
#include "search/shards.h"
#include "unit/search/test_archive.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The index of an archive, with its pages: so many papers of one day, and 50
// of the next, of which 10 are the same.
MemorySink::Files Index(size_t papers) {
  std::vector<Digest> digests;
  digests.push_back(search::TestDigest({2026, 1, 1}, 0, papers));
  digests.push_back(search::TestDigest({2026, 1, 2}, papers - 10, papers + 40));
  const search::TestSite test(std::move(digests));
  MemorySink sink;
  search::IndexMemory memory;
  search::WriteIndex(test.site, ContentHashes(test.site, 2),
                     {2, testing::TempDir()}, &memory, sink);
  MemorySink::Files files = sink.files();
  for (const Page& page : test.site.pages) files[OutputPath(page.permalink)];
  return files;
}

// An index of 9,000 papers of one page, of which a key has all, so that their
// list is cut into segments.
MemorySink::Files IndexWithSegments() {
  constexpr size_t kPapers = 9'000;
  std::string records = "[";
  for (size_t i = 0; i < kPapers; ++i) {
    records += i > 0 ? "," : "";
    records += R"(["1","p/","t",[],[],null,null,null,0,[],[],[]])";
  }
  const search::SharedStart start("");
  const std::string pack = start.Continue(records + "]");
  const std::string folder =
      search::FolderNameOf(start.head(), {StableHash(pack)});
  MemorySink sink;
  search::ShardWriter shards("search/" + folder + "/", 4096, sink);
  search::PaperNumbers all(kPapers);
  std::iota(all.begin(), all.end(), 0U);
  shards.Add("k", all, {}, {});
  shards.Finish();
  MemorySink::Files files = sink.files();
  files["p/index.html"];
  files["search/" + folder + "/dict.bin"] = start.head();
  files["search/" + folder + "/p/0.bin"] = pack;
  files["search/index.json"] =
      R"({"format":1,"papers":9000,"tiers":[{"folder":")" + folder +
      R"(","papers":9000,"pack":9000,"dictionary":0,"shards":1,)"
      R"("starts":"","replaces":[]}]})";
  return files;
}

class SearchFilesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = (fs::temp_directory_path() / "search-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    index_ = Index(460);
  }
  static void TearDownTestSuite() { fs::remove_all(folder_); }

  SearchFilesTest() : files_(index_) {}

  // The first file of that kind, "/k/0.bin", of the newer tier.
  std::string& File(const std::string& end) {
    for (auto& [path, bytes] : files_) {
      if (path.ends_with(end)) return bytes;
    }
    ADD_FAILURE() << end;
    return files_[end];
  }

  static std::string Replaced(std::string text, const std::string& from,
                              const std::string& to) {
    const size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
  }

  // Of the files as they are now.
  std::vector<std::string> Check() {
    BringToDisk();
    Diagnostics diagnostics;
    CheckSearchFiles(SiteFiles(folder_), 2, diagnostics);
    std::vector<std::string> said;
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      said.push_back(FormatDiagnostic(diagnostic));
    }
    return said;
  }

  // The folder serves all tests: only what differs is written.
  void BringToDisk() const {
    for (const auto& [path, bytes] : on_disk_) {
      if (!files_.contains(path)) fs::remove(folder_ / path);
    }
    for (const auto& [path, bytes] : files_) {
      const auto old = on_disk_.find(path);
      if (old != on_disk_.end() && old->second == bytes) continue;
      fs::create_directories((folder_ / path).parent_path());
      std::ofstream(folder_ / path, std::ios::binary) << bytes;
    }
    on_disk_ = files_;
  }

  inline static MemorySink::Files index_;
  inline static MemorySink::Files on_disk_;
  inline static fs::path folder_;
  MemorySink::Files files_;
};

TEST_F(SearchFilesTest, AWholeIndex) { EXPECT_THAT(Check(), IsEmpty()); }

TEST_F(SearchFilesTest, TwoTiers) {
  files_ = Index(2'050);
  const std::string& root = files_["search/index.json"];
  EXPECT_THAT(root, HasSubstr("\"papers\":50,"));
  EXPECT_THAT(root, HasSubstr("\"replaces\":[2040,"));
  EXPECT_THAT(Check(), IsEmpty());
}

TEST_F(SearchFilesTest, Segments) {
  files_ = IndexWithSegments();
  EXPECT_THAT(Check(), IsEmpty());
  std::string& segment = File("/s/1.bin");
  const std::string whole = segment;
  segment = File("/s/0.bin");
  EXPECT_THAT(Check(), ElementsAre(HasSubstr(
                           "/s/1.bin: warning: is damaged: it is not the "
                           "segment that its shard names")));
  segment = whole.substr(1);
  EXPECT_THAT(Check(), ElementsAre(HasSubstr("it is no whole zlib stream")));
  std::erase_if(
      files_, [](const auto& file) { return file.first.ends_with("s/1.bin"); });
  EXPECT_THAT(
      Check(),
      ElementsAre(HasSubstr("/s/1.bin\", which the site does not have")));
}

TEST_F(SearchFilesTest, NoIndex) {
  files_.clear();
  EXPECT_THAT(Check(), IsEmpty());
  files_["search/client.js"] = "";
  EXPECT_THAT(Check(),
              ElementsAre("search/client.js: warning: reads "
                          "search/index.json, which the site does not have"));
}

TEST_F(SearchFilesTest, MissingFiles) {
  for (const char* end : {"/k/1.bin", "/dict.bin", "/p/3.bin"}) {
    files_ = index_;
    std::erase_if(files_,
                  [&](const auto& file) { return file.first.ends_with(end); });
    const auto said = Check();
    ASSERT_FALSE(said.empty()) << end;
    EXPECT_THAT(
        said,
        testing::Contains(testing::AllOf(
            HasSubstr("search/index.json: warning: needs \""),
            HasSubstr(std::string(end) + "\", which the site does not have"))));
  }
}

TEST_F(SearchFilesTest, DamagedFiles) {
  for (const char* end : {"/k/0.bin", "/p/0.bin"}) {
    files_ = index_;
    std::string& bytes = File(end);
    bytes[bytes.size() / 2] ^= 0x55;
    EXPECT_THAT(Check(), testing::Contains(HasSubstr(
                             std::string(end) + ": warning: is damaged: ")));
  }
}

TEST_F(SearchFilesTest, FilesThatAreWholeButNotTheirs) {
  // A key "A", of the paper 0 or of one that there is not.
  const std::string_view few(
      "\x01\x00\x01"
      "A\x02\x00",
      6);
  const std::string_view many(
      "\x01\x00\x01"
      "A\x02\xff\xff\x03",
      8);
  File("/k/1.bin") = search::Deflate(few);
  EXPECT_THAT(
      Check(),
      ElementsAre(HasSubstr("it has keys that the root looks for elsewhere")));
  files_ = index_;
  File("/k/0.bin") = search::Deflate(many);
  EXPECT_THAT(Check(),
              ElementsAre(HasSubstr("it lists papers that there are not")));
}

TEST_F(SearchFilesTest, ANameThatDoesNotFit) {
  std::swap(File("/p/0.bin"), File("/p/1.bin"));
  EXPECT_THAT(
      Check(),
      ElementsAre(HasSubstr("but by what it holds that folder would be")));
}

TEST_F(SearchFilesTest, ARecordWithoutItsPage) {
  std::erase_if(files_, [](const auto& file) {
    return file.first == "papers/2601.00005/index.html";
  });
  EXPECT_THAT(Check(),
              ElementsAre(HasSubstr(
                  ".bin: warning: has a record of the page "
                  "\"papers/2601.00005/\", which the site does not have")));
}

TEST_F(SearchFilesTest, ARootThatIsNone) {
  std::string& root = files_["search/index.json"];
  const std::string whole = root;
  root = Replaced(whole, "\"format\":1", "\"format\":2");
  EXPECT_THAT(Check(), ElementsAre("search/index.json: warning: is no root of "
                                   "a search index: \"format\" is missing or "
                                   "not what it has to be"));
  root = Replaced(whole, "\"folder\":\"", "\"folder\":\"../");
  EXPECT_THAT(Check(), ElementsAre(HasSubstr("\"folder\" is missing or not")));
  root = whole.substr(0, 100);
  EXPECT_THAT(Check(), ElementsAre(HasSubstr("not JSON")));
  root = Replaced(whole, "\"papers\":500", "\"papers\":499");
  EXPECT_THAT(Check(),
              ElementsAre(HasSubstr("counts 499 papers, but its tiers have "
                                    "500")));
  root = Replaced(whole, "\"shards\":", "\"shards\":99999999");
  EXPECT_THAT(Check(), ElementsAre(HasSubstr("names more files in ")));
}

TEST_F(SearchFilesTest, ManyProblemsAreCounted) {
  std::erase_if(files_, [](const auto& file) {
    return file.first.find("/p/") != std::string::npos;
  });
  const auto said = Check();
  ASSERT_EQ(said.size(), 21U);
  EXPECT_THAT(said.back(), HasSubstr("more problems"));
}

}  // namespace
}  // namespace offprint
