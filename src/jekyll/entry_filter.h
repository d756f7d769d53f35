// Which files of a site's folder Jekyll looks at.
#ifndef OFFPRINT_JEKYLL_ENTRY_FILTER_H_
#define OFFPRINT_JEKYLL_ENTRY_FILTER_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "jekyll/settings.h"
#include "jekyll/source.h"

namespace offprint::jekyll {

// The rule of Jekyll's EntryFilter: names that begin with ".", "_", "#" or "~"
// or end in "~", and what `exclude` names, are left out, but for what `include`
// names. What site.yml excludes, and digests, are left out whatever `include`
// names.
class EntryFilter {
 public:
  // Both outlive this.
  EntryFilter(const Settings& settings, const ReadOptions& options)
      : settings_(settings), options_(options) {}

  // Whether the file or folder is looked at. The path is relative to the
  // site's folder.
  bool Takes(std::string_view path, bool is_folder) const;

  // The same for a path in a folder that Jekyll names itself (_posts, those of
  // collections): every part of it below that folder is looked at.
  bool TakesBelow(std::string_view folder, std::string_view path) const;

 private:
  // Whether it lies among the digests, and is no page there, which those of
  // others never are; of folders only those are told that hold no page.
  bool IsDigest(std::string_view path, bool is_folder) const;
  bool Matches(const std::vector<std::string>& patterns, std::string_view path,
               bool is_folder) const;

  const Settings& settings_;
  const ReadOptions& options_;
};

// The files below a folder of the site, relative to it, "/" between folders,
// sorted. None where there is no such folder.
std::vector<std::string> FilesBelow(const std::filesystem::path& folder,
                                    Diagnostics& diagnostics);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_ENTRY_FILTER_H_
