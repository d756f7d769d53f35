#include "markdown/protected_text.h"

#include <algorithm>

#include "base/text.h"
#include "markdown/characters.h"
#include "markdown/delimiter_run.h"
#include "markdown/noncharacters.h"
#include "markdown/tex.h"
#include "markdown/url.h"

namespace offprint {
namespace {

// The third byte of the noncharacters:
constexpr char kSpanBegin = '\x90';  // then the digits of a span's number,
constexpr char kSpanEnd = '\x91';    // then this
constexpr char kStrikeMark = '\x93';
constexpr char kDigitZero = '\xA0';  // of sixteen

constexpr std::string_view kBeforeStrikeMark = "<s x=\"";
constexpr std::string_view kAfterStrikeMark = "\">";

constexpr size_t kDigits = 8;
constexpr size_t kSpanSize = 3 * (kDigits + 2);

constexpr std::ptrdiff_t kMostCells = 100;

bool IsDropped(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') ||
         c == 0x7F;
}

// Whether emphasis is meant to work between the two, although there is no
// blank: one is punctuation, the other part of a word, and one is Chinese.
bool NeedsLetter(char32_t punctuation, char32_t word) {
  if (!IsWordy(word)) return false;
  return IsCjkPunctuation(punctuation) ||
         (IsAsciiPunctuation(punctuation) && word >= 0x2E80);
}

bool HasOverwideLine(std::string_view text) {
  return std::ranges::any_of(Split(text, '\n'), [](std::string_view line) {
    return std::ranges::count(line, '|') > kMostCells;
  });
}

// Whether one of the Take… functions may do something at the byte: most text
// has none, and is copied in runs.
bool MayBeTaken(char c) {
  switch (c) {
    case '$':
    case '\\':
    case '`':
    case 'h':
    case 'H':
    case '<':
    case '~':
    case '*':
      return true;
    default:
      return c == kNoncharacterLead[0] || IsDropped(c);
  }
}

}  // namespace

ProtectedText::ProtectedText(std::string_view markdown)
    : has_overwide_line_(HasOverwideLine(markdown)) {
  text_.reserve(markdown.size() + markdown.size() / 8);
  for (size_t at = 0; at < markdown.size();) {
    const bool taken = TakeTex(markdown, &at) || TakeCode(markdown, &at) ||
                       TakeUrl(markdown, &at) || TakeMark(markdown, &at);
    if (taken) continue;
    size_t end = at + 1;
    while (end < markdown.size() && !MayBeTaken(markdown[end])) ++end;
    text_.append(markdown, at, end - at);
    at = end;
  }
}

bool ProtectedText::TakeTex(std::string_view markdown, size_t* at) {
  if (markdown[*at] != '$' && markdown[*at] != '\\') return false;
  const size_t length = TexSpanLength(markdown, *at);
  if (length == 0) return false;
  text_.append(kNoncharacterLead) += kSpanBegin;
  for (size_t left = kDigits; left-- > 0;) {
    const size_t digit = spans_.size() >> 4 * left & 15;
    text_.append(kNoncharacterLead) +=
        static_cast<char>(kDigitZero + static_cast<int>(digit));
  }
  text_.append(kNoncharacterLead) += kSpanEnd;
  spans_.push_back(markdown.substr(*at, length));
  *at += length;
  return true;
}

// `code`, or what stands between two fences, is as it is.
bool ProtectedText::TakeCode(std::string_view markdown, size_t* at) {
  if (markdown[*at] != '`') return false;
  const size_t end = CodeSpanEnd(markdown, *at);
  Copy(markdown.substr(*at, end - *at));
  *at = end;
  return true;
}

bool ProtectedText::TakeUrl(std::string_view markdown, size_t* at) {
  if (markdown[*at] != 'h' && markdown[*at] != 'H') return false;
  const size_t length = BareUrlLength(markdown, *at);
  if (length == 0) return false;
  text_.append(markdown, *at, length);
  *at += length;
  return true;
}

bool ProtectedText::TakeMark(std::string_view markdown, size_t* at) {
  const char c = markdown[*at];
  if (c == '\\' && IsAsciiPunctuation(CodePointAt(markdown, *at + 1))) {
    text_.append(markdown, *at, 2);
    *at += 2;
  } else if (c == '$' && RunLength(markdown, *at) > 1) {
    const size_t length = RunLength(markdown, *at);
    text_.append(markdown, *at, length);
    *at += length;
  } else if (c == '<') {
    text_.append(kInvisibleLetter) += c;
    ++*at;
  } else if (c == '~') {
    TakeTildes(markdown, at);
  } else if (c == '*') {
    TakeStars(markdown, at);
  } else if (IsNoncharacter(markdown, *at)) {
    *at += 3;
  } else if (IsDropped(c)) {
    ++*at;
  } else {
    return false;
  }
  return true;
}

void ProtectedText::TakeTildes(std::string_view markdown, size_t* at) {
  const size_t length = RunLength(markdown, *at);
  const bool stands_alone = IsBlank(CodePointBefore(markdown, *at)) &&
                            IsBlank(CodePointAt(markdown, *at + length));
  if (length == 2 && !stands_alone) {
    text_.append(kInvisibleLetter).append(kStrike).append(kInvisibleLetter);
  } else {
    text_.append(length, '~');
  }
  *at += length;
}

void ProtectedText::TakeStars(std::string_view markdown, size_t* at) {
  const size_t length = RunLength(markdown, *at);
  const char32_t before = CodePointBefore(markdown, *at);
  const char32_t after = CodePointAt(markdown, *at + length);
  if (NeedsLetter(before, after)) text_.append(kInvisibleLetter);
  text_.append(length, '*');
  if (NeedsLetter(after, before)) text_.append(kInvisibleLetter);
  *at += length;
}

void ProtectedText::Copy(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size(); ++at) {
    if (IsNoncharacter(bytes, at)) {
      at += 2;
    } else if (!IsDropped(bytes[at])) {
      text_ += bytes[at];
    }
  }
}

void ProtectedText::Restore(std::string_view from_cmark,
                            std::string* out) const {
  size_t at = 0;
  for (size_t next; (next = from_cmark.find(kNoncharacterLead, at)) !=
                    std::string_view::npos;) {
    out->append(from_cmark, at, next - at);
    at = next;
    if (IsNoncharacter(from_cmark, at)) {
      at += RestoreStandIn(from_cmark.substr(at), out);
    } else {
      out->append(kNoncharacterLead);
      at += kNoncharacterLead.size();
    }
  }
  out->append(from_cmark, at);
}

size_t ProtectedText::RestoreStandIn(std::string_view stand_in,
                                     std::string* out) const {
  const char mark = stand_in[2];
  if (mark == kStrikeMark && out->ends_with(kBeforeStrikeMark) &&
      stand_in.substr(3).starts_with(kAfterStrikeMark)) {
    out->resize(out->size() - kBeforeStrikeMark.size());
    out->append("~~");
    return 3 + kAfterStrikeMark.size();
  }
  if (mark != kSpanBegin || stand_in.size() < kSpanSize) return 3;
  size_t number = 0;
  for (size_t at = 3; at + 3 < kSpanSize; at += 3) {
    number =
        number << 4 | static_cast<size_t>((stand_in[at + 2] - kDigitZero) & 15);
  }
  if (number < spans_.size()) out->append(spans_[number]);
  return kSpanSize;
}

std::string ProtectedText::Restored(std::string_view from_cmark) const {
  std::string out;
  Restore(from_cmark, &out);
  return out;
}

}  // namespace offprint
