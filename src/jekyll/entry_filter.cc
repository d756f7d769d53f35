#include "jekyll/entry_filter.h"

#include <fnmatch.h>

#include <algorithm>
#include <system_error>

#include "base/folder_link.h"
#include "config/glob.h"
#include "config/remote_source.h"
#include "jekyll/site_path.h"

namespace offprint::jekyll {
namespace {

namespace fs = std::filesystem;

bool IsSpecial(std::string_view name) {
  return name.empty() ||
         std::string_view("._#~").find(name.front()) !=
             std::string_view::npos ||
         name.back() == '~';
}

// Whether the path is that one or lies below it.
bool IsAtOrBelow(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace

bool EntryFilter::Matches(const std::vector<std::string>& patterns,
                          std::string_view path, bool is_folder) const {
  const std::string name(path);
  return std::any_of(
      patterns.begin(), patterns.end(), [&](std::string_view pattern) {
        while (pattern.starts_with('/')) pattern.remove_prefix(1);
        if (pattern.empty()) return false;
        return fnmatch(std::string(pattern).c_str(), name.c_str(), 0) == 0 ||
               path.starts_with(pattern) ||
               (is_folder && pattern == name + "/");
      });
}

bool EntryFilter::IsDigest(std::string_view path, bool is_folder) const {
  const auto is_below = [&](std::string_view inside) {
    return std::ranges::any_of(options_.digests, [&](std::string_view folder) {
      return IsAtOrBelow(path, std::string(folder).append(inside));
    });
  };
  if (!is_below("")) return false;
  // Digests of others become no pages, in which Liquid would run.
  if (is_below(std::string("/").append(kRemoteFolder))) return true;
  if (is_folder) return options_.pages.empty();
  return !MatchesGlobs(options_.pages, path);
}

bool EntryFilter::Takes(std::string_view path, bool is_folder) const {
  for (const std::string& skipped : options_.skip) {
    if (IsAtOrBelow(path, skipped)) return false;
  }
  if (IsDigest(path, is_folder)) return false;
  if (MatchesGlobs(options_.exclude, path)) return false;
  if (Matches(settings_.include, path, is_folder) ||
      Matches(settings_.include, NameOf(path), is_folder)) {
    return true;
  }
  return !Matches(settings_.exclude, path, is_folder) &&
         !IsSpecial(NameOf(path));
}

bool EntryFilter::TakesBelow(std::string_view folder,
                             std::string_view path) const {
  if (!IsAtOrBelow(path, folder)) return false;
  size_t end = folder.size();
  while (end < path.size()) {
    end = std::min(path.find('/', end + 1), path.size());
    if (!Takes(path.substr(0, end), end < path.size())) return false;
  }
  return true;
}

std::vector<std::string> FilesBelow(const fs::path& folder,
                                    Diagnostics& diagnostics) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(
      folder, fs::directory_options::follow_directory_symlink, error);
  if (error == std::errc::no_such_file_or_directory) return files;
  for (; !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    if (LeadsBack(*at)) {
      diagnostics.Warning({at->path().generic_string(), 0, 0}, kLeadsBack);
      at.disable_recursion_pending();
    } else if (at->is_regular_file(error)) {
      files.push_back(at->path().lexically_relative(folder).generic_string());
    }
  }
  if (error) {
    diagnostics.Error({folder.string(), 0, 0},
                      "cannot read the folder: " + error.message());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace offprint::jekyll
