// The addresses at which arXiv is asked.
#ifndef OFFPRINT_ARXIV_ADDRESSES_H_
#define OFFPRINT_ARXIV_ADDRESSES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace offprint::arxiv {

// Whether the text has the form of a category: "cs.CV", "hep-th", "cs".
bool IsCategory(std::string_view text);

// A part of what was submitted, in UTC, from the first day to the last.
struct SearchPage {
  std::vector<std::string> categories;  // any of them
  Date first;
  Date last;
  size_t start = 0;
  size_t count = 100;  // at most 2,000
};

// The query API's, oldest first
// (https://info.arxiv.org/help/api/user-manual.html, 3.1).
std::string SearchUrl(std::string_view base, const SearchPage& page);

// OAI-PMH's, of what was announced or changed on those days
// (https://www.openarchives.org/OAI/openarchivesprotocol.html, 4.5). Sets are
// group:archive:category: "cs:cs:CV", "physics:hep-th"
// (https://info.arxiv.org/help/oa/).
std::string OaiUrl(std::string_view base, std::string_view category, Date first,
                   Date last);
std::string OaiUrl(std::string_view base, std::string_view resumption_token);

// The feed's, of today's announcements (https://info.arxiv.org/help/rss.html).
std::string AnnouncementsUrl(std::string_view base,
                             const std::vector<std::string>& categories);

}  // namespace offprint::arxiv

#endif  // OFFPRINT_ARXIV_ADDRESSES_H_
