#include "markdown/kramdown_spans.h"

#include <algorithm>
#include <utility>

#include "markdown/characters.h"
#include "markdown/delimiter_run.h"
#include "markdown/kramdown_stand_in.h"
#include "markdown/noncharacters.h"

namespace offprint {
namespace {

// Whether "*" between the two is emphasis in kramdown, but not in CommonMark.
bool NeedsLetterBetween(char32_t punctuation, char32_t word) {
  return IsWordy(word) &&
         (IsAsciiPunctuation(punctuation) || IsCjkPunctuation(punctuation));
}

// Goes over the text and puts stand-ins into it.
class SpanReader {
 public:
  SpanReader(std::string_view text, KramdownSource* source)
      : text_(text), source_(*source) {}

  std::string Run() {
    while (at_ < text_.size()) {
      if (SkipCode() || TakeMath() || TakeFootnote() || TakeStars()) continue;
      const char c = text_[at_];
      if (text_.substr(at_).starts_with("\\\\\n")) ++at_;  // a line break
      const size_t size = c == '\\' && at_ + 1 < text_.size() ? 2 : 1;
      out_ += text_.substr(at_, size);
      at_ += size;
    }
    return std::move(out_);
  }

 private:
  bool SkipCode() {
    if (text_[at_] != '`') return false;
    const size_t end = CodeSpanEnd(text_, at_);
    out_ += text_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  bool TakeMath() {
    if (!text_.substr(at_).starts_with("$$")) return false;
    const size_t end = text_.find("$$", at_ + 2);
    if (end == std::string_view::npos || end == at_ + 2) return false;
    const std::string_view inside = text_.substr(at_ + 2, end - at_ - 2);
    if (inside.find("\n\n") != std::string_view::npos) return false;
    AppendStandIn(StandIn::Kind::kMath, source_.math.size(), &out_);
    source_.math.emplace_back(inside);
    // The lines keep their numbers.
    lost_lines_ += static_cast<size_t>(std::ranges::count(inside, '\n'));
    at_ = end + 2;
    while (lost_lines_ > 0 && text_.substr(at_).starts_with('\n')) {
      out_.append(lost_lines_, '\n');
      lost_lines_ = 0;
    }
    return true;
  }

  bool TakeFootnote() {
    if (!text_.substr(at_).starts_with("[^")) return false;
    constexpr size_t kLongestName = 200;
    const size_t length = text_.substr(at_, kLongestName).find(']');
    if (length == std::string_view::npos) return false;
    const size_t end = at_ + length;
    const std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
    for (size_t i = 0; i < source_.footnotes.size(); ++i) {
      if (source_.footnotes[i].name != name) continue;
      AppendStandIn(StandIn::Kind::kFootnote, i, &out_);
      at_ = end + 1;
      return true;
    }
    return false;
  }

  bool TakeStars() {
    if (text_[at_] != '*') return false;
    const size_t size = RunLength(text_, at_);
    const char32_t before = CodePointBefore(text_, at_);
    const char32_t after = CodePointAt(text_, at_ + size);
    if (NeedsLetterBetween(before, after)) out_ += kInvisibleLetter;
    out_.append(size, '*');
    if (NeedsLetterBetween(after, before)) out_ += kInvisibleLetter;
    at_ += size;
    return true;
  }

  std::string_view text_;
  KramdownSource& source_;
  std::string out_;
  size_t at_ = 0;
  size_t lost_lines_ = 0;
};

}  // namespace

std::string ReadKramdownSpans(std::string_view text, KramdownSource* source) {
  return SpanReader(text, source).Run();
}

}  // namespace offprint
