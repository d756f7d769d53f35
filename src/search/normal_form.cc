// Most texts are ASCII, Han and a few marks, whose normal form is known without
// a table. The rest goes through Unicode's tables in runs; a run begins with
// the code point before it, which a combining mark might join.
#include "search/normal_form.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"

namespace offprint::search {
namespace {

// Whether its normal form is itself whatever stands around it, but for a mark
// behind it.
bool IsPlain(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3001 || c == 0x3002 ||
         (c >= 0x2013 && c <= 0x2014) || (c >= 0x2018 && c <= 0x2019) ||
         (c >= 0x201C && c <= 0x201D);
}

// From U+FF01 on the printable characters of ASCII stand once more, in full
// width.
bool IsFullWidth(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E; }

char LowerAscii(char32_t c) {
  return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
}

class Normaliser {
 public:
  explicit Normaliser(std::string_view text) : text_(text) {
    out_.reserve(text.size());
  }

  std::string Run() {
    while (at_ < text_.size()) {
      const size_t begin = at_;
      const char32_t c = NextCodePoint(text_, &at_);
      if (!IsFast(c)) {
        TakeSlowRun();
        continue;
      }
      before_ = {begin, out_.size(), gap_};
      PutFast(c, text_.substr(begin, at_ - begin));
    }
    return std::move(out_);
  }

 private:
  // Where the last code point was read and written.
  struct Step {
    size_t read = 0;
    size_t written = 0;
    bool gap = false;
  };

  static bool IsFast(char32_t c) {
    return c < 0x80 || IsPlain(c) || IsFullWidth(c);
  }

  void PutFast(char32_t c, std::string_view bytes) {
    if (IsWhiteSpace(c)) {
      gap_ = !out_.empty();
      return;
    }
    PutGap();
    if (IsPlain(c)) {
      out_.append(bytes);
    } else {
      out_.push_back(LowerAscii(IsFullWidth(c) ? c - 0xFEE0 : c));
    }
  }

  // Goes back to the code point before, and on to the next that is fast.
  void TakeSlowRun() {
    out_.resize(before_.written);
    gap_ = before_.gap;
    const size_t begin = before_.read;
    size_t end = at_;
    while (end < text_.size()) {
      size_t next = end;
      if (IsFast(NextCodePoint(text_, &next))) break;
      end = next;
    }
    const std::string_view run = text_.substr(begin, end - begin);
    folded_.clear();
    if (!AppendNfkcCasefold(run, &folded_)) folded_ = run;
    for (size_t at = 0; at < folded_.size();) {
      const size_t start = at;
      const char32_t c = NextCodePoint(folded_, &at);
      if (IsWhiteSpace(c)) {
        gap_ = !out_.empty();
      } else {
        PutGap();
        out_.append(folded_, start, at - start);
      }
    }
    at_ = end;
    before_ = {end, out_.size(), gap_};
  }

  void PutGap() {
    if (gap_) out_.push_back(' ');
    gap_ = false;
  }

  std::string_view text_;
  std::string out_;
  std::string folded_;
  size_t at_ = 0;
  bool gap_ = false;  // whether a blank is due before the next code point
  Step before_;
};

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array kUnspaced = {
    Range{0x1100, 0x11FF}, Range{0x2E80, 0x2FDF}, Range{0x3005, 0x3007},
    Range{0x3021, 0x3029}, Range{0x3031, 0x3035}, Range{0x303B, 0x303B},
    Range{0x3041, 0x3096}, Range{0x3099, 0x309A}, Range{0x309D, 0x309F},
    Range{0x30A1, 0x30FA}, Range{0x30FC, 0x30FF}, Range{0x3105, 0x312F},
    Range{0x3131, 0x318E}, Range{0x31A0, 0x31BF}, Range{0x31F0, 0x31FF},
    Range{0x3400, 0x4DBF}, Range{0x4E00, 0x9FFF}, Range{0xA960, 0xA97F},
    Range{0xAC00, 0xD7FF}, Range{0xF900, 0xFAFF}, Range{0x20000, 0x3FFFF},
};

}  // namespace

bool IsWhiteSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::string NormalForm(std::string_view text) { return Normaliser(text).Run(); }

CharClass ClassOf(char32_t c) {
  if (c < 0x80) {
    const bool word = IsAsciiAlpha(static_cast<char>(c)) ||
                      IsAsciiDigit(static_cast<char>(c));
    return word ? CharClass::kWord : CharClass::kOther;
  }
  const auto range = std::ranges::lower_bound(kUnspaced, c, {}, &Range::last);
  if (range != kUnspaced.end() && c >= range->first) {
    return CharClass::kUnspaced;
  }
  return IsWordCharacter(c) ? CharClass::kWord : CharClass::kOther;
}

}  // namespace offprint::search
