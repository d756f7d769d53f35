#include "liquid/engine.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "data/json_parser.h"

namespace offprint::liquid {
namespace {

// What a template makes of the data, followed by the diagnostics.
std::string Rendered(const std::string& text, std::string_view json = "{}",
                     Options options = {}) {
  const Engine engine(std::move(options));
  Diagnostics diagnostics;
  const data::Value data = data::ParseJson(json, "data.json", diagnostics);
  std::string out;
  if (const auto parsed = engine.Parse({"page.html", text, 1}, diagnostics)) {
    Hash globals;
    for (const data::Member& member : data.AsObject()->members()) {
      globals.Set(std::string_view(member.key), Value(member.value));
    }
    Arena arena;
    engine.Render(*parsed, globals, arena, &out, diagnostics);
  }
  for (const Diagnostic& problem : diagnostics.list()) {
    if (!out.empty()) out += "\n";
    out += FormatDiagnostic(problem);
  }
  return out;
}

TEST(EngineTest, RendersOutputsLoopsAndConditions) {
  EXPECT_EQ(Rendered("{% for p in papers %}{{ forloop.index }}:"
                     "{{ p.title | escape }}{% unless forloop.last %}, "
                     "{% endunless %}{% endfor %}",
                     R"({"papers": [{"title": "A <b>"}, {"title": "B"}]})"),
            "1:A &lt;b&gt;, 2:B");
}

TEST(EngineTest, WarnsOfWhatOnlyTheLaxParserTakes) {
  EXPECT_EQ(Rendered("{{ 'a' 'b' }}"),
            "a\npage.html:1:1: warning: in ''a' 'b'': expected the end but "
            "found \"'b'\"");
}

TEST(EngineTest, MessagesDoNotGrowWithTheTemplate) {
  const std::string text = "{{ x | append: " + std::string(9000, '(') + " }}";
  EXPECT_LT(Rendered(text).size(), 400U);
}

TEST(EngineTest, SuggestsTheFilterThatWasMeant) {
  EXPECT_EQ(Rendered("{{ 'a' | upcas }}"),
            "a\npage.html:1:1: warning: unknown filter 'upcas' changes "
            "nothing; did you mean 'upcase'?");
}

TEST(EngineTest, SuggestsTheTagThatWasMeant) {
  EXPECT_EQ(Rendered("x\n {% asign a = 1 %}"),
            "page.html:2:2: error: unknown tag 'asign'; did you mean "
            "'assign'?");
}

TEST(EngineTest, AddressesComeInTheirNormalForm) {
  Options options;
  options.baseurl = "/b";
  EXPECT_EQ(Rendered("{{ '/a?' | relative_url }} {{ '/a#' | relative_url }} "
                     "{{ 'a b ' | relative_url }} "
                     "{{ '/%2e%2e/a?x;y' | relative_url }}",
                     "{}", options),
            "/b/a /b/a /b/a%20b /a?x%3By");
}

TEST(EngineTest, SentencesTakeTextsOfTwoCharactersAndNestedLists) {
  EXPECT_EQ(Rendered("{{ '' | array_to_sentence_string }}|"
                     "{{ 'ab' | array_to_sentence_string }}|"
                     "{{ l | array_to_sentence_string: 'or' }}",
                     R"({"l": [[1, 2], 3, [4]]})"),
            "|a and b|1, 2, 3, or [4]");
}

TEST(EngineTest, NilIsNoAddress) {
  EXPECT_EQ(Rendered("[{{ nil | uri_escape }}{{ nil | strip_index }}]"), "[]");
  EXPECT_EQ(Rendered("{{ 1 | strip_index }}"),
            "page.html:1:1: error: strip_index needs a text, not a value of "
            "class Integer");
}

TEST(EngineTest, NamesEveryIncludeOnTheWayToAMistake) {
  Options options;
  options.load_include = [](std::string_view name) -> std::optional<Source> {
    if (name == "outer.html") {
      return Source{"_includes/outer.html", "\n{% include inner.html %}", 1};
    }
    return Source{"_includes/inner.html", "{{ 1 | divided_by: 0 }}", 1};
  };
  EXPECT_EQ(Rendered("a {% include outer.html %}", "{}", options),
            "_includes/inner.html:1:1: error: divided by 0\n"
            "_includes/outer.html:2:1: note: included from here\n"
            "page.html:1:3: note: included from here");
}

TEST(EngineTest, EndsAnIncludeThatIncludesItself) {
  Options options;
  options.load_include = [](std::string_view) -> std::optional<Source> {
    return Source{"_includes/a.html", "{% include a.html %}", 1};
  };
  EXPECT_EQ(Rendered("{% include a.html %}", "{}", options).substr(0, 51),
            "_includes/a.html:1:1: error: includes nested too de");
}

TEST(EngineTest, EndsALoopBeyondTheLimit) {
  Options options;
  options.limits.loop_items = 1000;
  EXPECT_EQ(
      Rendered("{% for i in (1..1000000000) %}x{% endfor %}", "{}", options),
      "page.html:1:1: error: the loops of the page go beyond the limit "
      "of 1000 items");
}

TEST(EngineTest, CountsLinesFromTheTopOfTheFile) {
  const Engine engine({});
  Diagnostics diagnostics;
  EXPECT_EQ(engine.Parse({"a.html", "\n{% end %}", 4}, diagnostics), nullptr);
  EXPECT_EQ(FormatDiagnostic(diagnostics.list().at(0)),
            "a.html:5:1: error: 'end' stands outside of its block");
}

TEST(EngineTest, ATagOfAPluginIsATemplateOfItsOwn) {
  Options options;
  options.tags["badge"] = {"{% badge %}", "[{{ markup }}|{{ title }}]", 1};
  const Engine engine(std::move(options));
  Diagnostics diagnostics;
  const TemplatePtr parsed =
      engine.Parse({"a.html", "{% badge x=1 %}{% bagde %}", 1}, diagnostics);
  EXPECT_EQ(parsed, nullptr);
  EXPECT_EQ(FormatDiagnostic(diagnostics.list().at(0)),
            "a.html:1:16: error: unknown tag 'bagde'; did you mean 'badge'?");
  const TemplatePtr right =
      engine.Parse({"a.html", "{% badge x=1 %}", 1}, diagnostics);
  Hash globals;
  globals.Set("title", "论文");
  Arena arena;
  std::string out;
  EXPECT_TRUE(engine.Render(*right, globals, arena, &out, diagnostics));
  EXPECT_EQ(out, "[x=1 |论文]");
}

// The first warning of a template.
std::string WarningOf(const std::string& text) {
  const Engine engine{Options()};
  Diagnostics diagnostics;
  engine.Parse({"a.html", text, 1}, diagnostics);
  return diagnostics.list().empty() ? ""
                                    : FormatDiagnostic(diagnostics.list()[0]);
}

TEST(EngineTest, WhatJekyll4RendersOtherwiseIsAWarning) {
  EXPECT_EQ(WarningOf("{{ a | where_exp: 'x', 'x.a and x.b' }}"),
            "a.html:1:1: warning: GitHub Pages takes the first comparison of "
            "this where_exp alone, Jekyll 4 takes 'and' and 'or': filter in "
            "two steps");
  EXPECT_EQ(WarningOf("{{ a | find: 'x', 1 }}"),
            "a.html:1:1: warning: 'find' is a filter of Jekyll 4 and changes "
            "nothing on GitHub Pages: write where or where_exp, then first");
  EXPECT_EQ(WarningOf("{{ a | where_exp: 'x', 'x.a' }}"), "");
}

// The first error of a template, parsed and rendered.
std::string ErrorOf(const std::string& text) {
  Options options;
  options.load_include = [](std::string_view) {
    return Source{"_includes/a.html", "{% include a.html %}", 1};
  };
  const Engine engine(std::move(options));
  Diagnostics diagnostics;
  const TemplatePtr parsed = engine.Parse({"a.html", text, 1}, diagnostics);
  Arena arena;
  std::string out;
  if (parsed) engine.Render(*parsed, Hash(), arena, &out, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (diagnostic.severity == Severity::kError) return diagnostic.message;
  }
  return "";
}

std::string Repeated(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

TEST(LimitsTest, WhatHasNoEndIsAnError) {
  EXPECT_EQ(ErrorOf("{% include a.html %}"), "includes nested too deep");
  EXPECT_EQ(ErrorOf("{% for i in (1..1000000000) %}x{% endfor %}"),
            "the loops of the page go beyond the limit of 5000000 items");
  EXPECT_EQ(ErrorOf(std::string(size_t{100} << 20, 'x')),
            "the template is longer than 16777216 bytes");
}

TEST(LimitsTest, BlocksNestedTenThousandDeepAreAnError) {
  EXPECT_NE(ErrorOf(Repeated("{% if true %}", 10000) +
                    Repeated("{% endif %}", 10000)),
            "");
}

TEST(LimitsTest, DeepExpressionsDoNoHarm) {
  ErrorOf("{{ a" + Repeated("[b", 10000) + Repeated("]", 10000) + " }}");
  ErrorOf("{{ " + Repeated("(1..", 10000) + " }}");
  ErrorOf("{% if a" + Repeated(" and a", 10000) + " %}x{% endif %}");
  EXPECT_EQ(ErrorOf("{{ a" + Repeated(" | append: 'x'", 10000) + " }}"), "");
}

TEST(EngineTest, ManyThreadsRenderOneTemplate) {
  const Engine engine{Options()};
  Diagnostics diagnostics;
  const TemplatePtr parsed = engine.Parse(
      {"a.html", "{% for i in (1..n) %}{{ i | times: 2 }},{% endfor %}", 1},
      diagnostics);
  std::vector<std::string> out(8);
  std::vector<std::thread> threads;
  for (size_t n = 0; n < out.size(); ++n) {
    threads.emplace_back([&, n] {
      Hash globals;
      globals.Set("n", n);
      Arena arena;
      Diagnostics own;
      engine.Render(*parsed, globals, arena, &out[n], own);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(out[0], "");
  EXPECT_EQ(out[3], "2,4,6,");
}

}  // namespace
}  // namespace offprint::liquid
