#include "search/shards.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "output/memory_sink.h"
#include "search/deflate.h"
#include "search/stored.h"

namespace offprint::search {
namespace {

constexpr size_t kMost = size_t{1} << 20;

// Writes as many keys, each in a shard of its own.
void WriteKeys(int count, ShardWriter* shards) {
  for (int i = 0; i < count; ++i) {
    shards->Add("w" + std::to_string(100'000 + i), {0}, {}, {});
  }
  shards->Finish();
}

TEST(ShardsTest, AStartIsWhatTellsAShardFromTheOneBefore) {
  MemorySink sink;
  ShardWriter shards("t/", 1, sink);
  for (const char* key : {"g\u6a21\u5757", "g\u6a21\u578b", "wabc", "wabde"}) {
    shards.Add(key, {0}, {}, {});
  }
  shards.Finish();
  // The last bytes of the two pairs differ, but a start has whole code points.
  EXPECT_EQ(shards.starts(),
            (std::vector<std::string>{"", "g\u6a21\u578b", "w", "wabd"}));
  EXPECT_TRUE(shards.nodes().empty());
}

TEST(ShardsTest, ManyStartsGoIntoNodes) {
  MemorySink sink;
  ShardWriter shards("t/", 1, sink);
  WriteKeys(6001, &shards);
  EXPECT_TRUE(shards.starts().empty());
  ASSERT_EQ(shards.nodes().size(), 12U);
  EXPECT_EQ(shards.nodes()[0], "");
  EXPECT_EQ(shards.nodes()[1], "w100512");
  const auto node =
      ReadNode(Inflate(sink.files().at("t/n/11.bin"), kMost).value()).value();
  EXPECT_EQ(node.size(), 6001U - 11 * 512);
  EXPECT_EQ(node.front(), "w105632");
  EXPECT_EQ(node.back(), "w106");
}

TEST(ShardsTest, FewStartsStayInTheRoot) {
  MemorySink sink;
  ShardWriter shards("t/", 1, sink);
  WriteKeys(6000, &shards);
  EXPECT_EQ(shards.starts().size(), 6000U);
  EXPECT_FALSE(sink.files().contains("t/n/0.bin"));
}

}  // namespace
}  // namespace offprint::search
