#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "manual/completions.h"
#include "manual/man_page.h"

namespace offprint {
namespace {

using testing::HasSubstr;

// A command with one flag of that help.
CommandLineWords Words(const std::string& help, const ValueWords& value = {}) {
  CommandLineWords words;
  words.version = "1.2.3";
  words.commands = {{"cut", "Cut it", {{{"-x", "--ex"}, help, value}}, {}}};
  return words;
}

TEST(ManPage, HelpsAreNoRequests) {
  const std::string page = ManPage(Words("'a\\b-c…"), "2026-01-23");
  EXPECT_THAT(page,
              HasSubstr(".TH OFFPRINT 1 \"2026-01-23\" \"offprint 1.2.3\""));
  EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-x\\fR, \\fB\\-\\-ex\\fR\n"
                              "\\&'a\\eb\\-c\\[u2026].\n"));
}

TEST(ManPage, AChoiceIsNamedByWhatThereIs) {
  EXPECT_THAT(ManPage(Words("Ex", {ValueKind::kChoice, "", {"a", "b-c"}}),
                      "2026-01-23"),
              HasSubstr("\\fB\\-\\-ex\\fR \\fIa|b\\-c\\fR\n"));
}

TEST(Completions, HelpsEndNeitherQuotesNorSpecs) {
  const CommandLineWords words = Words("It's [a:b] \\");
  EXPECT_THAT(ZshCompletion(words),
              HasSubstr("'(-x --ex)--ex[It'\\''s \\[a\\:b\\] \\\\]'"));
  EXPECT_THAT(FishCompletion(words),
              HasSubstr(" -s x -l ex -d 'It\\'s [a:b] \\\\'\n"));
}

TEST(Completions, ValuesAreOfferedByTheirKind) {
  const CommandLineWords words =
      Words("Ex", {ValueKind::kChoice, "", {"a", "b"}});
  EXPECT_THAT(BashCompletion(words),
              HasSubstr("-x | --ex) _offprint_words 'a b'; return ;;\n"));
  EXPECT_THAT(ZshCompletion(words), HasSubstr("--ex=[Ex]:value:(a b)'"));
  EXPECT_THAT(FishCompletion(words), HasSubstr(" -x -a 'a b' -d 'Ex'\n"));
}

}  // namespace
}  // namespace offprint
