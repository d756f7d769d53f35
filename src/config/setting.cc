#include "config/setting.h"

#include <algorithm>
#include <array>

#include "config/papers_value.h"
#include "config/setting_value.h"

namespace offprint {
namespace {

template <typename Enum>
void SetEnum(const SettingValue& value,
             const std::vector<std::string_view>& names, Enum* choice) {
  int position = static_cast<int>(*choice);
  SetChoice(value, names, &position);
  *choice = static_cast<Enum>(position);
}

using Value = const SettingValue&;
using Config = SiteConfig*;
using enum SettingKind;

constexpr std::array kSettings = {
    Setting{"title", kText, "Name of the site",
            [](Value v, Config c) { SetText(v, &c->title); }},
    Setting{"description", kText,
            "One sentence on the site, for search engines",
            [](Value v, Config c) { SetText(v, &c->description); }},
    Setting{"author", kText, "Who keeps the site",
            [](Value v, Config c) { SetText(v, &c->author); }},
    Setting{"url", kText,
            "Where the site will stand, \"https://example.org\"; feeds and the "
            "sitemap need it",
            [](Value v, Config c) { SetUrl(v, &c->url); }},
    Setting{"baseurl", kText,
            "Path under which it will stand there, \"/papers\"",
            [](Value v, Config c) { SetBaseUrl(v, &c->baseurl); }},
    Setting{"lang", kText, "Language of the interface, \"zh-CN\" or \"en\"",
            [](Value v, Config c) { SetLang(v, &c->lang); }},
    Setting{"timezone", kText, "Zone of the site's days, \"Asia/Shanghai\"",
            [](Value v, Config c) { SetTimeZone(v, c); }},
    Setting{"format", kText,
            "\"jekyll\": a source that GitHub Pages builds; \"html\": the "
            "finished site",
            [](Value v, Config c) {
              SetEnum(v, {"jekyll", "html"}, &c->format);
            }},
    Setting{"theme", kText, "Name of the theme",
            [](Value v, Config c) { SetName(v, &c->theme); }},
    Setting{"content", kText, "Folder of the digests",
            [](Value v, Config c) { SetName(v, &c->content); }},
    Setting{"destination", kText, "Folder that the site is written to",
            [](Value v, Config c) { SetName(v, &c->destination); }},
    Setting{"order", kText,
            "Order of a day's papers: \"score\", best first, or \"digest\"",
            [](Value v, Config c) {
              SetEnum(v, {"score", "digest"}, &c->order);
            }},
    Setting{"days", kText,
            "Date that decides on a paper's day page: of the \"digest\" or "
            "\"published\"",
            [](Value v, Config c) {
              SetEnum(v, {"digest", "published"}, &c->days);
            }},
    Setting{"drafts", kTruth, "Whether drafts are built",
            [](Value v, Config c) { SetTruth(v, &c->drafts); }},
    Setting{"future", kTruth, "Whether days after today are built",
            [](Value v, Config c) { SetTruth(v, &c->future); }},
    Setting{"paginate", kNumber, "Papers on a page of a list",
            [](Value v, Config c) { SetNumber(v, 1, &c->paginate); }},
    Setting{"permalinks.day", kText, "Address of a day",
            [](Value v, Config c) {
              SetPermalink(v, {":year", ":month", ":day"}, &c->permalinks.day);
            }},
    Setting{
        "permalinks.topics", kText, "Address of the list of topics",
        [](Value v, Config c) { SetPermalink(v, {}, &c->permalinks.topics); }},
    Setting{"permalinks.topic", kText, "Address of a topic",
            [](Value v, Config c) {
              SetPermalink(v, {":slug"}, &c->permalinks.topic);
            }},
    Setting{"permalinks.paper", kText, "Address of a paper",
            [](Value v, Config c) {
              SetPermalink(v, {":id"}, &c->permalinks.paper);
            }},
    Setting{"permalinks.author", kText, "Address of an author",
            [](Value v, Config c) {
              SetPermalink(v, {":slug"}, &c->permalinks.author);
            }},
    Setting{
        "permalinks.archive", kText, "Address of the list of days",
        [](Value v, Config c) { SetPermalink(v, {}, &c->permalinks.archive); }},
    Setting{
        "permalinks.search", kText, "Address of the search page",
        [](Value v, Config c) { SetPermalink(v, {}, &c->permalinks.search); }},
    Setting{"authors.pages", kTruth, "Whether authors have pages",
            [](Value v, Config c) { SetTruth(v, &c->author_pages); }},
    Setting{"authors.min_papers", kNumber,
            "Papers that an author must have for a page",
            [](Value v, Config c) { SetNumber(v, 1, &c->author_min_papers); }},
    Setting{"topics.aliases", kMapping,
            "Topic to a list of other names that mean it",
            [](Value v, Config c) { SetAliases(v, &c->topic_aliases); }},
    Setting{"dialects", kList,
            "List of {files: glob, dialect: name}: files that are read as that "
            "dialect whatever they look like",
            [](Value v, Config c) { SetDialects(v, &c->dialects); }},
    Setting{"exclude", kList, "Globs of files that are not read",
            [](Value v, Config c) { SetTexts(v, &c->exclude); }},
    Setting{"pages", kList,
            "Globs of files among the digests that are pages around the "
            "archive, and no digests",
            [](Value v, Config c) { SetTexts(v, &c->pages); }},
    Setting{"feed.entries", kNumber, "Entries in a feed",
            [](Value v, Config c) { SetNumber(v, 1, &c->feed_entries); }},
    Setting{"api.days", kTruth,
            "Whether each day is there as JSON, and not the newest alone",
            [](Value v, Config c) { SetTruth(v, &c->api_days); }},
    Setting{"feeds", kList,
            "List of {query: what is searched for, title: text, name: text}: "
            "searches that are feeds, at /feeds/<name>.xml",
            [](Value v, Config c) { SetFeeds(v, &c->feeds); }},
    Setting{"search.engine", kText,
            "What answers searches: \"static\", files of the site itself, "
            "\"opensearch\" or \"meilisearch\", a server, or \"none\"",
            [](Value v, Config c) {
              SetEnum(v, {"static", "none", "opensearch", "meilisearch"},
                      &c->search_engine);
              c->search_engine_place = v.where;
            }},
    Setting{"search.url", kText,
            "Address of that server, \"https://search.example.org\"",
            [](Value v, Config c) { SetServerUrl(v, &c->search_url); }},
    Setting{"search.index", kText, "Name of the index there",
            [](Value v, Config c) { SetIndexName(v, &c->search_index); }},
    Setting{"search.key", kText,
            "Key to search with; everyone can read it in the site",
            [](Value v, Config c) { SetPublicKey(v, &c->search_key); }},
    Setting{"sources", kList,
            "List of {name: text, url|feed|dated|git: address, title: text}: "
            "digests of others, for \"offprint fetch remote\"",
            [](Value v, Config c) { SetSources(v, &c->sources); }},
    Setting{"fetch.contact", kText,
            "Mail address or page that servers are told, to write to",
            [](Value v, Config c) { SetPublicKey(v, &c->fetch.contact); }},
    Setting{"fetch.interval", kNumber,
            "Seconds between two requests to a mirror of arXiv; arXiv itself "
            "gets 3 at the least",
            [](Value v, Config c) { SetNumber(v, 0, &c->fetch.interval); }},
    Setting{"fetch.arxiv_api", kText, "Address of arXiv's query API",
            [](Value v, Config c) { SetServerUrl(v, &c->fetch.arxiv_api); }},
    Setting{"fetch.arxiv_oai", kText, "Address of arXiv's OAI-PMH",
            [](Value v, Config c) { SetServerUrl(v, &c->fetch.arxiv_oai); }},
    Setting{"fetch.arxiv_rss", kText, "Address of arXiv's feeds",
            [](Value v, Config c) { SetServerUrl(v, &c->fetch.arxiv_rss); }},
    Setting{"fetch.biorxiv_api", kText, "Address of bioRxiv's API",
            [](Value v, Config c) { SetServerUrl(v, &c->fetch.biorxiv_api); }},
    Setting{"fetch.doi", kText, "Address that resolves DOIs",
            [](Value v, Config c) { SetServerUrl(v, &c->fetch.doi); }},
    Setting{"papers.categories", kList,
            "Categories of arXiv whose papers \"fetch papers\" gets",
            [](Value v, Config c) { SetCategories(v, &c->papers.categories); }},
    Setting{"papers.from", kText,
            "What tells new papers: \"api\", by days of submission, \"oai\", "
            "by days of announcement, or \"rss\", today's announcements",
            [](Value v, Config c) {
              SetEnum(v, {"api", "oai", "rss"}, &c->papers.from);
            }},
    Setting{"papers.match", kText,
            "Rule for the papers to take; all where there is none",
            [](Value v, Config c) { SetRule(v, &c->papers.match); }},
    Setting{"papers.topics", kList,
            "Topics and the rules for their papers; the first that matches "
            "counts",
            [](Value v, Config c) { SetTopicRules(v, &c->papers.topics); }},
    Setting{
        "papers.dialect", kText, "Dialect in which digests are written",
        [](Value v, Config c) { SetWrittenDialect(v, &c->papers.dialect); }},
    Setting{"papers.folder", kText,
            "Folder of these digests, below that of all digests",
            [](Value v, Config c) { SetSubfolder(v, &c->papers.folder); }},
    Setting{"papers.days", kNumber,
            "Working days up to today that are asked for",
            [](Value v, Config c) { SetNumber(v, 1, &c->papers.days); }},
    Setting{"papers.most", kNumber, "Papers of one digest at the most",
            [](Value v, Config c) { SetNumber(v, 1, &c->papers.most); }},
    Setting{"papers.model", kText,
            "Language model that translates and scores papers; none where "
            "nothing is said",
            [](Value v, Config c) { SetPublicKey(v, &c->papers.model); }},
    Setting{"papers.language", kText,
            "Language that it translates into; the site's where nothing is "
            "said",
            [](Value v, Config c) { SetLang(v, &c->papers.language); }},
    Setting{"papers.interests", kText,
            "What you like to read, in a few sentences: scores go by it",
            [](Value v, Config c) { SetText(v, &c->papers.interests); }},
    Setting{"papers.at_once", kNumber,
            "Questions to the model under way at the same time",
            [](Value v, Config c) { SetNumber(v, 1, &c->papers.at_once); }},
    Setting{"papers.requests_a_minute", kNumber,
            "Questions to the model in a minute",
            [](Value v,
               Config c) { SetNumber(v, 1, &c->papers.requests_a_minute); }},
    Setting{
        "papers.tokens_a_minute", kNumber,
        "Tokens that the model reads and writes in a minute; 0: any number",
        [](Value v, Config c) { SetNumber(v, 0, &c->papers.tokens_a_minute); }},
    Setting{"papers.most_tokens", kNumber,
            "Tokens that one run may spend at the most",
            [](Value v, Config c) { SetNumber(v, 0, &c->papers.most_tokens); }},
    Setting{"fingerprint", kTruth,
            "Whether addresses of style sheets and scripts change with their "
            "content",
            [](Value v, Config c) { SetTruth(v, &c->fingerprint); }},
    Setting{"lean", kTruth,
            "Whether pages leave out what they can do without, so that a large "
            "archive takes less room",
            [](Value v, Config c) { SetTruth(v, &c->lean); }},
    Setting{"theme_settings", kMapping,
            "What the theme asks for; templates see site.theme_settings",
            [](Value v, Config c) { SetMapping(v, &c->theme_settings); }},
};

}  // namespace

std::span<const Setting> Settings() { return kSettings; }

const Setting* FindSetting(std::string_view name) {
  const auto found = std::ranges::find(kSettings, name, &Setting::name);
  return found == kSettings.end() ? nullptr : &*found;
}

}  // namespace offprint
