// Writes an archive of papers that nobody wrote, the same for the same options
// on every machine:
//
//   make_archive --papers N [--seed S] [--dialect NAME] [--hugo FOLDER]
//                [--one-more-day COUNT] FOLDER
//
// and prints what it holds as a JSON object. With --one-more-day it writes, in
// place of the archive, the day that comes after it, with COUNT new papers.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "digests.h"
#include "hugo_site.h"
#include "papers.h"

namespace offprint::bench {
namespace {

struct Arguments {
  Options options;
  std::string folder;
  std::string hugo;
  size_t one_more_day = 0;
};

std::optional<Dialect> DialectNamed(std::string_view name) {
  if (name == "mixed") return std::nullopt;
  for (size_t i = 0; i < kDialects; ++i) {
    const auto dialect = static_cast<Dialect>(i);
    if (DialectName(dialect) == name) return dialect;
  }
  throw std::runtime_error("no dialect is called " + std::string(name));
}

Arguments ReadArguments(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view flag = argv[i];
    if (!flag.starts_with("--")) {
      arguments.folder = flag;
      continue;
    }
    if (++i == argc) throw std::runtime_error("a value is missing at the end");
    if (flag == "--papers") {
      arguments.options.papers = std::stoul(argv[i]);
    } else if (flag == "--seed") {
      arguments.options.seed = std::stoull(argv[i]);
    } else if (flag == "--dialect") {
      arguments.options.dialect = DialectNamed(argv[i]);
    } else if (flag == "--hugo") {
      arguments.hugo = argv[i];
    } else if (flag == "--one-more-day") {
      arguments.one_more_day = std::stoul(argv[i]);
    } else {
      throw std::runtime_error("no flag is called " + std::string(flag));
    }
  }
  if (arguments.folder.empty() || arguments.options.papers == 0) {
    throw std::runtime_error(
        "usage: make_archive --papers N [--seed S] [--dialect NAME] "
        "[--hugo FOLDER] [--one-more-day COUNT] FOLDER");
  }
  return arguments;
}

void Run(const Arguments& arguments) {
  const Options& options = arguments.options;
  const size_t count = arguments.one_more_day;
  const std::vector<Entry> entries =
      count > 0 ? MakeOneMoreDay(options, count) : MakeEntries(options);
  const Written digests = WriteDigests(options, entries, arguments.folder);
  if (!arguments.hugo.empty()) {
    WriteHugoSite(options, entries, arguments.hugo);
  }
  std::printf(
      "{\"papers\": %zu, \"entries\": %zu, \"days\": %zu, \"files\": %zu, "
      "\"bytes\": %zu}\n",
      count > 0 ? count : options.papers, entries.size(),
      count > 0 ? 1 : DayCount(options.papers), digests.files, digests.bytes);
}

}  // namespace
}  // namespace offprint::bench

int main(int argc, char** argv) {
  try {
    offprint::bench::Run(offprint::bench::ReadArguments(argc, argv));
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_archive: %s\n", error.what());
    return EXIT_FAILURE;
  }
}
