#include "pages/excerpt.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>
#include <vector>

namespace offprint {
namespace {

// A paper of two days, the newer one first: the newer day has one entry, the
// older one three, of which the first says nothing.
class ExcerptTest : public testing::Test {
 protected:
  ExcerptTest() {
    Put(0, 1, {{SectionKey::kAbstract, "newest"}});
    Put(1, 0, {});
    Put(2, 0, {{SectionKey::kReason, "first"}});
    Put(3, 0, {{SectionKey::kTldr, "beside it"}});
  }

  void Put(EntryIndex index, DayIndex day, std::vector<Section> sections) {
    entries_[index].sections = std::move(sections);
    ArchiveEntry placed;
    placed.entry = &entries_[index];
    placed.day = day;
    archive_.entries.push_back(placed);
    paper_.entries.push_back(index);
  }

  std::array<Entry, 4> entries_;
  Archive archive_;
  Paper paper_;
};

TEST_F(ExcerptTest, TheNewestWordsAreThoseOfTheNewestEntry) {
  EXPECT_EQ(NewestWords(archive_, paper_), "newest");
  entries_[0].sections.clear();
  EXPECT_EQ(NewestWords(archive_, paper_), "first");
}

TEST_F(ExcerptTest, TheFirstWordsAreThoseOfTheFirstDayThatSaysAnything) {
  EXPECT_EQ(FirstWithWords(archive_, paper_), EntryIndex{2});
  entries_[2].sections = entries_[3].sections = {};
  EXPECT_EQ(FirstWithWords(archive_, paper_), EntryIndex{0});
  entries_[0].sections.clear();
  EXPECT_EQ(FirstWithWords(archive_, paper_), kNoIndex);
}

TEST_F(ExcerptTest, APaperHasThatOfItsFirstEntryWithWords) {
  entries_[1].excerpt = "none";
  entries_[2].excerpt = "of the first";
  EXPECT_EQ(Excerpt(archive_, paper_), "of the first");
  for (Entry& entry : entries_) entry.sections.clear();
  EXPECT_EQ(Excerpt(archive_, paper_), "");
}

TEST(MakeExcerptsTest, EachEntryHasItsOwn) {
  Digest digest;
  digest.entries.resize(2);
  digest.entries[0].sections = {{SectionKey::kAbstract, "an *abstract*"},
                                {SectionKey::kTldr, "in **short**"}};
  MakeExcerpts(&digest);
  EXPECT_EQ(digest.entries[0].excerpt, "in short");
  EXPECT_EQ(digest.entries[1].excerpt, "");
}

TEST_F(ExcerptTest, AnExcerptIsPlainAndCut) {
  EXPECT_EQ(ExcerptOf("**图像** 与\n`code`", 80), "图像 与 code");
  EXPECT_EQ(ExcerptOf("一二三四", 3), "一二三…");
  EXPECT_EQ(ExcerptOf("", 3), "");
}

}  // namespace
}  // namespace offprint
