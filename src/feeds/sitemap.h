// Sitemaps (https://www.sitemaps.org/protocol.html), written through pugixml.
#ifndef OFFPRINT_FEEDS_SITEMAP_H_
#define OFFPRINT_FEEDS_SITEMAP_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "output/output_sink.h"

namespace offprint {

struct SitemapAddress {
  std::string url;  // absolute, percent-encoded
  std::optional<Date> changed;
};

// The most of one file. The protocol allows 50,000 addresses; with fewer a day
// more changes less, and less is in memory at once.
struct SitemapLimits {
  size_t addresses = 10000;
  size_t bytes = size_t{50} << 20;
};

// Takes the addresses of a site one by one and writes sitemap.xml, or
// sitemap-1.xml, sitemap-2.xml … with sitemap.xml as their index. No more than
// one file's addresses are kept at a time.
class SitemapWriter {
 public:
  // `root` is the public address of the site's "/"; the sink outlives this.
  SitemapWriter(std::string root, OutputSink& sink, SitemapLimits limits = {});

  void Add(SitemapAddress address);

  // Writes what is left. Called once, after the last Add.
  void Finish();

 private:
  void WriteAddresses(const std::string& path);
  void WritePart();

  std::string root_;
  OutputSink& sink_;
  SitemapLimits limits_;
  std::vector<SitemapAddress> part_;
  size_t part_bytes_ = 0;
  size_t parts_ = 0;  // written so far
};

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_SITEMAP_H_
