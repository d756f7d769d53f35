// Whether the links of a finished site lead somewhere.
#ifndef OFFPRINT_CHECK_LINKS_H_
#define OFFPRINT_CHECK_LINKS_H_

#include <cstddef>
#include <filesystem>

#include "base/diagnostics.h"
#include "check/link_target.h"

namespace offprint {

struct LinkCounts {
  size_t pages = 0;
  size_t links = 0;   // that lead to the site itself
  size_t broken = 0;  // different targets that are not there
};

// Reads every .html file of the folder and looks up what its links, images,
// scripts and forms name on the site itself: the file has to be there, and on
// a page the anchor too. An address is looked up as GitHub Pages does: a folder
// is its index.html, and ".html" may be left out. A fragment that only a script
// can understand ("#q=…", "#/…") is taken as it is.
//
// A target that is not there is one warning, at the first link to it, however
// many there are. So is one that is there, but only below the base URL, which
// the link lacks.
LinkCounts CheckLinks(const std::filesystem::path& folder,
                      const SiteAddress& site, size_t jobs,
                      Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_LINKS_H_
