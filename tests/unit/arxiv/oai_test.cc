#include "arxiv/oai.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint::arxiv {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string Answer(const std::string& inside) {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<responseDate>2026-01-06T00:00:00Z</responseDate>
)" + inside +
         "</OAI-PMH>";
}

constexpr const char* kRecord = R"(<record>
<header><identifier>oai:arXiv.org:2601.02360</identifier>
<datestamp>2026-01-06</datestamp><setSpec>cs:cs:CV</setSpec></header>
<metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">
<id>2601.02360</id><created>2026-01-05</created>
<authors><author><keyname>Obeidi</keyname><forenames>Yazan</forenames>
<affiliation>A</affiliation></author>
<author><keyname>Lee</keyname><forenames>Ann</forenames><suffix>Jr</suffix></author></authors>
<title>On $x &lt; y$
 more</title><categories>cs.CV cs.LG</categories>
<comments>9 pages</comments><doi>10.1/x</doi><abstract>  We look.
</abstract></arXiv></metadata></record>)";

TEST(OaiTest, ReadsRecordsAndToken) {
  const OaiAnswer answer = ParseOai(
      Answer(std::string("<ListRecords>") + kRecord +
             "<record><header status=\"deleted\"/></record>"
             "<resumptionToken cursor=\"0\">6751|1001</resumptionToken>"
             "</ListRecords>"));
  EXPECT_EQ(answer.error, "");
  EXPECT_EQ(answer.resumption_token, "6751|1001");
  ASSERT_THAT(answer.records, SizeIs(1));
  Record wanted;
  wanted.id = "2601.02360";
  wanted.title = "On $x < y$ more";
  wanted.abstract = "We look.";
  wanted.authors = {{"Yazan Obeidi", {"A"}}, {"Ann Lee Jr", {}}};
  wanted.categories = {"cs.CV", "cs.LG"};
  wanted.comment = "9 pages";
  wanted.doi = "10.1/x";
  wanted.published = wanted.updated = Date{2026, 1, 5};
  EXPECT_EQ(answer.records.front(), wanted);
}

TEST(OaiTest, TellsTheProtocolsErrors) {
  const OaiAnswer answer =
      ParseOai(Answer("<error code=\"badResumptionToken\">gone</error>"));
  EXPECT_EQ(answer.error_code, "badResumptionToken");
  EXPECT_EQ(answer.error, "gone");
}

TEST(OaiTest, WhatIsNoAnswerIsAnError) {
  EXPECT_EQ(ParseOai("<html></html>").error, "the answer is none of OAI-PMH");
  EXPECT_EQ(ParseOai("").error_code, "xml");
}

TEST(OaiTest, EntitiesOfADocumentTypeAreNotExpanded) {
  const std::string bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
      "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
  std::string record = kRecord;
  record.replace(record.find("We look."), 8, "&b;&f;");
  const OaiAnswer answer =
      ParseOai(bomb + Answer("<ListRecords>" + record + "</ListRecords>")
                          .substr(sizeof("<?xml version=\"1.0\" "
                                         "encoding=\"UTF-8\"?>")));
  ASSERT_THAT(answer.records, SizeIs(1));
  EXPECT_EQ(answer.records.front().abstract, "&b;&f;");
}

TEST(OaiTest, IdsThatAreNotOfArxivAreLeftOut) {
  std::string record = kRecord;
  record.replace(record.find("<id>2601.02360"), 14, "<id>../../etc/pa");
  EXPECT_THAT(
      ParseOai(Answer("<ListRecords>" + record + "</ListRecords>")).records,
      IsEmpty());
}

}  // namespace
}  // namespace offprint::arxiv
