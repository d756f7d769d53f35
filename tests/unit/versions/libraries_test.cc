#include "versions/libraries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint {
namespace {

using testing::ContainsRegex;

TEST(Libraries, TellOfAnotherVersionThatRuns) {
  EXPECT_EQ(FormatLibraries({{"zlib", "1.2.13", "1.2.13"},
                             {"zstd", "1.5.4", "1.5.5"},
                             {"pugixml", "1.13.0", ""}}),
            "zlib 1.2.13\n"
            "zstd 1.5.4, running with 1.5.5\n"
            "pugixml 1.13.0\n");
}

// Libraries that write their versions as numbers: those read are those told.
TEST(Libraries, RunAsTheyWereBuilt) {
  for (const Library& library : Libraries()) {
    SCOPED_TRACE(library.name);
    EXPECT_THAT(library.built, ContainsRegex("^[0-9]+\\.[0-9]+\\.[0-9]"));
    if (library.running.empty()) continue;
    EXPECT_THAT(library.running, ContainsRegex("^[0-9]+\\.[0-9]+\\.[0-9]"));
  }
}

}  // namespace
}  // namespace offprint
