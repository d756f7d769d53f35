#include "data/csv.h"

#include <gtest/gtest.h>

#include "data/json.h"

namespace offprint::data {
namespace {

// The rows as JSON, or the error.
std::string Read(std::string_view text, char separator = ',') {
  Diagnostics diagnostics;
  const Value rows = ParseCsv(text, separator, "t.csv", diagnostics);
  if (diagnostics.errors() > 0) return FormatDiagnostic(diagnostics.list()[0]);
  std::string json;
  AppendJson(rows, &json);
  return json;
}

TEST(CsvTest, RowsAreMappingsByTheFirst) {
  EXPECT_EQ(Read("a,b\n1,x y\n2,z"),
            R"([{"a":"1","b":"x y"},{"a":"2","b":"z"}])");
  EXPECT_EQ(Read("a\tb\n1\t2,3\n", '\t'), R"([{"a":"1","b":"2,3"}])");
  EXPECT_EQ(Read(""), "[]");
  EXPECT_EQ(Read("a,b\n"), "[]");
}

TEST(CsvTest, AnEmptyCellIsNullAndAQuotedOneIsNot) {
  EXPECT_EQ(Read("a,b\n,\"\"\n"), R"([{"a":null,"b":""}])");
  EXPECT_EQ(Read("a,b\n1\n\n"), R"([{"a":"1","b":null},{"a":null,"b":null}])");
}

TEST(CsvTest, QuotedCellsHoldSeparatorsLinesAndQuotes) {
  EXPECT_EQ(Read("a,b\n\"1,2\n3\",\"say \"\"x\"\"\"\n"),
            R"([{"a":"1,2\n3","b":"say \"x\""}])");
}

TEST(CsvTest, ColumnsWithoutANameOrWithOneThatCameBeforeAreLeftOut) {
  EXPECT_EQ(Read("a,,a\n1,2,3,4\n"), R"([{"a":"1"}])");
}

TEST(CsvTest, MalformedCellsAreErrorsAtTheirPlace) {
  EXPECT_EQ(Read("a\nx \"y\"\n"),
            "t.csv:2:3: error: there is a quote inside a cell that does not "
            "begin with one; put the cell in quotes and write the quote twice");
  EXPECT_EQ(Read("a,b\n1,\"x\" y\n"),
            "t.csv:2:6: error: there is text behind the closing quote of a "
            "cell");
  EXPECT_EQ(Read("a,b\n1,\"x\n2,3\n"),
            "t.csv:2:3: error: this quoted cell has no end");
}

}  // namespace
}  // namespace offprint::data
