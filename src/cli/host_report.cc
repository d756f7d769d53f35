#include "cli/host_report.h"

#include <cmath>

#include "cli/report.h"

namespace offprint {
namespace {

constexpr double kWarnFrom = 0.8;

double ShareOf(uint64_t part, uint64_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

std::string Percent(double share) {
  const double percent = share * 100;
  if (percent > 0 && percent < 1) return "under 1 %";
  return std::to_string(std::lround(percent)) + " %";
}

std::string FilesAndBytes(const PartUse& part) {
  return FormatBytes(part.bytes) + " in " + WithCommas(part.files) + " files";
}

// What "lean: true" leaves out with the themes that come with offprint,
// guessed: measured on archives of the benchmark and on real digests, of a page
// of a paper 2.6 to 3 kB as HTML and 2.1 kB as Jekyll's source, and of topics a
// third and more.
uint64_t LeanSavings(const HostUse& use, const SiteConfig& config) {
  constexpr uint64_t kRound = 10'000'000;
  const uint64_t of_paper = config.format == OutputFormat::kHtml ? 2600 : 2000;
  const uint64_t bytes =
      use.Part("paper").files * of_paper + use.Part("topic").bytes / 3;
  return bytes / kRound * kRound;
}

// What would make the site smaller.
void AdviseOnSize(const HostUse& use, const SiteConfig& config,
                  std::vector<std::string>* lines) {
  const uint64_t lean = config.lean ? 0 : LeanSavings(use, config);
  if (lean > 0) {
    lines->push_back(
        "  \"lean: true\" leaves out of pages what they can do without: "
        "about " +
        FormatBytes(lean));
  }
  const PartUse authors = use.Part("author");
  if (authors.files > 0 && config.author_min_papers < 3) {
    lines->push_back(
        "  \"authors: {min_papers: 3}\" leaves out the pages of authors with "
        "one or two papers");
  }
  if (authors.files > 0) {
    lines->push_back(
        "  \"authors: {pages: false}\" saves the pages of authors: " +
        FilesAndBytes(authors));
  }
  const PartUse api = use.Part("api");
  if (config.api_days && api.files > 0) {
    lines->push_back(
        "  \"api: {days: false}\" saves most of the JSON for programs: " +
        FilesAndBytes(api));
  }
  if (config.search_engine == SearchEngine::kStatic) {
    lines->push_back("  \"search: {engine: none}\" saves the search: " +
                     FilesAndBytes(use.Part("search")));
  }
  lines->push_back(
      "  or a host without such a limit, which takes the folder as it is");
}

}  // namespace

std::string SummaryOf(const HostUse& use) {
  std::string text =
      Percent(ShareOf(use.bytes, kHostBytes)) + " of 1 GB, largest file " +
      Percent(ShareOf(use.largest_bytes, kHostFileBytes)) + " of 100 MB";
  if (use.jekyll_seconds > 0) {
    text += ", Jekyll by estimate " +
            Percent(use.jekyll_seconds / kHostSeconds) + " of 10 min";
  }
  return text;
}

std::vector<std::string> HostWarnings(const HostUse& use,
                                      const SiteConfig& config) {
  std::vector<std::string> lines;
  if (ShareOf(use.bytes, kHostBytes) >= kWarnFrom) {
    lines.push_back(
        "warning: the site has " + FormatBytes(use.bytes) +
        " of the 1 GB that GitHub Pages takes; what helps, in site.yml:");
    AdviseOnSize(use, config, &lines);
  }
  if (ShareOf(use.largest_bytes, kHostFileBytes) >= kWarnFrom) {
    lines.push_back("warning: " + use.largest_file + " has " +
                    FormatBytes(use.largest_bytes) +
                    " of the 100 MB that GitHub takes for a file; a smaller "
                    "\"paginate\" in site.yml makes lists shorter");
  }
  if (use.jekyll_seconds / kHostSeconds >= kWarnFrom) {
    lines.push_back("warning: Jekyll may take " +
                    FormatSeconds(use.jekyll_seconds) +
                    " of the 10 minutes that GitHub Pages gives it; with "
                    "\"--format html\" there is nothing left for it to do");
  }
  return lines;
}

}  // namespace offprint
