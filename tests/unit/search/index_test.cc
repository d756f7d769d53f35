#include "search/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "data/json_parser.h"
#include "output/memory_sink.h"
#include "pages/content_hashes.h"
#include "search/deflate.h"
#include "search/record.h"
#include "search/stored.h"
#include "search/tiers.h"
#include "unit/search/test_archive.h"

namespace offprint::search {
namespace {

constexpr size_t kMost = size_t{1} << 24;

MemorySink::Files FilesOf(const Site& site, size_t jobs = 1) {
  MemorySink sink;
  IndexMemory memory;
  WriteIndex(site, ContentHashes(site, jobs), {jobs, testing::TempDir()},
             &memory, sink);
  return sink.files();
}

std::string Inflated(const MemorySink::Files& files, const std::string& path) {
  const auto found = files.find(path);
  EXPECT_NE(found, files.end()) << path;
  return Inflate(found->second, kMost).value();
}

data::Value Parsed(std::string_view json) {
  Diagnostics diagnostics;
  data::Value value = data::ParseJson(json, "json", diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U) << json;
  return value;
}

// The root's tier, newest first.
const data::Object& TierAt(const data::Value& root, size_t number) {
  return *(*root.AsObject()->Find("tiers")->AsArray())[number].AsObject();
}

std::string FolderOf(const data::Object& tier) {
  return "search/" + *tier.Find("folder")->AsString() + "/";
}

int64_t NumberOf(const data::Object& object, std::string_view key) {
  return *object.Find(key)->AsInt();
}

// Key to papers, from all shards and segments of a tier.
std::map<std::string, std::vector<uint32_t>> KeysOf(
    const MemorySink::Files& files, const data::Object& tier) {
  std::map<std::string, std::vector<uint32_t>> keys;
  for (int64_t shard = 0; shard < NumberOf(tier, "shards"); ++shard) {
    const std::string path =
        FolderOf(tier) + "k/" + std::to_string(shard) + ".bin";
    auto stored = ReadShard(Inflated(files, path)).value();
    for (StoredKey& key : stored) {
      std::vector<uint32_t>& papers = keys[key.key];
      papers = std::move(key.all.papers);
      for (const StoredSegment& segment : key.all.segments) {
        const std::string file =
            FolderOf(tier) + "s/" + std::to_string(segment.file) + ".bin";
        const auto part =
            ReadSegment(Inflated(files, file), segment.papers).value();
        EXPECT_EQ(part.front(), segment.first);
        papers.insert(papers.end(), part.begin(), part.end());
      }
    }
  }
  return keys;
}

// The index of an archive of so many papers, all of one day.
struct OneDay {
  explicit OneDay(size_t papers)
      : test(Digests(papers)),
        files(FilesOf(test.site)),
        root(Parsed(files.at("search/index.json"))) {}

  static std::vector<Digest> Digests(size_t papers) {
    std::vector<Digest> digests;
    digests.push_back(TestDigest({2026, 1, 22}, 0, papers));
    return digests;
  }

