#include "data/json_parser.h"

#include <gtest/gtest.h>

#include "data/json.h"

namespace offprint::data {
namespace {

std::string ReadAndWritten(std::string_view text) {
  Diagnostics diagnostics;
  std::string out;
  AppendJson(ParseJson(text, "a.json", diagnostics), &out);
  for (const Diagnostic& problem : diagnostics.list()) {
    out += " " + FormatDiagnostic(problem);
  }
  return out;
}

TEST(JsonParserTest, ReadsEveryKindOfValue) {
  EXPECT_EQ(ReadAndWritten(" {\"a\": [1, -2.5, 1e3, true, null, \"x\"]} "),
            "{\"a\":[1,-2.5,1000.0,true,null,\"x\"]}");
}

TEST(JsonParserTest, ReadsEscapes) {
  EXPECT_EQ(ReadAndWritten("\"\\u8bba\\n\\ud83d\\ude80\""), "\"论\\n🚀\"");
}

TEST(JsonParserTest, SaysWhereTheTextIsNoJson) {
  EXPECT_EQ(ReadAndWritten("[1,\n 2"),
            "null a.json:2:3: error: not JSON: \"]\" is missing");
  EXPECT_EQ(ReadAndWritten("nothing"),
            "null a.json:1:1: error: not JSON: a value is missing");
}

}  // namespace
}  // namespace offprint::data
