// Values as bytes, for files that this program alone reads.
#ifndef OFFPRINT_BASE_BYTE_STREAM_H_
#define OFFPRINT_BASE_BYTE_STREAM_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/hash.h"

namespace offprint {

// Numbers in the machine's own form; texts behind their size.
class ByteWriter {
 public:
  void Number(uint64_t number) { Raw(&number, sizeof number); }
  void Real(double number) { Raw(&number, sizeof number); }
  void Hash(const Hash128& hash) {
    Number(hash.high);
    Number(hash.low);
  }
  void Day(Date day) { Number(static_cast<uint64_t>(DaysSinceEpoch(day))); }
  void Text(std::string_view text) {
    Number(text.size());
    bytes_.append(text);
  }
  // Each by write(item).
  template <typename Items, typename Write>
  void List(const Items& items, Write write) {
    Number(items.size());
    for (const auto& item : items) write(item);
  }

  // All that the other wrote.
  void Append(const ByteWriter& other) { bytes_.append(other.bytes_); }

  const std::string& bytes() const { return bytes_; }
  // Gives them away.
  std::string Take() { return std::move(bytes_); }

 private:
  void Raw(const void* value, size_t size) {
    bytes_.append(static_cast<const char*>(value), size);
  }

  std::string bytes_;
};

// Reads what a ByteWriter wrote. Of bytes that are none of its own come zeros
// and empty texts, and good() is false from then on.
class ByteReader {
 public:
  // Slices of the bytes are handed out.
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  bool good() const { return good_; }
  // What was read makes no sense.
  void Reject() { good_ = false; }
  bool at_end() const { return at_ == bytes_.size(); }

  uint64_t Number() {
    uint64_t number = 0;
    Raw(&number, sizeof number);
    return number;
  }
  double Real() {
    double number = 0;
    Raw(&number, sizeof number);
    return number;
  }
  Hash128 Hash() {
    const uint64_t high = Number();
    return {high, Number()};
  }
  Date Day() {
    const auto days = static_cast<int64_t>(Number());
    // Of the years 0 to 9999.
    if (days < -719528 || days > 2932896) good_ = false;
    return good_ ? DateFromDays(static_cast<int>(days)) : Date();
  }
  // One of an enumeration that ends with `last`.
  template <typename T>
  T Enum(T last) {
    const uint64_t number = Number();
    if (number > static_cast<uint64_t>(last)) good_ = false;
    return good_ ? static_cast<T>(number) : T();
  }
  std::string_view Text() {
    const uint64_t size = Number();
    if (size > bytes_.size() - at_) good_ = false;
    if (!good_) return {};
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  // As many items as were written, each by read().
  template <typename Read>
  auto List(Read read) {
    std::vector<decltype(read())> items;
    uint64_t left = Number();
    // No item takes less than a number.
    if (left > (bytes_.size() - at_) / sizeof left) good_ = false;
    if (good_) items.reserve(left);
    for (; left > 0 && good_; --left) {
      items.push_back(read());
    }
    return items;
  }

 private:
  void Raw(void* value, size_t size) {
    if (size > bytes_.size() - at_) good_ = false;
    if (!good_) return;
    std::memcpy(value, bytes_.data() + at_, size);
    at_ += size;
  }

  std::string_view bytes_;
  size_t at_ = 0;
  bool good_ = true;
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_BYTE_STREAM_H_
