// What stands for content: the same content, the same hash.
#ifndef OFFPRINT_BASE_HASH_H_
#define OFFPRINT_BASE_HASH_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace offprint {

// 128 bits of XXH3, so that no two contents of an archive ever share one by
// chance. It is no defence against those who want them to.
struct Hash128 {
  uint64_t high = 0;
  uint64_t low = 0;

  auto operator<=>(const Hash128&) const = default;
};

// XXH3's 128 bits of the bytes (xxHash 0.8, github.com/Cyan4973/xxHash).
Hash128 HashOf(std::string_view bytes);

// 32 hexadecimal digits.
std::string HexOf(const Hash128& hash);

// Gathers values and makes one hash of them. Texts keep their bounds, so "ab"
// and "c" are not "a" and "bc". However many there are, they take little
// memory.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  Hasher& Add(std::string_view text);
  Hasher& Add(uint64_t number);
  Hasher& Add(double number);
  Hasher& Add(const Hash128& hash);
  template <typename T>
  Hasher& Add(const std::optional<T>& value) {
    Add(uint64_t{value.has_value()});
    return value ? Add(*value) : *this;
  }

  // Of all that was added since the last call; then there is nothing again.
  Hash128 Take();

 private:
  class Begun;

  void AddBytes(const void* bytes, size_t size);

  std::string bytes_;
  std::unique_ptr<Begun> begun_;  // with what came before the bytes, if any
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_HASH_H_
