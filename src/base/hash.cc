#include "base/hash.h"

#include <xxhash.h>

#include <cstdio>
#include <new>

namespace offprint {
namespace {

constexpr size_t kLong = 128;  // bytes
// As many are hashed at once.
constexpr size_t kMostGathered = size_t{64} << 10;

}  // namespace

// A hash under way. It takes half a kilobyte, so that most hashers do without.
class Hasher::Begun {
 public:
  Begun() : state_(XXH3_createState()) {
    if (state_ == nullptr) throw std::bad_alloc();
    XXH3_128bits_reset(state_.get());
  }

  void Add(std::string_view bytes) {
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
  }

  Hash128 Hash() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
    return {hash.high64, hash.low64};
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

Hasher::Hasher() = default;
Hasher::~Hasher() = default;

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

void Hasher::AddBytes(const void* bytes, size_t size) {
  bytes_.append(static_cast<const char*>(bytes), size);
  if (bytes_.size() < kMostGathered) return;
  if (begun_ == nullptr) begun_ = std::make_unique<Begun>();
  begun_->Add(bytes_);
  bytes_.clear();
}

// A long text goes in as its hash, which takes less than to copy it.
Hasher& Hasher::Add(std::string_view text) {
  Add(uint64_t{text.size()});
  if (text.size() > kLong) return Add(HashOf(text));
  AddBytes(text.data(), text.size());
  return *this;
}

Hasher& Hasher::Add(uint64_t number) {
  AddBytes(&number, sizeof number);
  return *this;
}

Hasher& Hasher::Add(double number) {
  AddBytes(&number, sizeof number);
  return *this;
}

Hasher& Hasher::Add(const Hash128& hash) {
  return Add(hash.high).Add(hash.low);
}

// Both ways give the same.
Hash128 Hasher::Take() {
  Hash128 hash;
  if (begun_ != nullptr) {
    begun_->Add(bytes_);
    hash = begun_->Hash();
    begun_.reset();
  } else {
    hash = HashOf(bytes_);
  }
  bytes_.clear();
  return hash;
}

}  // namespace offprint
