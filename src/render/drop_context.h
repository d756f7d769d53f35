// What the drops of a render share: the site they show, and small makers. Drops
// mark in the arena what they are asked for beside the page's own part of the
// archive (PageParts).
#ifndef OFFPRINT_RENDER_DROP_CONTEXT_H_
#define OFFPRINT_RENDER_DROP_CONTEXT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "liquid/arena.h"
#include "liquid/drop.h"
#include "liquid/value.h"
#include "pages/page_parts.h"
#include "pages/site.h"

namespace offprint {

// The text, or nil for an empty one.
inline liquid::Value TextOrNil(std::string_view text) {
  return text.empty() ? liquid::Value() : liquid::Value(text);
}

// A copy of the text in the arena.
inline liquid::Value NewText(const std::string& text, liquid::Arena& arena) {
  return liquid::Value(arena.Keep(text));
}

// The address of a page, percent-encoded and without the baseurl; nil for
// kNoIndex.
liquid::Value AddressValue(const Site& site, PageIndex page,
                           liquid::Arena& arena);

// {date, url} of a day; nil for kNoIndex.
liquid::Value DayLink(const Site& site, DayIndex day, liquid::Arena& arena);

// {title, url} of the source of others that a digest was fetched from; nil for
// the site's own digests.
liquid::Value ProviderValue(const Site& site, const Digest& digest,
                            liquid::Arena& arena);

// "2026-01-23", or nil.
liquid::Value DateValue(const std::optional<Date>& date, liquid::Arena& arena);

// An array of as many values as there are items, each made by `make(item)`.
template <typename Items, typename Make>
liquid::Value NewArray(const Items& items, liquid::Arena& arena, Make make) {
  const std::span<liquid::Value> values =
      arena.NewSpan<liquid::Value>(items.size());
  size_t at = 0;
  for (const auto& item : items) values[at++] = make(item);
  return liquid::Value(std::span<const liquid::Value>(values));
}

// A hash of the names and values: names must be a constant array.
template <size_t N>
liquid::Value NewObject(const std::string_view (&names)[N],
                        const liquid::Value (&values)[N],
                        liquid::Arena& arena) {
  const std::span<liquid::Value> kept = arena.NewSpan<liquid::Value>(N);
  for (size_t i = 0; i < N; ++i) kept[i] = values[i];
  return liquid::NewHash(names, kept, arena);
}

}  // namespace offprint

#endif  // OFFPRINT_RENDER_DROP_CONTEXT_H_
