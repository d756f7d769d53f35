#include "check/file_links.h"

#include "base/text.h"
#include "check/api_links.h"
#include "check/css_links.h"
#include "check/html_links.h"
#include "check/xml_links.h"

namespace offprint {
namespace {

constexpr std::string_view kRobots = "robots.txt";

bool IsApi(std::string_view path) {
  return path.starts_with("api/") && path.ends_with(".json");
}

// "Sitemap: address" (www.sitemaps.org/protocol.html, "Specifying the Sitemap
// location in your robots.txt file").
void ReadRobotsLinks(std::string_view text, FileLinks* file) {
  constexpr std::string_view kField = "sitemap:";
  for (const std::string_view line : Split(text, '\n')) {
    const std::string_view trimmed = Trim(line);
    if (!StartsWithIgnoreCase(trimmed, kField)) continue;
    const std::string_view value = Trim(trimmed.substr(kField.size()));
    file->links.push_back({std::string(value),
                           static_cast<size_t>(value.data() - text.data()),
                           LinkScope::kThisSite});
  }
}

}  // namespace

bool IsPage(std::string_view path) { return path.ends_with(".html"); }

bool NamesAddresses(std::string_view path) {
  return path.ends_with(".css") || path.ends_with(".xml") || path == kRobots ||
         IsApi(path);
}

FileLinks ReadFileLinks(std::string_view path, std::string_view bytes) {
  FileLinks file;
  if (IsPage(path)) {
    ReadHtmlLinks(bytes, &file);
  } else if (path.ends_with(".css")) {
    EachCssAddress(bytes, [&](std::string reference, size_t offset) {
      file.links.push_back({std::move(reference), offset});
    });
  } else if (path.ends_with(".xml")) {
    ReadXmlLinks(bytes, &file);
  } else if (path == kRobots) {
    ReadRobotsLinks(bytes, &file);
  } else if (IsApi(path)) {
    ReadApiLinks(bytes, &file);
  }
  return file;
}

}  // namespace offprint
