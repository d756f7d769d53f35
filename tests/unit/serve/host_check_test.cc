#include "serve/host_check.h"

#include <gtest/gtest.h>

namespace offprint::serve {
namespace {

TEST(HostCheckTest, OnLoopbackOnlyItsNamesAreOurs) {
  for (const char* host : {"localhost", "localhost:4000", "127.0.0.1:4000",
                           "[::1]:4000", "site.localhost:4000"}) {
    EXPECT_TRUE(IsOurHost(host, "127.0.0.1")) << host;
  }
  for (const char* host :
       {"", "evil.example", "evil.example:4000", "127.0.0.1.evil.example",
        "192.168.1.2:4000", "localhost.evil.example", "machine"}) {
    EXPECT_FALSE(IsOurHost(host, "127.0.0.1")) << host;
  }
}

TEST(HostCheckTest, ForEveryoneAddressesAndPlainNamesAreOurs) {
  for (const char* host : {"192.168.1.2:4000", "machine:4000", "localhost"}) {
    EXPECT_TRUE(IsOurHost(host, "0.0.0.0")) << host;
  }
  EXPECT_FALSE(IsOurHost("evil.example", "0.0.0.0"));
  EXPECT_FALSE(IsOurHost("", "0.0.0.0"));
}

}  // namespace
}  // namespace offprint::serve
