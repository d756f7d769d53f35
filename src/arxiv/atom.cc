#include "arxiv/atom.h"

#include <algorithm>
#include <pugixml.hpp>

#include "arxiv/xml.h"
#include "base/text.h"
#include "model/paper_id.h"

namespace offprint::arxiv {
namespace {

std::vector<RecordAuthor> AuthorsOf(const pugi::xml_node& entry) {
  std::vector<RecordAuthor> authors;
  for (const pugi::xml_node node : entry.children("author")) {
    RecordAuthor author;
    author.name = TextOf(node, "name");
    if (author.name.empty()) continue;
    for (const pugi::xml_node place : node.children("arxiv:affiliation")) {
      author.affiliations.push_back(CollapseSpace(place.text().get()));
    }
    authors.push_back(std::move(author));
  }
  return authors;
}

std::vector<std::string> CategoriesOf(const pugi::xml_node& entry) {
  std::vector<std::string> categories;
  const auto add = [&](const pugi::xml_node& node) {
    const std::string term = node.attribute("term").value();
    if (!term.empty() &&
        std::ranges::find(categories, term) == categories.end()) {
      categories.push_back(term);
    }
  };
  add(entry.child("arxiv:primary_category"));
  for (const pugi::xml_node node : entry.children("category")) add(node);
  return categories;
}

// "2026-01-05T18:59:59Z"
std::optional<Date> DateOf(const pugi::xml_node& entry, const char* name) {
  return ParseDate(TextOf(entry, name).substr(0, 10));
}

Record RecordOf(const pugi::xml_node& entry) {
  Record record;
  const VersionedId id = IdFromUrl(TextOf(entry, "id"));
  if (id.id.kind == PaperId::Kind::kArxiv) {
    record.id = id.id.value;
    record.version = id.version;
  }
  record.title = TextOf(entry, "title");
  record.abstract = TextOf(entry, "summary");
  record.authors = AuthorsOf(entry);
  record.categories = CategoriesOf(entry);
  record.comment = TextOf(entry, "arxiv:comment");
  record.journal_ref = TextOf(entry, "arxiv:journal_ref");
  record.doi = TextOf(entry, "arxiv:doi");
  record.published = DateOf(entry, "published");
  record.updated = DateOf(entry, "updated");
  record.withdrawn = SaysWithdrawn(record);
  return record;
}

bool IsError(const pugi::xml_node& entry) {
  return TextOf(entry, "id").find("arxiv.org/api/errors") != std::string::npos;
}

}  // namespace

AtomAnswer ParseAtom(std::string_view xml) {
  AtomAnswer answer;
  pugi::xml_document document;
  answer.error = LoadXml(xml, "feed", "no Atom feed", &document);
  if (!answer.error.empty()) return answer;
  const pugi::xml_node feed = document.child("feed");
  answer.total = feed.child("opensearch:totalResults").text().as_uint();
  answer.start = feed.child("opensearch:startIndex").text().as_uint();
  for (const pugi::xml_node entry : feed.children("entry")) {
    if (IsError(entry)) {
      answer.is_refused = true;
      answer.error = TextOf(entry, "summary");
      if (answer.error.empty()) answer.error = "an error without a word";
      return answer;
    }
    Record record = RecordOf(entry);
    if (record.id.empty() || record.title.empty()) continue;
    answer.records.push_back(std::move(record));
  }
  return answer;
}

}  // namespace offprint::arxiv
