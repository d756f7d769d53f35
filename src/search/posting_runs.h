// Postings of more papers than fit into memory: gathered in runs, each of which
// is sorted and written out, and merged at the end. This is single-pass
// in-memory indexing (Manning, Raghavan, Schütze: Introduction to Information
// Retrieval, 2008, section 4.3).
#ifndef OFFPRINT_SEARCH_POSTING_RUNS_H_
#define OFFPRINT_SEARCH_POSTING_RUNS_H_

#include <cstdint>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

#include "base/scratch_file.h"
#include "search/postings.h"

namespace offprint::search {

// Where a run lies in its file.
struct PostingRun {
  uint64_t offset = 0;
  uint64_t size = 0;
};

// Writes the postings, in the order of their keys.
PostingRun WriteRun(Postings& postings, ScratchFile& file);

// A key with the numbers of its papers, ascending.
struct MergedKey {
  std::string key;
  std::vector<uint32_t> all;
  std::vector<uint32_t> title;
  std::vector<uint32_t> author;
};

// Merges runs of ascending papers into one list of keys, by their bytes.
class RunMerger {
 public:
  // The file outlives this.
  RunMerger(const ScratchFile& file, const std::vector<PostingRun>& runs);

  // Gives the next key; false where there is none.
  bool Next(MergedKey* key);

 private:
  // One run, read a piece at a time.
  class Reader {
   public:
    Reader(const ScratchFile& file, const PostingRun& run)
        : file_(&file), next_(run.offset), end_(run.offset + run.size) {}

    // Moves on to the next key; false behind the last one.
    bool Advance();
    std::string_view key() const { return Slice(key_); }
    void AppendTo(MergedKey* merged) const;

   private:
    struct Extent {
      size_t at = 0;
      size_t size = 0;
    };
    std::string_view Slice(const Extent& extent) const {
      return std::string_view(piece_).substr(extent.at, extent.size);
    }
    // Has that many bytes more at hand, or all that are left.
    void Fetch(size_t size);

    const ScratchFile* file_;
    uint64_t next_;  // what of the run is not at hand
    uint64_t end_;
    std::string piece_;
    size_t at_ = 0;  // in the piece
    Extent key_;
    Extent all_;
    Extent title_;
    Extent author_;
  };
  // Whether run `a` comes after run `b`.
  struct ComesAfter {
    const std::vector<Reader>* readers;
    bool operator()(size_t a, size_t b) const {
      const int order = (*readers)[a].key().compare((*readers)[b].key());
      return order != 0 ? order > 0 : a > b;
    }
  };

  std::vector<Reader> readers_;
  std::priority_queue<size_t, std::vector<size_t>, ComesAfter> heap_;
};

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_POSTING_RUNS_H_
