#include "liquid/in_markup.h"

namespace offprint::liquid {
namespace {

// The end of fragments side by side, at least one.
std::optional<size_t> FragmentsEnd(std::string_view markup, size_t at) {
  std::optional<size_t> end;
  while (const auto next = FragmentEnd(markup, end.value_or(at))) end = next;
  return end;
}

}  // namespace

std::optional<InMarkup> MatchIn(std::string_view markup, size_t at,
                                bool (*is_name)(char)) {
  size_t end = at;
  while (end < markup.size() && is_name(markup[end])) ++end;
  const size_t in = SkipSpace(markup, end);
  if (end == at || in == end || markup.substr(in, 2) != "in") {
    return std::nullopt;
  }
  const size_t begin = SkipSpace(markup, in + 2);
  if (begin == in + 2) return std::nullopt;
  const auto collection_end = FragmentsEnd(markup, begin);
  if (!collection_end) return std::nullopt;
  return InMarkup{markup.substr(at, end - at), {begin, *collection_end}};
}

}  // namespace offprint::liquid
