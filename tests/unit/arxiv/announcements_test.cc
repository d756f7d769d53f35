#include "arxiv/announcements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint::arxiv {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string Entry(const std::string& id, const std::string& type) {
  return "<entry><id>oai:arXiv.org:" + id +
         "</id><title>A Title</title>"
         "<link href=\"https://arxiv.org/abs/2601.02360\"/>"
         "<summary>arXiv:" +
         id + " Announce Type: " + type +
         " \nAbstract: We look: Abstract: twice.</summary>"
         "<category term=\"cs.CV\"/><category term=\"cs.LG\"/>"
         "<published>2026-01-06T00:00:00-05:00</published>"
         "<arxiv:announce_type>" +
         type +
         "</arxiv:announce_type>"
         "<dc:creator>Ann Lee, Bo Wu</dc:creator></entry>";
}

std::string Feed(const std::string& entries) {
  return "<?xml version='1.0' encoding='UTF-8'?>\n"
         "<feed xmlns:arxiv=\"http://arxiv.org/schemas/atom\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns=\"http://www.w3.org/2005/Atom\">" +
         entries + "</feed>";
}

TEST(AnnouncementsTest, ReadsWhatIsNew) {
  const Announcements feed =
      ParseAnnouncements(Feed(Entry("2601.02360v1", "new")));
  EXPECT_EQ(feed.error, "");
  ASSERT_THAT(feed.records, SizeIs(1));
  Record wanted;
  wanted.id = "2601.02360";
  wanted.version = 1;
  wanted.title = "A Title";
  wanted.abstract = "We look: Abstract: twice.";
  wanted.authors = {{"Ann Lee", {}}, {"Bo Wu", {}}};
  wanted.categories = {"cs.CV", "cs.LG"};
  wanted.published = Date{2026, 1, 6};
  EXPECT_EQ(feed.records.front(), wanted);
}

TEST(AnnouncementsTest, ReplacementsAreLeftOut) {
  const Announcements feed = ParseAnnouncements(
      Feed(Entry("2601.00001v2", "replace") + Entry("2601.00002v1", "cross") +
           Entry("2601.00003v3", "replace-cross")));
  ASSERT_THAT(feed.records, SizeIs(1));
  EXPECT_EQ(feed.records.front().id, "2601.00002");
}

TEST(AnnouncementsTest, ADayWithoutAnnouncementsIsNoError) {
  const Announcements feed = ParseAnnouncements(Feed(""));
  EXPECT_EQ(feed.error, "");
  EXPECT_THAT(feed.records, IsEmpty());
}

TEST(AnnouncementsTest, WhatIsNoFeedIsAnError) {
  EXPECT_EQ(ParseAnnouncements("<html/>").error, "the answer is no Atom feed");
}

}  // namespace
}  // namespace offprint::arxiv
