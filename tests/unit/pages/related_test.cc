#include "pages/related.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Papers 0 to 29 under one topic; an author who wrote 3 and 25.
Archive OneTopic() {
  Archive archive;
  archive.topics.push_back({"cs.CL", {"cs.cl"}, {}});
  archive.authors.push_back({"Ada Lovelace", {"ada-lovelace"}, {3, 25}});
  for (PaperIndex i = 0; i < 30; ++i) {
    archive.topics[0].papers.push_back(i);
    archive.papers.emplace_back().topics = {0};
  }
  archive.papers[3].authors = archive.papers[25].authors = {0};
  return archive;
}

TEST(RelatedTest, PapersOfTheSameAuthorComeBeforeNearerOnes) {
  EXPECT_THAT(RelatedPapers(OneTopic(), 3, 3), ElementsAre(25, 2, 4));
}

TEST(RelatedTest, TheNearestOfATopicComeFirst) {
  EXPECT_THAT(RelatedPapers(OneTopic(), 0, 4), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(RelatedPapers(OneTopic(), 29, 2), ElementsAre(28, 27));
}

TEST(RelatedTest, APaperWithoutAuthorsAndTopicsHasNone) {
  Archive archive;
  archive.papers.emplace_back();
  EXPECT_THAT(RelatedPapers(archive, 0, 5), IsEmpty());
}

}  // namespace
}  // namespace offprint
