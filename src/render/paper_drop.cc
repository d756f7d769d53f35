#include "render/paper_drop.h"

#include <algorithm>

#include "citations/bibtex.h"
#include "citations/citation.h"
#include "citations/paper_json.h"
#include "citations/ris.h"
#include "markdown/plain_title.h"
#include "model/archive.h"
#include "pages/excerpt.h"
#include "pages/related.h"
#include "render/drop_context.h"
#include "render/entry_drop.h"
#include "render/metadata_drop.h"
#include "render/paper_values.h"
#include "render/topic_drop.h"

namespace offprint {
namespace {

enum PaperField {
  kPaperId,
  kPaperIdKind,
  kPaperTitle,
  kPaperOriginalTitle,
  kPaperUrl,
  kPaperPublished,
  kPaperScore,
  kPaperLinks,
  kPaperFirstSeen,
  kPaperLastSeen,
  kPaperExcerpt,
  kPaperBibtex,
  kPaperRis,
  kPaperCite,
  kPaperMetadata,
  kPaperAuthors,
  kPaperVersions,
  kPaperTopics,
  kPaperDays,
  kPaperEntries,
  kPaperReadings,
  kPaperRelated,
};
constexpr liquid::FieldTable kPaperFields(std::to_array<std::string_view>(
    {"id",        "id_kind",  "title",  "original_title", "url",
     "published", "score",    "links",  "first_seen",     "last_seen",
     "excerpt",   "bibtex",   "ris",    "cite",           "metadata",
     "authors",   "versions", "topics", "days",           "entries",
     "readings",  "related"}));

// What of the page's own paper, and of another one, a page shows with a field.
PageParts OwnPartsOf(int field) {
  return field == kPaperRelated ? kRelated : 0;
}
PageParts PartsOf(int field) {
  switch (field) {
    case kPaperTitle:
    case kPaperOriginalTitle:
      return kTitles;
    case kPaperAuthors:
      return kAuthorNames;
    case kPaperPublished:
    case kPaperMetadata:
      return kFacts;
    case kPaperLinks:
      return kLinks;
    case kPaperExcerpt:
      return kExcerpts;
    case kPaperBibtex:
    case kPaperRis:
    case kPaperCite:
      return kCitationParts;
    case kPaperScore:
    case kPaperTopics:
      return kStanding;
    case kPaperRelated:
      return kRelatedOfOthers;
    case kPaperLastSeen:
    case kPaperVersions:
    case kPaperDays:
    case kPaperEntries:
    case kPaperReadings:
      return kHistory;
    default:
      return 0;
  }
}

liquid::Value PaperLinks(const Paper& paper, liquid::Arena& arena) {
  const CitedAddresses cited = AddressesOf(paper);
  return LinksValue(arena.Keep(cited.abs), arena.Keep(cited.pdf),
                    arena.Keep(cited.html), paper.links.code, arena);
}

liquid::Value BibtexValue(const Archive& archive, const Paper& paper,
                          liquid::Arena& arena) {
  std::string bibtex;
  AppendBibtex(CitationOf(archive, paper), &bibtex);
  return NewText(bibtex, arena);
}

// Pages have lines of their own, ended by LF.
liquid::Value RisValue(const Archive& archive, const Paper& paper,
                       liquid::Arena& arena) {
  std::string ris;
  AppendRis(CitationOf(archive, paper), &ris);
  std::erase(ris, '\r');
  return NewText(ris, arena);
}

// The title by which themes show a paper to those who want to cite it.
std::string ShownTitle(const Paper& paper) {
  return PlainTitle(paper.original_title.empty() ? paper.title
                                                 : paper.original_title);
}

}  // namespace

liquid::Value PaperDrop::Find(const liquid::Key& key,
                              liquid::Arena& arena) const {
  const Archive& archive = *site_.archive;
  const Paper& paper = archive.papers[paper_];
  const int field = kPaperFields.IndexOf(key);
  arena.Mark(has_page_ ? OwnPartsOf(field) : PartsOf(field));
  switch (field) {
    case kPaperId:
      return std::string_view(paper.id.value);
    case kPaperIdKind:
      return PaperKindName(paper.id.kind);
    case kPaperTitle:
      return PlainTitleValue(paper.title, arena);
    case kPaperOriginalTitle:
      return PlainTitleValue(paper.original_title, arena);
    case kPaperUrl:
      return AddressValue(site_, site_.paper_pages[paper_], arena);
    case kPaperPublished:
      return DateValue(paper.published, arena);
    case kPaperScore:
      return ScoreValue(paper.score);
    case kPaperLinks:
      return PaperLinks(paper, arena);
    case kPaperFirstSeen:
      return DayLink(site_, paper.days.empty() ? kNoIndex : paper.days.front(),
                     arena);
    case kPaperLastSeen:
      return DayLink(site_, paper.days.empty() ? kNoIndex : paper.days.back(),
                     arena);
    case kPaperExcerpt:
      return TextOrNil(Excerpt(archive, paper));
    case kPaperBibtex:
      return BibtexValue(archive, paper, arena);
    case kPaperRis:
      return RisValue(archive, paper, arena);
    case kPaperCite:
      return CiteValue(archive, paper, ShownTitle(paper), arena);
    case kPaperMetadata:
      return MetadataValue(paper.metadata, arena);
    default:
      return FindList(field, paper, arena);
  }
}

liquid::Value PaperDrop::FindList(int field, const Paper& paper,
                                  liquid::Arena& arena) const {
  switch (field) {
    case kPaperAuthors:
      return NewArray(paper.authors, arena, [&](AuthorIndex author) {
        return liquid::Value(arena.New<AuthorDrop>(
            site_, author, has_page_ ? kAuthorPages : PageParts{0}));
      });
    case kPaperVersions:
      return NewArray(paper.versions, arena,
                      [](int version) { return liquid::Value(version); });
    case kPaperTopics:
      return NewArray(paper.topics, arena, [&](TopicIndex topic) {
        return TopicValue(site_, topic, arena);
      });
    case kPaperDays:
      return NewArray(paper.days, arena,
                      [&](DayIndex day) { return DayLink(site_, day, arena); });
    case kPaperEntries:
      return Entries(paper.entries, arena);
    case kPaperReadings:
      return Entries(ReadingsOf(*site_.archive, paper), arena);
    case kPaperRelated:
      return NewArray(
          RelatedPapers(*site_.archive, paper_, kRelatedPapers), arena,
          [&](PaperIndex other) {
            return liquid::Value(arena.New<PaperDrop>(site_, other));
          });
    default:
      return {};
  }
}

liquid::Value PaperDrop::Entries(const std::vector<EntryIndex>& entries,
                                 liquid::Arena& arena) const {
  size_t number = 0;
  const PaperId& id = site_.archive->papers[paper_].id;
  return NewArray(entries, arena, [&](EntryIndex entry) {
    return liquid::Value(
        arena.New<EntryDrop>(site_, entry, AnchorOf(id, ++number, arena)));
  });
}

std::span<const std::string_view> PaperDrop::Keys() const {
  return kPaperFields.names();
}

std::vector<EntryIndex> ReadingsOf(const Archive& archive, const Paper& paper) {
  std::vector<EntryIndex> readings;
  std::vector<std::string_view> said;
  for (const EntryIndex index : paper.entries) {
    bool says_more = false;
    for (const Section& section : archive.entries[index].entry->sections) {
      if (std::find(said.begin(), said.end(), section.text) != said.end()) {
        continue;
      }
      said.push_back(section.text);
      says_more = true;
    }
    if (says_more) readings.push_back(index);
  }
  return readings;
}

}  // namespace offprint
