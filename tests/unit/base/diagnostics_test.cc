#include "base/diagnostics.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

TEST(FormatDiagnostic, LeavesOutWhatTheLocationLacks) {
  const auto format = [](SourceLocation where) {
    return FormatDiagnostic({Severity::kError, std::move(where), "no date"});
  };
  EXPECT_EQ(format({"a.md", 5, 3}), "a.md:5:3: error: no date");
  EXPECT_EQ(format({"a.md", 5, 0}), "a.md:5: error: no date");
  EXPECT_EQ(format({"a.md", 0, 0}), "a.md: error: no date");
  EXPECT_EQ(format({}), "error: no date");
}

TEST(FormatDiagnostic, NamesTheSeverity) {
  EXPECT_EQ(FormatDiagnostic({Severity::kWarning, {}, "x"}), "warning: x");
  EXPECT_EQ(FormatDiagnostic({Severity::kNote, {}, "x"}), "note: x");
}

TEST(Diagnostics, CountsErrorsAndWarnings) {
  Diagnostics diagnostics;
  diagnostics.Error({"a.md", 1, 1}, "one");
  diagnostics.Warning({"a.md", 2, 1}, "two");
  diagnostics.Note({"a.md", 3, 1}, "three");
  EXPECT_EQ(diagnostics.errors(), 1U);
  EXPECT_EQ(diagnostics.warnings(), 1U);
  ASSERT_EQ(diagnostics.list().size(), 3U);
  EXPECT_EQ(diagnostics.list()[2].message, "three");
}

TEST(Diagnostics, AppendKeepsTheOrderAndEmptiesTheOther) {
  Diagnostics first;
  Diagnostics second;
  first.Error({}, "one");
  second.Warning({}, "two");
  second.Error({}, "three");
  first.Append(std::move(second));
  ASSERT_EQ(first.list().size(), 3U);
  EXPECT_EQ(first.list()[1].message, "two");
  EXPECT_EQ(first.errors(), 2U);
  EXPECT_EQ(first.warnings(), 1U);
  EXPECT_TRUE(second.list().empty());  // NOLINT: Append says what is left
  EXPECT_EQ(second.errors(), 0U);
}

TEST(FormatExcerptTest, TheCaretStandsBelowThePlace) {
  EXPECT_EQ(FormatExcerpt({"a.html", 3, 7, "<p>论{{ x | upcas }}"}),
            "    <p>论{{ x | upcas }}\n         ^\n");
  EXPECT_EQ(FormatExcerpt({"a.html", 1, 2, "\t{% x %}"}),
            "    \t{% x %}\n    \t^\n");
}

TEST(FormatExcerptTest, OfALongLineThePlaceIsShown) {
  const std::string line = std::string(200, 'a') + "!" + std::string(200, 'b');
  EXPECT_EQ(FormatExcerpt({"a.html", 1, 201, line}),
            "    …" + std::string(60, 'a') + "!" + std::string(39, 'b') +
                "…\n" + std::string(65, ' ') + "^\n");
}

TEST(FormatExcerptTest, WithoutALineThereIsNone) {
  EXPECT_EQ(FormatExcerpt({"a.html", 3, 8}), "");
}

}  // namespace
}  // namespace offprint
