#include "cli/shell_word.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

TEST(ShellWordTest, IsQuotedWhereTheShellWouldReadMore) {
  EXPECT_EQ(ShellWord("my-archive/论文"), "my-archive/论文");
  EXPECT_EQ(ShellWord("my archive"), "'my archive'");
  EXPECT_EQ(ShellWord("$(x)"), "'$(x)'");
  EXPECT_EQ(ShellWord("it's"), "'it'\\''s'");
}

}  // namespace
}  // namespace offprint
