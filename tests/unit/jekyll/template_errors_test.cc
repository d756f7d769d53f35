#include "jekyll/template_errors.h"

#include <gtest/gtest.h>

namespace offprint::jekyll {
namespace {

Diagnostics MistakeAt(int line, int included_at) {
  Diagnostics diagnostics;
  diagnostics.Error({"_includes/links.html", line, 3}, "unknown tag 'fro'");
  diagnostics.Note({"_bodies/day.html", included_at, 1}, "included here");
  return diagnostics;
}

std::string AddressOf(size_t page) {
  constexpr const char* kAddresses[] = {"/", "/a/", "/b/"};
  return kAddresses[page];
}

TEST(TemplateErrorsTest, AMistakeOfManyPagesIsToldOnce) {
  TemplateErrors errors;
  errors.Add(2, MistakeAt(4, 9));
  errors.Add(1, MistakeAt(4, 8));
  Diagnostics diagnostics;
  errors.Report(AddressOf, diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(FormatDiagnostic(diagnostics.list()[0]),
            "_includes/links.html:4:3: error: unknown tag 'fro' (included at "
            "_bodies/day.html:8:1, on the page /a/ and 1 more)");
}

TEST(TemplateErrorsTest, MistakesComeByPage) {
  TemplateErrors errors;
  errors.Add(2, MistakeAt(1, 9));
  errors.Add(0, MistakeAt(5, 9));
  Diagnostics diagnostics;
  errors.Report(AddressOf, diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 2U);
  EXPECT_EQ(diagnostics.list()[0].where.line, 5);
  EXPECT_EQ(diagnostics.list()[1].where.line, 1);
}

TEST(TemplateErrorsTest, APageCountsOnceForTheSameMistake) {
  TemplateErrors errors;
  Diagnostics twice = MistakeAt(4, 8);
  twice.Append(MistakeAt(4, 8));
  errors.Add(1, twice);
  Diagnostics diagnostics;
  errors.Report(AddressOf, diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(diagnostics.list()[0].message.find("more"), std::string::npos);
}

TEST(TemplateErrorsTest, AnIncludeOfItselfIsToldWithACount) {
  TemplateErrors errors;
  Diagnostics circle = MistakeAt(4, 8);
  circle.Note({"_bodies/day.html", 8, 1}, "included here");
  circle.Note({"_layouts/day.html", 1, 1}, "included here");
  errors.Add(1, circle);
  Diagnostics diagnostics;
  errors.Report(AddressOf, diagnostics);
  EXPECT_EQ(diagnostics.list().at(0).message,
            "unknown tag 'fro' (included at _bodies/day.html:8:1 2 times, "
            "included at _layouts/day.html:1:1, on the page /a/)");
}

}  // namespace
}  // namespace offprint::jekyll
