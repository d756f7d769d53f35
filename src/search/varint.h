// Little-endian base 128 (LEB128, unsigned).
#ifndef OFFPRINT_SEARCH_VARINT_H_
#define OFFPRINT_SEARCH_VARINT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace offprint::search {

inline void AppendVarint(uint64_t number, std::string* out) {
  while (number >= 0x80) {
    out->push_back(static_cast<char>(number | 0x80));
    number >>= 7;
  }
  out->push_back(static_cast<char>(number));
}

// The number at `*at` of bytes that AppendVarint wrote; `*at` is moved behind
// it.
inline uint32_t ReadVarint(std::string_view bytes, size_t* at) {
  uint32_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[(*at)++]);
    number |= static_cast<uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_VARINT_H_
