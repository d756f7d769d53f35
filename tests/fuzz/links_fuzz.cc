// Any bytes are read as every kind of file that names addresses; what is found
// lies in the file, and resolves to something or nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "check/file_links.h"
#include "check/link_target.h"
#include "check/search_root.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace offprint;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const SiteAddress site = {"https://example.org", "/papers"};
  for (const char* path :
       {"a/b.html", "a/b.css", "feed.xml", "robots.txt", "api/x.json"}) {
    const FileLinks file = ReadFileLinks(path, bytes);
    for (const Link& link : file.links) {
      if (link.offset > size) std::abort();
      ResolveLink(link.reference, path, site);
      ExternalAddress(link.reference, site);
    }
    for (const FileDefect& defect : file.defects) {
      if (defect.offset > size) std::abort();
    }
  }
  std::string reason;
  if (!ReadSearchRoot(bytes, &reason) && reason.empty()) std::abort();
  return 0;
}
