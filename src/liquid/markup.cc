#include "liquid/markup.h"

#include "base/text.h"

namespace offprint::liquid {
namespace {

constexpr bool IsQuote(char c) { return c == '"' || c == '\''; }

// The end of one piece of an unquoted fragment: a character or a quoted text.
std::optional<size_t> PieceEnd(std::string_view text, size_t at) {
  if (at >= text.size()) return std::nullopt;
  const char c = text[at];
  if (IsQuote(c)) return QuotedStringEnd(text, at);
  if (IsSpace(c) || c == ',' || c == '|') return std::nullopt;
  return at + 1;
}

// The end of "\(?[\w\-.\[\]]\)?" at `at`.
std::optional<size_t> SignaturePieceEnd(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == '(') ++at;
  if (at >= text.size()) return std::nullopt;
  const char c = text[at];
  if (!IsNameChar(c) && c != '.' && c != '[' && c != ']') return std::nullopt;
  ++at;
  if (at < text.size() && text[at] == ')') ++at;
  return at;
}

}  // namespace

std::string Excerpt(std::string_view token) {
  constexpr size_t kLongest = 60;
  token = token.substr(0, token.find('\n'));
  if (token.size() <= kLongest) return std::string(token);
  return RepairUtf8(token.substr(0, kLongest)) + "…";
}

size_t SkipSpace(std::string_view text, size_t at) {
  while (at < text.size() && IsSpace(text[at])) ++at;
  return at;
}

std::optional<size_t> QuotedStringEnd(std::string_view text, size_t at) {
  if (at >= text.size() || !IsQuote(text[at])) return std::nullopt;
  const size_t end = text.find(text[at], at + 1);
  if (end == std::string_view::npos) return std::nullopt;
  return end + 1;
}

std::optional<size_t> FragmentEnd(std::string_view text, size_t at) {
  if (at >= text.size()) return std::nullopt;
  if (IsQuote(text[at])) return QuotedStringEnd(text, at);
  std::optional<size_t> end;
  while (const auto next = PieceEnd(text, end.value_or(at))) end = next;
  return end;
}

std::vector<size_t> FragmentEnds(std::string_view text, size_t at) {
  std::vector<size_t> pieces;
  size_t end = at;
  while (const auto next = PieceEnd(text, end)) {
    end = *next;
    pieces.push_back(end);
  }
  std::vector<size_t> ends(pieces.rbegin(), pieces.rend());
  if (const auto quoted = QuotedStringEnd(text, at)) {
    ends.insert(ends.begin(), *quoted);
  }
  return ends;
}

std::optional<Match> FindFragment(std::string_view text, size_t at) {
  for (; at < text.size(); ++at) {
    if (const auto end = FragmentEnd(text, at)) return Match{at, *end};
  }
  return std::nullopt;
}

std::optional<Match> FindSignature(std::string_view text, size_t at) {
  for (; at < text.size(); ++at) {
    std::optional<size_t> end;
    while (const auto next = SignaturePieceEnd(text, end.value_or(at))) {
      end = next;
    }
    if (end) return Match{at, *end};
  }
  return std::nullopt;
}

std::vector<Attribute> FindAttributes(std::string_view text) {
  std::vector<Attribute> attributes;
  size_t at = 0;
  while (at < text.size()) {
    size_t name_end = at;
    while (name_end < text.size() && IsWordChar(text[name_end])) ++name_end;
    const size_t colon = SkipSpace(text, name_end);
    if (name_end == at || colon >= text.size() || text[colon] != ':') {
      at = name_end == at ? at + 1 : name_end;
      continue;
    }
    const size_t value = SkipSpace(text, colon + 1);
    const auto end = FragmentEnd(text, value);
    if (!end) {
      at = name_end;
      continue;
    }
    attributes.push_back(
        {text.substr(at, name_end - at), text.substr(value, *end - value)});
    at = *end;
  }
  return attributes;
}

}  // namespace offprint::liquid
