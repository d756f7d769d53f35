#include "fetch/disk_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "unit/fetch/asking.h"
#include "unit/fetch/local_server.h"

namespace offprint::fetch {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::Not;

class DiskCacheTest : public testing::Test {
 protected:
  DiskCacheTest() {
    std::string name = (fs::temp_directory_path() / "cache-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~DiskCacheTest() override { fs::remove_all(folder_); }

  Response GetCached(Request request, seconds fresh_for) {
    DiskCache cache(folder_ / "answers");
    Fetcher fetcher(LocalOptions());
    Response got;
    cache.Get(fetcher, std::move(request), fresh_for,
              [&](Response response) { got = std::move(response); });
    fetcher.Run(false);
    return got;
  }

  fs::path folder_;
  LocalServer server_{[](const Heard& heard, const Connection& to) {
    if (heard.path == "/missing") {
      to.Answer("404 Not Found");
    } else if (heard.text.find("If-None-Match: \"v1\"") != std::string::npos) {
      to.Send("HTTP/1.1 304 Same\r\n\r\n");
    } else {
      to.Answer(
          "200 OK\r\nETag: \"v1\"\r\nLast-Modified: Mon, 05 Jan 2026 "
          "00:00:00 GMT",
          "body");
    }
  }};
};

TEST_F(DiskCacheTest, AFreshAnswerIsNotAskedForAgain) {
  const Request request = Get(server_.Url("/"));
  EXPECT_EQ(GetCached(request, seconds(100)).body, "body");
  const Response again = GetCached(request, seconds(100));
  EXPECT_EQ(again.body, "body");
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.tries, 0);
  EXPECT_EQ(FindHeader(again.headers, "etag"), "\"v1\"");
  EXPECT_EQ(server_.heard().size(), 1U);
}

TEST_F(DiskCacheTest, AnOldAnswerIsConfirmed) {
  const Request request = Get(server_.Url("/"));
  GetCached(request, seconds(0));
  const Response again = GetCached(request, seconds(0));
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body, "body");
  ASSERT_EQ(server_.heard().size(), 2U);
  EXPECT_THAT(server_.heard()[0].text, Not(HasSubstr("If-")));
  EXPECT_THAT(
      server_.heard()[1].text,
      HasSubstr("If-Modified-Since: Mon, 05 Jan 2026 00:00:00 GMT\r\n"));
}

TEST_F(DiskCacheTest, OnlyGoodAnswersForAllAreKept) {
  GetCached(Get(server_.Url("/missing")), seconds(100));
  EXPECT_EQ(GetCached(Get(server_.Url("/missing")), seconds(100)).status, 404);
  Request secret = Get(server_.Url("/"));
  secret.headers = {{"Authorization", "x"}};
  GetCached(secret, seconds(100));
  EXPECT_FALSE(fs::exists(folder_ / "answers"));
}

TEST_F(DiskCacheTest, WhatIsForgottenIsAskedForAnew) {
  const Request request = Get(server_.Url("/"));
  GetCached(request, seconds(100));
  DiskCache(folder_ / "answers").Forget(request.url);
  GetCached(request, seconds(100));
  EXPECT_EQ(server_.heard().size(), 2U);
}

TEST_F(DiskCacheTest, OldAnswersArePruned) {
  for (const char* path : {"/a", "/b"}) {
    GetCached(Get(server_.Url(path)), seconds(100));
    for (const auto& item : fs::directory_iterator(folder_ / "answers")) {
      if (path[1] == 'a') {
        fs::last_write_time(item, item.last_write_time() - seconds(100));
      }
    }
  }
  DiskCache(folder_ / "answers").Prune(seconds(90));
  GetCached(Get(server_.Url("/b")), seconds(100));
  EXPECT_EQ(server_.heard().size(), 2U);
  GetCached(Get(server_.Url("/a")), seconds(100));
  EXPECT_EQ(server_.heard().size(), 3U);
  DiskCache(folder_ / "nothing").Prune(seconds(0));
}

TEST_F(DiskCacheTest, DamagedFilesAreAsNone) {
  const Request request = Get(server_.Url("/"));
  GetCached(request, seconds(100));
  fs::path file;
  for (const auto& item : fs::directory_iterator(folder_ / "answers")) {
    file = item.path();
  }
  const auto size = fs::file_size(file);
  fs::resize_file(file, size - 1);
  EXPECT_EQ(GetCached(request, seconds(100)).body, "body");
  EXPECT_EQ(fs::file_size(file), size);
  EXPECT_EQ(server_.heard().size(), 2U);
}

}  // namespace
}  // namespace offprint::fetch
