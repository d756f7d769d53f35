// Names of members, with the hash that makes looking them up cheap.
#ifndef OFFPRINT_LIQUID_KEY_H_
#define OFFPRINT_LIQUID_KEY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace offprint::liquid {

// A name and its hash. A template hashes its names once, when it is parsed.
struct Key {
  constexpr Key() = default;
  // NOLINTBEGIN(google-explicit-constructor)
  constexpr Key(std::string_view name) : text(name), hash(Hash(name)) {}
  constexpr Key(const char* name) : Key(std::string_view(name)) {}

  // NOLINTEND(google-explicit-constructor)

  friend constexpr bool operator==(const Key& a, const Key& b) {
    return a.hash == b.hash && a.text == b.text;
  }

  std::string_view text;
  uint32_t hash = 0;

 private:
  // FNV-1a, 32 bits.
  static constexpr uint32_t Hash(std::string_view name) {
    uint32_t hash = 2166136261U;
    for (const char c : name) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
  }
};

// The names of a drop's members, known at compile time:
//   constexpr FieldTable kFields(std::to_array<std::string_view>(
//       {"title", "url"}));
//   switch (kFields.IndexOf(key)) { case 0: return paper.title; … }
template <size_t N>
class FieldTable {
 public:
  constexpr explicit FieldTable(const std::array<std::string_view, N>& names)
      : names_(names) {
    for (size_t i = 0; i < N; ++i) {
      size_t slot = Key(names[i]).hash % kSlots;
      while (slots_[slot].index >= 0) slot = (slot + 1) % kSlots;
      slots_[slot] = {Key(names[i]).hash, static_cast<int>(i)};
    }
  }

  // The place of the name in the list that the table was made of, or -1.
  constexpr int IndexOf(const Key& key) const {
    size_t slot = key.hash % kSlots;
    while (slots_[slot].index >= 0) {
      const Slot& at = slots_[slot];
      if (at.hash == key.hash &&
          names_[static_cast<size_t>(at.index)] == key.text) {
        return at.index;
      }
      slot = (slot + 1) % kSlots;
    }
    return -1;
  }

  std::span<const std::string_view> names() const { return names_; }

 private:
  static constexpr size_t SlotCount() {
    size_t slots = 4;
    while (slots < N * 2) slots *= 2;
    return slots;
  }
  static constexpr size_t kSlots = SlotCount();

  struct Slot {
    uint32_t hash = 0;
    int index = -1;
  };
  std::array<std::string_view, N> names_;
  std::array<Slot, kSlots> slots_{};
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_KEY_H_
