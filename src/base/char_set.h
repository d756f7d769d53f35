// A set of bytes, for what is asked of each byte of a text.
#ifndef OFFPRINT_BASE_CHAR_SET_H_
#define OFFPRINT_BASE_CHAR_SET_H_

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace offprint {

class CharSet {
 public:
  constexpr explicit CharSet(std::string_view chars) { Add(chars); }

  // The letters and digits of ASCII, and more.
  static constexpr CharSet AlnumAnd(std::string_view chars) {
    CharSet set(chars);
    for (char c = 0; c < 0x7F; ++c) {
      if (IsAsciiAlpha(c) || IsAsciiDigit(c)) set.Add({&c, 1});
    }
    return set;
  }

  // The control characters of ASCII, and more.
  static constexpr CharSet ControlsAnd(std::string_view chars) {
    CharSet set(chars);
    for (char c = 0; c < 0x20; ++c) set.Add({&c, 1});
    set.Add("\x7F");
    return set;
  }

  constexpr bool Has(char c) const {
    return has_[static_cast<unsigned char>(c)];
  }
  bool HasAll(std::string_view text) const {
    return std::ranges::all_of(text, [this](char c) { return Has(c); });
  }

 private:
  constexpr void Add(std::string_view chars) {
    for (const char c : chars) has_[static_cast<unsigned char>(c)] = true;
  }

  std::array<bool, 256> has_ = {};
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_CHAR_SET_H_
