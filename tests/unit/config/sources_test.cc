// Digests of others: "sources".
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "config/load_config.h"
#include "config/remote_source.h"
#include "data/yaml.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Loaded {
  std::vector<RemoteSource> sources;
  std::vector<std::string> messages;
};

// The sources of a list, each item on a line of its own.
Loaded Load(const std::string& list) {
  Diagnostics diagnostics;
  SiteConfig config;
  const data::Value value =
      data::ParseYaml("sources:\n" + list, "site.yml", 1, diagnostics);
  ApplySettings(*value.AsObject(), "site.yml", {}, &config, diagnostics);
  Loaded loaded = {config.sources, {}};
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    loaded.messages.push_back(FormatDiagnostic(diagnostic));
  }
  return loaded;
}

TEST(Sources, AreOfFourKinds) {
  const auto [sources, messages] = Load(
      "- {name: a, url: \"https://a.example/x.md\", title: 甲}\n"
      "- {name: b, feed: \"http://a.example/feed\"}\n"
      "- {name: c, dated: \"https://a.example/{date}.md\", from: 2026-01-01}\n"
      "- {name: d, git: \"git@a.example:x/y\", folder: p/q/, branch: main}\n");
  EXPECT_THAT(messages, IsEmpty());
  ASSERT_EQ(sources.size(), 4U);
  EXPECT_EQ(sources[0].kind, RemoteKind::kUrl);
  EXPECT_EQ(sources[0].title, "甲");
  EXPECT_EQ(sources[0].link, "https://a.example/x.md");
  EXPECT_EQ(sources[0].place.line, 2);
  EXPECT_EQ(sources[1].kind, RemoteKind::kFeed);
  EXPECT_EQ(sources[1].title, "b");
  EXPECT_EQ(sources[1].link, "");
  EXPECT_EQ(sources[2].kind, RemoteKind::kDated);
  EXPECT_EQ(sources[2].link, "https://a.example/");
  EXPECT_EQ(sources[2].from, (Date{2026, 1, 1}));
  EXPECT_EQ(sources[3].kind, RemoteKind::kGit);
  EXPECT_EQ(sources[3].folder, "p/q");
  EXPECT_EQ(sources[3].link, "");
}

TEST(Sources, ThatCannotBeUsedAreLeftOut) {
  const auto [sources, messages] = Load(
      "- {name: a, url: \"https://a.example/x.md\", from: 2026-01-01}\n"
      "- {name: a, url: \"https://a.example/y.md\"}\n"
      "- {url: \"https://a.example/y.md\"}\n"
      "- text\n");
  EXPECT_EQ(sources.size(), 1U);
  EXPECT_THAT(
      messages,
      ElementsAre(
          "site.yml:2:44: warning: unknown key \"from\" in \"sources\"",
          "site.yml:3:3: error: \"sources\" has two sources of the name \"a\"",
          "site.yml:4:3: error: \"sources\" lacks \"name\"",
          "site.yml:5:3: error: \"sources\" should be a mapping, not a text"));
}

TEST(Sources, NameFoldersOfTheirOwn) {
  for (const char* name : {"A", "a b", "../a", ".a", "_a", "a/b", "\"\""}) {
    const auto [sources, messages] = Load(
        std::string("- {url: \"https://a.example/\", name: ") + name + "}\n");
    EXPECT_THAT(sources, IsEmpty()) << name;
    EXPECT_EQ(messages.size(), 1U) << name;
  }
}

TEST(Sources, HaveAddressesThatLeadNowhereElse) {
  for (const char* address :
       {"url: file:///x.md", "url: https://", "url: \"https://u:p@a.example/\"",
        "feed: ftp://a.example", "dated: \"https://a.example/{year}.md\"",
        "dated: \"https://a.example/{date}{x}\"", "git: \"ext::sh -c id\"",
        "git: ext::id", "git: \"--upload-pack=id\"",
        "git: \"https://u@a.example/\"",
        "git: \"https://a.example/\", branch: \"-x\"",
        "git: \"https://a.example/\", branch: \"a:b\"",
        "git: \"https://a.example/\", folder: \"../x\"",
        "git: \"https://a.example/\", folder: /x",
        "url: \"https://a.example/\", link: \"javascript:x\""}) {
    const auto [sources, messages] =
        Load(std::string("- {name: a, ") + address + "}\n");
    EXPECT_THAT(sources, IsEmpty()) << address;
    EXPECT_EQ(messages.size(), 1U) << address;
  }
}

TEST(Sources, FillDaysIntoAddresses) {
  EXPECT_EQ(AddressOn("https://a/{date}/{year}{month}{day}.md", {2026, 1, 3}),
            "https://a/2026-01-03/20260103.md");
}

TEST(Sources, KnowTheirDigests) {
  EXPECT_EQ(RemoteNameOf("content", "content/remote/a/b/c.md"), "a");
  EXPECT_EQ(RemoteNameOf("./content/", "content/remote/a/c.md"), "a");
  EXPECT_EQ(RemoteNameOf(".", "remote/a/c.md"), "a");
  EXPECT_EQ(RemoteNameOf("content", "content/remote/c.md"), "");
  EXPECT_EQ(RemoteNameOf("content", "content/a/remote/b/c.md"), "");
  EXPECT_EQ(RemoteNameOf("content", "content/remotely/b/c.md"), "");
}

}  // namespace
}  // namespace offprint
