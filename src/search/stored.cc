#include "search/stored.h"

#include <limits>
#include <utility>

namespace offprint::search {
namespace {

constexpr uint64_t kMostNumber = std::numeric_limits<uint32_t>::max();

// Takes the bytes from the front. After the first thing that is not there, or
// is too large, all it gives is 0 and the bytes are damaged.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  bool damaged() const { return damaged_; }
  bool at_end() const { return rest_.empty(); }

  uint32_t Number() {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 35 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return Checked(number);
    }
    return Damage();
  }

  // How many things follow, of at least one byte each.
  uint32_t Count() {
    const uint32_t count = Number();
    return count <= rest_.size() ? count : Damage();
  }

  // What the numbers after the first add to the one before.
  uint32_t Next(uint32_t before) {
    return Checked(uint64_t{before} + Number());
  }

  // A key behind the one before, which becomes it.
  void Key(std::string* before) {
    const uint32_t shared = Number();
    const uint32_t size = Count();
    if (damaged_ || shared > before->size()) {
      Damage();
      return;
    }
    before->resize(shared);
    before->append(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }

  std::vector<uint32_t> Numbers(size_t count) {
    std::vector<uint32_t> numbers;
    uint32_t number = 0;
    for (size_t i = 0; i < count && !damaged_; ++i) {
      number = Next(number);
      numbers.push_back(number);
    }
    return numbers;
  }

  StoredList List() {
    const uint32_t head = Number();
    StoredList list;
    if (head % 2 == 0) {
      list.papers = Numbers(head / 2);
      return list;
    }
    uint32_t file = Number();
    const uint32_t segments = Count();
    uint32_t first = 0;
    for (uint32_t i = 0; i < segments && !damaged_; ++i) {
      first = Next(first);
      list.segments.push_back({file++, first, Number()});
    }
    return list;
  }

 private:
  uint32_t Checked(uint64_t number) {
    return number <= kMostNumber ? static_cast<uint32_t>(number) : Damage();
  }

  uint32_t Damage() {
    damaged_ = true;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool damaged_ = false;
};

}  // namespace

std::optional<std::vector<StoredKey>> ReadShard(std::string_view bytes) {
  Reader reader(bytes);
  const uint32_t count = reader.Count();
  std::vector<StoredKey> keys;
  std::string key;
  for (uint32_t i = 0; i < count && !reader.damaged(); ++i) {
    reader.Key(&key);
    StoredKey stored;
    stored.key = key;
    stored.all = reader.List();
    if (key.starts_with('g') || key.starts_with('w')) {
      stored.title = reader.List();
      stored.author = reader.List();
    }
    keys.push_back(std::move(stored));
  }
  if (reader.damaged() || !reader.at_end()) return std::nullopt;
  return keys;
}

std::optional<std::vector<uint32_t>> ReadSegment(std::string_view bytes,
                                                 size_t papers) {
  Reader reader(bytes);
  std::vector<uint32_t> numbers = reader.Numbers(papers);
  if (reader.damaged() || !reader.at_end()) return std::nullopt;
  return numbers;
}

std::optional<std::vector<std::string>> ReadNode(std::string_view bytes) {
  Reader reader(bytes);
  const uint32_t count = reader.Count();
  std::vector<std::string> keys;
  std::string key;
  for (uint32_t i = 0; i < count && !reader.damaged(); ++i) {
    reader.Key(&key);
    keys.push_back(key);
  }
  if (reader.damaged() || !reader.at_end()) return std::nullopt;
  return keys;
}

}  // namespace offprint::search
