// What pages show, as hashes: a page whose parts all have the hashes they had
// is the page it was.
#ifndef OFFPRINT_PAGES_CONTENT_HASHES_H_
#define OFFPRINT_PAGES_CONTENT_HASHES_H_

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "base/hash.h"
#include "pages/site.h"

namespace offprint {

// How much of the papers of a list or a day counts.
enum class PaperDepth {
  kIdentity,  // which paper it is: all but the below
  kStanding,  // its score and its topics too
  kWhole,     // its entries too, its versions, and the days after the first
};
inline constexpr size_t kPaperDepths = 3;

// The hashes of everything in a site. Each holds what templates and feeds can
// reach from the thing, but for the papers related to a paper and for the
// counts below.
class ContentHashes {
 public:
  // Hashes on `jobs` threads. The site outlives this.
  ContentHashes(const Site& site, size_t jobs);

  // By the archive's indices. An entry holds its words, its digest's name and
  // dialect, and its places; a paper all of it.
  const Hash128& entry(EntryIndex i) const { return entries_[i]; }
  const Hash128& paper(PaperIndex i) const {
    return PaperHashes(PaperDepth::kWhole)[i];
  }
  const Hash128& metadata(PaperIndex i) const { return metadata_[i]; }
  // A day with its entries, neighbours, and the papers of its entries.
  Hash128 Day(DayIndex day, PaperDepth depth) const;
  // Some papers in their order.
  Hash128 Papers(std::span<const PaperIndex> papers, PaperDepth depth) const;
  // What is on a page of a kind that has an index, and so much of its papers;
  // the page of a paper has that one whole. Of other kinds nothing is known,
  // and they are made anew each time.
  Hash128 Page(const offprint::Page& page, PaperDepth depth) const;

  // What changes with every day: the counts of the archive, and how many
  // papers each topic and each author has.
  const Hash128& archive_counts() const { return archive_counts_; }
  const Hash128& topic_counts() const { return topic_counts_; }
  const Hash128& author_counts() const { return author_counts_; }

 private:
  void HashHeads();
  void HashCounts();
  Hash128 EntryHash(EntryIndex index) const;
  void HashPaper(PaperIndex index);
  void AddIdentity(PaperIndex index, Hasher* hasher) const;
  const std::vector<Hash128>& PaperHashes(PaperDepth depth) const {
    return papers_[static_cast<size_t>(depth)];
  }
  void AddDayLink(DayIndex day, Hasher* hasher) const;
  void AddList(const offprint::Page& page, const Hash128& head,
               PaperDepth depth, Hasher* hasher) const;

  const Site& site_;
  const Archive& archive_;
  std::vector<Hash128> topics_;   // name and addresses
  std::vector<Hash128> authors_;  // likewise
  std::vector<Hash128> entries_;
  std::vector<Hash128> metadata_;  // of papers
  std::array<std::vector<Hash128>, kPaperDepths> papers_;
  Hash128 archive_counts_;
  Hash128 topic_counts_;
  Hash128 author_counts_;
};

}  // namespace offprint

#endif  // OFFPRINT_PAGES_CONTENT_HASHES_H_
