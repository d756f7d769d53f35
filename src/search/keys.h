// The keys of a text: see FORMAT.md.
#ifndef OFFPRINT_SEARCH_KEYS_H_
#define OFFPRINT_SEARCH_KEYS_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.h"
#include "search/normal_form.h"

namespace offprint::search {

// Two neighbours, or one code point and 0.
struct Pair {
  char32_t first = 0;
  char32_t second = 0;

  auto operator<=>(const Pair&) const = default;
};

// Words longer than this stand for themselves by their beginning.
inline constexpr size_t kLongestWord = 32;  // code points

// The key of a pair: "g" and its code points.
std::string KeyOf(Pair pair);

// Calls on_pair(Pair) and on_word(std::string_view) for each key "g" and "w" of
// a text in normal form, as often as it stands there. The words are slices of
// the text.
template <typename OnPair, typename OnWord>
void ForEachKey(std::string_view normal, OnPair on_pair, OnWord on_word) {
  using enum CharClass;
  size_t word_begin = 0;
  size_t word_length = 0;  // code points, up to kLongestWord
  size_t word_end = 0;
  const auto end_word = [&] {
    if (word_length == 0) return;
    on_word(normal.substr(word_begin, word_end - word_begin));
    word_length = 0;
  };
  char32_t before = 0;
  CharClass class_before = kOther;
  for (size_t at = 0; at < normal.size();) {
    const size_t begin = at;
    const char32_t c = NextCodePoint(normal, &at);
    const CharClass class_now = ClassOf(c);
    if (class_now != kWord) end_word();
    if (class_now == kOther) {
      if (class_before == kUnspaced) on_pair(Pair{before, 0});
    } else if (class_before == kUnspaced ||
               (class_before == kWord && class_now == kUnspaced)) {
      on_pair(Pair{before, c});
    }
    if (class_now == kWord) {
      if (word_length == 0) word_begin = begin;
      if (word_length < kLongestWord) {
        ++word_length;
        word_end = at;
      }
    }
    before = c;
    class_before = class_now;
  }
  end_word();
  if (class_before == kUnspaced) on_pair(Pair{before, 0});
}

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_KEYS_H_
