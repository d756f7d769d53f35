// Feeds whose entries are digests: Atom (RFC 4287), RSS 2.0
// (rssboard.org/rss-specification) and RSS 1.0 (web.resource.org/rss/1.0).
#ifndef OFFPRINT_REMOTE_FEED_H_
#define OFFPRINT_REMOTE_FEED_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace offprint::remote {

struct FeedEntry {
  // Of the digest, http or https: a link of the type text/markdown, or to a
  // name that ends as one of a digest or has no ending. Empty where the entry
  // holds its text.
  std::string url;
  // Which entry it is: the address, or what the feed calls it by.
  std::string id;
  std::string text;  // Markdown, in the characters of the feed
  std::optional<Date> day;
  std::string updated;  // as the feed says it
};

struct Feed {
  // Why it is no feed, in words that fit behind "x: "; else empty.
  std::string problem;
  std::vector<FeedEntry> entries;  // in its order
  size_t without_digest = 0;       // entries that link to none and hold none
};

// Reads the feed at `url`, to which its links are relative. Document types, and
// so entities of their own, are passed over: nothing is expanded or loaded.
// Text is Markdown where it is said to be, or is not said to be HTML and begins
// with a heading or front matter.
Feed ParseFeed(std::string_view xml, const std::string& url);

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_FEED_H_
