#include "fetch/fetcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>

#include "unit/fetch/asking.h"
#include "unit/fetch/local_server.h"

namespace offprint::fetch {
namespace {

using std::chrono::milliseconds;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::Ge;
using testing::HasSubstr;
using testing::Lt;
using testing::Not;

LocalServer::Handler Answers(std::string status, std::string body = {}) {
  return [=](const Heard&, const Connection& to) { to.Answer(status, body); };
}

milliseconds Since(Moment begin) {
  return std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
}

TEST(FetcherTest, AnAnswer) {
  LocalServer server(Answers("200 OK\r\nX-Colour:  blue ", "hello"));
  Request request = Get(server.Url("/a?b=c"));
  request.headers = {{"Accept", "text/plain"}};
  const Response response = Ask(request);
  EXPECT_EQ(response.failure, Failure::kNone) << response.message;
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "hello");
  EXPECT_EQ(response.url, server.Url("/a?b=c"));
  EXPECT_EQ(response.tries, 1);
  EXPECT_EQ(FindHeader(response.headers, "x-colour"), "blue");
  EXPECT_THAT(server.heard().front().text,
              AllOf(HasSubstr("GET /a?b=c HTTP/1.1\r\n"),
                    HasSubstr("User-Agent: offprint-test/1\r\n"),
                    HasSubstr("Accept: text/plain\r\n"),
                    HasSubstr("Accept-Encoding: gzip, deflate, br\r\n")));
}

TEST(FetcherTest, HeadAndPost) {
  LocalServer server(Answers("200 OK"));
  Request head = Get(server.Url("/h"));
  head.method = Method::kHead;
  EXPECT_EQ(Ask(head).status, 200);
  Request post = Get(server.Url("/p"));
  post.method = Method::kPost;
  post.headers = {{"Content-Type", "application/json"}};
  post.body = std::string("{\"a\":\0}", 7);
  EXPECT_EQ(Ask(post).status, 200);
  EXPECT_THAT(server.heard()[0].text, HasSubstr("HEAD /h "));
  EXPECT_THAT(server.heard()[1].text,
              AllOf(HasSubstr("POST /p "),
                    HasSubstr("Content-Type: application/json\r\n"),
                    testing::EndsWith("\r\n\r\n" + post.body)));
}

TEST(FetcherTest, AnErrorOfTheServerIsAnAnswerAfterItsTries) {
  LocalServer server(Answers("502 Bad", "why"));
  FetchOptions options = LocalOptions();
  options.retry.most = 2;
  const Response response = Ask(Get(server.Url("/")), options);
  EXPECT_EQ(response.failure, Failure::kNone);
  EXPECT_EQ(response.status, 502);
  EXPECT_EQ(response.tries, 3);
  EXPECT_EQ(server.heard().size(), 3U);
  LocalServer missing(Answers("404 Not Found"));
  EXPECT_EQ(Ask(Get(missing.Url("/"))).tries, 1);
}

TEST(FetcherTest, WaitsLongerWithEachTry) {
  LocalServer server([](const Heard& heard, const Connection& to) {
    to.Answer(heard.number < 3 ? "500 Bad" : "200 OK");
  });
  FetchOptions options = LocalOptions();
  options.retry.first_wait = milliseconds(80);
  EXPECT_EQ(Ask(Get(server.Url("/")), options).status, 200);
  const auto heard = server.heard();
  ASSERT_EQ(heard.size(), 4U);
  EXPECT_GE(heard[1].when - heard[0].when, milliseconds(40));
  EXPECT_GE(heard[2].when - heard[1].when, milliseconds(80));
  EXPECT_GE(heard[3].when - heard[2].when, milliseconds(160));
}

TEST(FetcherTest, RetryAfterHoldsTheWholeHost) {
  LocalServer server([](const Heard& heard, const Connection& to) {
    to.Answer(heard.number == 0 ? "429 Slow\r\nRetry-After: 1" : "200 OK");
  });
  FetchOptions options = LocalOptions();
  options.pace.host.at_once = 1;
  Fetcher fetcher(options);
  EXPECT_THAT(AskAll(fetcher, {Get(server.Url("/1")), Get(server.Url("/2"))}),
              testing::Each(Field(&Response::status, 200)));
  const auto heard = server.heard();
  ASSERT_EQ(heard.size(), 3U);
  EXPECT_GE(heard[1].when - heard[0].when, milliseconds(950));
}

TEST(FetcherTest, RetryAfterAsADate) {
  LocalServer server([](const Heard& heard, const Connection& to) {
    char date[64];
    const std::time_t then = std::time(nullptr) + 2;
    std::strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT",
                  std::gmtime(&then));
    to.Answer(heard.number == 0
                  ? std::string("503 Busy\r\nRetry-After: ") + date
                  : "200 OK");
  });
  EXPECT_EQ(Ask(Get(server.Url("/"))).tries, 2);
  const auto heard = server.heard();
  EXPECT_GE(heard[1].when - heard[0].when, milliseconds(950));
}

