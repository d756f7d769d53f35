// What texts and queries mean, by the table that the client passes too.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_file.h"
#include "data/json_parser.h"
#include "search/keys.h"
#include "search/normal_form.h"

namespace offprint::search {
namespace {

data::Value Cases() {
  Diagnostics diagnostics;
  const std::string path =
      std::string(OFFPRINT_TESTS_DIR) + "/search/cases.json";
  data::Value cases = data::ParseJson(ReadFile(path), path, diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U);
  return cases;
}

const data::Array& CasesOf(const data::Value& cases, std::string_view group) {
  const data::Value* found = cases.AsObject()->Find(group);
  EXPECT_NE(found, nullptr);
  EXPECT_GE(found->AsArray()->size(), 30U);
  return *found->AsArray();
}

const std::string& TextAt(const data::Value& list, size_t at) {
  return *(*list.AsArray())[at].AsString();
}

std::vector<std::string> KeysOf(std::string_view text) {
  std::vector<std::string> keys;
  const std::string normal = NormalForm(text);
  ForEachKey(
      normal, [&](Pair pair) { keys.push_back(KeyOf(pair)); },
      [&](std::string_view word) { keys.push_back("w" + std::string(word)); });
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

TEST(SearchCasesTest, TextsHaveTheNormalFormOfTheTable) {
  const data::Value cases = Cases();
  for (const data::Value& one : CasesOf(cases, "normal")) {
    EXPECT_EQ(NormalForm(TextAt(one, 0)), TextAt(one, 1)) << TextAt(one, 0);
  }
}

TEST(SearchCasesTest, TextsHaveTheKeysOfTheTable) {
  const data::Value cases = Cases();
  for (const data::Value& one : CasesOf(cases, "keys")) {
    std::vector<std::string> keys;
    for (const data::Value& key : *(*one.AsArray())[1].AsArray()) {
      keys.push_back(*key.AsString());
    }
    EXPECT_EQ(KeysOf(TextAt(one, 0)), keys) << TextAt(one, 0);
  }
}

}  // namespace
}  // namespace offprint::search
