#include "render/entry_drop.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace offprint {
namespace {

TEST(AnchorTest, NoTwoPapersShareOne) {
  liquid::Arena arena;
  std::set<std::string> anchors;
  const auto add = [&](PaperId::Kind kind, const std::string& id) {
    return anchors.emplace(AnchorOf({kind, id}, 1, arena)).second;
  };
  for (const char* doi : {"10.1000/a-b", "10.1000/a/b", "10.1000/a_b",
                          "10.1000/a(b", "10.1000/a<b", "10.1000/a.b"}) {
    EXPECT_TRUE(add(PaperId::Kind::kDoi, doi)) << doi;
  }
  EXPECT_TRUE(add(PaperId::Kind::kArxiv, "2601.00001"));
  EXPECT_TRUE(anchors.contains("p-10.1000-a-b"));
  EXPECT_TRUE(anchors.contains("p-2601.00001"));
  EXPECT_EQ(AnchorOf({PaperId::Kind::kArxiv, "2601.00001"}, 2, arena),
            "p-2601.00001_2");
}

}  // namespace
}  // namespace offprint
