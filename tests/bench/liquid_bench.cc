// Times parse and render of templates of the kinds that themes have, each by
// itself, and prints pages a second. The same templates and values run in Ruby
// with liquid_bench.rb, which has the same two arguments:
//   liquid_bench TEMPLATES_FOLDER SECONDS
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/source_file.h"
#include "data/json_parser.h"
#include "liquid/engine.h"

namespace {

using offprint::Diagnostics;
using offprint::liquid::Arena;
using offprint::liquid::Engine;
using offprint::liquid::Hash;
using offprint::liquid::Options;
using offprint::liquid::TemplatePtr;
using offprint::liquid::Value;

struct Page {
  std::string name;
  std::string text;
  TemplatePtr parsed;
};

double Now() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

// How often a second the work is done.
template <typename Work>
double Rate(double seconds, const Work& work) {
  const double begin = Now();
  double end = begin;
  int64_t times = 0;
  while (end - begin < seconds) {
    for (int i = 0; i < 20; ++i) work();
    times += 20;
    end = Now();
  }
  return static_cast<double>(times) / (end - begin);
}

std::vector<Page> LoadPages(const std::filesystem::path& folder) {
  std::vector<Page> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    pages.push_back({entry.path().stem().string(),
                     offprint::ReadFile(entry.path()), nullptr});
  }
  std::sort(pages.begin(), pages.end(),
            [](const Page& a, const Page& b) { return a.name < b.name; });
  return pages;
}

void Measure(std::vector<Page>* pages, const offprint::data::Value& values,
             double seconds) {
  Options options;
  options.baseurl = "/archive";
  const Engine engine(options);
  Diagnostics diagnostics;
  Hash globals;
  for (const auto& member : values.AsObject()->members()) {
    globals.Set(std::string_view(member.key), Value(member.value));
  }
  std::printf("%-12s %12s %12s\n", "template", "parse/s", "render/s");
  for (Page& page : *pages) {
    const double parses = Rate(seconds, [&] {
      page.parsed = engine.Parse({page.name, page.text, 1}, diagnostics);
    });
    Arena arena;
    std::string out;
    const double renders = Rate(seconds, [&] {
      out.clear();
      arena.Reset();
      if (!engine.Render(*page.parsed, globals, arena, &out, diagnostics)) {
        std::fprintf(stderr, "%s\n",
                     FormatDiagnostic(diagnostics.list().back()).c_str());
        std::exit(1);
      }
    });
    std::printf("%-12s %12.0f %12.0f  %zu bytes\n", page.name.c_str(), parses,
                renders, out.size());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: liquid_bench TEMPLATES_FOLDER SECONDS\n");
    return 2;
  }
  const std::filesystem::path folder(argv[1]);
  std::vector<Page> pages = LoadPages(folder);
  Diagnostics diagnostics;
  const offprint::data::Value values = offprint::data::ParseJson(
      offprint::ReadFile(folder / "values.json"), "values.json", diagnostics);
  if (values.AsObject() == nullptr) return 2;
  Measure(&pages, values, std::atof(argv[2]));
}
