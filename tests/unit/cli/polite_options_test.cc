#include "cli/polite_options.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

using std::chrono::seconds;

SiteConfig ConfigOf(const std::string& contact, const std::string& url) {
  SiteConfig config;
  config.fetch.contact = contact;
  config.url = url;
  config.baseurl = "/papers";
  return config;
}

std::string AboutOf(const SiteConfig& config, std::string_view purpose) {
  const std::string agent = PoliteOptions(config, purpose).user_agent;
  const size_t about = agent.find(' ');
  EXPECT_TRUE(agent.starts_with("offprint/"));
  return about == std::string::npos ? "" : agent.substr(about + 1);
}

TEST(PoliteOptionsTest, SaysWhoAsksAsFarAsItIsKnown) {
  EXPECT_EQ(AboutOf(ConfigOf("", ""), ""), "");
  EXPECT_EQ(AboutOf(ConfigOf("", ""), "link check"), "(link check)");
  EXPECT_EQ(AboutOf(ConfigOf("me@example.org", "https://example.org"), ""),
            "(me@example.org; +https://example.org/papers/)");
  EXPECT_EQ(AboutOf(ConfigOf("", "https://example.org"), "link check"),
            "(link check; +https://example.org/papers/)");
}

TEST(PoliteOptionsTest, ArxivIsAskedEveryThreeSecondsAtTheMost) {
  SiteConfig config;
  config.fetch.interval = 0;
  const auto interval_of = [&](std::string_view host) {
    return fetch::PaceOf(PoliteOptions(config).pace, host).pace.interval;
  };
  EXPECT_EQ(interval_of("export.arxiv.org"), seconds(3));
  EXPECT_EQ(interval_of("example.org"), seconds(0));
  config.fetch.interval = 10;
  EXPECT_EQ(interval_of("arxiv.org"), seconds(10));
}

TEST(PoliteOptionsTest, HostsOfArxivAreBelowItsName) {
  EXPECT_TRUE(IsArxivHost("arxiv.org"));
  EXPECT_TRUE(IsArxivHost("rss.arxiv.org"));
  EXPECT_FALSE(IsArxivHost("notarxiv.org"));
  EXPECT_FALSE(IsArxivHost("arxiv.org.example.org"));
}

}  // namespace
}  // namespace offprint
