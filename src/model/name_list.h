// The names of a paper's authors, in one text.
#ifndef OFFPRINT_MODEL_NAME_LIST_H_
#define OFFPRINT_MODEL_NAME_LIST_H_

#include <cstddef>
#include <iterator>
#include <string_view>

namespace offprint {

// A view of a text that has a name a line: an archive has a million such lists,
// and a vector of each would take more than the names.
class NameList {
 public:
  class Iterator {
   public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;  // gives no references
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = std::string_view;

    Iterator() = default;
    explicit Iterator(std::string_view left) : left_(left) { Measure(); }

    std::string_view operator*() const { return left_.substr(0, size_); }
    Iterator& operator++() {
      left_.remove_prefix(size_ < left_.size() ? size_ + 1 : size_);
      Measure();
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    // Of iterators of one list.
    bool operator==(const Iterator& other) const {
      return left_.size() == other.left_.size();
    }

   private:
    void Measure() {
      const size_t end = left_.find('\n');
      size_ = end == std::string_view::npos ? left_.size() : end;
    }

    std::string_view left_;  // from the name on
    size_t size_ = 0;        // of the name
  };
  using value_type = std::string_view;
  using iterator = Iterator;
  using const_iterator = Iterator;

  NameList() = default;
  // "Ada Lovelace\nAlan Turing": no name is empty. The text outlives the list.
  explicit NameList(std::string_view lines) : lines_(lines) {}

  std::string_view lines() const { return lines_; }
  bool empty() const { return lines_.empty(); }
  // Counts them.
  size_t size() const {
    return static_cast<size_t>(std::distance(begin(), end()));
  }
  Iterator begin() const { return Iterator(lines_); }
  Iterator end() const { return Iterator(lines_.substr(lines_.size())); }
  std::string_view front() const { return *begin(); }
  // Of one that is not empty.
  std::string_view back() const {
    return lines_.substr(lines_.rfind('\n') + 1);
  }

  bool operator==(const NameList&) const = default;

 private:
  std::string_view lines_;
};

}  // namespace offprint

#endif  // OFFPRINT_MODEL_NAME_LIST_H_
