// The addresses that a file of a finished site names.
#ifndef OFFPRINT_CHECK_FILE_LINKS_H_
#define OFFPRINT_CHECK_FILE_LINKS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace offprint {

enum class LinkScope {
  kAnywhere,
  kThisSite,  // as in a sitemap, which may list its own site alone
};

struct Link {
  std::string reference;  // as a URL parser takes it, escapes of the file gone
  size_t offset = 0;      // where it stands, or what holds it, in bytes
  LinkScope scope = LinkScope::kAnywhere;
};

// Why a file cannot be read as what its name says.
struct FileDefect {
  size_t offset = 0;
  std::string message;
};

struct FileLinks {
  std::vector<Link> links;
  std::unordered_set<std::string> ids;  // the anchors of a page
  std::vector<FileDefect> defects;
};

// Whether a file of that path, relative to the site, is a page.
bool IsPage(std::string_view path);

// Whether it is another file that names addresses: a style sheet, XML,
// robots.txt, or JSON of /api/.
bool NamesAddresses(std::string_view path);

// What the bytes of such a file, or of a page, name. Takes any bytes.
FileLinks ReadFileLinks(std::string_view path, std::string_view bytes);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_FILE_LINKS_H_
