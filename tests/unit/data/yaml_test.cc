#include "data/yaml.h"

#include <gtest/gtest.h>

#include <cmath>

#include "data/json.h"

namespace offprint::data {
namespace {

// The value of "v: TEXT" as JSON, which tells texts from numbers.
std::string Scalar(const std::string& text) {
  Diagnostics diagnostics;
  const Value root = ParseYaml("v: " + text + "\n", "x.yml", 1, diagnostics);
  EXPECT_TRUE(diagnostics.list().empty()) << text;
  std::string json;
  AppendJson(*root.AsObject()->Find("v"), &json);
  return json;
}

std::string Json(const std::string& text) {
  Diagnostics diagnostics;
  const Value root = ParseYaml(text, "x.yml", 1, diagnostics);
  EXPECT_TRUE(diagnostics.list().empty()) << text;
  std::string json;
  AppendJson(root, &json);
  return json;
}

// The value as JSON, and what is said of it.
std::string JsonAndWord(const std::string& text) {
  Diagnostics diagnostics;
  const Value root = ParseYaml(text, "x.yml", 1, diagnostics);
  std::string json;
  AppendJson(root, &json);
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    json += "\n" + FormatDiagnostic(diagnostic);
  }
  return json;
}

std::string ErrorOf(const std::string& text, int first_line = 1) {
  Diagnostics diagnostics;
  EXPECT_TRUE(ParseYaml(text, "x.yml", first_line, diagnostics).IsNull());
  if (diagnostics.list().size() != 1) return "no error";
  return FormatDiagnostic(diagnostics.list()[0]);
}

TEST(YamlScalar, ReadsTruthValuesAsJekyllDoes) {
  for (const char* text : {"true", "True", "TRUE", "yes", "Yes", "on", "ON"}) {
    EXPECT_EQ(Scalar(text), "true") << text;
  }
  for (const char* text : {"false", "no", "No", "NO", "off", "Off"}) {
    EXPECT_EQ(Scalar(text), "false") << text;
  }
  EXPECT_EQ(Scalar("yEs"), "\"yEs\"");
  EXPECT_EQ(Scalar("y"), "\"y\"");
}

TEST(YamlScalar, ReadsNulls) {
  for (const char* text : {"", "~", "null", "Null", "NULL"}) {
    EXPECT_EQ(Scalar(text), "null") << text;
  }
  EXPECT_EQ(Scalar("nil"), "\"nil\"");
}

TEST(YamlScalar, ReadsIntegersAsSafeYamlDoes) {
  EXPECT_EQ(Scalar("1"), "1");
  EXPECT_EQ(Scalar("-12"), "-12");
  EXPECT_EQ(Scalar("-0"), "0");
  EXPECT_EQ(Scalar("1,000"), "1000");
  EXPECT_EQ(Scalar("1_000"), "1000");
  EXPECT_EQ(Scalar("20240305"), "20240305");
  EXPECT_EQ(Scalar("0123"), "83");
  EXPECT_EQ(Scalar("007"), "7");
  EXPECT_EQ(Scalar("0x1F"), "31");
  EXPECT_EQ(Scalar("0b101"), "5");
}

TEST(YamlScalar, LeavesWhatIsNoInteger) {
  for (const char* text : {"089", "0x-5", "0xZ", "1-2", "a, b", "50%", "+",
                           "99999999999999999999", "2024-03", "2024-3-5"}) {
    EXPECT_EQ(Scalar(text), '"' + std::string(text) + '"');
  }
}

TEST(YamlScalar, ReadsDoublesAsSafeYamlDoes) {
  EXPECT_EQ(Scalar("1.0"), "1.0");
  EXPECT_EQ(Scalar("1.10"), "1.1");
  EXPECT_EQ(Scalar(".5"), "0.5");
  EXPECT_EQ(Scalar("-9.5"), "-9.5");
  EXPECT_EQ(Scalar("1_000.5"), "1000.5");
  EXPECT_EQ(Scalar("1.5e+3"), "1500.0");
}

TEST(YamlScalar, LeavesWhatIsNoDouble) {
  for (const char* text :
       {"1e3", "1e-7", "1.5e3", "5.", "1.2.3", "1.-5", "10.1145/3292500"}) {
    EXPECT_EQ(Scalar(text), '"' + std::string(text) + '"');
  }
}

TEST(YamlScalar, CountsInSixties) {
  EXPECT_EQ(Scalar("12:30"), "750.0");
  EXPECT_EQ(Scalar("12:30:45"), "45045.0");
  EXPECT_EQ(Scalar("-1:30"), "-90.0");
  EXPECT_EQ(Scalar("12:75"), "\"12:75\"");
  EXPECT_EQ(Scalar("arXiv:1706.03762"), "\"arXiv:1706.03762\"");
}

TEST(YamlScalar, ReadsInfinity) {
  Diagnostics diagnostics;
  const Value root = ParseYaml("[.inf, -.inf, .nan]", "x.yml", 1, diagnostics);
  EXPECT_EQ(*(*root.AsArray())[0].AsDouble(), HUGE_VAL);
  EXPECT_EQ(*(*root.AsArray())[1].AsDouble(), -HUGE_VAL);
  EXPECT_TRUE(std::isnan(*(*root.AsArray())[2].AsDouble()));
}

TEST(YamlScalar, KeepsQuotedAndBlockScalarsAsTexts) {
  EXPECT_EQ(Scalar("\"yes\""), "\"yes\"");
  EXPECT_EQ(Scalar("'12'"), "\"12\"");
  EXPECT_EQ(Scalar("\"\""), "\"\"");
  EXPECT_EQ(Scalar("!!str 12"), "\"12\"");
  EXPECT_EQ(Scalar("|\n  12\n"), "\"12\\n\"");
  EXPECT_EQ(Scalar(">-\n  yes\n"), "\"yes\"");
}

TEST(Yaml, KeepsTheOrderOfMembers) {
  EXPECT_EQ(Json("b: 1\na: [x, {c: no}]\n"),
            R"({"b":1,"a":["x",{"c":false}]})");
}

TEST(Yaml, TakesTheLastOfTwoEqualKeys) {
  EXPECT_EQ(JsonAndWord("a: 1\nb: 2\na: 3\n"),
            "{\"a\":3,\"b\":2}\nx.yml:3:1: warning: \"a\" stands here a second "
            "time, and this one counts; take one of them away");
}

TEST(Yaml, ReadsTheFirstDocument) {
  const std::string read = JsonAndWord("a: 1\n---\na: 2\n");
  EXPECT_TRUE(
      read.starts_with("{\"a\":1}\nx.yml:3:1: warning: this is not "
                       "read"))
      << read;
  EXPECT_EQ(Json("---\na: 1\n...\n# the end\n"), "{\"a\":1}");
  EXPECT_EQ(Json("---\na: 1\n---\n"), "{\"a\":1}");
  EXPECT_EQ(Json(""), "null");
  EXPECT_NE(JsonAndWord("a: 1\n---\n{bad\n").find("warning: this is not read"),
            std::string::npos);
}

TEST(Yaml, AQuoteThatIsNotClosedIsAnError) {
  constexpr std::string_view kError =
      "error: this is not valid YAML: the quote that begins here is not closed";
  for (const std::string text :
       {"标题: 论文\na: \"My archive\nurl: x\n",
        "标题: 论文\na: 'It''s\nurl: x\n", "标题: 论文\na: \"a\\\"\n",
        "标题: 论文\na: ' b\n", "标题: 论文\na: !!str \"b\n"}) {
    EXPECT_EQ(ErrorOf(text), "x.yml:2:4: " + std::string(kError)) << text;
  }
  EXPECT_EQ(
      Json("中: \"文\"\nb: ['中''文', \"\\\"\", '', \"\"]\n? \"c\nd\"\n: "
           "\"e\n\n  f\"\ng: !!str \"h\"\ni: &x 'j'\nk: *x"),
      "{\"中\":\"文\",\"b\":[\"中'文\",\"\\\"\",\"\",\"\"],\"c d\":\"e\\nf\","
      "\"g\":\"h\",\"i\":\"j\",\"k\":\"j\"}");
}

TEST(Yaml, MergesMappings) {
  EXPECT_EQ(Json("base: &b {x: 1, y: 2}\nv:\n  <<: *b\n  y: 3\n"),
            R"({"base":{"x":1,"y":2},"v":{"x":1,"y":3}})");
  EXPECT_EQ(Json("v:\n  y: 3\n  <<: [{x: 1, y: 2}, {x: 4, z: 5}]\n"),
            R"({"v":{"y":3,"x":1,"z":5}})");
}

TEST(Yaml, ReadsJson) {
  EXPECT_EQ(Json("{\"a\": [1, 2.5, \"x\\u00e9\", null, true]}"),
            "{\"a\":[1,2.5,\"x\u00e9\",null,true]}");
}

TEST(Yaml, MarksKeysAndValues) {
  Diagnostics diagnostics;
  const Value root = ParseYaml("a: 1\nb:\n  - x\n", "x.yml", 10, diagnostics);
  const Member& b = root.AsObject()->members()[1];
  EXPECT_EQ(b.mark.line, 11);
  EXPECT_EQ(b.mark.column, 1);
  const Value& x = (*b.value.AsArray())[0];
  EXPECT_EQ(x.mark.line, 12);
  EXPECT_EQ(x.mark.column, 5);
}

TEST(Yaml, ReportsWhatIsNoYaml) {
  EXPECT_EQ(ErrorOf("a: [1, 2\nb: 3\n"),
            "x.yml:2:2: error: this is not valid YAML: end of sequence flow "
            "not found");
  EXPECT_EQ(ErrorOf("a: b: c\n", 5).substr(0, 9), "x.yml:5:5");
  EXPECT_NE(ErrorOf("a: *nobody\n"), "no error");
}

TEST(Yaml, StopsAtAliasesThatUnfoldWithoutEnd) {
  EXPECT_NE(ErrorOf("&a [*a]\n").find("its aliases unfolded"),
            std::string::npos);
}

TEST(Yaml, StopsAtAliasesThatUnfoldToTooMuch) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) text += (k > 0 ? ", " : "") + last;
    text += "]\n";
  }
  EXPECT_NE(ErrorOf(text).find("its aliases unfolded"), std::string::npos);
}

TEST(Yaml, StopsAtNestingWithoutEnd) {
  EXPECT_NE(ErrorOf(std::string(100'000, '[')), "no error");
}

}  // namespace
}  // namespace offprint::data
