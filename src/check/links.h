// Whether the links of a finished site lead somewhere.
#ifndef OFFPRINT_CHECK_LINKS_H_
#define OFFPRINT_CHECK_LINKS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "check/link_target.h"
#include "check/site_files.h"

namespace offprint {

struct LinkCounts {
  size_t pages = 0;
  size_t others = 0;  // files that name addresses and are no pages
  size_t links = 0;   // that lead to the site itself
  size_t broken = 0;  // different targets that are not there
};

// An address that is not the site's own.
struct ExternalLink {
  std::string url;  // by ExternalAddress()
  // The first page or style sheet that names it, and at which byte.
  std::string file;
  size_t offset = 0;
  size_t others = 0;  // how many other files name it
};

struct LinkReport {
  LinkCounts counts;
  std::vector<ExternalLink> external;  // in the order of their first places
};

enum class ExternalLinks { kPassOver, kGather };

// Reads every page of the site and every other file that names addresses
// (style sheets, feeds, sitemaps, opensearch.xml, robots.txt, the JSON of
// /api/) and looks up what they name on the site itself: the file has to be
// there, and on a page the anchor too. An address is looked up as GitHub Pages
// does; see SiteFiles::FileAt(). A fragment that only a script can understand
// ("#q=…", "#/…") is taken as it is.
//
// A target that is not there is one warning, at the first link to it, however
// many there are. So is one that is there, but only below the base URL, which
// the link lacks; one in a sitemap that is not of the site; and a file that is
// not what its name says.
LinkReport CheckLinks(const SiteFiles& files, const SiteAddress& site,
                      ExternalLinks external, size_t jobs,
                      Diagnostics& diagnostics);

// "", "; so does 1 other page", "; so do 2 other files".
std::string SoDoOthers(size_t others, const char* what);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_LINKS_H_
