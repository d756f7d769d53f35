#include "output/output_sink.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "base/diagnostics.h"
#include "output/memory_sink.h"

namespace offprint {
namespace {

std::string WriteError(OutputSink& sink, std::string_view path) {
  try {
    sink.Write(path, "x");
  } catch (const EnvironmentError& error) {
    return error.what();
  }
  return "";
}

TEST(OutputPathTest, TakesRelativePathsWithChineseAndDots) {
  EXPECT_TRUE(IsOutputPath("index.html"));
  EXPECT_TRUE(IsOutputPath("topics/大模型peft/page/2/index.html"));
  EXPECT_TRUE(IsOutputPath(".nojekyll"));
  EXPECT_TRUE(IsOutputPath("papers/..x/a b"));
}

TEST(OutputPathTest, RefusesEveryWayOutOfTheFolder) {
  using namespace std::string_view_literals;
  for (const std::string_view path :
       {""sv, "/etc/passwd"sv, ".."sv, "../x"sv, "a/../../x"sv, "a/./b"sv,
        "a//b"sv, "a/"sv, "a\0b"sv, "a\\..\\b"sv, "a\nb"sv}) {
    EXPECT_FALSE(IsOutputPath(path)) << path;
  }
  EXPECT_TRUE(IsOutputPath("a/" + std::string(255, 'x')));
  EXPECT_FALSE(IsOutputPath("a/" + std::string(256, 'x')));
}

TEST(MemorySinkTest, KeepsFilesByPath) {
  MemorySink sink;
  sink.Write("b/index.html", "two");
  sink.Write("a.html", std::string_view("o\0ne", 4));
  EXPECT_EQ(sink.files(),
            (MemorySink::Files{{"a.html", std::string("o\0ne", 4)},
                               {"b/index.html", "two"}}));
}

TEST(MemorySinkTest, RefusesABadPathAndASecondWrite) {
  MemorySink sink;
  EXPECT_EQ(WriteError(sink, "../x"),
            "cannot write \"../x\": this path is empty, too long or leads out "
            "of the output folder");
  EXPECT_EQ(WriteError(sink, "x"), "");
  EXPECT_EQ(WriteError(sink, "x"),
            "cannot write x: this build has already written it");
}

TEST(MemorySinkTest, TakesFilesFromSeveralThreads) {
  MemorySink sink;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&sink, t] {
      for (int i = 0; i < 100; ++i) {
        sink.Write(std::to_string(t) + "/" + std::to_string(i), "x");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sink.files().size(), 400u);
}

}  // namespace
}  // namespace offprint