TEST(FetcherTest, RetryAfterBeyondTheLongestWaitIsNotTried) {
  LocalServer server(Answers("429 Slow\r\nRetry-After: 4000"));
  const Response response = Ask(Get(server.Url("/")));
  EXPECT_EQ(response.status, 429);
  EXPECT_EQ(response.tries, 1);
  EXPECT_EQ(response.retry_after, std::chrono::seconds(4000));
}

TEST(FetcherTest, AConnectionThatBreaksOffIsTriedAgainButNotForAPost) {
  LocalServer server([](const Heard& heard, const Connection& to) {
    if (heard.number > 0) to.Answer("200 OK");
  });
  EXPECT_EQ(Ask(Get(server.Url("/"))).tries, 2);
  LocalServer silent([](const Heard&, const Connection&) {});
  Request post = Get(silent.Url("/"));
  post.method = Method::kPost;
  const Response response = Ask(post);
  EXPECT_EQ(response.failure, Failure::kLost);
  EXPECT_EQ(response.tries, 1);
}

TEST(FetcherTest, NobodyListens) {
  std::string url;
  {
    const LocalServer gone(Answers("200 OK"));
    url = gone.Url("/");
  }
  const Response response = Ask(Get(url));
  EXPECT_EQ(response.failure, Failure::kNoConnection);
  EXPECT_EQ(response.tries, 4);
  EXPECT_THAT(response.message, HasSubstr("nobody takes the connection"));
}

TEST(FetcherTest, AnEndlessBodyIsCut) {
  LocalServer server([](const Heard&, const Connection& to) {
    to.Send("HTTP/1.1 200 OK\r\n\r\n");
    while (to.Send(std::string(65536, 'x'))) {
    }
  });
  FetchOptions options = LocalOptions();
  options.most_body = 1'000'000;
  const Response response = Ask(Get(server.Url("/")), options);
  EXPECT_EQ(response.failure, Failure::kTooLarge);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(response.tries, 1);
}

TEST(FetcherTest, EndlessHeadersAreCut) {
  LocalServer server([](const Heard&, const Connection& to) {
    to.Send("HTTP/1.1 200 OK\r\n");
    while (to.Send("X: " + std::string(1000, 'x') + "\r\n")) {
    }
  });
  EXPECT_EQ(Ask(Get(server.Url("/"))).failure, Failure::kTooLarge);
}

TEST(FetcherTest, ABodyThatIsNotWantedIsNotRead) {
  LocalServer server([](const Heard& heard, const Connection& to) {
    to.Send(heard.path == "/moved"
                ? "HTTP/1.1 302 Go\r\nLocation: /\r\nContent-Length: "
                  "2\r\n\r\nhi"
                : "HTTP/1.1 200 OK\r\n\r\n");
    while (heard.path == "/" && to.Send(std::string(65536, 'x'))) {
    }
  });
  Request request = Get(server.Url("/moved"));
  request.body_use = BodyUse::kLeave;
  const Response response = Ask(request);
  EXPECT_EQ(response.failure, Failure::kNone);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "");
}

TEST(FetcherTest, ABodyShorterThanItsLengthIsAnError) {
  LocalServer server([](const Heard&, const Connection& to) {
    to.Send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
  });
  const Response response = Ask(Get(server.Url("/")));
  EXPECT_EQ(response.failure, Failure::kLost);
  EXPECT_EQ(response.tries, 4);
}

TEST(FetcherTest, Redirects) {
  LocalServer server([](const Heard& heard, const Connection& to) {
    if (heard.path == "/a") to.Answer("301 Moved\r\nLocation: b?x");
    if (heard.path == "/b?x") to.Answer("307 Moved\r\nLocation: //localhost/");
    if (heard.path == "/post") to.Answer("303 See\r\nLocation: /end");
    if (heard.path == "/end") to.Answer("200 OK", "end");
  });
  FetchOptions options = LocalOptions();
  options.most_redirects = 1;
  EXPECT_EQ(Ask(Get(server.Url("/a")), options).failure, Failure::kRedirect);
  Request post = Get(server.Url("/post"));
  post.method = Method::kPost;
  post.body = "secret";
  const Response response = Ask(post);
  EXPECT_EQ(response.body, "end");
  EXPECT_EQ(response.url, server.Url("/end"));
  EXPECT_THAT(server.heard().back().text,
              AllOf(HasSubstr("GET /end"), Not(HasSubstr("secret"))));
}

