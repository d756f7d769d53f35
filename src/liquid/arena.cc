#include "liquid/arena.h"

#include <algorithm>

namespace offprint::liquid {
namespace {

constexpr size_t kFirstBlock = 4096;
constexpr size_t kLargestBlock = 1 << 20;

}  // namespace

void* Arena::AllocateInNewBlock(size_t size) {
  const size_t wanted = blocks_.empty() ? kFirstBlock : capacity_ * 2;
  capacity_ = std::max(std::min(wanted, kLargestBlock), size);
  // new[] of char is aligned for any ordinary type.
  blocks_.push_back({std::unique_ptr<char[]>(new char[capacity_]), capacity_});
  current_ = blocks_.back().bytes.get();
  used_ = size;
  return current_;
}

void Arena::Reset() {
  marks_ = 0;
  if (blocks_.empty()) return;
  // The last block is the largest of those that grew by doubling.
  auto largest = std::max_element(
      blocks_.begin(), blocks_.end(),
      [](const Block& a, const Block& b) { return a.size < b.size; });
  std::swap(*largest, blocks_.front());
  blocks_.resize(1);
  current_ = blocks_.front().bytes.get();
  capacity_ = blocks_.front().size;
  used_ = 0;
}

}  // namespace offprint::liquid
