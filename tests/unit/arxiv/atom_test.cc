#include "arxiv/atom.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint::arxiv {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string Feed(const std::string& entries) {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: id_list=1706.03762</title>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">241</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">100</opensearch:startIndex>
)" + entries +
         "</feed>\n";
}

constexpr const char* kEntry = R"(<entry>
  <id>http://arxiv.org/abs/1706.03762v7</id>
  <updated>2023-08-02T00:41:18Z</updated>
  <published>2017-06-12T17:57:34Z</published>
  <title>Attention Is
  All You Need</title>
  <summary>  We look at $x &lt; y$ &amp; at
more.
</summary>
  <author><name>Ashish Vaswani</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Google Brain</arxiv:affiliation></author>
  <author><name>Noam Shazeer</name></author>
  <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">15 pages, 5 figures</arxiv:comment>
  <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">NIPS 2017</arxiv:journal_ref>
  <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/Xyz</arxiv:doi>
  <link href="http://arxiv.org/abs/1706.03762v7" rel="alternate" type="text/html"/>
  <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
  <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
  <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
</entry>
)";

TEST(AtomTest, ReadsWhatAnEntryTells) {
  const AtomAnswer answer = ParseAtom(Feed(kEntry));
  EXPECT_EQ(answer.error, "");
  EXPECT_EQ(answer.total, 241U);
  EXPECT_EQ(answer.start, 100U);
  ASSERT_THAT(answer.records, SizeIs(1));
  Record wanted;
  wanted.id = "1706.03762";
  wanted.version = 7;
  wanted.title = "Attention Is All You Need";
  wanted.abstract = "We look at $x < y$ & at more.";
  wanted.authors = {{"Ashish Vaswani", {"Google Brain"}}, {"Noam Shazeer", {}}};
  wanted.categories = {"cs.CL", "cs.LG"};
  wanted.comment = "15 pages, 5 figures";
  wanted.journal_ref = "NIPS 2017";
  wanted.doi = "10.1000/Xyz";
  wanted.published = Date{2017, 6, 12};
  wanted.updated = Date{2023, 8, 2};
  EXPECT_EQ(answer.records[0], wanted);
}

TEST(AtomTest, OldIdentifiersAreRead) {
  std::string entry = kEntry;
  entry.replace(entry.find("1706.03762v7"), 12, "hep-th/9901001v2");
  const AtomAnswer answer = ParseAtom(Feed(entry));
  ASSERT_THAT(answer.records, SizeIs(1));
  EXPECT_EQ(answer.records[0].id, "hep-th/9901001");
  EXPECT_EQ(answer.records[0].version, 2);
}

TEST(AtomTest, AnErrorEntryIsAnError) {
  const AtomAnswer answer = ParseAtom(Feed(
      "<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id>"
      "<title>Error</title><summary>incorrect id format for x</summary>"
      "</entry>"));
  EXPECT_EQ(answer.error, "incorrect id format for x");
  EXPECT_THAT(answer.records, IsEmpty());
}

TEST(AtomTest, EntriesOfUnknownIdsAreLeftOut) {
  const AtomAnswer answer = ParseAtom(
      Feed(std::string("<entry><id>http://arxiv.org/abs/9999.99999</id>"
                       "</entry><entry><title>Of nobody</title></entry>") +
           kEntry));
  EXPECT_EQ(answer.error, "");
  EXPECT_THAT(answer.records, SizeIs(1));
}

TEST(AtomTest, WhatIsNoFeedIsSaid) {
  EXPECT_THAT(ParseAtom("<html><body>Rate exceeded.</body></html>").error,
              HasSubstr("no Atom feed"));
  EXPECT_THAT(ParseAtom("Rate exceeded.").error, HasSubstr("no XML"));
  EXPECT_THAT(ParseAtom("").error, HasSubstr("no XML"));
  const std::string whole = Feed(kEntry);
  EXPECT_THAT(ParseAtom(whole.substr(0, whole.size() / 2)).error,
              HasSubstr("no XML"));
}

TEST(AtomTest, EntitiesOfADocumentTypeAreNotExpanded) {
  std::string entry = kEntry;
  entry.replace(entry.find("15 pages"), 8, "&b;");
  const AtomAnswer answer = ParseAtom(
      "<!DOCTYPE feed [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">"
      "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>" +
      Feed(entry));
  if (answer.records.empty()) return;  // refused is as good
  EXPECT_EQ(answer.records[0].comment, "&b;, 5 figures");
}

TEST(RecordTest, WithdrawnIsWhatSaysSo) {
  Record record;
  record.comment = "15 pages; a withdrawn result is discussed";
  EXPECT_FALSE(SaysWithdrawn(record));
  record.comment = "Withdrawn by the authors";
  EXPECT_TRUE(SaysWithdrawn(record));
  record.comment =
      "This paper has been withdrawn by the author due to an error";
  EXPECT_TRUE(SaysWithdrawn(record));
  record.comment = "";
  record.abstract = "This submission has been withdrawn by arXiv";
  EXPECT_TRUE(SaysWithdrawn(record));
}

}  // namespace
}  // namespace offprint::arxiv
