#include "fetch/utf8_body.h"

#include <gtest/gtest.h>

#include <utility>

namespace offprint::fetch {
namespace {

Response Answer(std::string type, std::string body) {
  Response response;
  response.headers = {{"Content-Type", std::move(type)}};
  response.body = std::move(body);
  return response;
}

TEST(Utf8BodyTest, BelievesBytesBeforeHeaders) {
  EXPECT_EQ(Utf8Body(Answer("text/xml; charset=ISO-8859-1", "Größe")), "Größe");
  EXPECT_EQ(Utf8Body(Answer("text/xml; charset=ISO-8859-1",
                            "Gr\xF6\xDF"
                            "e")),
            "Größe");
  EXPECT_EQ(Utf8Body(Answer("text/xml",
                            "<?xml encoding='iso-8859-1'?>Gr\xF6\xDF"
                            "e")),
            "<?xml encoding='iso-8859-1'?>Größe");
  EXPECT_EQ(Utf8Body(Answer("text/xml",
                            "Gr\xF6"
                            "e")),
            "Gr\uFFFDe");
}

}  // namespace
}  // namespace offprint::fetch
