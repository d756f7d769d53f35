#include "llm/chat.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint::llm {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Endpoint kEndpoint = {"https://x.example/v1", "sk-secret-0123456789",
                            "some-model"};

ChatAnswer Read(int status, std::string body) {
  fetch::Response response;
  response.status = status;
  response.body = std::move(body);
  return ReadChat(kEndpoint, response);
}

TEST(ChatTest, ARequestIsJsonWithTheKeyInAHeader) {
  const fetch::Request request =
      ChatRequest(kEndpoint, {{"system", "be \"good\""}, {"user", "<hi>"}});
  EXPECT_EQ(request.url, "https://x.example/v1/chat/completions");
  EXPECT_EQ(request.method, fetch::Method::kPost);
  EXPECT_EQ(request.body,
            "{\"model\":\"some-model\",\"stream\":false,\"messages\":["
            "{\"role\":\"system\",\"content\":\"be \\\"good\\\"\"},"
            "{\"role\":\"user\",\"content\":\"\\u003chi>\"}]}");
  EXPECT_EQ(fetch::FindHeader(request.headers, "Authorization"),
            "Bearer sk-secret-0123456789");
}

TEST(ChatTest, WithoutAKeyThereIsNoHeader) {
  EXPECT_FALSE(fetch::FindHeader(ChatRequest({"b", "", "m"}, {}).headers,
                                 "Authorization"));
}

TEST(ChatTest, ReadsTextAndTokens) {
  const ChatAnswer answer =
      Read(200,
           "{\"choices\":[{\"message\":{\"content\":\"hello\"}}],"
           "\"usage\":{\"total_tokens\":42}}");
  EXPECT_EQ(answer.kind, ChatAnswer::Kind::kText);
  EXPECT_EQ(answer.text, "hello");
  EXPECT_EQ(answer.tokens, 42);
}

TEST(ChatTest, TheKeyIsInNoMessage) {
  for (const char* said :
       {"Incorrect API key provided: sk-secret-0123456789.",
        "Incorrect key sk-sec*****6789", "no key ******6789 here"}) {
    const ChatAnswer answer =
        Read(401, "{\"error\":{\"message\":\"" + std::string(said) + "\"}}");
    EXPECT_EQ(answer.kind, ChatAnswer::Kind::kNone);
    EXPECT_THAT(answer.problem, HasSubstr("is OPENAI_API_KEY the key for it?"));
    EXPECT_THAT(answer.problem, Not(HasSubstr("secret")));
    EXPECT_THAT(answer.problem, Not(HasSubstr("6789")));
  }
}

TEST(ChatTest, AQuestionThatIsNotTakenIsNotTheEnd) {
  const ChatAnswer answer =
      Read(400, "{\"error\":{\"message\":\"content filter\"}}");
  EXPECT_EQ(answer.kind, ChatAnswer::Kind::kRefused);
  EXPECT_EQ(answer.problem,
            "the server answers with the status 400: content filter");
}

TEST(ChatTest, WhatIsNoCompletionMayComeYet) {
  for (const char* body : {"", "<html>", "[]", "{\"choices\":[]}", "{}"}) {
    EXPECT_EQ(Read(200, body).kind, ChatAnswer::Kind::kLost) << body;
    EXPECT_FALSE(Read(200, body).problem.empty());
  }
  EXPECT_EQ(Read(200, "{\"error\":\"busy\"}").problem, "the server says: busy");
}

TEST(ChatTest, AnAnswerOnTheWayMayBeLost) {
  fetch::Response response;
  response.failure = fetch::Failure::kTimeout;
  EXPECT_EQ(ReadChat({}, response).kind, ChatAnswer::Kind::kLost);
  response.failure = fetch::Failure::kNoConnection;
  EXPECT_EQ(ReadChat({}, response).kind, ChatAnswer::Kind::kNone);
}

TEST(ChatTest, AContentThatIsNullIsAnEmptyText) {
  const ChatAnswer answer =
      Read(200, "{\"choices\":[{\"message\":{\"content\":null}}]}");
  EXPECT_EQ(answer.kind, ChatAnswer::Kind::kText);
  EXPECT_EQ(answer.text, "");
}

TEST(ChatTest, ServersWordsAreShort) {
  const ChatAnswer answer = Read(
      500, "{\"error\":{\"message\":\"" + std::string(100000, 'x') + "\"}}");
  EXPECT_LT(answer.problem.size(), 400U);
}

}  // namespace
}  // namespace offprint::llm
