#include "base/hash.h"

#include <xxhash.h>

#include <cstdio>

namespace offprint {
namespace {

constexpr size_t kLong = 128;  // bytes

}  // namespace

Hash128 HashOf(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::string HexOf(const Hash128& hash) {
  char digits[33];
  std::snprintf(digits, sizeof digits, "%016llx%016llx",
                static_cast<unsigned long long>(hash.high),
                static_cast<unsigned long long>(hash.low));
  return digits;
}

// A long text goes in as its hash, which takes less than to copy it.
Hasher& Hasher::Add(std::string_view text) {
  Add(uint64_t{text.size()});
  if (text.size() > kLong) return Add(HashOf(text));
  bytes_.append(text);
  return *this;
}

Hasher& Hasher::Add(uint64_t number) {
  bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  return *this;
}

Hasher& Hasher::Add(double number) {
  bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  return *this;
}

Hasher& Hasher::Add(const Hash128& hash) {
  return Add(hash.high).Add(hash.low);
}

Hash128 Hasher::Take() {
  const Hash128 hash = HashOf(bytes_);
  bytes_.clear();
  return hash;
}

}  // namespace offprint
