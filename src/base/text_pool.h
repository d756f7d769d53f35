// Text with one lifetime, allocated in blocks.
#ifndef OFFPRINT_BASE_TEXT_POOL_H_
#define OFFPRINT_BASE_TEXT_POOL_H_

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace offprint {

// Copies of texts that live as long as the pool. A move of the pool leaves
// the texts where they are, so slices stay valid, and the other pool empty.
class TextPool {
 public:
  TextPool() = default;
  TextPool(TextPool&& other) noexcept;
  TextPool& operator=(TextPool&& other) noexcept;

  // The pool's own copy of the text.
  std::string_view Keep(std::string_view text);
  // A text of the pool with more behind it: in its place, as long as no other
  // one is extended.
  std::string_view Extend(std::string_view text, std::string_view more);

 private:
  char* AddBlock(size_t size);

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  size_t left_ = 0;
  // Behind the text that was extended last.
  char* more_ = nullptr;
  size_t more_left_ = 0;
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_TEXT_POOL_H_
