#include "data/json.h"

#include <gtest/gtest.h>

#include <cmath>

namespace offprint::data {
namespace {

std::string String(std::string_view text) {
  std::string out;
  AppendJsonString(text, &out);
  return out;
}

std::string Number(double number) {
  std::string out;
  AppendJsonNumber(number, &out);
  return out;
}

TEST(AppendJsonString, EscapesWhatJsonAsks) {
  EXPECT_EQ(String("a \"b\" \\ c"), R"("a \"b\" \\ c")");
  EXPECT_EQ(String("\n\t\r\b\x01"), R"("\n\t\u000d\u0008\u0001")");
  EXPECT_EQ(String(std::string_view("a\0b", 3)), R"("a\u0000b")");
}

TEST(AppendJsonString, IsSafeInAScriptElement) {
  EXPECT_EQ(String("</script><!--"), R"("\u003c/script>\u003c!--")");
  EXPECT_EQ(String("a\u2028b\u2029c"), R"("a\u2028b\u2029c")");
}

TEST(AppendJsonString, EscapesWhatYamlDoesNotTakeRaw) {
  EXPECT_EQ(String("\x7F\u0080\u0085\u009F\uFEFF"),
            R"("\u007f\u0080\u0085\u009f\ufeff")");
  EXPECT_EQ(String("\uFFFE\uFFFF"), R"("\ufffe\uffff")");
}

TEST(AppendJsonString, LeavesTheRest) {
  EXPECT_EQ(String("多模态 é \u00A0 𝛼 / '"), "\"多模态 é \u00A0 𝛼 / '\"");
  EXPECT_EQ(String("\u2027\u202A\uFFFD"), "\"\u2027\u202A\uFFFD\"");
}

TEST(AppendJsonNumber, WritesTheShortestFormThatReadsBack) {
  EXPECT_EQ(Number(9.5), "9.5");
  EXPECT_EQ(Number(9), "9.0");
  EXPECT_EQ(Number(-0.1), "-0.1");
  EXPECT_EQ(Number(1e300), "1.0e+300");
  EXPECT_EQ(Number(1.5e-9), "1.5e-09");
}

TEST(AppendJsonNumber, WritesNullForWhatJsonLacks) {
  EXPECT_EQ(Number(HUGE_VAL), "null");
  EXPECT_EQ(Number(std::nan("")), "null");
}

TEST(AppendJson, WritesATreeWithoutWhiteSpace) {
  std::string out;
  AppendJson(Object{{"a", Array{1, true, nullptr, "x"}, {}},
                    {"b", Object{}, {}},
                    {"c", Array{}, {}}},
             &out);
  EXPECT_EQ(out, R"({"a":[1,true,null,"x"],"b":{},"c":[]})");
}

TEST(JsonWriter, PutsCommasByItself) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Key("a").BeginArray().Int(1).Double(2).BeginObject();
  json.EndObject().EndArray().Key("b").String("x").Key("c").Bool(false);
  json.Key("d").Null().Key("e").StringOrNull("").Key("f").StringOrNull("y");
  json.EndObject();
  EXPECT_EQ(out,
            R"({"a":[1,2.0,{}],"b":"x","c":false,"d":null,"e":null,"f":"y"})");
}

}  // namespace
}  // namespace offprint::data
