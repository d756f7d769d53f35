#include "git/git.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace offprint {
namespace {

using std::chrono::steady_clock;

std::vector<std::string> Environment() {
  return {std::string("PATH=") + getenv("PATH"), "GIT_CONFIG_NOSYSTEM=1",
          "GIT_CONFIG_GLOBAL=/dev/null", "HAS=this"};
}

// Runs as an alias does, in a shell.
GitResult RunShell(const Git& git, const std::string& command) {
  return git.Run({"-c", "alias.x=!" + command, "x"});
}

TEST(Git, RunsWithTheGivenEnvironmentAlone) {
  setenv("NOT_THIS", "1", 1);
  const Git git("/", Environment(), {});
  EXPECT_EQ(RunShell(git, "echo \"$HAS$NOT_THIS\"").out, "this\n");
}

TEST(Git, EndsARunThatTakesTooLong) {
  const auto begin = steady_clock::now();
  const Git git("/", Environment(), {.time = std::chrono::seconds(1)});
  EXPECT_FALSE(git.Run({"-c", "alias.x=!exec sleep 60", "x"}).good());
  EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(30));
}

TEST(Git, EndsARunThatIsCancelled) {
  const std::atomic<bool> cancel = true;
  const auto begin = steady_clock::now();
  const Git git("/", Environment(), {.cancel = &cancel});
  EXPECT_FALSE(git.Run({"-c", "alias.x=!exec sleep 60", "x"}).good());
  EXPECT_LT(steady_clock::now() - begin, std::chrono::seconds(30));
}

TEST(Git, EndsARunThatWritesTooMuch) {
  const Git git("/", Environment(), {.file_size = 1 << 20});
  EXPECT_EQ(RunShell(git, "head -c 500000 /dev/zero").out.size(), 500000U);
  const GitResult more = RunShell(git, "head -c 5000000 /dev/zero || exit 7");
  EXPECT_EQ(more.exit_code, 7);
  EXPECT_EQ(more.out.size(), size_t{1} << 20);
}

}  // namespace
}  // namespace offprint
