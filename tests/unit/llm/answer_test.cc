#include "llm/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint::llm {
namespace {

using ::testing::ElementsAre;
using enum SectionKey;

NewPaper Paper() {
  NewPaper paper;
  paper.id = {PaperId::Kind::kArxiv, "2601.00001"};
  paper.title = "On Cups";
  paper.topic = "cs.CV";
  paper.sections[kAbstract] = "We look at cups.";
  return paper;
}

const Wanted kTable = {true, false, {}, {kAbstract}};
const Wanted kScored = {false, true, {"杯", "盘"}, {kReason}};

std::string Problem(std::string_view text, const Wanted& wanted) {
  NewPaper paper = Paper();
  const std::string problem = ReadAnswer(text, wanted, &paper);
  if (!problem.empty()) {
    EXPECT_EQ(paper, Paper());
  }
  return problem;
}

TEST(AnswerTest, IsLaidOverThePaper) {
  NewPaper paper = Paper();
  EXPECT_EQ(ReadAnswer("{\"title\":\"论杯\",\"abstract\":\"我们看杯子。\"}",
                       kTable, &paper),
            "");
  EXPECT_EQ(paper.title, "论杯");
  EXPECT_EQ(paper.original_title, "On Cups");
  EXPECT_EQ(paper.sections[kAbstract], "我们看杯子。");
  EXPECT_EQ(paper.topic, "cs.CV");
}

TEST(AnswerTest, FencesAndWordsAroundItDoNotMatter) {
  for (const char* text :
       {"```json\n{\"score\":8,\"topic\":\"杯\",\"reason\":\"r\"}\n```",
        "Here it is:\n{\"score\":8.0,\"topic\":\"杯\",\"reason\":\"r\","
        "\"more\":1}\nBye."}) {
    NewPaper paper = Paper();
    EXPECT_EQ(ReadAnswer(text, kScored, &paper), "") << text;
    EXPECT_EQ(paper.score, 8.0);
    EXPECT_EQ(paper.topic, "杯");
    EXPECT_EQ(paper.sections[kReason], "r");
  }
}

TEST(AnswerTest, TheSchemaIsHeld) {
  EXPECT_EQ(Problem("", kTable), "the answer must be one JSON object");
  EXPECT_EQ(Problem("[1]", kTable), "the answer must be one JSON object");
  EXPECT_EQ(Problem("{\"title\":\"a\"", kTable),
            "the answer must be one JSON object");
  EXPECT_EQ(Problem("{\"title\":1,\"abstract\":\"b\"}", kTable),
            "\"title\" must be a text");
  EXPECT_EQ(Problem("{\"title\":\"a\"}", kTable),
            "\"abstract\" must be a text");
  EXPECT_EQ(Problem("{\"title\":\"a\",\"abstract\":\" \"}", kTable),
            "\"abstract\" must not be empty");
  for (const char* score : {"0", "11", "\"8\"", "null", "1e99"}) {
    EXPECT_EQ(Problem("{\"topic\":\"杯\",\"reason\":\"r\",\"score\":" +
                          std::string(score) + "}",
                      kScored),
              "\"score\" must be a number from 1 to 10");
  }
  EXPECT_EQ(Problem("{\"topic\":\"碗\",\"reason\":\"r\",\"score\":5}", kScored),
            "\"topic\" must be one of the topics, written as in the list");
}

TEST(AnswerTest, ARefusalIsNeverATitle) {
  for (const char* title :
       {"I'm sorry, but I can't help with that.", "抱歉，我无法翻译",
        "请提供需要翻译的标题", "As an AI language model, I cannot",
        "我无法翻译这个标题"}) {
    EXPECT_EQ(
        Problem("{\"abstract\":\"b\",\"title\":\"" + std::string(title) + "\"}",
                kTable),
        "\"title\" must be about the paper, and no refusal")
        << title;
  }
}

TEST(AnswerTest, ATitleIsShortAndOfOneLine) {
  EXPECT_EQ(Problem("{\"abstract\":\"b\",\"title\":\"a\\nb\"}", kTable),
            "\"title\" must be one line");
  EXPECT_EQ(Problem("{\"abstract\":\"b\",\"title\":\"" + std::string(500, 'x') +
                        "\"}",
                    kTable),
            "\"title\" is far too long");
}

TEST(AnswerTest, EachDialectWantsWhatItHolds) {
  const std::vector<std::string> topics = {"杯"};
  EXPECT_THAT(WantedFor(Dialect::kDailyTable, topics).Names(),
              ElementsAre("title", "abstract"));
  EXPECT_THAT(WantedFor(Dialect::kTopicTable, topics).Names(),
              ElementsAre("title", "topic", "abstract"));
  EXPECT_THAT(WantedFor(Dialect::kAnalysedList, {}).Names(),
              ElementsAre("title", "background", "innovation", "conclusion"));
  EXPECT_THAT(WantedFor(Dialect::kScoredList, topics).Names(),
              ElementsAre("score", "topic", "reason"));
  EXPECT_THAT(
      WantedFor(Dialect::kEnhancedList, {}).Names(),
      ElementsAre("tldr", "motivation", "method", "result", "conclusion"));
}

}  // namespace
}  // namespace offprint::llm
