#include "remote/git_address.h"

#include <gtest/gtest.h>

namespace offprint::remote {
namespace {

using fetch::Reach;

TEST(GitAddress, KnowsTransportsAndHosts) {
  struct Case {
    const char* address;
    const char* transport;
    const char* host;
  };
  for (const Case& one : {
           Case{"https://GitHub.com/a/b.git", "https", "github.com"},
           Case{"http://a.example:8080/b", "http", "a.example"},
           Case{"ssh://git@a.example:22/b", "ssh", "a.example"},
           Case{"ssh://[::1]/b", "ssh", "::1"},
           Case{"git@a.example:b/c.git", "ssh", "a.example"},
           Case{"/srv/b", "file", ""},
           Case{"file:///srv/b", "file", ""},
           Case{"ext::sh -c id", "", ""},
           Case{"git://a.example/b", "", ""},
           Case{"../b", "", ""},
           Case{"./b:c", "", ""},
           Case{"", "", ""},
       }) {
    EXPECT_EQ(TransportOf(one.address), one.transport) << one.address;
    EXPECT_EQ(HostOf(one.address), one.host) << one.address;
  }
}

TEST(GitAddress, StaysOffThisMachineUnlessToldOtherwise) {
  for (const char* address :
       {"file:///srv/b", "/srv/b", "https://localhost/b", "http://127.1/b",
        "ssh://git@10.0.0.1/b", "git@192.168.1.1:b", "https://[::1]/b"}) {
    EXPECT_NE(GitAddressProblem(address, Reach::kPublic), "") << address;
    EXPECT_EQ(GitAddressProblem(address, Reach::kAnywhere), "") << address;
  }
  EXPECT_EQ(GitAddressProblem("https://93.184.215.14/b", Reach::kPublic), "");
  EXPECT_NE(GitAddressProblem("ext::id", Reach::kAnywhere), "");
}

}  // namespace
}  // namespace offprint::remote
