// arXiv's feeds of a day's announcements, in Atom
// (https://info.arxiv.org/help/rss_specifications.html).
#ifndef OFFPRINT_ARXIV_ANNOUNCEMENTS_H_
#define OFFPRINT_ARXIV_ANNOUNCEMENTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "arxiv/record.h"

namespace offprint::arxiv {

struct Announcements {
  std::string error;  // as AtomAnswer's
  // Papers that are new, or new in a category; replacements are left out. As
  // the feed tells no day of submission, `published` is that of announcement.
  // Empty on days without announcements.
  std::vector<Record> records;
};

// Reads a body. As ParseAtom, it expands and loads nothing.
Announcements ParseAnnouncements(std::string_view xml);

}  // namespace offprint::arxiv

#endif  // OFFPRINT_ARXIV_ANNOUNCEMENTS_H_
