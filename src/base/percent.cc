#include "base/percent.h"

namespace offprint {

void AppendPercent(char c, std::string* out) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out->push_back('%');
  out->push_back(kHex[byte >> 4]);
  out->push_back(kHex[byte & 15]);
}

std::string PercentEncoded(std::string_view text, const CharSet& kept) {
  if (kept.HasAll(text)) return std::string(text);
  std::string encoded;
  encoded.reserve(text.size() * 3);
  for (const char c : text) {
    if (kept.Has(c)) {
      encoded.push_back(c);
    } else {
      AppendPercent(c, &encoded);
    }
  }
  return encoded;
}

}  // namespace offprint
