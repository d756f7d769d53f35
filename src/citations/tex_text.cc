// assets/cite.js of the default theme writes the same; tests/citations holds
// both to that.
#include "citations/tex_text.h"

#include <algorithm>

#include "base/text.h"
#include "citations/math_commands.h"

namespace offprint {
namespace {

bool Contains(std::string_view characters, char c) {
  return characters.find(c) != std::string_view::npos;
}

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool IsAlnum(char c) { return IsAsciiAlpha(c) || IsAsciiDigit(c); }

char At(std::string_view text, size_t at) {
  return at < text.size() ? text[at] : '\0';
}

size_t RunEnd(std::string_view text, size_t at, bool (*belongs)(char)) {
  while (at < text.size() && belongs(text[at])) ++at;
  return at;
}

bool HasPairedBraces(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) return false;
  }
  return depth == 0;
}

// How single characters of one text are escaped.
class Escaping {
 public:
  explicit Escaping(std::string_view text)
      : has_paired_braces_(HasPairedBraces(text)) {}

  void Append(char c, std::string* out) const {
    if (c == '\\') {
      *out += "\\textbackslash{}";
    } else if (c == '~') {
      *out += "\\textasciitilde{}";
    } else if (c == '^') {
      *out += "\\textasciicircum{}";
    } else if (c == '{' && !has_paired_braces_) {
      *out += "\\textbraceleft{}";
    } else if (c == '}' && !has_paired_braces_) {
      *out += "\\textbraceright{}";
    } else {
      if (Contains("&%$#_{}", c)) *out += '\\';
      *out += c;
    }
  }

 private:
  const bool has_paired_braces_;
};

// Whether the words behind the first one, short ones left out, mostly begin
// small.
bool IsSentenceCase(std::string_view title) {
  int small = 0;
  int capital = 0;
  size_t number = 0;
  for (const std::string_view word : Split(title, ' ')) {
    if (number++ == 0 || RunEnd(word, 0, IsAsciiAlpha) < 4) continue;
    ++(IsCapital(word[0]) ? capital : small);
  }
  return small > capital;
}

bool NeedsBraces(std::string_view run, bool within_sentence) {
  const auto is_capital = [](char c) { return IsCapital(c); };
  if (std::ranges::none_of(run, is_capital)) return false;
  if (std::ranges::any_of(run.substr(1), is_capital)) return true;
  if (std::ranges::any_of(run, [](char c) { return IsAsciiDigit(c); })) {
    return true;
  }
  return within_sentence || (run.size() == 1 && run != "A");
}

// Whether a sentence begins at text[at]: at the front or behind ": ".
bool BeginsSentence(std::string_view text, size_t at) {
  return at == 0 ||
         (at > 1 && text[at - 1] == ' ' && Contains(":.?!", text[at - 2]));
}

// Whether the command at text[at], a backslash, is one of mathematics; its
// length, else 0.
size_t MathCommand(std::string_view text, size_t at) {
  const size_t end = RunEnd(text, at + 1, IsAsciiAlpha);
  if (end == at + 1) {
    return Contains(",;:! {}|_%&#", At(text, end)) && end < text.size() ? 2 : 0;
  }
  return IsMathCommand(text.substr(at + 1, end - at - 1)) ? end - at : 0;
}

}  // namespace

size_t MathSpan(std::string_view text, size_t at) {
  if (Contains(" $", At(text, at + 1)) || at + 1 >= text.size()) return 0;
  int depth = 0;
  size_t i = at + 1;
  while (i < text.size() && text[i] != '$') {
    size_t length = 1;
    if (text[i] == '\\') {
      length = MathCommand(text, i);
      if (length == 0) return 0;
    } else if (Contains("%#&~", text[i])) {
      return 0;
    } else if (text[i] == '^' && At(text, i + 1) == '^') {
      return 0;  // ^^5c is a backslash
    } else if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}' && --depth < 0) {
      return 0;
    }
    // BibTeX counts these two, escaped or not.
    if (length == 2 && text[i + 1] == '{') ++depth;
    if (length == 2 && text[i + 1] == '}' && --depth < 0) return 0;
    i += length;
  }
  const bool is_good = i < text.size() && depth == 0 && text[i - 1] != ' ' &&
                       !IsAsciiDigit(At(text, i + 1));
  return is_good ? i + 1 - at : 0;
}

std::string TexText(std::string_view text) {
  std::string out;
  const Escaping escaping(text);
  for (const char c : text) escaping.Append(c, &out);
  return out;
}

std::string TexTitle(std::string_view title) {
  std::string out;
  const Escaping escaping(title);
  const bool is_sentence = IsSentenceCase(title);
  for (size_t at = 0; at < title.size();) {
    size_t length = title[at] == '$' ? MathSpan(title, at) : 0;
    bool has_braces = length > 0;
    if (IsAlnum(title[at])) {
      length = RunEnd(title, at, IsAlnum) - at;
      has_braces = NeedsBraces(title.substr(at, length),
                               is_sentence && !BeginsSentence(title, at));
    }
    if (length == 0) {
      escaping.Append(title[at++], &out);
      continue;
    }
    if (has_braces) out += '{';
    out += title.substr(at, length);
    if (has_braces) out += '}';
    at += length;
  }
  return out;
}

}  // namespace offprint
