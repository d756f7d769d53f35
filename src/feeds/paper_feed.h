// Feeds of papers: of the whole site, of its topics and of saved searches.
#ifndef OFFPRINT_FEEDS_PAPER_FEED_H_
#define OFFPRINT_FEEDS_PAPER_FEED_H_

#include <cstddef>
#include <vector>

#include "config/site_config.h"
#include "feeds/atom.h"
#include "pages/site.h"

namespace offprint {

// The `limit` papers that were seen last, newest day first; within the last day
// of each, in the site's order (best score first, or the archive's own).
std::vector<PaperIndex> NewestPapers(const Site& site,
                                     std::vector<PaperIndex> papers,
                                     size_t limit);

// What a feed says of a paper. It is updated on the last day on which a digest
// names the paper; the title of one that was withdrawn says so.
AtomEntry PaperEntry(const Site& site, PaperIndex paper);

// The feed at /feed.xml, and that of a topic.
AtomFeed SiteFeed(const Site& site);
AtomFeed TopicFeed(const Site& site, TopicIndex topic);
// That of a saved search, from what it found.
AtomFeed SearchFeed(const Site& site, const SavedSearch& search,
                    const std::vector<PaperIndex>& papers);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_PAPER_FEED_H_
