#include "arxiv/oai.h"

#include <pugixml.hpp>

#include "arxiv/xml.h"
#include "base/text.h"
#include "model/paper_id.h"

namespace offprint::arxiv {
namespace {

std::vector<RecordAuthor> AuthorsOf(const pugi::xml_node& metadata) {
  std::vector<RecordAuthor> authors;
  for (const pugi::xml_node node :
       metadata.child("authors").children("author")) {
    RecordAuthor author;
    author.name =
        CollapseSpace(TextOf(node, "forenames") + " " +
                      TextOf(node, "keyname") + " " + TextOf(node, "suffix"));
    if (author.name.empty()) continue;
    for (const pugi::xml_node place : node.children("affiliation")) {
      author.affiliations.push_back(CollapseSpace(place.text().get()));
    }
    authors.push_back(std::move(author));
  }
  return authors;
}

Record RecordOf(const pugi::xml_node& metadata) {
  Record record;
  const VersionedId id = IdFromText(TextOf(metadata, "id"));
  if (id.id.kind == PaperId::Kind::kArxiv) record.id = id.id.value;
  record.title = TextOf(metadata, "title");
  record.abstract = TextOf(metadata, "abstract");
  record.authors = AuthorsOf(metadata);
  const std::string categories = TextOf(metadata, "categories");
  for (const std::string_view category : Split(categories, ' ')) {
    if (!category.empty()) record.categories.emplace_back(category);
  }
  record.comment = TextOf(metadata, "comments");
  record.journal_ref = TextOf(metadata, "journal-ref");
  record.doi = TextOf(metadata, "doi");
  record.published = ParseDate(TextOf(metadata, "created"));
  record.updated = ParseDate(TextOf(metadata, "updated"));
  if (!record.updated) record.updated = record.published;
  record.withdrawn = SaysWithdrawn(record);
  return record;
}

}  // namespace

OaiAnswer ParseOai(std::string_view xml) {
  OaiAnswer answer;
  pugi::xml_document document;
  answer.error = LoadXml(xml, "OAI-PMH", "none of OAI-PMH", &document);
  if (!answer.error.empty()) {
    answer.error_code = "xml";
    return answer;
  }
  const pugi::xml_node root = document.child("OAI-PMH");
  if (const pugi::xml_node error = root.child("error")) {
    answer.error_code = error.attribute("code").as_string("unknown");
    answer.error = CollapseSpace(error.text().get());
    if (answer.error.empty()) answer.error = answer.error_code;
    return answer;
  }
  const pugi::xml_node list = root.child("ListRecords");
  for (const pugi::xml_node node : list.children("record")) {
    Record record = RecordOf(node.child("metadata").child("arXiv"));
    if (record.id.empty() || record.title.empty()) continue;
    answer.records.push_back(std::move(record));
  }
  answer.resumption_token = TextOf(list, "resumptionToken");
  return answer;
}

}  // namespace offprint::arxiv
