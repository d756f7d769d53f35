// What the site has for programs: feeds, sitemap, robots.txt, JSON.
#ifndef OFFPRINT_FEEDS_SITE_FEEDS_H_
#define OFFPRINT_FEEDS_SITE_FEEDS_H_

#include <vector>

#include "base/diagnostics.h"
#include "feeds/sitemap.h"
#include "output/output_sink.h"
#include "pages/content_hashes.h"
#include "pages/site.h"

namespace offprint {

// Writes feed.xml, a feed.xml for each topic, sitemap.xml, robots.txt and
// api/. `others` are addresses that the sitemap has besides the archive's
// pages, from the site's "/" and percent-encoded. Without `url` in site.yml
// addresses lack their host and there is no sitemap; a warning says so, once.
// What the sink can keep is kept. Files are made on `jobs` threads.
void WriteFeeds(const Site& site, const ContentHashes& hashes, size_t jobs,
                const std::vector<SitemapAddress>& others, OutputSink& sink,
                Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_SITE_FEEDS_H_
