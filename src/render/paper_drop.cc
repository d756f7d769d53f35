#include "render/paper_drop.h"

#include <algorithm>

#include "base/text.h"
#include "base/web_address.h"
#include "citations/bibtex.h"
#include "citations/citation.h"
#include "citations/paper_json.h"
#include "citations/ris.h"
#include "markdown/markdown.h"
#include "markdown/plain_title.h"
#include "model/archive.h"
#include "pages/excerpt.h"
#include "pages/related.h"
#include "render/drop_context.h"
#include "render/metadata_drop.h"
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

enum EntryField {
  kEntryTitle,
  kEntryOriginalTitle,
  kEntryTitleNote,
  kEntryAnchor,
  kEntryUrl,
  kEntrySource,
  kEntryVersion,
  kEntryPublished,
  kEntryScore,
  kEntryPaper,
  kEntryAuthors,
  kEntryTopic,
  kEntryDay,
  kEntryLinks,
  kEntrySections,
  kEntryDigest,
  kEntryRepeats,
  kEntryCite,
};
constexpr liquid::FieldTable kEntryFields(std::to_array<std::string_view>(
    {"title", "original_title", "title_note", "anchor", "url", "source",
     "version", "published", "score", "paper", "authors", "topic", "day",
     "links", "sections", "digest", "repeats", "cite"}));

// What of another paper a page shows with a field.
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

liquid::Value LinksValue(std::string_view abs, std::string_view pdf,
                         std::string_view html, std::string_view code,
                         liquid::Arena& arena) {
  static constexpr std::string_view kNames[] = {"abs", "pdf", "html", "code"};
  return NewObject(kNames,
                   {TextOrNil(WebAddress(abs)), TextOrNil(WebAddress(pdf)),
                    TextOrNil(WebAddress(html)), TextOrNil(WebAddress(code))},
                   arena);
}

liquid::Value PaperLinks(const Paper& paper, liquid::Arena& arena) {
  const CitedAddresses cited = AddressesOf(paper);
  return LinksValue(arena.Keep(cited.abs), arena.Keep(cited.pdf),
                    arena.Keep(cited.html), paper.links.code, arena);
}

// A section: key, text, and html, which is made when it is asked for.
class SectionDrop final : public liquid::Drop {
 public:
  explicit SectionDrop(const Section& section) : section_(section) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override {
    switch (kFields.IndexOf(key)) {
      case 0:
        return SectionName(section_.key);
      case 1: {
        std::string html;
        AppendMarkdownHtml(section_.text, &html);
        return NewText(html, arena);
      }
      case 2:
        return section_.text;
      default:
        return {};
    }
  }
  std::span<const std::string_view> Keys() const override {
    return kFields.names();
  }

 private:
  static constexpr liquid::FieldTable<3> kFields{
      std::to_array<std::string_view>({"key", "html", "text"})};
  const Section& section_;
};

liquid::Value PlainTitleValue(std::string_view title, liquid::Arena& arena) {
  if (title.find_first_of("&<") == std::string_view::npos) {
    return TextOrNil(title);
  }
  return NewText(PlainTitle(title), arena);
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

std::string ShownTitle(const Entry& entry, const Paper& paper) {
  if (!entry.original_title.empty()) return PlainTitle(entry.original_title);
  return PlainTitle(entry.title.empty() ? paper.title : entry.title);
}

liquid::Value CiteValue(const Archive& archive, const Paper& paper,
                        std::string_view shown, liquid::Arena& arena) {
  return NewText(CompactForm(CitationOf(archive, paper), shown), arena);
}

liquid::Value DigestValue(const Site& site, const Digest& digest,
                          liquid::Arena& arena) {
  static constexpr std::string_view kNames[] = {"name", "dialect", "provider"};
  return NewObject(
      kNames,
      {std::string_view(digest.source_file.name()), DialectName(digest.dialect),
       ProviderValue(site, digest, arena)},
      arena);
}

liquid::Value ScoreValue(const std::optional<double>& score) {
  return score ? liquid::Value(*score) : liquid::Value();
}

}  // namespace

liquid::Value PaperDrop::Find(const liquid::Key& key,
                              liquid::Arena& arena) const {
  const Archive& archive = *site_.archive;
  const Paper& paper = archive.papers[paper_];
  const int field = kPaperFields.IndexOf(key);
  if (!has_page_) arena.Mark(PartsOf(field));
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
      return TextOrNil(site_.excerpts.Of(paper_));
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

liquid::Value EntryDrop::FindText(int field, liquid::Arena& arena) const {
  const ArchiveEntry& placed = site_.archive->entries[entry_];
  const Entry& entry = *placed.entry;
  switch (field) {
    case kEntryTitle:
      if (!entry.title.empty()) return PlainTitleValue(entry.title, arena);
      arena.Mark(kTitles);
      return PlainTitleValue(site_.archive->papers[placed.paper].title, arena);
    case kEntryOriginalTitle:
      return PlainTitleValue(entry.original_title, arena);
    case kEntryTitleNote:
      return TextOrNil(entry.title_note);
    case kEntryAnchor:
      return anchor_;
    case kEntryUrl:
      return AddressValue(site_, site_.paper_pages[placed.paper], arena);
    case kEntrySource:
      return TextOrNil(entry.source);
    default:
      return {};
  }
}

liquid::Value EntryDrop::Find(const liquid::Key& key,
                              liquid::Arena& arena) const {
  const ArchiveEntry& placed = site_.archive->entries[entry_];
  const Entry& entry = *placed.entry;
  const int field = kEntryFields.IndexOf(key);
  switch (field) {
    case kEntryVersion:
      return entry.version > 0 ? liquid::Value(entry.version) : liquid::Value();
    case kEntryPublished:
      return DateValue(entry.published, arena);
    case kEntryScore:
      return ScoreValue(entry.score);
    case kEntryPaper:
      return arena.New<PaperDrop>(site_, placed.paper);
    case kEntryAuthors:
      return NewArray(entry.authors, arena, [](std::string_view name) {
        return liquid::Value(name);
      });
    case kEntryTopic:
      return TopicValue(site_, placed.topic, arena);
    case kEntryDay:
      return DayLink(site_, placed.day, arena);
    case kEntryLinks:
      return LinksValue(entry.links.abs, entry.links.pdf, entry.links.html,
                        entry.links.code, arena);
    case kEntrySections:
      return NewArray(entry.sections, arena, [&](const Section& section) {
        return liquid::Value(arena.New<SectionDrop>(section));
      });
    case kEntryDigest:
      return DigestValue(site_, *placed.digest, arena);
    case kEntryRepeats:
      return int64_t{placed.repeats};
    case kEntryCite: {
      arena.Mark(kCitationParts);
      const Archive& archive = *site_.archive;
      const Paper& paper = archive.papers[placed.paper];
      return CiteValue(archive, paper, ShownTitle(entry, paper), arena);
    }
    default:
      return FindText(field, arena);
  }
}

std::span<const std::string_view> EntryDrop::Keys() const {
  return kEntryFields.names();
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

std::string_view AnchorOf(const PaperId& id, size_t number,
                          liquid::Arena& arena) {
  std::string anchor = "p-";
  for (const char c : id.value) {
    const bool kept = IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '.';
    anchor += kept ? c : '-';
  }
  if (number > 1) anchor += "-" + std::to_string(number);
  return arena.Keep(anchor);
}

}  // namespace offprint
