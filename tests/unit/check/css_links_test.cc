#include "check/css_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace offprint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "a.png@4" of each address.
std::vector<std::string> AddressesOf(std::string_view css) {
  std::vector<std::string> found;
  EachCssAddress(css, [&](const std::string& address, size_t offset) {
    found.push_back(address + "@" + std::to_string(offset));
  });
  return found;
}

TEST(CssLinksTest, UrlsInEveryForm) {
  EXPECT_THAT(AddressesOf("a{b:url(x.png)}c{d:URL( 'y z.png' ),url(\"w\")}"),
              ElementsAre("x.png@8", "y z.png@25", "w@41"));
  EXPECT_THAT(AddressesOf("a{b:url(x\\29.png) u\\72l(y)}"),
              ElementsAre("x).png@8", "y@24"));
}

TEST(CssLinksTest, Imports) {
  EXPECT_THAT(
      AddressesOf("@import 'a.css' layer(\"x\");@IMPORT url(b.css) tv;"),
      ElementsAre("a.css@9", "b.css@39"));
}

TEST(CssLinksTest, WhatIsNoAddress) {
  EXPECT_THAT(
      AddressesOf("/* url(a) @import 'b' */ x{content:'url(c)'} curl(d) url e"
                  "@namespace svg url(http://www.w3.org/2000/svg);"
                  "f{clip-path:url(#g)} @charset 'utf-8'; h{i:url()}"),
      IsEmpty());
}

TEST(CssLinksTest, AnyBytes) {
  for (const char* cut : {"/*", "'", "url(", "url('", "@", "@import", "\\",
                          "url(\\", "a{b:url( ", "\\110000 ", "'\\\n"}) {
    EXPECT_THAT(AddressesOf(cut), IsEmpty()) << cut;
  }
  EXPECT_THAT(AddressesOf("url(a"), ElementsAre("a@4"));
}

}  // namespace
}  // namespace offprint
