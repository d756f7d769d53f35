// Memory that is given back all at once.
#ifndef OFFPRINT_LIQUID_ARENA_H_
#define OFFPRINT_LIQUID_ARENA_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace offprint::liquid {

// Hands out memory from blocks and frees it when it is reset or dies. Nothing
// in it is destroyed, so only trivially destructible things may live there. Not
// thread-safe: each thread renders with its own.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  // A new T, with the life of the arena.
  template <typename T, typename... Args>
  T* New(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (Allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
  }

  // `count` value-initialised Ts.
  template <typename T>
  std::span<T> NewSpan(size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* first = static_cast<T*>(Allocate(sizeof(T) * count, alignof(T)));
    std::uninitialized_value_construct_n(first, count);
    return {first, count};
  }

  // A copy of the items.
  template <typename T>
  std::span<const T> Copy(const std::vector<T>& items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    void* first = Allocate(sizeof(T) * items.size(), alignof(T));
    std::memcpy(first, items.data(), sizeof(T) * items.size());
    return {static_cast<const T*>(first), items.size()};
  }

  // A copy of the text.
  std::string_view Keep(std::string_view text) {
    if (text.empty()) return {};
    char* first = static_cast<char*>(Allocate(text.size(), 1));
    std::memcpy(first, text.data(), text.size());
    return {first, text.size()};
  }

  // Uninitialised memory.
  void* Allocate(size_t size, size_t alignment) {
    const size_t skip = (alignment - used_ % alignment) % alignment;
    if (current_ == nullptr || used_ + skip + size > capacity_) {
      return AllocateInNewBlock(size);
    }
    void* result = current_ + used_ + skip;
    used_ += skip + size;
    return result;
  }

  // Bits that drops leave for whoever renders: what they were asked for.
  void Mark(uint32_t bits) { marks_ |= bits; }
  uint32_t marks() const { return marks_; }

  // Forgets everything that was handed out, and the marks, and keeps one block
  // for reuse.
  void Reset();

 private:
  void* AllocateInNewBlock(size_t size);

  struct Block {
    std::unique_ptr<char[]> bytes;
    size_t size = 0;
  };
  std::vector<Block> blocks_;
  char* current_ = nullptr;
  size_t used_ = 0;
  size_t capacity_ = 0;
  uint32_t marks_ = 0;
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_ARENA_H_
