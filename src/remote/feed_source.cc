// A feed: each entry is a digest, which is asked for when it is new or the feed
// says that it changed. Entries that the feed drops stay here: a feed is a
// window on the newest.
#include <set>
#include <utility>

#include "base/web_address.h"
#include "remote/digest_name.h"
#include "remote/feed.h"
#include "remote/sources.h"

namespace offprint::remote {
namespace {

// A feed makes this program ask other hosts: so often and no more in a run.
constexpr size_t kMostEntries = 200;

class FeedSource final : public Source {
 public:
  FeedSource(Visit& visit, fetch::DiskCache& cache)
      : visit_(visit), cache_(cache) {}

  void Begin(fetch::Fetcher& fetcher) override {
    const std::string& url = visit_.source().address;
    if (!visit_.BeginAsking(url)) {
      visit_.options().say(visit_.source().name +
                           ": would ask for what is new in that feed");
      return;
    }
    fetch::Request request;
    request.url = url;
    cache_.Get(fetcher, std::move(request), std::chrono::seconds(0),
               [this, &fetcher](const fetch::Response& response) {
                 TakeFeed(fetcher, response);
               });
  }

 private:
  void TakeFeed(fetch::Fetcher& fetcher, const fetch::Response& response) {
    visit_.EndAsking();
    const std::string& url = visit_.source().address;
    if (response.failure == fetch::Failure::kCancelled) return;
    const std::string problem = visit_.ProblemOf(response);
    if (!problem.empty()) return visit_.Fail(url, problem);
    Feed feed = ParseFeed(response.body, response.url);
    if (!feed.problem.empty()) return visit_.Fail(url, feed.problem);
    if (feed.without_digest > 0) {
      visit_.Note(url, "entries that lead to no Markdown and hold none: " +
                           std::to_string(feed.without_digest));
    }
    if (feed.entries.size() > kMostEntries) {
      visit_.Warn(url, "only its first " + std::to_string(kMostEntries) +
                           " entries are read");
      feed.entries.resize(kMostEntries);
    }
    for (FeedEntry& entry : feed.entries) TakeEntry(fetcher, std::move(entry));
  }

  void TakeEntry(fetch::Fetcher& fetcher, FeedEntry entry) {
    if (!seen_.insert(entry.id).second) return;
    const std::string file = FileOf(entry);
    const Record* known = visit_.folder().provenance().Find(file);
    const bool is_known =
        known != nullptr && known->gone.empty() && !entry.updated.empty() &&
        known->updated == entry.updated && visit_.folder().Has(file);
    if (is_known) {
      ++visit_.counts().same;
    } else if (!entry.url.empty()) {
      visit_.Ask(fetcher, {file, entry.url, entry.updated});
    } else {
      Record record;
      record.file = file;
      record.url = entry.id;
      record.updated = entry.updated;
      visit_.Take(std::move(entry.text), "", std::move(record));
    }
  }

  // The file that the entry has, or a new one that no other entry has.
  std::string FileOf(const FeedEntry& entry) {
    const Provenance& provenance = visit_.folder().provenance();
    const Record* known = provenance.FindUrl(entry.id);
    std::string file = known != nullptr ? known->file : "";
    if (file.empty() && IsWebAddress(entry.id)) {
      file = DigestNameOf(entry.id, entry.day);
    }
    const bool is_free = known != nullptr ||
                         (!file.empty() && provenance.Find(file) == nullptr &&
                          !files_.contains(file));
    if (!is_free) file = DistinctNameOf(entry.id, entry.day);
    files_.insert(file);
    return file;
  }

  Visit& visit_;
  fetch::DiskCache& cache_;
  std::set<std::string> seen_;   // ids
  std::set<std::string> files_;  // of this run
};

}  // namespace

std::unique_ptr<Source> MakeFeedSource(Visit& visit, fetch::DiskCache& cache) {
  return std::make_unique<FeedSource>(visit, cache);
}

}  // namespace offprint::remote
