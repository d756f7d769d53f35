#include "check/css_links.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/text.h"

namespace offprint {
namespace {

constexpr int kMostHexDigits = 6;

bool IsNamePart(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class CssScanner {
 public:
  CssScanner(std::string_view css,
             const std::function<void(std::string, size_t)>& each)
      : css_(css), each_(each) {}

  void Run() {
    while (at_ < css_.size()) {
      const char c = css_[at_];
      if (css_.substr(at_).starts_with("/*")) {
        const size_t end = css_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? css_.size() : end + 2;
      } else if (c == '"' || c == '\'') {
        TakeText();
      } else if (c == '@') {
        ++at_;
        rule_ = AsciiLower(TakeName());
      } else if (IsNamePart(c) || c == '\\') {
        TakeWord();
      } else {
        if (c == ';' || c == '{' || c == '}') rule_.clear();
        ++at_;
      }
    }
  }

 private:
  void TakeText() {
    const size_t begin = at_ + 1;
    std::string text = ReadQuoted();
    // The first text of @import is its address; the rest are conditions.
    if (rule_ == "import") Give(std::move(text), begin);
  }

  void TakeWord() {
    const std::string name = AsciiLower(TakeName());
    if (name != "url" || at_ == css_.size() || css_[at_] != '(') return;
    ++at_;
    SkipSpace();
    const bool quoted =
        at_ < css_.size() && (css_[at_] == '"' || css_[at_] == '\'');
    const size_t begin = quoted ? at_ + 1 : at_;
    std::string address = quoted ? ReadQuoted() : ReadBare();
    if (rule_ != "namespace") Give(std::move(address), begin);
  }

  void Give(std::string address, size_t begin) {
    if (rule_ == "import") rule_.clear();
    if (!address.empty() && address[0] != '#') {
      each_(std::move(address), begin);
    }
  }

  std::string TakeName() {
    std::string name;
    while (at_ < css_.size() && (IsNamePart(css_[at_]) || css_[at_] == '\\')) {
      TakeCharacter(&name);
    }
    return name;
  }

  // To the same quote, or, where that is missing, to the line's end.
  std::string ReadQuoted() {
    const char quote = css_[at_++];
    std::string text;
    while (at_ < css_.size() && css_[at_] != quote && css_[at_] != '\n') {
      TakeCharacter(&text);
    }
    at_ = std::min(at_ + 1, css_.size());
    return text;
  }

  std::string ReadBare() {
    std::string address;
    while (at_ < css_.size() && css_[at_] != ')' && !IsSpace(css_[at_])) {
      TakeCharacter(&address);
    }
    return address;
  }

  // One character, or an escape (4.3.7).
  void TakeCharacter(std::string* out) {
    if (css_[at_] != '\\') {
      *out += css_[at_++];
      return;
    }
    ++at_;
    const char* begin = css_.data() + at_;
    const size_t most = std::min<size_t>(kMostHexDigits, css_.size() - at_);
    uint32_t number = 0;
    const char* end = std::from_chars(begin, begin + most, number, 16).ptr;
    if (end != begin) {
      at_ += static_cast<size_t>(end - begin);
      if (at_ < css_.size() && IsSpace(css_[at_])) ++at_;
      const bool is_character = number > 0 && number <= 0x10FFFF &&
                                (number < 0xD800 || number > 0xDFFF);
      AppendUtf8(is_character ? static_cast<char32_t>(number) : 0xFFFD, out);
    } else if (at_ < css_.size()) {
      if (css_[at_] != '\n') *out += css_[at_];  // else the line goes on
      ++at_;
    }
  }

  void SkipSpace() {
    while (at_ < css_.size() && IsSpace(css_[at_])) ++at_;
  }

  std::string_view css_;
  const std::function<void(std::string, size_t)>& each_;
  size_t at_ = 0;
  std::string rule_;  // the name of the at-rule under way
};

}  // namespace

void EachCssAddress(
    std::string_view css,
    const std::function<void(std::string address, size_t offset)>& each) {
  CssScanner(css, each).Run();
}

}  // namespace offprint
