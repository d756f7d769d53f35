#include "feeds/search_feeds.h"

#include <string_view>
#include <vector>

#include "feeds/paper_feed.h"
#include "search/saved_search.h"

namespace offprint {

void WriteSearchFeeds(const Site& site, size_t jobs, OutputSink& sink) {
  const std::vector<SavedSearch>& searches = site.config->feeds;
  if (searches.empty()) return;
  std::vector<std::string_view> queries;
  queries.reserve(searches.size());
  for (const SavedSearch& search : searches) queries.push_back(search.query);
  const std::vector<std::vector<PaperIndex>> found = search::FindNewest(
      site, queries, static_cast<size_t>(site.config->feed_entries), jobs);
  for (size_t i = 0; i < searches.size(); ++i) {
    sink.Write(OutputPath(SearchFeedPermalink(searches[i].slug)),
               WriteAtom(SearchFeed(site, searches[i], found[i])));
  }
}

}  // namespace offprint
