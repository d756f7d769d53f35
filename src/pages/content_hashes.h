// What pages show, as hashes: a page whose parts all have the hashes they had
// is the page it was.
#ifndef OFFPRINT_PAGES_CONTENT_HASHES_H_
#define OFFPRINT_PAGES_CONTENT_HASHES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/hash.h"
#include "pages/page_parts.h"
#include "pages/site.h"

namespace offprint {

// The hashes of everything in a site. Each holds what templates and feeds can
// reach from the thing, but for the papers related to a paper and for counts.
class ContentHashes {
 public:
  // Hashes on `jobs` threads. The site outlives this.
  ContentHashes(const Site& site, size_t jobs);

  // By the archive's indices. An entry holds its words, its digest's name and
  // dialect, and its places.
  const Hash128& entry(EntryIndex i) const { return entries_[i]; }
  const Hash128& metadata(PaperIndex i) const { return metadata_[i]; }
  // A day with its entries, neighbours, and these parts of the papers of its
  // entries.
  Hash128 Day(DayIndex day, PageParts parts) const;
  // These parts of some papers in their order.
  Hash128 Papers(std::span<const PaperIndex> papers, PageParts parts) const;
  // What is on a page that shows these parts beside its own; the page of a
  // paper has that one whole. Zero where that is not known: then the page is
  // made anew each time, as are those of kinds without an index.
  Hash128 Page(const offprint::Page& page, PageParts parts) const;

 private:
  void HashHeads();
  void HashCounts();
  Hash128 EntryHash(EntryIndex index) const;
  void HashPaper(PaperIndex index);
  Hash128 FactsHash(const Paper& paper, const Hash128& metadata) const;
  Hash128 HistoryHash(const Paper& paper) const;
  void AddPaper(PaperIndex index, PageParts parts, Hasher* hasher) const;
  void AddCounts(PageParts parts, Hasher* hasher) const;
  void AddDayLink(DayIndex day, Hasher* hasher) const;
  void AddList(const offprint::Page& page, const Hash128& head, PageParts parts,
               Hasher* hasher) const;

  const Site& site_;
  const Archive& archive_;
  std::vector<Hash128> topics_;   // name and addresses
  std::vector<Hash128> authors_;  // likewise
  std::vector<Hash128> entries_;
  std::vector<Hash128> metadata_;    // of papers
  std::vector<Hash128> identities_;  // of papers: what always counts
  // Of papers, by bit. 64 bits will do for them: beside the identity, each has
  // to differ from what the same part was before, and from nothing else.
  std::array<std::vector<uint64_t>, kPaperParts> parts_;
  Hash128 archive_counts_;
  Hash128 topic_counts_;
  Hash128 author_counts_;
};

}  // namespace offprint

#endif  // OFFPRINT_PAGES_CONTENT_HASHES_H_