TEST(FetcherTest, ARedirectLoopEnds) {
  LocalServer server(Answers("302 Found\r\nLocation: /again"));
  const Response response = Ask(Get(server.Url("/")));
  EXPECT_EQ(response.failure, Failure::kRedirect);
  EXPECT_EQ(response.status, 302);
  EXPECT_EQ(server.heard().size(), 6U);
}

TEST(FetcherTest, ARedirectToAFileIsNotFollowed) {
  for (const std::string to :
       {"file:///etc/passwd", "ftp://example.org/", "javascript:x"}) {
    LocalServer server(Answers("302 Found\r\nLocation: " + to));
    const Response response = Ask(Get(server.Url("/")));
    EXPECT_EQ(response.failure, Failure::kRedirect) << to;
    EXPECT_EQ(response.body, "") << to;
    EXPECT_THAT(response.message, HasSubstr(to));
  }
}

TEST(FetcherTest, SecretsStayWithTheirHost) {
  LocalServer other(Answers("200 OK"));
  LocalServer server(Answers("302 Found\r\nLocation: " + other.Url("/")));
  Request request = Get(server.Url("/"));
  request.headers = {{"Authorization", "Bearer s3cret"}, {"Accept", "a/b"}};
  EXPECT_EQ(Ask(request).status, 200);
  EXPECT_THAT(server.heard()[0].text, HasSubstr("Bearer s3cret"));
  EXPECT_THAT(other.heard()[0].text,
              AllOf(Not(HasSubstr("s3cret")), HasSubstr("Accept: a/b")));
}

TEST(FetcherTest, PrivateAddressesAreRefusedUnlessAllowed) {
  LocalServer server(Answers("200 OK"));
  FetchOptions options = LocalOptions();
  options.reach = Reach::kPublic;
  for (const std::string host :
       {"127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]",
        "[::ffff:127.0.0.1]", "a.localhost", "0"}) {
    EXPECT_EQ(Ask(Get(server.Url("/", host)), options).failure,
              Failure::kRefused)
        << host;
  }
  EXPECT_EQ(server.heard().size(), 0U);
}

TEST(FetcherTest, ANameThatLeadsToAPrivateAddressIsRefused) {
  LocalServer server(Answers("200 OK"));
  const std::string url = server.Url("/", "rebound.example");
  FetchOptions options = LocalOptions();
  options.known_hosts[url.substr(7, url.size() - 8)] = "127.0.0.1";
  EXPECT_EQ(Ask(Get(url), options).status, 200);
  options.reach = Reach::kPublic;
  EXPECT_EQ(Ask(Get(url), options).failure, Failure::kRefused);
  EXPECT_EQ(server.heard().size(), 1U);
}

TEST(FetcherTest, ACompressedBodyThatIsCutOffIsAnError) {
  // gzip of "hello hello hello hello", of which the end may be missing.
  const std::string gzip(
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcb\x48\xcd\xc9\xc9\x57"
      "\xc8\x40\x27\x01\xe3\x51\x3d\x8d\x17\x00\x00\x00",
      28);
  LocalServer server([&](const Heard& heard, const Connection& to) {
    to.Answer("200 OK\r\nContent-Encoding: gzip",
              heard.path == "/whole" ? gzip : gzip.substr(0, 20));
  });
  const Response whole = Ask(Get(server.Url("/whole")));
  EXPECT_EQ(whole.body, "hello hello hello hello") << whole.message;
  const Response cut = Ask(Get(server.Url("/cut")));
  EXPECT_EQ(cut.failure, Failure::kBadBody);
  EXPECT_EQ(cut.body, "");
}

TEST(FetcherTest, WhatIsNoAddress) {
  for (const char* url : {"", "file:///etc/passwd", "ftp://a.org/", "//a.org/",
                          "http://", "http://a b/", "javascript:alert(1)"}) {
    EXPECT_EQ(Ask(Get(url)).failure, Failure::kBadRequest) << url;
  }
}

TEST(FetcherTest, AHeaderCannotSmuggleInAnother) {
  LocalServer server(Answers("200 OK"));
  for (const Header& header :
       {Header{"A", "b\r\nC: d"}, Header{"A\nB", "c"}, Header{"A: b", "c"}}) {
    Request request = Get(server.Url("/"));
    request.headers = {header};
    EXPECT_EQ(Ask(request).failure, Failure::kBadRequest);
  }
  EXPECT_EQ(server.heard().size(), 0U);
}

