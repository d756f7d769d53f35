#include "check/site_files.h"

#include <algorithm>
#include <utility>

#include "base/source_file.h"

namespace offprint {

namespace fs = std::filesystem;

SiteFiles::SiteFiles(fs::path folder) : folder_(std::move(folder)) {
  for (const auto& item : fs::recursive_directory_iterator(folder_)) {
    if (!item.is_regular_file()) continue;
    paths_.insert(item.path().lexically_relative(folder_).generic_string());
  }
}

std::string SiteFiles::Read(const std::string& path) const {
  return ReadFile(folder_ / path);
}

std::string SiteFiles::FileAt(const std::string& path) const {
  if (path.empty() || path.ends_with('/')) {
    const std::string index = path + "index.html";
    return Contains(index) ? index : std::string();
  }
  for (const char* rest : {"", ".html", "/index.html"}) {
    std::string file = path + rest;
    if (Contains(file)) return file;
  }
  return {};
}

SourceLocation SiteFiles::Locate(const std::string& path, size_t offset) const {
  const std::string bytes = Read(path);
  const std::string_view before = std::string_view(bytes).substr(0, offset);
  const size_t newline = before.rfind('\n');
  const size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return {path, static_cast<int>(lines) + 1,
          static_cast<int>(before.size() - start) + 1};
}

std::string_view WithoutIndex(std::string_view path) {
  constexpr std::string_view kIndex = "index.html";
  if (path == kIndex || path.ends_with("/index.html")) {
    path.remove_suffix(kIndex.size());
  }
  return path;
}

}  // namespace offprint
