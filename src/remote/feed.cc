#include "remote/feed.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <utility>

#include "base/text.h"
#include "fetch/url.h"
#include "remote/digest_name.h"

namespace offprint::remote {
namespace {

constexpr const char* kMarkdown = "text/markdown";

// All text of an element, however many sections it stands in.
std::string TextOf(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) text += child.value();
  return text;
}

std::string FieldOf(const pugi::xml_node& entry, const char* name) {
  return std::string(Trim(TextOf(entry.child(name))));
}

bool BeginsLikeDigest(std::string_view text) {
  text = TrimLeft(text);
  return text.starts_with("# ") || text.starts_with("## ") ||
         text.starts_with("---\n") || text.starts_with("---\r\n");
}

// Of an element with text, whose type an attribute may tell (RFC 4287, 4.1.3).
bool IsMarkdown(const pugi::xml_node& node) {
  const std::string_view type = node.attribute("type").value();
  if (type == kMarkdown || type == "text/x-markdown") return true;
  return (type.empty() || type == "text" || type == "text/plain") &&
         BeginsLikeDigest(TextOf(node));
}

std::string InlineText(const pugi::xml_node& entry) {
  constexpr std::array kElements = {"source:markdown", "content",
                                    "content:encoded", "summary",
                                    "description"};
  for (const char* name : kElements) {
    const pugi::xml_node node = entry.child(name);
    if (node.empty()) continue;
    const bool says_so = name == kElements[0];
    if (says_so || IsMarkdown(node)) return TextOf(node);
  }
  return {};
}

// How sure it is that a link leads to a digest.
enum class Promise { kNone, kNoEnding, kEnding, kType };

Promise PromiseOf(const std::string& url, std::string_view type) {
  if (type == kMarkdown || type == "text/x-markdown") return Promise::kType;
  const std::string name = fetch::LastPathPart(url);
  if (HasDigestEnding(name)) return Promise::kEnding;
  const bool is_html = type == "text/html" || type == "application/xhtml+xml";
  return name.empty() || is_html || name.find('.') != std::string::npos
             ? Promise::kNone
             : Promise::kNoEnding;
}

// The best link of an entry.
class LinkChoice {
 public:
  explicit LinkChoice(const std::string& base) : base_(base) {}

  void Offer(std::string_view reference, std::string_view type) {
    const auto url = fetch::ResolveUrl(base_, std::string(Trim(reference)));
    if (!url) return;
    const Promise promise = PromiseOf(*url, type);
    if (promise <= promise_) return;
    promise_ = promise;
    url_ = *url;
  }

  Promise promise() const { return promise_; }
  const std::string& url() const { return url_; }

 private:
  const std::string& base_;
  Promise promise_ = Promise::kNone;
  std::string url_;
};

void OfferLinks(const pugi::xml_node& entry, LinkChoice* choice) {
  for (const pugi::xml_node link : entry.children("link")) {
    const std::string_view rel = link.attribute("rel").value();
    const std::string_view type = link.attribute("type").value();
    if (!link.attribute("href")) {
      choice->Offer(TextOf(link), type);
    } else if (rel.empty() || rel == "alternate" || rel == "enclosure") {
      choice->Offer(link.attribute("href").value(), type);
    }
  }
  for (const char* name : {"enclosure", "content"}) {
    const pugi::xml_node node = entry.child(name);
    const char* address = name[0] == 'e' ? "url" : "src";
    if (node.attribute(address)) {
      choice->Offer(node.attribute(address).value(),
                    node.attribute("type").value());
    }
  }
}

// "Fri, 23 Jan 2026 08:00:00 GMT", RFC 822 as RSS has it.
std::optional<Date> ParseRssDate(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun",
      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  text = text.substr(text.find(',') + 1);  // npos + 1 is 0
  const std::string plain = CollapseSpace(text);
  const std::vector<std::string_view> words = Split(plain, ' ');
  if (words.size() < 3) return std::nullopt;
  const auto* month = std::ranges::find(kMonths, words[1]);
  if (month == kMonths.end()) return std::nullopt;
  const auto two = [](const std::string& digits) {
    return digits.size() == 1 ? "0" + digits : digits;
  };
  return ParseDate(std::string(words[2]) + "-" +
                   two(std::to_string(month - kMonths.begin() + 1)) + "-" +
                   two(std::string(words[0])));
}

std::optional<Date> DayOf(const pugi::xml_node& entry) {
  for (const char* name : {"published", "dc:date", "updated"}) {
    const std::string text = FieldOf(entry, name);
    if (const auto day = ParseDate(text.substr(0, 10))) return day;
  }
  return ParseRssDate(FieldOf(entry, "pubDate"));
}

std::string UpdatedOf(const pugi::xml_node& entry) {
  for (const char* name : {"updated", "pubDate", "dc:date"}) {
    std::string text = FieldOf(entry, name);
    if (!text.empty()) return text;
  }
  return {};
}

// False where the entry has no digest.
bool ReadEntry(const pugi::xml_node& node, const std::string& base,
               FeedEntry* entry) {
  LinkChoice choice(base);
  OfferLinks(node, &choice);
  entry->day = DayOf(node);
  entry->updated = UpdatedOf(node);
  entry->text = InlineText(node);
  const bool links =
      choice.promise() >= Promise::kEnding ||
      (choice.promise() != Promise::kNone && entry->text.empty());
  if (links) {
    entry->text.clear();
    entry->url = choice.url();
    entry->id = entry->url;
    return true;
  }
  for (const char* name : {"id", "guid", "link"}) {
    if (entry->id.empty()) entry->id = FieldOf(node, name);
  }
  return !entry->text.empty() && !entry->id.empty();
}

}  // namespace

Feed ParseFeed(std::string_view xml, const std::string& url) {
  Feed feed;
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(xml.data(), xml.size());
  const pugi::xml_node root = document.document_element();
  const std::string_view name = root.name();
  const bool is_atom = name == "feed";
  const bool is_rdf = name == "rdf:RDF";
  if (!parsed || !(is_atom || is_rdf || name == "rss")) {
    feed.problem = parsed
                       ? "it is no feed in Atom or RSS"
                       : std::string("it is no XML: ") + parsed.description();
    return feed;
  }
  const pugi::xml_node list = is_atom || is_rdf ? root : root.child("channel");
  for (const pugi::xml_node node : list.children(is_atom ? "entry" : "item")) {
    FeedEntry entry;
    if (ReadEntry(node, url, &entry)) {
      feed.entries.push_back(std::move(entry));
    } else {
      ++feed.without_digest;
    }
  }
  return feed;
}

}  // namespace offprint::remote
