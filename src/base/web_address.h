// Addresses that come from digests and go into links.
#ifndef OFFPRINT_BASE_WEB_ADDRESS_H_
#define OFFPRINT_BASE_WEB_ADDRESS_H_

#include <string_view>

#include "base/text.h"

namespace offprint {

// Whether the text is an absolute http or https address without white space
// or control characters: nothing else of a digest may become a link.
inline bool IsWebAddress(std::string_view text) {
  if (!StartsWithIgnoreCase(text, "https://") &&
      !StartsWithIgnoreCase(text, "http://")) {
    return false;
  }
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) return false;
  }
  return true;
}

// The address itself, or an empty text where it is none.
inline std::string_view WebAddress(std::string_view text) {
  return IsWebAddress(text) ? text : std::string_view();
}

}  // namespace offprint

#endif  // OFFPRINT_BASE_WEB_ADDRESS_H_
