// The files of a finished site, by the addresses at which a host serves them.
#ifndef OFFPRINT_CHECK_SITE_FILES_H_
#define OFFPRINT_CHECK_SITE_FILES_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/diagnostics.h"

namespace offprint {

class SiteFiles {
 public:
  // Lists the folder, which must be readable; an EnvironmentError or a
  // std::filesystem::filesystem_error says why it is not.
  explicit SiteFiles(std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }
  // Paths relative to the folder, in no order.
  const std::unordered_set<std::string>& paths() const { return paths_; }
  bool Contains(const std::string& path) const { return paths_.contains(path); }
  std::string Read(const std::string& path) const;

  // The file that a host serves for a path below the site's root, as GitHub
  // Pages does: a folder is its index.html, and ".html" may be left out. Empty
  // where there is none.
  std::string FileAt(const std::string& path) const;

  // Line and column of a byte of a file.
  SourceLocation Locate(const std::string& path, size_t offset) const;

 private:
  std::filesystem::path folder_;
  std::unordered_set<std::string> paths_;
};

// The path as addresses have it: without "index.html".
std::string_view WithoutIndex(std::string_view path);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_SITE_FILES_H_
