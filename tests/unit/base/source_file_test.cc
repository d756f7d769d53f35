#include "base/source_file.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

std::string TextOf(std::string bytes) {
  Diagnostics diagnostics;
  const SourceFile file("a.md", std::move(bytes), diagnostics);
  EXPECT_TRUE(diagnostics.list().empty());
  return std::string(file.text());
}

TEST(SourceFile, DropsTheByteOrderMark) {
  EXPECT_EQ(TextOf("\xEF\xBB\xBF# a"), "# a");
}

TEST(SourceFile, EndsLinesWithLfAlone) {
  EXPECT_EQ(TextOf("a\r\nb\r\n\r\nc"), "a\nb\n\nc");
}

TEST(SourceFile, KeepsALoneCarriageReturn) {
  EXPECT_EQ(TextOf("a\rb\r\r\nc\r"), "a\rb\r\nc\r");
}

TEST(SourceFile, ReportsBytesThatAreNotUtf8) {
  Diagnostics diagnostics;
  const SourceFile file("a.md", "one\r\ntwo \xB0\xA1 three", diagnostics);
  EXPECT_EQ(file.text(), "one\ntwo \uFFFD\uFFFD three");
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(FormatDiagnostic(diagnostics.list()[0]),
            "a.md:2:5: error: not UTF-8: the bytes that cannot be read are "
            "shown as U+FFFD; save the file as UTF-8");
}

TEST(SourceFile, LocatesASlice) {
  Diagnostics diagnostics;
  const SourceFile file("a.md", "one\ntwo\n", diagnostics);
  const SourceLocation where = file.Locate(file.text().substr(5, 1));
  EXPECT_EQ(where.file, "a.md");
  EXPECT_EQ(where.line, 2);
  EXPECT_EQ(where.column, 2);
  EXPECT_EQ(file.Locate(file.text().size()).line, 3);
}

TEST(SourceFile, SlicesOutliveAMove) {
  Diagnostics diagnostics;
  SourceFile file("a.md", "text", diagnostics);  // short: in place in a string
  const std::string_view slice = file.text();
  const SourceFile moved = std::move(file);
  EXPECT_EQ(slice.data(), moved.text().data());
}

TEST(SourceFile, ReportsAFileThatCannotBeRead) {
  Diagnostics diagnostics;
  const SourceFile file =
      SourceFile::Read("/no/such/file.md", "content/file.md", diagnostics);
  EXPECT_EQ(file.name(), "content/file.md");
  EXPECT_EQ(file.text(), "");
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(FormatDiagnostic(diagnostics.list()[0]),
            "content/file.md: error: cannot read /no/such/file.md: No such "
            "file or directory; make it readable or take it away");
}

TEST(ReadFile, SaysThatAFolderIsNoFile) {
  try {
    ReadFile("/tmp");
    FAIL() << "read a folder";
  } catch (const EnvironmentError& error) {
    EXPECT_STREQ(error.what(), "cannot read /tmp: Is a directory");
  }
}

TEST(ReadFile, ReadsFilesThatTellNoSize) {
  EXPECT_NE(ReadFile("/proc/self/status").find("Pid:"), std::string::npos);
}

}  // namespace
}  // namespace offprint
