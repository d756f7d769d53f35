// Which papers have which keys, gathered paper by paper.
#ifndef OFFPRINT_SEARCH_POSTINGS_H_
#define OFFPRINT_SEARCH_POSTINGS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/keys.h"

namespace offprint::search {

// Numbers of papers, ascending, as varints: the first, then differences.
struct PostingList {
  uint32_t count = 0;
  uint32_t last = 0;
  std::string bytes;

  // `paper` is not below any that was added; the same one again adds nothing.
  // Returns how many bytes there are more.
  size_t Add(uint32_t paper);
};

// Appends the numbers of PostingList::bytes.
void AppendNumbers(std::string_view bytes, std::vector<uint32_t>* papers);

// The part of a paper that has a key. Each has a list of its own in the index.
enum class Field { kText, kTitle, kAuthor };

// The lists of a key: of all papers that have it, and of those that have it in
// a title or an author's name, null where no paper does: most keys stand in
// texts only.
struct KeyPostings {
  PostingList all;
  std::unique_ptr<PostingList> title;
  std::unique_ptr<PostingList> author;
};

// The keys of a run of papers. Papers are added in the order of their numbers.
class Postings {
 public:
  Postings();
  Postings(Postings&&) noexcept;
  Postings& operator=(Postings&&) noexcept;
  ~Postings();

  // All keys "g" and "w" of a text in normal form.
  void AddText(std::string_view normal, Field field, uint32_t paper);
  // A key of another kind.
  void AddKey(std::string_view key, uint32_t paper);

  // About how many bytes of memory it takes.
  size_t memory() const;

  // The keys in the order of their bytes. Slices live as long as this.
  struct SortedKey {
    std::string_view key;
    const KeyPostings* postings;
  };
  std::vector<SortedKey> Sorted();

 private:
  class Table;
  std::unique_ptr<Table> table_;
};

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_POSTINGS_H_
