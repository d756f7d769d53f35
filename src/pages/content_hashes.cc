#include "pages/content_hashes.h"

#include <bit>

#include "base/parallel.h"
#include "model/arxiv_categories.h"
#include "pages/excerpt.h"
#include "pages/related.h"

namespace offprint {
namespace {

Hasher& AddDate(const std::optional<Date>& date, Hasher* hasher) {
  return hasher->Add(
      date ? std::optional(static_cast<uint64_t>(DaysSinceEpoch(*date)))
           : std::nullopt);
}

void AddLinks(const Links& links, Hasher* hasher) {
  hasher->Add(links.abs).Add(links.pdf).Add(links.html).Add(links.code);
}

void AddTexts(const std::vector<std::string>& texts, Hasher* hasher) {
  hasher->Add(uint64_t{texts.size()});
  for (const std::string& text : texts) hasher->Add(text);
}

Hash128 HashOf(const Metadata* metadata) {
  if (metadata == nullptr) return {};
  Hasher hasher;
  hasher.Add(metadata->title).Add(metadata->abstract);
  hasher.Add(uint64_t{metadata->authors.size()});
  for (const MetadataAuthor& author : metadata->authors) {
    AddTexts(author.affiliations, &hasher.Add(author.name));
  }
  AddTexts(metadata->categories, &hasher);
  hasher.Add(metadata->comment).Add(metadata->journal_ref);
  hasher.Add(metadata->doi).Add(static_cast<uint64_t>(metadata->version));
  AddDate(metadata->published, &hasher);
  AddDate(metadata->updated, &hasher);
  return hasher.Add(uint64_t{metadata->withdrawn}).Take();
}

}  // namespace

ContentHashes::ContentHashes(const Site& site, size_t jobs)
    : site_(site),
      archive_(*site.archive),
      entries_(archive_.entries.size()),
      metadata_(archive_.papers.size()),
      identities_(archive_.papers.size()) {
  for (auto& hashes : parts_) hashes.resize(archive_.papers.size());
  HashHeads();
  HashCounts();
  ParallelFor(jobs, entries_.size(), [&](size_t, size_t i) {
    entries_[i] = EntryHash(static_cast<EntryIndex>(i));
  });
  ParallelFor(jobs, archive_.papers.size(),
              [&](size_t, size_t i) { HashPaper(static_cast<PaperIndex>(i)); });
}

void ContentHashes::HashHeads() {
  Hasher hasher;
  topics_.reserve(archive_.topics.size());
  for (size_t i = 0; i < archive_.topics.size(); ++i) {
    const Topic& topic = archive_.topics[i];
    hasher.Add(topic.name).Add(topic.slug.value);
    topics_.push_back(hasher.Add(site_.Address(site_.topic_pages[i])).Take());
  }
  authors_.reserve(archive_.authors.size());
  for (size_t i = 0; i < archive_.authors.size(); ++i) {
    const Author& author = archive_.authors[i];
    hasher.Add(author.name).Add(author.slug.value);
    authors_.push_back(hasher.Add(site_.Address(site_.author_pages[i])).Take());
  }
}

void ContentHashes::HashCounts() {
  Hasher hasher;
  for (const Topic& topic : archive_.topics) {
    hasher.Add(topic.name).Add(uint64_t{topic.papers.size()});
  }
  topic_counts_ = hasher.Take();
  for (const Author& author : archive_.authors) {
    hasher.Add(author.name).Add(uint64_t{author.papers.size()});
  }
  author_counts_ = hasher.Take();
  hasher.Add(uint64_t{archive_.papers.size()});
  hasher.Add(uint64_t{archive_.entries.size()});
  hasher.Add(uint64_t{archive_.days.size()});
  hasher.Add(uint64_t{archive_.topics.size()});
  hasher.Add(uint64_t{archive_.authors.size()});
  if (!archive_.days.empty()) {
    AddDayLink(0, &hasher);
    AddDayLink(static_cast<DayIndex>(archive_.days.size() - 1), &hasher);
  }
  archive_counts_ = hasher.Take();
}

void ContentHashes::AddDayLink(DayIndex day, Hasher* hasher) const {
  if (day == kNoIndex) {
    hasher->Add(uint64_t{0});
    return;
  }
  AddDate(archive_.days[day].date, hasher);
  hasher->Add(site_.Address(site_.day_pages[day]));
}

Hash128 ContentHashes::EntryHash(EntryIndex index) const {
  const ArchiveEntry& placed = archive_.entries[index];
  Hasher hasher;
  hasher.Add(HashOfWords(*placed.entry)).Add(uint64_t{placed.repeats});
  hasher.Add(placed.topic == kNoIndex ? Hash128() : topics_[placed.topic]);
  AddDayLink(placed.day, &hasher);
  hasher.Add(placed.digest->source_file.name());
  hasher.Add(static_cast<uint64_t>(placed.digest->dialect));
  return hasher.Take();
}

// Citations tell the category of arXiv that a topic names.
Hash128 ContentHashes::FactsHash(const Paper& paper,
                                 const Hash128& metadata) const {
  Hasher hasher;
  AddDate(paper.published, &hasher);
  for (const TopicIndex topic : paper.topics) {
    const std::string_view name = archive_.topics[topic].name;
    if (IsArxivCategory(name)) hasher.Add(name);
  }
  return hasher.Add(metadata).Take();
}

Hash128 ContentHashes::HistoryHash(const Paper& paper) const {
  Hasher hasher;
  hasher.Add(uint64_t{paper.versions.size()});
  for (const int version : paper.versions) {
    hasher.Add(static_cast<uint64_t>(version));
  }
  hasher.Add(uint64_t{paper.days.size()});
  for (const DayIndex day : paper.days) AddDayLink(day, &hasher);
  for (const EntryIndex entry : paper.entries) hasher.Add(entries_[entry]);
  return hasher.Take();
}

void ContentHashes::HashPaper(PaperIndex index) {
  const Paper& paper = archive_.papers[index];
  metadata_[index] = HashOf(paper.metadata);
  Hasher hasher;
  const auto put = [&](PageParts part) {
    parts_[static_cast<size_t>(std::countr_zero(part))][index] =
        hasher.Take().low;
  };
  hasher.Add(static_cast<uint64_t>(paper.id.kind)).Add(paper.id.value);
  AddDayLink(paper.days.empty() ? kNoIndex : paper.days.front(), &hasher);
  hasher.Add(site_.Address(site_.paper_pages[index]));
  identities_[index] = hasher.Take();
  hasher.Add(paper.title).Add(paper.original_title);
  put(kTitles);
  for (const AuthorIndex author : paper.authors) {
    hasher.Add(archive_.authors[author].name);
  }
  put(kAuthorNames);
  for (const AuthorIndex author : paper.authors) hasher.Add(authors_[author]);
  put(kAuthorPages);
  hasher.Add(FactsHash(paper, metadata_[index]));
  put(kFacts);
  AddLinks(paper.links, &hasher);
  put(kLinks);
  if (const EntryIndex first = FirstWithWords(archive_, paper);
      first != kNoIndex) {
    hasher.Add(HashOfWords(*archive_.entries[first].entry));
  }
  put(kExcerpts);
  hasher.Add(paper.score);
  for (const TopicIndex topic : paper.topics) hasher.Add(topics_[topic]);
  put(kStanding);
  hasher.Add(HistoryHash(paper));
  put(kHistory);
}

void ContentHashes::AddPaper(PaperIndex index, PageParts parts,
                             Hasher* hasher) const {
  hasher->Add(identities_[index]);
  for (parts &= kAllOfPapers; parts != 0; parts &= parts - 1) {
    hasher->Add(parts_[static_cast<size_t>(std::countr_zero(parts))][index]);
  }
}

void ContentHashes::AddCounts(PageParts parts, Hasher* hasher) const {
  if ((parts & kArchiveCounts) != 0) hasher->Add(archive_counts_);
  if ((parts & kTopicCounts) != 0) hasher->Add(topic_counts_);
  if ((parts & kAuthorCounts) != 0) hasher->Add(author_counts_);
}

Hash128 ContentHashes::Day(DayIndex index, PageParts parts) const {
  const offprint::Day& day = archive_.days[index];
  Hasher hasher;
  AddDayLink(index, &hasher);
  AddDayLink(index > 0 ? index - 1 : kNoIndex, &hasher);
  AddDayLink(index + 1 < archive_.days.size() ? index + 1 : kNoIndex, &hasher);
  hasher.Add(uint64_t{day.papers}).Add(uint64_t{day.entries.size()});
  for (const EntryIndex entry : day.entries) {
    hasher.Add(entries_[entry]);
    AddPaper(archive_.entries[entry].paper, parts, &hasher);
  }
  for (const Digest* digest : day.digests) {
    hasher.Add(digest->source_file.name()).Add(digest->source);
    hasher.Add(static_cast<uint64_t>(digest->dialect));
    hasher.Add(uint64_t{digest->meta.size()});
    for (const auto& [name, value] : digest->meta) hasher.Add(name).Add(value);
  }
  return hasher.Take();
}

Hash128 ContentHashes::Papers(std::span<const PaperIndex> papers,
                              PageParts parts) const {
  Hasher hasher;
  for (const PaperIndex paper : papers) AddPaper(paper, parts, &hasher);
  return hasher.Take();
}

void ContentHashes::AddList(const offprint::Page& page, const Hash128& head,
                            PageParts parts, Hasher* hasher) const {
  hasher->Add(head).Add(uint64_t{page.number});
  hasher->Add(site_.Address(NewerOfList(site_, page)));
  hasher->Add(Papers(PapersOf(site_, page), parts));
  // How long the list is: other pages that tell reach counts.
  if (IsNewestOfList(site_, page)) {
    hasher->Add(uint64_t{ListOf(site_, page).size()});
  }
}

Hash128 ContentHashes::Page(const offprint::Page& page, PageParts parts) const {
  if ((parts & kRelatedOfOthers) != 0) return {};
  Hasher hasher;
  hasher.Add(static_cast<uint64_t>(page.kind)).Add(page.permalink.value);
  hasher.Add(uint64_t{parts});
  AddCounts(parts, &hasher);
  switch (page.kind) {
    case PageKind::kDay:
      hasher.Add(Day(page.index, parts));
      break;
    case PageKind::kTopic:
      AddList(page, topics_[page.index], parts, &hasher);
      break;
    case PageKind::kAuthor:
      AddList(page, authors_[page.index], parts, &hasher);
      break;
    case PageKind::kPaper:
      AddPaper(page.index, kAllOfPapers, &hasher);
      if ((parts & kRelated) != 0) {
        hasher.Add(
            Papers(RelatedPapers(archive_, page.index, kRelatedPapers), parts));
      }
      break;
    case PageKind::kHome:
    case PageKind::kTopics:
    case PageKind::kArchive:
    case PageKind::kSearch:
    case PageKind::kError:
      return {};
  }
  return hasher.Take();
}

}  // namespace offprint
