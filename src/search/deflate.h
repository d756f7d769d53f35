// zlib streams (RFC 1950), through zlib.
#ifndef OFFPRINT_SEARCH_DEFLATE_H_
#define OFFPRINT_SEARCH_DEFLATE_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace offprint::search {

// The bytes as one stream.
std::string Deflate(std::string_view bytes);

// What a stream gives; nothing where it is damaged or gives more than `most`
// bytes.
std::optional<std::string> Inflate(std::string_view stream, size_t most);

// Makes streams that begin with the same bytes. A browser's decompressor takes
// no preset dictionary; it is given one by a stream that begins with it.
class SharedStart {
 public:
  explicit SharedStart(std::string_view start);
  SharedStart(SharedStart&&) noexcept;
  SharedStart& operator=(SharedStart&&) noexcept;
  ~SharedStart();

  // What every stream begins with; it gives `start`.
  const std::string& head() const { return head_; }
  // What follows the head, so that the stream gives `start` and the bytes.
  // Safe from any thread.
  std::string Continue(std::string_view bytes) const;

 private:
  struct State;

  std::unique_ptr<State> state_;
  std::string head_;
};

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_DEFLATE_H_
