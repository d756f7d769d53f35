#include "liquid/characters.h"

#include <algorithm>

namespace offprint::liquid {
namespace {

// Whether a character begins with that byte.
constexpr bool IsLead(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), IsLead));
}

size_t CodePointOffset(std::string_view text, size_t index) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (!IsLead(text[at])) continue;
    if (index == 0) return at;
    --index;
  }
  return text.size();
}

std::optional<Slice> SliceOf(size_t size, int64_t offset, int64_t length) {
  const auto end = static_cast<int64_t>(size);
  if (offset < 0) offset += end;
  if (offset < 0 || offset > end || length < 0) return std::nullopt;
  const int64_t last = offset + std::min(length, end - offset);
  return Slice{static_cast<size_t>(offset), static_cast<size_t>(last)};
}

}  // namespace offprint::liquid
