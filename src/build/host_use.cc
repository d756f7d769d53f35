#include "build/host_use.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace offprint {
namespace {

// Measured with Jekyll 4.3 on pages of this program: 2 to 3 ms a page.
constexpr double kJekyllSecondsAPage = 0.003;

// What all addresses of a kind of page begin with, as a path: "authors/".
std::string_view FolderOf(std::string_view permalink) {
  const std::string_view fixed = permalink.substr(0, permalink.find(':'));
  return fixed.substr(1, fixed.rfind('/'));
}

}  // namespace

PartUse HostUse::Part(const std::string& name) const {
  const auto found = std::ranges::find(parts, name, &PartUse::name);
  return found != parts.end() ? *found : PartUse{name, 0, 0};
}

HostUse UseOf(const Ledger& ledger, const SiteConfig& config, size_t pages) {
  const Permalinks& permalinks = config.permalinks;
  // A file is of the part with the longest folder that it is in.
  std::vector<std::pair<std::string_view, PartUse>> folders = {
      {FolderOf(permalinks.day), {"day"}},
      {FolderOf(permalinks.topic), {"topic"}},
      {FolderOf(permalinks.paper), {"paper"}},
      {FolderOf(permalinks.author), {"author"}},
      {"search/", {"search"}},
      {"api/", {"api"}},
      {"", {"others"}}};
  std::ranges::stable_sort(folders, std::ranges::greater(),
                           [](const auto& f) { return f.first.size(); });
  HostUse use;
  for (const LedgerFile& file : ledger.files()) {
    const auto part = std::ranges::find_if(folders, [&](const auto& folder) {
      return file.path.starts_with(folder.first);
    });
    ++part->second.files;
    part->second.bytes += file.size;
    use.bytes += file.size;
    if (file.size > use.largest_bytes) {
      use.largest_bytes = file.size;
      use.largest_file = file.path;
    }
  }
  for (auto& [folder, part] : folders) {
    if (part.files > 0) use.parts.push_back(std::move(part));
  }
  std::ranges::sort(use.parts, std::ranges::greater(), &PartUse::bytes);
  if (config.format == OutputFormat::kJekyll) {
    use.jekyll_seconds = static_cast<double>(pages) * kJekyllSecondsAPage;
  }
  return use;
}

}  // namespace offprint