  TestSite test;
  MemorySink::Files files;
  data::Value root;
};

TEST(IndexTest, AKeyHasThePapersThatHaveIt) {
  std::vector<Digest> digests;
  digests.push_back(TestDigest({2026, 1, 22}, 0, 100));
  digests.push_back(TestDigest({2026, 1, 23}, 100, 120));
  const TestSite test(std::move(digests));
  const MemorySink::Files files = FilesOf(test.site);
  const data::Value root = Parsed(files.at("search/index.json"));
  const auto keys = KeysOf(files, TierAt(root, 0));
  // 120 papers, newest first: numbers 0 to 19 are 2601.00100 to .00119.
  EXPECT_EQ(keys.at("g推理").size(), 120U);
  EXPECT_THAT(keys.at("wword5"), testing::ElementsAre(5, 25));
  EXPECT_THAT(keys.at("i2601.00119"), testing::ElementsAre(19));
  EXPECT_EQ(keys.at("d2026-01-23").size(), 20U);
  EXPECT_THAT(keys, testing::Not(testing::Contains(testing::Key("w推理"))));
}

TEST(IndexTest, LongListsAreCutIntoSegments) {
  const OneDay day(9000);
  const MemorySink::Files& files = day.files;
  const data::Object& tier = TierAt(day.root, 0);
  const auto keys = KeysOf(files, tier);
  std::vector<uint32_t> all(9000);
  for (uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  EXPECT_EQ(keys.at("g推理"), all);
  EXPECT_TRUE(files.contains(FolderOf(tier) + "s/1.bin"));
}

TEST(IndexTest, TheRootSaysWhereEachShardStarts) {
  const OneDay day(3000);
  const data::Object& tier = TierAt(day.root, 0);
  const std::string& joined = *tier.Find("starts")->AsString();
  std::vector<std::string_view> starts;
  for (size_t at = 0; at <= joined.size();) {
    const size_t end = std::min(joined.find('\n', at), joined.size());
    starts.push_back(std::string_view(joined).substr(at, end - at));
    at = end + 1;
  }
  ASSERT_EQ(static_cast<int64_t>(starts.size()), NumberOf(tier, "shards"));
  ASSERT_GT(starts.size(), 1U);
  std::string before;
  for (size_t i = 0; i < starts.size(); ++i) {
    const std::string path = FolderOf(tier) + "k/" + std::to_string(i) + ".bin";
    const auto keys = ReadShard(Inflated(day.files, path)).value();
    EXPECT_TRUE(i == 0 || before < starts[i]) << before;
    EXPECT_LE(starts[i], keys.front().key);
    before = keys.back().key;
  }
}

TEST(IndexTest, PacksHoldTheRecordsInOrder) {
  const OneDay day(50);
  const MemorySink::Files& files = day.files;
  const data::Object& tier = TierAt(day.root, 0);
  const auto dictionary = static_cast<size_t>(NumberOf(tier, "dictionary"));
  const std::string head = files.at(FolderOf(tier) + "dict.bin");
  std::string records;
  const auto pack = static_cast<size_t>(NumberOf(tier, "pack"));
  for (size_t i = 0; i * pack < 50; ++i) {
    const std::string path = FolderOf(tier) + "p/" + std::to_string(i) + ".bin";
    const auto whole = Inflate(head + files.at(path), kMost);
    ASSERT_TRUE(whole);
    records += whole->substr(dictionary);
  }
  const Tier plan = PlanTiers(day.test.archive).at(0);
  std::string expected;
  for (size_t i = 0; i < 50; ++i) {
    expected += i % pack == 0 ? "[" : ",";
    AppendRecordJson(MakeRecord(day.test.site, plan, plan.members[i]),
                     &expected);
    if (i % pack == pack - 1 || i == 49) expected += "]";
  }
  EXPECT_EQ(records, expected);
}

TEST(IndexTest, AnyNumberOfJobsWritesTheSame) {
  const auto site = [] {
    std::vector<Digest> digests;
    digests.push_back(TestDigest({2026, 1, 22}, 0, 2000));
    digests.push_back(TestDigest({2026, 1, 23}, 1990, 2300));
    return digests;
  };
  const TestSite test(site());
  EXPECT_EQ(FilesOf(test.site, 1), FilesOf(test.site, 5));
}

TEST(IndexTest, ANewDayLeavesTheFilesOfTheOlderTierAlone) {
  std::vector<Digest> before;
  std::vector<Digest> after;
  for (std::vector<Digest>* digests : {&before, &after}) {
    digests->push_back(TestDigest({2026, 1, 22}, 0, 2100));
    digests->push_back(TestDigest({2026, 1, 23}, 2100, 2200));
  }
  // It sees some papers of the first day again.
  after.push_back(TestDigest({2026, 1, 24}, 2000, 2250));
  const MemorySink::Files old = FilesOf(TestSite(std::move(before)).site);
  const MemorySink::Files now = FilesOf(TestSite(std::move(after)).site);
  const data::Value root = Parsed(old.at("search/index.json"));
  const std::string folder = FolderOf(TierAt(root, 1));
  size_t same = 0;
  for (const auto& [path, bytes] : old) {
    if (!path.starts_with(folder)) continue;
    ++same;
    EXPECT_EQ(now.at(path), bytes) << path;
  }
  EXPECT_GT(same, 100U);
}

TEST(IndexTest, TheRootStaysSmallAndTheClientIsBesideIt) {
  const OneDay day(3000);
  const MemorySink::Files& files = day.files;
  EXPECT_LT(files.at("search/index.json").size(), 4000U);
  EXPECT_THAT(files.at("search/client.js"), testing::HasSubstr("export class"));
  EXPECT_THAT(files.at("search/client.js"),
              testing::Not(testing::HasSubstr("import {")));
}

TEST(IndexTest, AnEmptyArchiveHasARootWithoutTiers) {
  const TestSite test({});
  const MemorySink::Files files = FilesOf(test.site);
  EXPECT_EQ(files.at("search/index.json"),
            R"({"format":1,"papers":0,"common":"","tiers":[]})");
}

}  // namespace
}  // namespace offprint::search
