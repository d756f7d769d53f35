// The parts of a paper that stand behind keys, which come once and in order.
#ifndef OFFPRINT_READERS_KEYED_SECTIONS_H_
#define OFFPRINT_READERS_KEYED_SECTIONS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace offprint {

// Collects the parts of one paper line by line. A key is known by its place
// among the dialect's keys and counts only behind all keys found before: a line
// that looks like an earlier one is text of the open part.
class KeyedSections {
 public:
  struct Part {
    size_t key = 0;
    std::string_view text;  // trimmed once Finish has given it
  };

  bool MayOpen(size_t key) const { return key >= next_; }

  // Opens the part of a key that MayOpen; `rest` is what follows the key in its
  // line and may be empty, but not without a place in the buffer.
  void Open(size_t key, std::string_view rest);

  // Leaves the open part; lines do not count until the next Open.
  void Shut() { open_ = false; }

  // Takes a line of the buffer into the open part, if one is open.
  void Extend(std::string_view line);

  // The parts of the paper, in file order; the next paper starts anew.
  std::vector<Part> Finish();

 private:
  bool open_ = false;
  size_t next_ = 0;
  std::vector<Part> parts_;
};

}  // namespace offprint

#endif  // OFFPRINT_READERS_KEYED_SECTIONS_H_
