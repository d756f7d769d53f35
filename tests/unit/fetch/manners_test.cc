// Who is asked when, and who is not: the parts of a Fetcher that need no
// network.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include "fetch/proxies.h"
#include "fetch/public_address.h"
#include "fetch/redirect.h"
#include "fetch/retry.h"
#include "fetch/schedule.h"
#include "fetch/url.h"

namespace offprint::fetch {
namespace {

using std::chrono::milliseconds;

bool IsPublic(const char* address) {
  sockaddr_in6 six = {};
  six.sin6_family = AF_INET6;
  if (inet_pton(AF_INET6, address, &six.sin6_addr) == 1) {
    return IsPublicAddress(reinterpret_cast<const sockaddr*>(&six));
  }
  sockaddr_in four = {};
  four.sin_family = AF_INET;
  EXPECT_EQ(inet_pton(AF_INET, address, &four.sin_addr), 1) << address;
  return IsPublicAddress(reinterpret_cast<const sockaddr*>(&four));
}

TEST(PublicAddressTest, Numbers) {
  for (const char* address :
       {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1",
        "192.169.0.1", "223.255.255.255", "2606:4700::1111", "2002:808:808::1",
        "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"}) {
    EXPECT_TRUE(IsPublic(address)) << address;
  }
  for (const char* address : {"0.0.0.0",
                              "10.1.2.3",
                              "100.64.0.1",
                              "127.0.0.1",
                              "127.255.255.255",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.1.1",
                              "198.18.0.1",
                              "203.0.113.5",
                              "224.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "fe80::1",
                              "fc00::1",
                              "fd12::1",
                              "ff02::1",
                              "2001:db8::1",
                              "2001::1",
                              "2002:7f00:1::1",
                              "64:ff9b::127.0.0.1",
                              "::ffff:10.0.0.1",
                              "64:ff9b:1::1",
                              "::127.0.0.1"}) {
    EXPECT_FALSE(IsPublic(address)) << address;
  }
  sockaddr other = {};
  other.sa_family = AF_UNIX;
  EXPECT_FALSE(IsPublicAddress(&other));
}

TEST(PublicAddressTest, Names) {
  for (const char* host : {"arxiv.org", "8.8.8.8", "notlocalhost.org",
                           "localhost.org", "arxiv.org."}) {
    EXPECT_TRUE(MayBePublicHost(host)) << host;
  }
  for (const char* host :
       {"localhost", "a.localhost", "localhost.", "printer", "nas.local",
        "db.internal", "127.0.0.1", "::1", "fe80::1%eth0"}) {
    EXPECT_FALSE(MayBePublicHost(host)) << host;
  }
}

TEST(UrlTest, Parts) {
  EXPECT_EQ(ParseUrl("HTTPS://ArXiv.org/abs?x#y"),
            (Url{"https", "arxiv.org", 443}));
  EXPECT_EQ(ParseUrl("http://[::1]:81/"), (Url{"http", "::1", 81}));
  EXPECT_EQ(ParseUrl("http://0x7f.1/"), (Url{"http", "127.0.0.1", 80}));
  EXPECT_EQ(ParseUrl("http://user@a.org:8080"), (Url{"http", "a.org", 8080}));
  for (const char* url :
       {"ftp://a.org", "http:///", "a.org", "http://a.org:x",
        "http://a.org:99999/", "file:///x", "http://a\n.org"}) {
    EXPECT_FALSE(ParseUrl(url)) << url;
  }
}

TEST(UrlTest, ResolvesReferences) {
  EXPECT_EQ(ResolveUrl("https://a.org/x/y?z", "../b c.md#top"),
            "https://a.org/b%20c.md");
  EXPECT_EQ(ResolveUrl("https://a.org/x/y", "//b.org/z"), "https://b.org/z");
  EXPECT_EQ(ResolveUrl("https://a.org/x/y", "http://b.org"), "http://b.org/");
  EXPECT_EQ(ResolveUrl("https://a.org/x/y", "file:///etc/passwd"),
            std::nullopt);
  EXPECT_EQ(ResolveUrl("https://a.org/x/y", "javascript:x"), std::nullopt);
  EXPECT_EQ(ResolveUrl("no address", "b"), std::nullopt);
}

TEST(UrlTest, KnowsTheLastPartOfThePath) {
  EXPECT_EQ(LastPathPart("https://a.org/x/b%20c.md?d/e#f"), "b c.md");
  EXPECT_EQ(LastPathPart("https://a.org/x/..%2Fy.md"), "../y.md");
  EXPECT_EQ(LastPathPart("https://a.org/x/"), "");
  EXPECT_EQ(LastPathPart("https://a.org"), "");
}

TEST(ProxiesTest, ByHostAndScheme) {
  const Proxies proxies = {"http://p:1", "http://p:2", "a.org, .b.org c.d"};
  const auto proxy = [&](const std::string& url) {
    return ProxyFor(proxies, *ParseUrl(url));
  };
  EXPECT_EQ(proxy("http://x.org/"), "http://p:1");
  EXPECT_EQ(proxy("https://x.org/"), "http://p:2");
  EXPECT_EQ(proxy("https://nota.org/"), "http://p:2");
  for (const char* url : {"http://a.org/", "https://x.A.org/", "http://b.org/",
                          "http://x.b.org/", "http://c.d/"}) {
    EXPECT_EQ(proxy(url), "") << url;
  }
  EXPECT_EQ(ProxyFor({"http://p:1", "", "*"}, *ParseUrl("http://x.org")), "");
}

TEST(ProxiesTest, Environment) {
  setenv("http_proxy", "http://p:1", 1);
  setenv("HTTPS_PROXY", "http://p:2", 1);
  setenv("no_proxy", "a.org", 1);
  const Proxies proxies = ProxiesOfEnvironment();
  for (const char* name : {"http_proxy", "HTTPS_PROXY", "no_proxy"}) {
    unsetenv(name);
  }
  EXPECT_EQ(proxies.http, "http://p:1");
  EXPECT_EQ(proxies.https, "http://p:2");
  EXPECT_EQ(proxies.without, "a.org");
}

Response Status(int status, int tries) {
  Response response;
  response.status = status;
  response.tries = tries;
  return response;
}

TEST(RetryTest, WaitsDoubleAndEnd) {
  RetryPolicy policy;
  policy.most = 3;
  policy.first_wait = milliseconds(1000);
  policy.longest_wait = milliseconds(3000);
  const auto wait = [&](int tries, double random) {
    return WaitBeforeRetry(policy, {}, Status(503, tries), random);
  };
  EXPECT_EQ(wait(1, 0), milliseconds(500));
  EXPECT_EQ(wait(1, 0.5), milliseconds(750));
  EXPECT_EQ(wait(2, 0), milliseconds(1000));
  EXPECT_EQ(wait(3, 0), milliseconds(1500));  // half of the longest
  EXPECT_EQ(wait(4, 0), std::nullopt);
}

TEST(RetryTest, WhatServersAskFor) {
  Response response = Status(429, 1);
  response.retry_after = std::chrono::seconds(7);
  EXPECT_EQ(WaitBeforeRetry({}, {}, response, 0), milliseconds(7000));
  response.retry_after = std::chrono::seconds(121);
  EXPECT_EQ(WaitBeforeRetry({}, {}, response, 0), std::nullopt);
}

TEST(RetryTest, WhatMayPass) {
  for (const int status : {429, 500, 502, 503, 504, 520}) {
    EXPECT_TRUE(IsPassing(status)) << status;
  }
  for (const int status : {200, 304, 400, 403, 404, 410, 501, 505}) {
    EXPECT_FALSE(IsPassing(status)) << status;
  }
  Response lost;
  lost.failure = Failure::kLost;
  Request post;
  post.method = Method::kPost;
  EXPECT_TRUE(MayRetry({}, lost));
  EXPECT_FALSE(MayRetry(post, lost));
  lost.failure = Failure::kTls;
  EXPECT_FALSE(MayRetry({}, lost));
}

TEST(RedirectTest, KeepsThePostWhereItMust) {
  Request post;
  post.method = Method::kPost;
  post.url = "http://a.org/";
  post.body = "x";
  post.headers = {{"Content-Type", "text/plain"}, {"Cookie", "a=b"}};
  const Request same = Redirected(post, 308, "http://a.org/b");
  EXPECT_EQ(same.body, "x");
  EXPECT_EQ(same.headers, post.headers);
  const Request got = Redirected(post, 302, "https://a.org/b");
  EXPECT_EQ(got.method, Method::kGet);
  EXPECT_EQ(got.body, "");
  EXPECT_TRUE(got.headers.empty());  // https is another origin
}

const Moment kNow = Moment() + std::chrono::hours(1);

TEST(ScheduleTest, NoMoreAtOnce) {
  Pace pace;
  pace.at_once = 3;
  pace.host.at_once = 2;
  Schedule schedule(pace);
  for (size_t i = 0; i < 4; ++i) schedule.Add(i, "a.org");
  schedule.Add(4, "b.org");
  schedule.Add(5, "b.org");
  EXPECT_EQ(schedule.Begin(kNow), 0U);
  EXPECT_EQ(schedule.Begin(kNow), 4U);  // hosts take turns
  EXPECT_EQ(schedule.Begin(kNow), 1U);
  EXPECT_EQ(schedule.Begin(kNow), std::nullopt);
  EXPECT_EQ(schedule.Next(), std::nullopt);
  schedule.End("a.org");
  EXPECT_TRUE(schedule.Next());
  EXPECT_FALSE(schedule.empty());
}

TEST(ScheduleTest, IntervalsCountForHostsBelow) {
  Pace pace;
  pace.hosts["arxiv.org"] = {4, milliseconds(3000)};
  Schedule schedule(pace);
  schedule.Add(0, "arxiv.org");
  schedule.Add(1, "export.arxiv.org");
  schedule.Add(2, "notarxiv.org");
  EXPECT_EQ(schedule.Begin(kNow), 0U);
  EXPECT_EQ(schedule.Begin(kNow), 2U);
  EXPECT_EQ(schedule.Begin(kNow), std::nullopt);
  EXPECT_EQ(schedule.Next(), kNow + milliseconds(3000));
  EXPECT_EQ(schedule.Begin(kNow + milliseconds(2999)), std::nullopt);
  EXPECT_EQ(schedule.Begin(kNow + milliseconds(3000)), 1U);
  EXPECT_TRUE(schedule.empty());
}

TEST(ScheduleTest, HoldsAndLaterOnes) {
  Schedule schedule{Pace()};
  schedule.Add(0, "a.org", kNow + milliseconds(10));
  schedule.Add(1, "a.org");
  EXPECT_EQ(schedule.Begin(kNow), 1U);
  schedule.Hold("a.org", kNow + milliseconds(50));
  EXPECT_EQ(schedule.Begin(kNow + milliseconds(49)), std::nullopt);
  EXPECT_EQ(schedule.Next(), kNow + milliseconds(50));
  EXPECT_EQ(schedule.Drop(), 0U);
  EXPECT_EQ(schedule.Drop(), std::nullopt);
  EXPECT_TRUE(schedule.empty());
}

}  // namespace
}  // namespace offprint::fetch
