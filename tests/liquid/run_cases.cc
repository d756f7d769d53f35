// Runs files of cases, prints how many of each group pass, and what is
// different. Exits with 1 where a case does not pass that is not among the
// known differences.
//   liquid_cases [--known FILE] [--sites FOLDER] CASES.json...
#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_file.h"
#include "base/text.h"
#include "data/json_parser.h"
#include "liquid/cases.h"

namespace offprint::liquid_test {
namespace {

struct Arguments {
  std::filesystem::path sites;
  std::set<std::string, std::less<>> known;
  std::vector<std::string> files;
};

struct Count {
  int passed = 0;
  int all = 0;
};

// "name | reason" lines; "#" begins a comment.
std::set<std::string, std::less<>> ReadKnown(const std::string& path) {
  std::set<std::string, std::less<>> names;
  const std::string text = ReadFile(path);
  for (const std::string_view line : Split(text, '\n')) {
    const std::string_view name = Trim(line.substr(0, line.find(" | ")));
    if (!name.empty() && !name.starts_with('#')) names.emplace(name);
  }
  return names;
}

void PrintDifference(const Case& one, const Outcome& outcome,
                     std::string_view note) {
  std::printf("\n%s%s\n  template: %s\n  expected: %s\n  rendered: %s\n",
              one.name.c_str(), std::string(note).c_str(), one.source.c_str(),
              one.is_error ? "an error" : one.expected.c_str(),
              outcome.failed ? "an error" : outcome.text.c_str());
  if (!outcome.problems.empty()) std::printf("  %s", outcome.problems.c_str());
}

// How many cases of the file differ that are not known to.
int RunFile(const std::string& file, const Arguments& arguments) {
  Diagnostics diagnostics;
  const data::Value root = data::ParseJson(ReadFile(file), file, diagnostics);
  for (const Diagnostic& problem : diagnostics.list()) {
    throw std::runtime_error(FormatDiagnostic(problem));
  }
  const std::filesystem::path sites =
      arguments.sites.empty()
          ? std::filesystem::path(file).parent_path() / "sites"
          : arguments.sites;
  std::map<std::string, Count> groups;
  Count total;
  int unknown = 0;
  for (const Case& one : LoadCases(root)) {
    const Outcome outcome = RunCase(one, sites);
    const bool fits = Fits(one, outcome);
    const bool known = arguments.known.contains(one.name);
    for (Count* count : {&groups[one.group], &total}) {
      ++count->all;
      count->passed += fits ? 1 : 0;
    }
    if (fits && known) std::printf("\n%s passes by now\n", one.name.c_str());
    if (fits) continue;
    if (!known) ++unknown;
    PrintDifference(one, outcome, known ? " (known)" : "");
  }
  std::printf("\n%s\n", file.c_str());
  for (const auto& [group, count] : groups) {
    std::printf("  %-28s %4d of %4d\n", group.c_str(), count.passed, count.all);
  }
  std::printf("  %-28s %4d of %4d, %d of the others unknown\n", "all",
              total.passed, total.all, unknown);
  return unknown;
}

int Run(const std::vector<std::string>& words) {
  Arguments arguments;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--known" && i + 1 < words.size()) {
      arguments.known = ReadKnown(words[++i]);
    } else if (words[i] == "--sites" && i + 1 < words.size()) {
      arguments.sites = words[++i];
    } else {
      arguments.files.push_back(words[i]);
    }
  }
  if (arguments.files.empty()) {
    std::fprintf(stderr,
                 "usage: run [--known FILE] [--sites FOLDER] "
                 "CASES.json...\n");
    return 2;
  }
  int unknown = 0;
  for (const std::string& file : arguments.files) {
    if (!std::filesystem::exists(file)) {
      std::printf("%s is not there: skipped\n", file.c_str());
      return 77;  // what ctest takes for "skipped"
    }
    unknown += RunFile(file, arguments);
  }
  return unknown == 0 ? 0 : 1;
}

}  // namespace
}  // namespace offprint::liquid_test

int main(int argc, char** argv) {
  try {
    return offprint::liquid_test::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
