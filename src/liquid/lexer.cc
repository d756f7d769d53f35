#include "liquid/lexer.h"

#include "base/text.h"
#include "liquid/markup.h"

namespace offprint::liquid {
namespace {

using Kind = Token::Kind;

size_t ComparisonSize(std::string_view rest) {
  for (const std::string_view two : {"==", "!=", "<>", "<=", ">="}) {
    if (rest.starts_with(two)) return 2;
  }
  if (rest[0] == '<' || rest[0] == '>') return 1;
  constexpr std::string_view kContains = "contains";
  if (rest.starts_with(kContains) && rest.size() > kContains.size() &&
      IsSpace(rest[kContains.size()])) {
    return kContains.size();
  }
  return 0;
}

size_t DigitsSize(std::string_view rest, size_t at) {
  size_t end = at;
  while (end < rest.size() && IsAsciiDigit(rest[end])) ++end;
  return end - at;
}

size_t NumberSize(std::string_view rest) {
  size_t end = rest[0] == '-' ? 1 : 0;
  const size_t digits = DigitsSize(rest, end);
  if (digits == 0) return 0;
  end += digits;
  if (end + 1 < rest.size() && rest[end] == '.') {
    const size_t fraction = DigitsSize(rest, end + 1);
    if (fraction > 0) end += 1 + fraction;
  }
  return end;
}

size_t IdSize(std::string_view rest) {
  if (!IsAsciiAlpha(rest[0]) && rest[0] != '_') return 0;
  size_t end = 1;
  while (end < rest.size() && IsNameChar(rest[end])) ++end;
  if (end < rest.size() && rest[end] == '?') ++end;
  return end;
}

Kind SpecialKind(char c) {
  switch (c) {
    case '|':
      return Kind::kPipe;
    case '.':
      return Kind::kDot;
    case ':':
      return Kind::kColon;
    case ',':
      return Kind::kComma;
    case '[':
      return Kind::kOpenSquare;
    case ']':
      return Kind::kCloseSquare;
    case '(':
      return Kind::kOpenRound;
    case ')':
      return Kind::kCloseRound;
    case '?':
      return Kind::kQuestion;
    case '-':
      return Kind::kDash;
    default:
      return Kind::kEnd;
  }
}

// The token at the head of `rest`, which is not empty; kEnd where there is
// none.
Token NextToken(std::string_view rest) {
  if (const size_t size = ComparisonSize(rest)) {
    return {Kind::kComparison, rest.substr(0, size)};
  }
  if (const auto size = QuotedStringEnd(rest, 0)) {
    return {Kind::kString, rest.substr(0, *size)};
  }
  if (const size_t size = NumberSize(rest)) {
    return {Kind::kNumber, rest.substr(0, size)};
  }
  if (const size_t size = IdSize(rest)) {
    return {Kind::kId, rest.substr(0, size)};
  }
  if (rest.starts_with("..")) return {Kind::kDotDot, rest.substr(0, 2)};
  return {SpecialKind(rest[0]), rest.substr(0, 1)};
}

}  // namespace

bool Tokenize(std::string_view markup, std::vector<Token>* tokens,
              std::string* error) {
  tokens->clear();
  size_t at = SkipSpace(markup, 0);
  while (at < markup.size()) {
    const Token token = NextToken(markup.substr(at));
    if (token.kind == Kind::kEnd) {
      size_t next = at;
      NextCodePoint(markup, &next);
      *error =
          "unexpected character " + std::string(markup.substr(at, next - at));
      return false;
    }
    tokens->push_back(token);
    at = SkipSpace(markup, at + token.text.size());
  }
  tokens->push_back({Kind::kEnd, {}});
  return true;
}

}  // namespace offprint::liquid
