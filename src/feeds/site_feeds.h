// What the site has for programs: feeds, sitemap, robots.txt, JSON.
#ifndef OFFPRINT_FEEDS_SITE_FEEDS_H_
#define OFFPRINT_FEEDS_SITE_FEEDS_H_

#include "base/diagnostics.h"
#include "output/output_sink.h"
#include "pages/site.h"

namespace offprint {

// Writes feed.xml, a feed.xml for each topic, sitemap.xml, robots.txt and
// api/. Without `url` in site.yml addresses lack their host and there is no
// sitemap; a warning says so, once.
void WriteFeeds(const Site& site, OutputSink& sink, Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_SITE_FEEDS_H_
