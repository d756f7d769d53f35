#include "data/json_parser.h"

#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"

namespace offprint::data {
namespace {

// Lists and mappings in each other go no deeper.
constexpr int kMaxDepth = 500;

class JsonParser {
 public:
  explicit JsonParser(std::string_view text) : text_(text) {}

  // The value, or nothing with the reason in error().
  std::optional<Value> Parse() {
    Value value = ParseValue(0);
    SkipBlanks();
    if (at_ < text_.size()) Fail("there is more behind the value");
    if (error_ != nullptr) return std::nullopt;
    return value;
  }

  const char* error() const { return error_; }
  size_t error_at() const { return error_at_; }

 private:
  void Fail(const char* reason) {
    if (error_ != nullptr) return;
    error_ = reason;
    error_at_ = at_;
  }

  void SkipBlanks() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) !=
                                     std::string_view::npos) {
      if (text_[at_++] != '\n') continue;
      ++line_;
      line_start_ = at_;
    }
  }

  bool Accept(char c) {
    SkipBlanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void Expect(char c, const char* reason) {
    if (!Accept(c)) Fail(reason);
  }

  bool AcceptWord(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  Value ParseValue(int depth) {
    SkipBlanks();
    if (depth > kMaxDepth) Fail("values are nested too deep");
    if (error_ != nullptr) return Value();
    if (at_ >= text_.size()) {
      Fail("a value is missing");
      return Value();
    }
    const Mark mark = {line_, static_cast<int>(at_ - line_start_) + 1};
    Value value = ParseUnmarked(depth);
    value.mark = mark;
    return value;
  }

  Value ParseUnmarked(int depth) {
    if (Accept('{')) return ParseObject(depth);
    if (Accept('[')) return ParseArray(depth);
    if (Accept('"')) return Value(ParseString());
    if (AcceptWord("true")) return Value(true);
    if (AcceptWord("false")) return Value(false);
    if (AcceptWord("null")) return Value();
    return ParseNumber();
  }

  Value ParseObject(int depth) {
    Object object;
    if (Accept('}')) return Value(std::move(object));
    do {
      Expect('"', "a key in double quotes is missing");
      std::string key = ParseString();
      Expect(':', "\":\" is missing");
      object.Set(std::move(key), ParseValue(depth + 1));
    } while (error_ == nullptr && Accept(','));
    Expect('}', "\"}\" is missing");
    return Value(std::move(object));
  }

  Value ParseArray(int depth) {
    Array array;
    if (Accept(']')) return Value(std::move(array));
    do {
      array.push_back(ParseValue(depth + 1));
    } while (error_ == nullptr && Accept(','));
    Expect(']', "\"]\" is missing");
    return Value(std::move(array));
  }

  Value ParseNumber() {
    size_t end = at_;
    bool whole = true;
    while (end < text_.size()) {
      const char c = text_[end];
      if (c == '.' || c == 'e' || c == 'E' || c == '+') whole = false;
      if (!IsAsciiDigit(c) && c != '-' && c != '.' && c != 'e' && c != 'E' &&
          c != '+') {
        break;
      }
      ++end;
    }
    const char* first = text_.data() + at_;
    const char* last = text_.data() + end;
    int64_t integer = 0;
    if (whole) {
      const auto result = std::from_chars(first, last, integer);
      if (result.ec == std::errc() && result.ptr == last && first != last) {
        at_ = end;
        return Value(integer);
      }
    }
    double number = 0;
    const auto result = std::from_chars(first, last, number);
    if (result.ptr != last || first == last) Fail("a value is missing");
    at_ = end;
    return Value(number);
  }

  std::optional<char32_t> HexDigits() {
    unsigned value = 0;
    const std::string_view digits = text_.substr(at_, 4);
    const auto result = std::from_chars(
        digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.size() < 4 || result.ptr != digits.data() + 4) {
      Fail("four hexadecimal digits must follow \\u");
      return std::nullopt;
    }
    at_ += 4;
    return static_cast<char32_t>(value);
  }

  void ParseUnicode(std::string* out) {
    auto c = HexDigits();
    if (!c) return;
    if (*c >= 0xD800 && *c < 0xDC00 && AcceptWord("\\u")) {
      const auto low = HexDigits();
      if (!low) return;
      c = 0x10000 + ((*c - 0xD800) << 10) + ((*low - 0xDC00) & 0x3FF);
    }
    if (*c >= 0xD800 && *c < 0xE000) c = 0xFFFD;
    AppendUtf8(*c, out);
  }

  void ParseEscape(std::string* out) {
    if (at_ >= text_.size()) return;
    switch (const char c = text_[at_++]) {
      case 'b':
        out->push_back('\b');
        break;
      case 'f':
        out->push_back('\f');
        break;
      case 'n':
        out->push_back('\n');
        break;
      case 'r':
        out->push_back('\r');
        break;
      case 't':
        out->push_back('\t');
        break;
      case 'u':
        ParseUnicode(out);
        break;
      case '"':
      case '\\':
      case '/':
        out->push_back(c);
        break;
      default:
        Fail("there is no such escape");
    }
  }

  std::string ParseString() {
    std::string text;
    while (error_ == nullptr) {
      if (at_ >= text_.size()) {
        Fail("a text is not closed");
        break;
      }
      const char c = text_[at_++];
      if (c == '"') break;
      if (c == '\\') {
        ParseEscape(&text);
      } else {
        text.push_back(c);
      }
    }
    return text;
  }

  std::string_view text_;
  size_t at_ = 0;
  int line_ = 1;
  size_t line_start_ = 0;
  const char* error_ = nullptr;
  size_t error_at_ = 0;
};

}  // namespace

Value ParseJson(std::string_view text, const std::string& file,
                Diagnostics& diagnostics) {
  JsonParser parser(text);
  std::optional<Value> value = parser.Parse();
  if (value) return std::move(*value);
  const std::string_view before = text.substr(0, parser.error_at());
  SourceLocation where{file, 1, 1};
  for (const char c : before) {
    ++where.column;
    if (c != '\n') continue;
    ++where.line;
    where.column = 1;
  }
  diagnostics.Error(where, std::string("not JSON: ") + parser.error());
  return Value();
}

}  // namespace offprint::data
