// Reads tests/golden/<dialect>/<case>/*.md and compares what inspect prints of
// it with expected.json, both laid out for people. OFFPRINT_UPDATE_GOLDEN=1
// writes what was read instead: look at the difference before it is committed.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "readers/inspect.h"
#include "readers/reader.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> FindCases() {
  std::vector<fs::path> cases;
  const fs::path root = fs::path(OFFPRINT_TESTS_DIR) / "golden";
  for (const auto& file : fs::recursive_directory_iterator(root)) {
    if (file.path().extension() == ".md") cases.push_back(file.path());
  }
  std::sort(cases.begin(), cases.end());
  return cases;
}

// JSON with one member or element a line.
std::string LayOut(const std::string& json) {
  std::string out;
  size_t depth = 0;
  bool in_string = false;
  const auto new_line = [&] { out += "\n" + std::string(depth * 2, ' '); };
  for (size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    const bool is_empty =
        at + 1 < json.size() && (json[at + 1] == ']' || json[at + 1] == '}');
    if (in_string) {
      out += c;
      if (c == '\\') out += json[++at];
      in_string = c != '"';
    } else if ((c == '{' || c == '[') && !is_empty) {
      out += c;
      ++depth;
      new_line();
    } else if ((c == '}' || c == ']') && json[at - 1] != c - 2) {
      --depth;
      new_line();
      out += c;
    } else if (c == ',') {
      out += c;
      new_line();
    } else {
      out += c;
      if (c == ':') out += ' ';
      in_string = c == '"';
    }
  }
  return out + "\n";
}

std::string ReadText(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string Inspect(const fs::path& input) {
  Diagnostics diagnostics;
  SourceFile file =
      SourceFile::Read(input, input.filename().string(), diagnostics);
  const Digest digest = ReadDigest(std::move(file), std::nullopt, diagnostics);
  std::string json;
  AppendInspectJson(digest, diagnostics.list(), &json);
  EXPECT_EQ(json.find('\n'), std::string::npos);
  return LayOut(json);
}

class GoldenTest : public testing::TestWithParam<fs::path> {};

TEST_P(GoldenTest, InspectPrintsWhatIsExpected) {
  const fs::path expected = GetParam().parent_path() / "expected.json";
  const std::string got = Inspect(GetParam());
  if (std::getenv("OFFPRINT_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << got;
  }
  EXPECT_EQ(ReadText(expected), got) << GetParam();
}

std::string NameOf(const testing::TestParamInfo<fs::path>& info) {
  const fs::path folder = info.param.parent_path();
  std::string name = folder.parent_path().filename().string() + "_" +
                     folder.filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, GoldenTest, testing::ValuesIn(FindCases()),
                         NameOf);

}  // namespace
}  // namespace offprint