TEST(FetcherTest, ASlowServerIsGivenUp) {
  LocalServer server([](const Heard&, const Connection& to) {
    to.Send("HTTP/1.1 200 OK\r\n\r\n");
    for (int i = 0; i < 2000 && to.Send("x"); ++i) to.Sleep(milliseconds(10));
  });
  FetchOptions options = LocalOptions();
  options.retry.most = 0;
  options.timeout = milliseconds(300);
  const Moment begin = Clock::now();
  EXPECT_EQ(Ask(Get(server.Url("/")), options).failure, Failure::kTimeout);
  EXPECT_THAT(Since(begin),
              AllOf(Ge(milliseconds(250)), Lt(milliseconds(3000))));
  options.timeout = milliseconds(60'000);
  options.low_speed = 10'000;
  options.low_speed_time = std::chrono::seconds(1);
  EXPECT_EQ(Ask(Get(server.Url("/")), options).failure, Failure::kTimeout);
  EXPECT_LT(Since(begin), milliseconds(10'000));
}

TEST(FetcherTest, TheIntervalOfAHostIsHeld) {
  LocalServer server(Answers("200 OK"));
  FetchOptions options = LocalOptions();
  options.pace.hosts["127.0.0.1"] = {1, milliseconds(150)};
  Fetcher fetcher(options);
  std::vector<Request> requests(4, Get(server.Url("/")));
  AskAll(fetcher, requests);
  const auto heard = server.heard();
  ASSERT_EQ(heard.size(), 4U);
  for (size_t i = 1; i < heard.size(); ++i) {
    EXPECT_GE(heard[i].when - heard[i - 1].when, milliseconds(130)) << i;
  }
}

TEST(FetcherTest, NoMoreAtOnceThanAllowed) {
  std::atomic<int> now = 0;
  std::atomic<int> most = 0;
  LocalServer server([&](const Heard&, const Connection& to) {
    const int here = ++now;
    for (int seen = most; here > seen;) most.compare_exchange_weak(seen, here);
    to.Sleep(milliseconds(50));
    --now;
    to.Answer("200 OK");
  });
  FetchOptions options = LocalOptions();
  options.pace.host.at_once = 3;
  Fetcher fetcher(options);
  AskAll(fetcher, std::vector<Request>(9, Get(server.Url("/"))));
  EXPECT_EQ(most, 3);
  most = 0;
  options.pace.at_once = 2;
  Fetcher other(options);
  AskAll(other, std::vector<Request>(6, Get(server.Url("/"))));
  EXPECT_EQ(most, 2);
}

TEST(FetcherTest, CancelEndsAllAtOnce) {
  LocalServer server([](const Heard&, const Connection& to) {
    to.Sleep(milliseconds(20'000));
  });
  FetchOptions options = LocalOptions();
  options.pace.host.at_once = 2;
  Fetcher fetcher(options);
  std::vector<Failure> failures;
  for (int i = 0; i < 5; ++i) {
    fetcher.Add(Get(server.Url("/")), [&](const Response& response) {
      failures.push_back(response.failure);
    });
  }
  std::atomic<bool> cancel = false;
  std::thread later([&] {
    std::this_thread::sleep_for(milliseconds(200));
    cancel = true;
  });
  const Moment begin = Clock::now();
  fetcher.Run(cancel);
  later.join();
  EXPECT_LT(Since(begin), milliseconds(2000));
  EXPECT_EQ(failures, std::vector<Failure>(5, Failure::kCancelled));
  EXPECT_EQ(server.heard().size(), 2U);
}

TEST(FetcherTest, WhoIsAnsweredMayAskOn) {
  LocalServer server(Answers("200 OK"));
  Fetcher fetcher(LocalOptions());
  std::vector<std::string> urls;
  const std::string second = server.Url("/2");
  fetcher.Add(Get(server.Url("/1")), [&](const Response& response) {
    urls.push_back(response.url);
    fetcher.Add(Get(second),
                [&](const Response& next) { urls.push_back(next.url); });
  });
  fetcher.Run(false);
  EXPECT_THAT(urls, ElementsAre(server.Url("/1"), second));
}

TEST(FetcherTest, AProxyIsAskedInTheNameOfOthers) {
  LocalServer proxy(Answers("200 OK", "by proxy"));
  FetchOptions options = LocalOptions();
  options.reach = Reach::kPublic;  // of the host, not of the proxy
  options.proxies.http = proxy.Url("");
  EXPECT_EQ(Ask(Get("http://paper.example/x"), options).body, "by proxy");
  EXPECT_THAT(proxy.heard()[0].text,
              HasSubstr("GET http://paper.example/x HTTP/1.1\r\n"));
  EXPECT_EQ(Ask(Get("http://127.0.0.1/"), options).failure, Failure::kRefused);
}

}  // namespace
}  // namespace offprint::fetch
