// What a site's owner settled in site.yml.
#ifndef OFFPRINT_CONFIG_SITE_CONFIG_H_
#define OFFPRINT_CONFIG_SITE_CONFIG_H_

#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/slug.h"
#include "base/time_zone.h"
#include "config/remote_source.h"
#include "data/value.h"

namespace offprint {

enum class OutputFormat { kJekyll, kHtml };

// The order of the papers of a day.
enum class PaperOrder { kScore, kDigest };

// Which date decides on whose day page an entry stands: the digest's or the
// paper's own.
enum class DayDate { kDigest, kPublished };

// What answers searches: files of the site itself, nothing, or a server.
enum class SearchEngine { kStatic, kNone, kOpenSearch, kMeilisearch };

// A search that is a feed too.
struct SavedSearch {
  std::string query;
  std::string title;  // the query where none is given
  Slug slug;          // of its address, /feeds/<slug>.xml; its own
};

// Addresses in Jekyll's form. Each begins with "/", ends in "/" or ".html", and
// holds the placeholders that keep its pages apart.
struct Permalinks {
  std::string day = "/days/:year-:month-:day/";
  std::string topics = "/topics/";
  std::string topic = "/topics/:slug/";
  std::string paper = "/papers/:id/";
  std::string author = "/authors/:slug/";
  std::string archive = "/archive/";
  std::string search = "/search/";
};

// "Files like these are of that dialect."
struct DialectRule {
  std::string files;  // for MatchesGlob
  std::string dialect;
};

// What `offprint fetch` asks, and in whose name.
struct FetchSettings {
  // A mail address or a page, told to every server that is asked.
  std::string contact;
  // Addresses to ask in place of the services' own, as of mirrors; none ends in
  // "/".
  std::string arxiv_api = "https://export.arxiv.org/api/query";
  std::string arxiv_oai = "https://oaipmh.arxiv.org/oai";
  std::string arxiv_rss = "https://rss.arxiv.org/atom";
  std::string biorxiv_api = "https://api.biorxiv.org";
  std::string doi = "https://doi.org";
  // Seconds between two requests to arXiv or its mirror; arXiv's own terms ask
  // for 3, which its own hosts get at the least.
  int interval = 3;
};

// Which service of arXiv tells new papers.
enum class PaperService { kApi, kOai, kRss };

// "Papers like these belong under that topic."
struct TopicRule {
  std::string topic;
  std::string match;  // a rule of harvest/rule.h; empty: for a model to say
};

// The papers of which `offprint fetch papers` makes digests.
struct PapersSettings {
  std::vector<std::string> categories;  // none: no such digests
  PaperService from = PaperService::kApi;
  std::string match;  // a rule of harvest/rule.h; empty: all
  std::vector<TopicRule> topics;
  std::string dialect = "enhanced-list";
  std::string folder = "papers";  // below the folder of the digests
  int days = 1;                   // working days, up to today
  int most = 500;                 // papers of one digest

  // The language model that translates and judges; empty: none.
  std::string model;
  std::string language;   // to translate into; empty: the site's
  std::string interests;  // what the keeper likes to read, for the scores
  int at_once = 4;        // requests under way
  int requests_a_minute = 60;
  int tokens_a_minute = 0;      // 0: as many as come
  int most_tokens = 1'000'000;  // of one run, so to say its price
};

// The values after all layers: defaults < theme < site.yml < environment <
// flags.
struct SiteConfig {
  std::string title = "Papers";
  std::string description;
  std::string author;
  std::string url;      // "https://example.org", never with a "/" at its end
  std::string baseurl;  // "" or "/papers", never with a "/" at its end
  std::string lang = "zh-CN";
  std::string timezone = "UTC";
  TimeZone time_zone;  // the one that `timezone` names

  OutputFormat format = OutputFormat::kJekyll;
  std::string theme = "default";
  std::string content = "content";
  std::string destination = "public";

  PaperOrder order = PaperOrder::kScore;
  DayDate days = DayDate::kDigest;
  // Digests with "draft: true" or "published: false" in their front matter, or
  // in a folder _drafts.
  bool drafts = false;
  // Days after today, by the site's clock.
  bool future = true;
  int paginate = 50;  // papers a list page, at least 1
  Permalinks permalinks;
  bool author_pages = true;
  int author_min_papers = 2;
  int feed_entries = 50;
  bool api_days = true;  // whether each day has its JSON
  std::vector<SavedSearch> feeds;
  SearchEngine search_engine = SearchEngine::kStatic;
  SourceLocation search_engine_place;  // where it was set last
  // Of a server: its address, without a "/" at its end, the index to ask, and
  // a key that everyone may know. Pages tell them all.
  std::string search_url;
  std::string search_index = "papers";
  std::string search_key;

  // Alias to the topic that it stands for.
  std::map<std::string, std::string, std::less<>> topic_aliases;
  std::vector<DialectRule> dialects;  // the first that matches decides
  std::vector<std::string> exclude;   // for MatchesGlob
  // Files among the digests that are pages around the archive, for MatchesGlob.
  std::vector<std::string> pages;

  FetchSettings fetch;
  std::vector<RemoteSource> sources;  // each with a name of its own
  PapersSettings papers;

  // Whether addresses of assets name their content.
  bool fingerprint = false;
  // Whether pages leave out what they can do without.
  bool lean = false;
  data::Object theme_settings;  // as written; the theme checks them

  // _config.yml of a Jekyll site that keeps an archive, as written; empty
  // where there is none.
  data::Object jekyll;
  // False for a plain Jekyll site: a _config.yml, and no site.yml.
  bool has_archive = true;

  // What was laid over the defaults, layer by layer, as text: the same layers
  // make the same settings.
  std::string layers;
};

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_SITE_CONFIG_H_
