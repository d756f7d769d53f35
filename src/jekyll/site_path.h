// Paths from the site's folder, "/" between folders.
#ifndef OFFPRINT_JEKYLL_SITE_PATH_H_
#define OFFPRINT_JEKYLL_SITE_PATH_H_

#include <string>
#include <string_view>

namespace offprint::jekyll {

// "news.md" of "_posts/news.md": what stands behind the last "/". So too of
// addresses.
inline std::string_view NameOf(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The path of what lies in a folder; that of the site's own is empty.
inline std::string PathIn(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty()) path += '/';
  return path.append(name);
}

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_SITE_PATH_H_
