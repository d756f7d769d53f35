#include "serve/site_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace offprint::serve {
namespace {

namespace fs = std::filesystem;

TEST(DecodePathTest, IsDecodedOnce) {
  EXPECT_EQ(DecodePath("/a/%E6%A8%A1/b.html"), "a/模/b.html");
  EXPECT_EQ(DecodePath("/%252e%252e/x"), "%2e%2e/x");
}

TEST(DecodePathTest, NothingLeadsOutOrIsNoPath) {
  for (const char* path :
       {"/..", "/../x", "/a/../x", "/%2e%2e/x", "/.%2E/x", "/a/%2e%2e%2fx",
        "/a/./x", "/a%00", "/a%5c..%5cx", "/a\\b", "/%", "/%4", "/%zz"}) {
    EXPECT_EQ(DecodePath(path), std::nullopt) << path;
  }
}

class SiteFilesTest : public ::testing::Test {
 protected:
  SiteFilesTest() {
    std::string name = ::testing::TempDir() + "offprint-XXXXXX";
    root_ = fs::canonical(mkdtemp(name.data()));
    Put("site/index.html", "home");
    Put("site/404.html", "not there");
    Put("site/page.html", "page");
    Put("site/days/2026-01-23/index.html", "day");
    Put("site/assets/a.css", std::string(1000, 'a'));
    Put("site/.offprint", "mark");
    Put("site/.well-known/x", "known");
    Put("secret", "secret");
  }
  ~SiteFilesTest() override { fs::remove_all(root_); }

  void Put(const std::string& path, const std::string& bytes) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << bytes;
  }

  Response Get(const std::string& path, decltype(Request::headers) headers = {},
               const std::string& script = "") {
    return SiteFiles(root_ / "site", "/base", script)
        .Answer({"GET", path, std::move(headers)});
  }

  static std::string HeaderOf(const Response& response,
                              const std::string& name) {
    const auto found = std::ranges::find(
        response.headers, name, &std::pair<std::string, std::string>::first);
    return found != response.headers.end() ? found->second : "";
  }

  static std::string BodyOf(const Response& response) {
    if (!response.file.valid()) return response.body;
    std::string bytes(response.file_size, '\0');
    const ssize_t got = pread(response.file.get(), bytes.data(), bytes.size(),
                              static_cast<off_t>(response.file_offset));
    EXPECT_EQ(got, static_cast<ssize_t>(bytes.size()));
    return bytes;
  }

  fs::path root_;
};

TEST_F(SiteFilesTest, AddressesArePretty) {
  EXPECT_EQ(BodyOf(Get("/base/")), "home");
  EXPECT_EQ(BodyOf(Get("/base/page.html")), "page");
  EXPECT_EQ(BodyOf(Get("/base/page")), "page");
  EXPECT_EQ(BodyOf(Get("/base/days/2026-01-23/")), "day");
  EXPECT_EQ(HeaderOf(Get("/base/page"), "Content-Type"),
            "text/html; charset=utf-8");
}

TEST_F(SiteFilesTest, FoldersAndTheBaseAreRedirected) {
  for (const auto& [from, to] :
       {std::pair("/", "/base/"),
        {"/base", "/base/"},
        {"/base/days/2026-01-23", "/base/days/2026-01-23/"}}) {
    const Response response = Get(from);
    EXPECT_EQ(response.status, 301) << from;
    EXPECT_EQ(HeaderOf(response, "Location"), to);
  }
}

TEST_F(SiteFilesTest, WhatIsNotThereHasTheSitesOwnPage) {
  for (const char* path : {"/base/nope", "/base/days/", "/base/page.html/",
                           "/base/../secret", "/base/%2e%2e/secret"}) {
    const Response response = Get(path);
    EXPECT_EQ(response.status, 404) << path;
    EXPECT_EQ(BodyOf(response), "not there") << path;
  }
  EXPECT_EQ(Get("/elsewhere").status, 404);
  EXPECT_EQ(Get("/basement").status, 404);
}

