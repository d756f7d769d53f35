#include "arxiv/announcements.h"

#include <pugixml.hpp>

#include "arxiv/xml.h"
#include "base/text.h"
#include "model/paper_id.h"

namespace offprint::arxiv {
namespace {

// "oai:arXiv.org:2601.02360v1"
VersionedId IdOf(const pugi::xml_node& entry) {
  constexpr std::string_view kPrefix = "oai:arXiv.org:";
  const std::string text = TextOf(entry, "id");
  const std::string_view id = text;
  return id.starts_with(kPrefix) ? IdFromText(id.substr(kPrefix.size()))
                                 : IdFromUrl(id);
}

// "arXiv:2601.02360v1 Announce Type: new Abstract: We look at …"
std::string AbstractOf(const pugi::xml_node& entry) {
  constexpr std::string_view kLabel = "Abstract: ";
  std::string summary = TextOf(entry, "summary");
  const size_t label = summary.find(kLabel);
  if (!summary.starts_with("arXiv:") || label == std::string::npos) {
    return summary;
  }
  return summary.substr(label + kLabel.size());
}

// One element names them all, with commas between.
std::vector<RecordAuthor> AuthorsOf(const pugi::xml_node& entry) {
  std::string names = TextOf(entry, "dc:creator");
  if (names.empty()) names = TextOf(entry.child("author"), "name");
  std::vector<RecordAuthor> authors;
  for (const std::string_view name : Split(names, ',')) {
    if (Trim(name).empty()) continue;
    authors.push_back({std::string(Trim(name)), {}});
  }
  return authors;
}

Record RecordOf(const pugi::xml_node& entry) {
  Record record;
  const VersionedId id = IdOf(entry);
  if (id.id.kind == PaperId::Kind::kArxiv) {
    record.id = id.id.value;
    record.version = id.version;
  }
  record.title = TextOf(entry, "title");
  record.abstract = AbstractOf(entry);
  record.authors = AuthorsOf(entry);
  for (const pugi::xml_node node : entry.children("category")) {
    const std::string term = node.attribute("term").value();
    if (!term.empty()) record.categories.push_back(term);
  }
  record.journal_ref = TextOf(entry, "arxiv:journal_reference");
  record.doi = TextOf(entry, "arxiv:DOI");
  record.published = ParseDate(TextOf(entry, "published").substr(0, 10));
  record.withdrawn = SaysWithdrawn(record);
  return record;
}

}  // namespace

Announcements ParseAnnouncements(std::string_view xml) {
  Announcements announcements;
  pugi::xml_document document;
  announcements.error = LoadXml(xml, "feed", "no Atom feed", &document);
  if (!announcements.error.empty()) return announcements;
  for (const pugi::xml_node entry : document.child("feed").children("entry")) {
    if (TextOf(entry, "arxiv:announce_type").starts_with("replace")) continue;
    Record record = RecordOf(entry);
    if (record.id.empty() || record.title.empty()) continue;
    announcements.records.push_back(std::move(record));
  }
  return announcements;
}

}  // namespace offprint::arxiv
