#include "render/entry_drop.h"

#include <array>
#include <string>

#include "base/char_set.h"
#include "markdown/markdown.h"
#include "markdown/plain_title.h"
#include "model/archive.h"
#include "render/drop_context.h"
#include "render/paper_drop.h"
#include "render/paper_values.h"
#include "render/topic_drop.h"

namespace offprint {
namespace {

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

std::string ShownTitle(const Entry& entry, const Paper& paper) {
  if (!entry.original_title.empty()) return PlainTitle(entry.original_title);
  return PlainTitle(entry.title.empty() ? paper.title : entry.title);
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

}  // namespace

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

std::string_view AnchorOf(const PaperId& id, size_t number,
                          liquid::Arena& arena) {
  static constexpr CharSet kKept = CharSet::AlnumAnd(".-");
  std::string anchor = "p-";
  bool is_plain = true;  // with one "/" at the most, where "-" stands for it
  bool has_slash = false;
  for (const char c : id.value) {
    anchor += kKept.Has(c) ? c : '-';
    is_plain = is_plain && (kKept.Has(c) || (c == '/' && !has_slash));
    has_slash = has_slash || c == '/';
  }
  // Another's anchor might be the same.
  if (!is_plain) anchor += "-" + HashId(id.value).value.substr(0, 8);
  if (number > 1) anchor += "_" + std::to_string(number);
  return arena.Keep(anchor);
}

}  // namespace offprint