TEST_F(SiteFilesTest, NothingOutsideOrHiddenIsServed) {
  fs::create_symlink(root_ / "secret", root_ / "site/link");
  fs::create_directory_symlink(root_, root_ / "site/up");
  for (const char* path :
       {"/base/link", "/base/up/secret", "/base/.offprint", "/base//secret"}) {
    EXPECT_EQ(Get(path).status, 404) << path;
  }
  EXPECT_EQ(BodyOf(Get("/base/.well-known/x")), "known");
}

TEST_F(SiteFilesTest, OtherMethodsAreRefused) {
  const Response response =
      SiteFiles(root_ / "site", "", "").Answer({"DELETE", "/index.html", {}});
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(HeaderOf(response, "Allow"), "GET, HEAD");
}

TEST_F(SiteFilesTest, WhatIsKnownIsNotSentAgain) {
  const Response first = Get("/base/assets/a.css");
  const std::string tag = HeaderOf(first, "ETag");
  EXPECT_EQ(Get("/base/assets/a.css", {{"if-none-match", tag}}).status, 304);
  EXPECT_EQ(Get("/base/assets/a.css", {{"if-none-match", "\"x\""}}).status,
            200);
  EXPECT_EQ(Get("/base/assets/a.css",
                {{"if-modified-since", HeaderOf(first, "Last-Modified")}})
                .status,
            304);
}

TEST_F(SiteFilesTest, ARangeIsAPart) {
  const auto get = [&](const char* range) {
    return Get("/base/page.html", {{"range", range}});
  };
  EXPECT_EQ(BodyOf(get("bytes=1-2")), "ag");
  EXPECT_EQ(HeaderOf(get("bytes=1-2"), "Content-Range"), "bytes 1-2/4");
  EXPECT_EQ(BodyOf(get("bytes=2-")), "ge");
  EXPECT_EQ(BodyOf(get("bytes=-3")), "age");
  EXPECT_EQ(BodyOf(get("bytes=-30")), "page");
  EXPECT_EQ(get("bytes=0-99").status, 206);
  EXPECT_EQ(get("bytes=4-").status, 416);
  EXPECT_EQ(HeaderOf(get("bytes=4-"), "Content-Range"), "bytes */4");
  for (const char* odd : {"bytes=x", "bytes=2-1", "lines=1-2", "bytes=1",
                          "bytes=99999999999999999999-"}) {
    EXPECT_EQ(get(odd).status, 200) << odd;
  }
}

TEST_F(SiteFilesTest, TextsAreCompressedForThoseWhoAskForIt) {
  const Response response =
      Get("/base/assets/a.css", {{"accept-encoding", "br, gzip;q=0.8"}});
  EXPECT_EQ(HeaderOf(response, "Content-Encoding"), "gzip");
  const std::string tag = HeaderOf(response, "ETag");
  EXPECT_EQ(tag, "W/" + HeaderOf(Get("/base/assets/a.css"), "ETag"));
  EXPECT_EQ(Get("/base/assets/a.css", {{"if-none-match", tag}}).status, 304);
  EXPECT_LT(response.body.size(), 100U);
  EXPECT_TRUE(response.body.starts_with("\x1f\x8b"));
  for (const char* none : {"br", "gzip;q=0", "gzip;q=0.0", ""}) {
    EXPECT_EQ(HeaderOf(Get("/base/assets/a.css", {{"accept-encoding", none}}),
                       "Content-Encoding"),
              "")
        << none;
  }
}

TEST_F(SiteFilesTest, PagesHaveTheScript) {
  EXPECT_EQ(BodyOf(Get("/base/page", {}, "<script>")), "page<script>");
  EXPECT_EQ(BodyOf(Get("/base/nope", {}, "<script>")), "not there<script>");
  EXPECT_EQ(BodyOf(Get("/base/assets/a.css", {}, "<script>")).size(), 1000U);
}

}  // namespace
}  // namespace offprint::serve
