#include "readers/daily_row_bounds.h"

#include "base/text.h"
#include "readers/table_cells.h"

namespace offprint {
namespace {

constexpr std::string_view kLinkLabel = "[PDF](";
constexpr std::string_view kNoLink = "PDF缺失";
constexpr size_t kNone = std::string_view::npos;

size_t SkipBlanks(std::string_view text, size_t at) {
  while (at < text.size() && text[at] != '\n' && IsSpace(text[at])) ++at;
  return at;
}

size_t SkipSpace(std::string_view text, size_t at) {
  while (at < text.size() && IsSpace(text[at])) ++at;
  return at;
}

// Whether the pipe at `at` ends a line, and the next one that is not blank
// begins with a pipe (or, in the last row, there is none).
bool EndsRow(std::string_view text, size_t at) {
  const size_t end = SkipBlanks(text, at + 1);
  if (end == text.size()) return true;
  if (text[end] != '\n') return false;
  const size_t next = SkipSpace(text, end);
  return next == text.size() || text[next] == '|';
}

// Whether nothing but blanks stands between the pipe and the end of its line.
bool EndsLine(std::string_view text, size_t at) {
  const size_t end = SkipBlanks(text, at + 1);
  return end < text.size() && text[end] == '\n';
}

// The place behind the first pipe that is at least the `columns`th from `from`
// on and fits, or nothing.
std::optional<size_t> BehindPipe(std::string_view text, size_t from,
                                 size_t columns,
                                 bool (*fits)(std::string_view, size_t),
                                 std::string_view whole) {
  size_t closed = 0;
  for (size_t pipe = FindPipe(text, from); pipe != kNone;
       pipe = FindPipe(text, pipe + 1)) {
    if (++closed >= columns && fits(whole, pipe)) return pipe + 1;
  }
  return std::nullopt;
}

}  // namespace

size_t FindPipe(std::string_view text, size_t from) {
  size_t at = text.find('|', from);
  while (at != kNone && IsEscaped(text, at)) at = text.find('|', at + 1);
  return at;
}

size_t FindLastPipe(std::string_view text) {
  size_t at = text.rfind('|');
  while (at != kNone && at > 0 && IsEscaped(text, at)) {
    at = text.rfind('|', at - 1);
  }
  return at;
}

std::optional<DailyAnchor> FindDailyAnchor(std::string_view body, size_t from) {
  for (size_t at = body.find("PDF", from); at != kNone;
       at = body.find("PDF", at + 3)) {
    DailyAnchor anchor;
    size_t begin = at;
    size_t end = 0;
    if (body.substr(at).starts_with(kNoLink)) {
      end = at + kNoLink.size();
    } else if (at > 0 && body.substr(at - 1).starts_with(kLinkLabel)) {
      begin = at - 1;
      const size_t url = begin + kLinkLabel.size();
      const size_t close = body.find_first_of(")\n", url);
      if (close == kNone) return std::nullopt;
      at = close - 2;
      if (body[close] == '\n') continue;
      anchor.url = Trim(body.substr(url, close - url));
      end = close + 1;
    } else {
      continue;
    }
    while (begin > from && IsSpace(body[begin - 1])) --begin;
    if (begin == from || body[begin - 1] != '|') continue;
    end = SkipSpace(body, end);
    if (end == body.size() || body[end] != '|') continue;
    anchor.begin = begin - 1;
    anchor.end = end + 1;
    return anchor;
  }
  return std::nullopt;
}

std::optional<size_t> FindRowEnd(std::string_view body,
                                 const DailyAnchor& anchor, size_t columns,
                                 size_t next_anchor) {
  if (columns == 0) return anchor.end;
  const bool is_last = next_anchor == kNone;
  const std::string_view text = body.substr(0, next_anchor);
  if (const auto end = BehindPipe(text, anchor.end, columns, EndsRow, body)) {
    return end;
  }
  if (!is_last) return std::nullopt;  // text may follow the last row
  return BehindPipe(text, anchor.end, columns, EndsLine, body);
}

size_t GuessRowEnd(std::string_view body, const DailyAnchor& anchor,
                   size_t columns, size_t next_anchor) {
  const std::string_view text = body.substr(0, next_anchor);
  const size_t line = text.find("\n|", anchor.end);
  if (line != kNone) return line;
  const auto any = [](std::string_view, size_t) { return true; };
  return BehindPipe(text, anchor.end, columns, any, text).value_or(text.size());
}

}  // namespace offprint
