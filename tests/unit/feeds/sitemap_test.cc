#include "feeds/sitemap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "feeds/robots.h"
#include "output/memory_sink.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

constexpr std::string_view kRoot = "https://x.org/p/";

MemorySink::Files Write(size_t addresses, SitemapLimits limits) {
  MemorySink sink;
  SitemapWriter writer{std::string(kRoot), sink, limits};
  for (size_t i = 0; i < addresses; ++i) {
    writer.Add({std::string(kRoot) + std::to_string(i), std::nullopt});
  }
  writer.Finish();
  return sink.files();
}

std::vector<std::string> Addresses(const std::string& xml) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(xml.c_str()));
  std::vector<std::string> addresses;
  for (const pugi::xml_node node : document.document_element()) {
    addresses.emplace_back(node.child("loc").text().get());
  }
  return addresses;
}

TEST(SitemapTest, WritesAddressesAndDays) {
  MemorySink sink;
  SitemapWriter writer{std::string(kRoot), sink};
  writer.Add({"https://x.org/p/?a&b", Date{2026, 1, 3}});
  writer.Add({"https://x.org/p/c", std::nullopt});
  writer.Finish();
  EXPECT_THAT(sink.files(),
              ElementsAre(Pair("sitemap.xml",
                               R"(<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url>
<loc>https://x.org/p/?a&amp;b</loc>
<lastmod>2026-01-03</lastmod>
</url>
<url>
<loc>https://x.org/p/c</loc>
</url>
</urlset>
)")));
}

TEST(SitemapTest, SplitsBeyondTheLimitWithAnIndex) {
  EXPECT_EQ(Write(3, {3, 1 << 20}).size(), 1u);
  const MemorySink::Files files = Write(7, {3, 1 << 20});
  ASSERT_EQ(files.size(), 4u);
  EXPECT_THAT(Addresses(files.at("sitemap.xml")),
              ElementsAre("https://x.org/p/sitemap-1.xml",
                          "https://x.org/p/sitemap-2.xml",
                          "https://x.org/p/sitemap-3.xml"));
  EXPECT_THAT(Addresses(files.at("sitemap-1.xml")),
              ElementsAre("https://x.org/p/0", "https://x.org/p/1",
                          "https://x.org/p/2"));
  EXPECT_THAT(Addresses(files.at("sitemap-3.xml")),
              ElementsAre("https://x.org/p/6"));
}

TEST(SitemapTest, AFileHasTenThousandAddressesAtMost) {
  const MemorySink::Files files = Write(10001, {});
  ASSERT_EQ(files.size(), 3u);
  EXPECT_EQ(Addresses(files.at("sitemap-1.xml")).size(), 10000u);
  EXPECT_EQ(Addresses(files.at("sitemap-2.xml")).size(), 1u);
}

TEST(SitemapTest, NoFileIsLargerThanTheLimit) {
  const size_t limit = 2000;
  size_t addresses = 0;
  for (const auto& [path, bytes] : Write(100, {50000, limit})) {
    EXPECT_LE(bytes.size(), limit + (path == "sitemap.xml" ? 2000 : 0)) << path;
    if (path != "sitemap.xml") addresses += Addresses(bytes).size();
  }
  EXPECT_EQ(addresses, 100u);
}

TEST(SitemapTest, AnEmptyOneIsWritten) { EXPECT_EQ(Write(0, {}).size(), 1u); }

TEST(RobotsTest, NamesTheSitemapIfThereIsOne) {
  EXPECT_EQ(RobotsText("https://x.org/sitemap.xml"),
            "User-agent: *\nDisallow:\n\nSitemap: https://x.org/sitemap.xml\n");
  EXPECT_EQ(RobotsText(""), "User-agent: *\nDisallow:\n");
}

}  // namespace
}  // namespace offprint
