#include "liquid/smartify.h"

#include <optional>

#include "base/text.h"
#include "liquid/markup.h"

namespace offprint::liquid {
namespace {

struct Symbol {
  std::string_view written;
  std::string_view shown;
};

// The longer ones first.
constexpr Symbol kSymbols[] = {
    {"---", "—"},         {"--", "–"},          {"...", "…"},
    {"\\<<", "&lt;&lt;"}, {"\\>>", "&gt;&gt;"}, {"<< ", "«\u00a0"},
    {" >>", "\u00a0»"},   {"<<", "«"},          {">>", "»"}};

constexpr bool IsQuote(char c) { return c == '"' || c == '\''; }

constexpr bool IsPunctuation(char c) {
  return (c >= '!' && c <= '/' && c != '&') || (c >= ':' && c <= '@') ||
         (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::string_view Opening(char quote) { return quote == '"' ? "“" : "‘"; }
std::string_view Closing(char quote) { return quote == '"' ? "”" : "’"; }

class Typographer {
 public:
  Typographer(std::string_view text, std::string* out)
      : text_(text), out_(*out) {}

  void Run() {
    while (at_ < text_.size()) {
      if (AppendSymbol() || AppendTag() || AppendReference()) {
        plain_from_ = at_;
      } else if (IsQuote(text_[at_])) {
        AppendQuote();
        plain_from_ = at_;
      } else {
        AppendPlain();
      }
    }
  }

 private:
  char At(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool IsWordAt(size_t at) const {
    return IsWordChar(At(at)) || static_cast<unsigned char>(At(at)) >= 0x80;
  }

  bool AppendSymbol() {
    for (const Symbol& symbol : kSymbols) {
      if (!text_.substr(at_).starts_with(symbol.written)) continue;
      out_.append(symbol.shown);
      at_ += symbol.written.size();
      return true;
    }
    return false;
  }

  bool AppendTag() {
    if (At(at_) != '<') return false;
    const char next = At(at_ + 1);
    if (!IsAsciiAlpha(next) && next != '/' && next != '!') return false;
    const size_t end = text_.find('>', at_);
    if (end == std::string_view::npos) return false;
    out_.append(text_, at_, end + 1 - at_);
    at_ = end + 1;
    return true;
  }

  bool AppendReference() {
    if (At(at_) != '&') return false;
    size_t end = at_ + 1;
    if (At(end) == '#') ++end;
    const size_t name = end;
    while (IsAsciiAlpha(At(end)) || IsAsciiDigit(At(end))) ++end;
    if (end == name || At(end) != ';') return false;
    out_.append(text_, at_, end + 1 - at_);
    at_ = end + 1;
    return true;
  }

  void AppendPlain() {
    const char c = text_[at_++];
    if (c == '<') {
      out_.append("&lt;");
    } else if (c == '>') {
      out_.append("&gt;");
    } else if (c == '&') {
      out_.append("&amp;");
    } else {
      out_.push_back(c);
    }
  }

  // kramdown's SQ_RULES, in their order. What stands before the quote counts
  // only where it is plain text.
  void AppendQuote() {
    const char quote = text_[at_];
    std::optional<char> before;
    if (at_ > plain_from_ && text_[at_ - 1] != '\\') before = text_[at_ - 1];
    const char next = At(at_ + 1);
    if (!before && ClosesAlone(next)) {
      Put(Closing(quote));
    } else if (!before && (next == '_' || next == '*')) {
      Put(Opening(quote));
    } else if ((!before || IsSpace(*before)) && IsQuote(next) &&
               next != quote && IsWordAt(at_ + 2)) {
      Put(Opening(quote));
      Put(Opening(next));
    } else if (quote == '\'' && (!before || IsSpace(*before)) &&
               IsAsciiDigit(next) && IsAsciiDigit(At(at_ + 2)) &&
               At(at_ + 3) == 's') {
      Put(Closing(quote));
    } else if (before && IsSpace(*before) && IsWordAt(at_ + 1)) {
      Put(Opening(quote));
    } else if (before && Closes(*before)) {
      Put(Closing(quote));
    } else if (!before && EndsWord(next)) {
      Put(Closing(quote));
    } else {
      Put(Opening(quote));
    }
  }

  void Put(std::string_view shown) {
    out_.append(shown);
    ++at_;
  }

  static bool Closes(char before) {
    return std::string_view(" \\\t\r\n[{(-").find(before) ==
           std::string_view::npos;
  }

  // Before punctuation that no word follows.
  bool ClosesAlone(char next) const {
    return IsPunctuation(next) && text_.substr(at_ + 2, 2) != ".." &&
           !IsWordAt(at_ + 2);
  }

  bool EndsWord(char next) const {
    return next == '\0' || IsSpace(next) || (next == 's' && !IsWordAt(at_ + 2));
  }

  std::string_view text_;
  std::string& out_;
  size_t at_ = 0;
  size_t plain_from_ = 0;
};

}  // namespace

void AppendSmart(std::string_view text, std::string* out) {
  Typographer(text, out).Run();
}

}  // namespace offprint::liquid
