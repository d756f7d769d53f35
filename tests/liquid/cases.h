// Cases of templates with the answer of GitHub Pages' Jekyll, and the run of
// one.
#ifndef OFFPRINT_TESTS_LIQUID_CASES_H_
#define OFFPRINT_TESTS_LIQUID_CASES_H_

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "data/value.h"

namespace offprint::liquid_test {

struct Case {
  std::string name;
  std::string group;
  std::string source;    // the template
  std::string expected;  // unless it is an error
  bool is_error = false;
  const data::Object* all = nullptr;  // the whole case
};

// The cases of a file, which `root` keeps alive. Throws where it is none.
std::vector<Case> LoadCases(const data::Value& root);

struct Outcome {
  bool failed = false;
  std::string text;      // what was rendered
  std::string problems;  // the diagnostics, one a line
};

// Runs the case; `sites` is the folder of the sites that cases name.
Outcome RunCase(const Case& one, const std::filesystem::path& sites);

// Whether the outcome is what the case expects.
bool Fits(const Case& one, const Outcome& outcome);

}  // namespace offprint::liquid_test

#endif  // OFFPRINT_TESTS_LIQUID_CASES_H_
