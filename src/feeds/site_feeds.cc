#include "feeds/site_feeds.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "base/parallel.h"
#include "feeds/api.h"
#include "feeds/opensearch.h"
#include "feeds/paper_feed.h"
#include "feeds/robots.h"
#include "feeds/sitemap.h"
#include "model/archive.h"
#include "pages/site_url.h"

namespace offprint {
namespace {

std::optional<Date> LastDay(const Archive& archive, PaperIndex index) {
  const Paper& paper = archive.papers[index];
  if (paper.days.empty()) return std::nullopt;
  return archive.days[paper.days.back()].date;
}

std::optional<Date> LastDay(const Archive& archive,
                            std::span<const PaperIndex> papers) {
  std::optional<Date> last;
  for (const PaperIndex paper : papers) {
    last = std::max(last, LastDay(archive, paper));
  }
  return last;
}

// When a page last changed, as far as the digests tell.
std::optional<Date> ChangedOn(const Site& site, const Page& page) {
  const Archive& archive = *site.archive;
  switch (page.kind) {
    case PageKind::kHome:
    case PageKind::kTopics:
    case PageKind::kArchive:
    case PageKind::kSearch:
      if (archive.days.empty()) return std::nullopt;
      return archive.days.back().date;
    case PageKind::kDay:
      return archive.days[page.index].date;
    case PageKind::kTopic:
      return LastDay(archive, PapersOf(site, page));
    case PageKind::kAuthor:
      return LastDay(archive, PapersOf(site, page));
    case PageKind::kPaper:
      return LastDay(archive, page.index);
    case PageKind::kError:
      break;
  }
  return std::nullopt;
}

// Papers come first, as they were first seen: a new day changes the last part
// alone of a sitemap in several.
void WriteSitemap(const Site& site, const std::vector<SitemapAddress>& others,
                  OutputSink& sink) {
  const SiteConfig& config = *site.config;
  SitemapWriter writer(PublicUrl(config, "/"), sink);
  const auto add = [&](const Page& page) {
    writer.Add(
        {PublicUrl(config, page.permalink.value), ChangedOn(site, page)});
  };
  for (size_t i = site.paper_pages.size(); i-- > 0;) {
    add(site.pages[site.paper_pages[i]]);
  }
  for (const Page& page : site.pages) {
    if (page.kind == PageKind::kPaper || page.kind == PageKind::kError) {
      continue;
    }
    add(page);
  }
  for (const SitemapAddress& other : others) {
    writer.Add({config.url + config.baseurl + other.url, other.changed});
  }
  writer.Finish();
}

void WriteTopicFeed(const Site& site, const ContentHashes& hashes,
                    TopicIndex topic, OutputSink& sink) {
  const Permalink& list = site.pages[site.topic_pages[topic]].permalink;
  const std::string path = OutputPath(FeedPermalink(list));
  const std::vector<PaperIndex>& papers = site.archive->topics[topic].papers;
  if (sink.Keep(path, hashes.Papers(papers, kAllOfPapers))) return;
  sink.Write(path, WriteAtom(TopicFeed(site, topic)));
}

}  // namespace

void WriteFeeds(const Site& site, const ContentHashes& hashes, size_t jobs,
                const std::vector<SitemapAddress>& others, OutputSink& sink,
                Diagnostics& diagnostics) {
  const SiteConfig& config = *site.config;
  const bool has_host = !config.url.empty();
  if (!has_host) {
    diagnostics.Warning({},
                        "site.yml has no \"url\": feeds and JSON have "
                        "addresses without a host, and there is no "
                        "sitemap; set it to where the site will stand, "
                        "such as https://example.org");
  }
  sink.Write("feed.xml", WriteAtom(SiteFeed(site)));
  // The sitemap takes about as long as all other feeds.
  ParallelFor(jobs, site.archive->topics.size() + 1, [&](size_t, size_t i) {
    if (i > 0) {
      WriteTopicFeed(site, hashes, static_cast<TopicIndex>(i - 1), sink);
    } else if (has_host) {
      WriteSitemap(site, others, sink);
    }
  });
  if (has_host && site.search_page != kNoIndex) {
    sink.Write("opensearch.xml", OpenSearchXml(site));
  }
  sink.Write("robots.txt",
             RobotsText(has_host ? PublicUrl(config, "/sitemap.xml") : ""));
  WriteApi(site, hashes, jobs, sink);
}

}  // namespace offprint
