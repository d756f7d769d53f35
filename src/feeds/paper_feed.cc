#include "feeds/paper_feed.h"

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "base/time_zone.h"
#include "markdown/plain_title.h"
#include "model/archive.h"
#include "pages/excerpt.h"
#include "pages/site_url.h"

namespace offprint {
namespace {

constexpr size_t kSummaryLength = 800;  // code points

// What stands where no date is known; an Atom entry must have one.
constexpr std::string_view kNoTime = "1970-01-01T00:00:00Z";

std::string TimeOf(const Site& site, std::optional<Date> date) {
  return date ? FormatRfc3339(*date, site.config->time_zone)
              : std::string(kNoTime);
}

std::optional<Date> LastDay(const Archive& archive, const Paper& paper) {
  if (paper.days.empty()) return paper.published;
  return archive.days[paper.days.back()].date;
}

std::optional<Date> FirstDay(const Archive& archive, const Paper& paper) {
  if (paper.days.empty()) return paper.published;
  return archive.days[paper.days.front()].date;
}

// An id for good. Without a host in the settings there is no address to make
// it from: then it is a UUID (version 8, RFC 9562) made from the address.
std::string MakeId(const SiteConfig& config, const std::string& address) {
  if (!config.url.empty()) return address;
  const uint64_t high = StableHash("offprint " + address);
  const uint64_t low = StableHash(address + " offprint");
  char id[64];
  std::snprintf(id, sizeof id, "urn:uuid:%08x-%04x-8%03x-%04x-%012llx",
                static_cast<unsigned>(high >> 32),
                static_cast<unsigned>(high >> 16 & 0xFFFF),
                static_cast<unsigned>(high & 0xFFF),
                static_cast<unsigned>((low >> 48 & 0x3FFF) | 0x8000),
                static_cast<unsigned long long>(low & 0xFFFFFFFFFFFF));
  return id;
}

// Digests are not to be trusted with other schemes.
bool IsWebAddress(std::string_view url) {
  return StartsWithIgnoreCase(url, "https://") ||
         StartsWithIgnoreCase(url, "http://");
}

std::string RelatedUrl(const Paper& paper) {
  std::string canonical = AbstractUrl(paper.id);
  if (canonical.empty() && IsWebAddress(paper.links.abs)) {
    canonical = paper.links.abs;
  }
  return canonical;
}

// Stands before the title, as that is what every reader of feeds shows.
std::string WithdrawnMark(const SiteConfig& config, const Paper& paper) {
  if (paper.metadata == nullptr || !paper.metadata->withdrawn) return {};
  return config.lang.starts_with("zh") ? "[已撤稿] " : "[Withdrawn] ";
}

// Fills in what feeds of papers have in common.
void AddPapers(const Site& site, std::vector<PaperIndex> papers,
               AtomFeed* feed) {
  const SiteConfig& config = *site.config;
  const auto limit = static_cast<size_t>(config.feed_entries);
  for (const PaperIndex paper : NewestPapers(site, std::move(papers), limit)) {
    feed->entries.push_back(PaperEntry(site, paper));
  }
  feed->id = MakeId(config, feed->self_url);
  feed->lang = config.lang;
  feed->author = config.author.empty() ? config.title : config.author;
  feed->updated = feed->entries.empty() ? std::string(kNoTime)
                                        : feed->entries.front().updated;
}

}  // namespace

std::vector<PaperIndex> NewestPapers(const Site& site,
                                     std::vector<PaperIndex> papers,
                                     size_t limit) {
  const Archive& archive = *site.archive;
  const bool by_score = site.config->order == PaperOrder::kScore;
  const auto score_of = [&](PaperIndex paper) {
    return by_score ? archive.papers[paper].score : std::nullopt;
  };
  const auto before = [&](PaperIndex a, PaperIndex b) {
    const auto day_a = LastDay(archive, archive.papers[a]);
    const auto day_b = LastDay(archive, archive.papers[b]);
    if (day_a != day_b) return day_a > day_b;
    const auto score_a = score_of(a);
    const auto score_b = score_of(b);
    return score_a != score_b ? score_a > score_b : a < b;
  };
  const size_t count = std::min(limit, papers.size());
  std::ranges::partial_sort(
      papers, papers.begin() + static_cast<std::ptrdiff_t>(count), before);
  papers.resize(count);
  return papers;
}

AtomEntry PaperEntry(const Site& site, PaperIndex index) {
  const Archive& archive = *site.archive;
  const Paper& paper = archive.papers[index];
  AtomEntry entry;
  entry.url = PublicUrl(site, site.paper_pages[index]);
  entry.id = MakeId(*site.config, entry.url);
  entry.title = WithdrawnMark(*site.config, paper) + PlainTitle(paper.title);
  entry.related = RelatedUrl(paper);
  entry.updated = TimeOf(site, LastDay(archive, paper));
  entry.published = TimeOf(site, FirstDay(archive, paper));
  entry.summary = ExcerptOf(NewestWords(archive, paper), kSummaryLength);
  for (const AuthorIndex author : paper.authors) {
    entry.authors.emplace_back(archive.authors[author].name);
  }
  for (const TopicIndex topic : paper.topics) {
    entry.categories.emplace_back(archive.topics[topic].name);
  }
  return entry;
}

AtomFeed SiteFeed(const Site& site) {
  AtomFeed feed;
  feed.title = site.config->title;
  feed.subtitle = site.config->description;
  feed.self_url = PublicUrl(*site.config, "/feed.xml");
  feed.site_url = PublicUrl(*site.config, "/");
  std::vector<PaperIndex> papers(site.archive->papers.size());
  std::iota(papers.begin(), papers.end(), PaperIndex{0});
  AddPapers(site, std::move(papers), &feed);
  return feed;
}

AtomFeed TopicFeed(const Site& site, TopicIndex index) {
  const Topic& topic = site.archive->topics[index];
  const Page& page = site.pages[site.topic_pages[index]];
  AtomFeed feed;
  feed.title = std::string(topic.name) + " · " + site.config->title;
  feed.self_url = PublicUrl(*site.config, FeedPermalink(page.permalink).value);
  feed.site_url = PublicUrl(*site.config, page.permalink.value);
  AddPapers(site, topic.papers, &feed);
  return feed;
}

AtomFeed SearchFeed(const Site& site, const SavedSearch& search,
                    const std::vector<PaperIndex>& papers) {
  AtomFeed feed;
  feed.title = search.title + " · " + site.config->title;
  feed.self_url =
      PublicUrl(*site.config, SearchFeedPermalink(search.slug).value);
  feed.site_url = SearchUrl(site, search.query);
  AddPapers(site, papers, &feed);
  return feed;
}

}  // namespace offprint
