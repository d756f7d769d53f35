#include "base/text_pool.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace offprint {

TextPool::TextPool(TextPool&& other) noexcept
    : blocks_(std::move(other.blocks_)),
      next_(std::exchange(other.next_, nullptr)),
      left_(std::exchange(other.left_, 0)),
      more_(std::exchange(other.more_, nullptr)),
      more_left_(std::exchange(other.more_left_, 0)) {}

TextPool& TextPool::operator=(TextPool&& other) noexcept {
  blocks_ = std::move(other.blocks_);
  next_ = std::exchange(other.next_, nullptr);
  left_ = std::exchange(other.left_, 0);
  more_ = std::exchange(other.more_, nullptr);
  more_left_ = std::exchange(other.more_left_, 0);
  return *this;
}

char* TextPool::AddBlock(size_t size) {
  return blocks_.emplace_back(std::make_unique<char[]>(size)).get();
}

std::string_view TextPool::Keep(std::string_view text) {
  constexpr size_t kBlock = 4096;
  if (text.empty()) return {};
  if (text.size() > left_) {
    left_ = std::max(kBlock, text.size());
    next_ = AddBlock(left_);
  }
  std::memcpy(next_, text.data(), text.size());
  const std::string_view kept(next_, text.size());
  next_ += text.size();
  left_ -= text.size();
  return kept;
}

// Each copy leaves room for as much again, so that a text that grows by a
// little a thousand times takes no more than some times its size.
std::string_view TextPool::Extend(std::string_view text,
                                  std::string_view more) {
  if (text.empty()) return Keep(more);
  if (more.empty()) return text;
  const size_t size = text.size() + more.size();
  if (text.data() + text.size() != more_ || more.size() > more_left_) {
    char* const block = AddBlock(size * 2);
    std::memcpy(block, text.data(), text.size());
    more_ = block + text.size();
    more_left_ = size * 2 - text.size();
  }
  std::memcpy(more_, more.data(), more.size());
  more_ += more.size();
  more_left_ -= more.size();
  return {more_ - size, size};
}

}  // namespace offprint
