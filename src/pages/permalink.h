// Addresses of pages, by patterns in Jekyll's form
// (https://jekyllrb.com/docs/permalinks/).
#ifndef OFFPRINT_PAGES_PERMALINK_H_
#define OFFPRINT_PAGES_PERMALINK_H_

#include <compare>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/slug.h"
#include "model/paper_id.h"

namespace offprint {

// An address within the site: begins with "/", lacks the baseurl, is not
// percent-encoded, and holds no empty, "." or ".." segment.
struct Permalink {
  std::string value;
  auto operator<=>(const Permalink&) const = default;
};

// Placeholders without their colon and what they stand for, such as
// {"slug", "cs.cv"}.
using PermalinkFields =
    std::vector<std::pair<std::string_view, std::string_view>>;

// The pattern with each ":name" that the fields know replaced by its value.
Permalink ExpandPermalink(std::string_view pattern,
                          const PermalinkFields& fields);

// For a pattern with :year, :month, :day.
Permalink DayPermalink(std::string_view pattern, Date date);

// For a pattern with :id. A DOI keeps its "/"; an id with characters that do
// not belong in a path gets "-" for them and a part of its hash behind.
Permalink PaperPermalink(std::string_view pattern, const PaperId& id);

// The address of page `number` of a list but for its newest: "page/N/" below
// that of the list ("/topics/x.html" has "/topics/x/page/2/").
Permalink ListPermalink(const Permalink& list, size_t number);

// The address of a list's Atom feed: "feed.xml" below it.
Permalink FeedPermalink(const Permalink& list);

// The address of a saved search's feed: "/feeds/<slug>.xml".
Permalink SearchFeedPermalink(const Slug& slug);

// The file that a web server gives for the address, relative to the output:
// "/days/x/" is "days/x/index.html", "/x" is "x.html", "/404.html" itself.
std::string OutputPath(const Permalink& permalink);

// The address as a URI reference, percent-encoded (RFC 3986).
std::string EncodePermalink(std::string_view permalink);
// Whether it is one as it stands.
bool IsEncoded(std::string_view permalink);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_PERMALINK_H_
