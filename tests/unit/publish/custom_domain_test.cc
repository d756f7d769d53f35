#include "publish/custom_domain.h"

#include <gtest/gtest.h>

#include "publish/remote.h"

namespace offprint {
namespace {

TEST(CustomDomainTest, OneOfTheOwners) {
  EXPECT_EQ(CustomDomain("https://Papers.example.org", ""),
            "papers.example.org");
  EXPECT_EQ(CustomDomain("http://example.org", ""), "example.org");
  EXPECT_EQ(CustomDomain("https://github.io.example.org", ""),
            "github.io.example.org");
}

TEST(CustomDomainTest, OneOfTheHosts) {
  EXPECT_EQ(CustomDomain("https://me.github.io", ""), "");
  EXPECT_EQ(CustomDomain("https://ME.GitHub.io", ""), "");
}

TEST(CustomDomainTest, OneOfAnotherRepository) {
  EXPECT_EQ(CustomDomain("https://example.org", "/papers"), "");
}

TEST(CustomDomainTest, NoDomain) {
  for (const char* url :
       {"", "example.org", "http://localhost", "http://127.0.0.1",
        "http://example.org:8000", "http://[::1]", "http://me@example.org"}) {
    EXPECT_EQ(CustomDomain(url, ""), "") << url;
  }
}

TEST(RemoteTest, RepositoriesOfGitHub) {
  for (const char* address :
       {"https://github.com/a/b", "https://github.com/a/b.git",
        "https://github.com/a/b/", "git@github.com:a/b.git",
        "ssh://git@github.com/a/b.git"}) {
    EXPECT_EQ(GitHubRepository(address), "a/b") << address;
  }
  EXPECT_EQ(GitHubRepository("https://gitlab.com/a/b"), "");
  EXPECT_EQ(GitHubRepository("../remote.git"), "");
}

}  // namespace
}  // namespace offprint
