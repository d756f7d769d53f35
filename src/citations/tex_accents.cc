#include "citations/tex_accents.h"

#include <optional>

#include "base/text.h"
#include "base/unicode.h"
#include "citations/tex_text.h"

namespace offprint {
namespace {

// A piece of the text as what it means.
struct Piece {
  std::string letters;
  size_t length = 0;
};

char At(std::string_view text, size_t at) {
  return at < text.size() ? text[at] : '\0';
}

// The combining character of \" and its like; empty for any other.
std::string_view SignMark(char command) {
  switch (command) {
    case '`':
      return "\u0300";
    case '\'':
      return "\u0301";
    case '^':
      return "\u0302";
    case '~':
      return "\u0303";
    case '=':
      return "\u0304";
    case '.':
      return "\u0307";
    case '"':
      return "\u0308";
    default:
      return {};
  }
}

// That of \v{c} and its like.
std::string_view LetterMark(char command) {
  switch (command) {
    case 'u':
      return "\u0306";
    case 'r':
      return "\u030A";
    case 'H':
      return "\u030B";
    case 'v':
      return "\u030C";
    case 'd':
      return "\u0323";
    case 'c':
      return "\u0327";
    case 'k':
      return "\u0328";
    default:
      return {};
  }
}

std::string_view LetterOf(std::string_view command) {
  struct Letter {
    std::string_view command;
    std::string_view letter;
  };
  constexpr Letter kLetters[] = {
      {"AA", "Å"}, {"AE", "Æ"}, {"L", "Ł"},  {"O", "Ø"}, {"OE", "Œ"},
      {"aa", "å"}, {"ae", "æ"}, {"i", "ı"},  {"j", "ȷ"}, {"l", "ł"},
      {"o", "ø"},  {"oe", "œ"}, {"ss", "ß"},
  };
  for (const Letter& letter : kLetters) {
    if (letter.command == command) return letter.letter;
  }
  return {};
}

// What an accent stands over, from text[at] on: a letter, \i or \j.
std::optional<Piece> ReadBase(std::string_view text, size_t at) {
  const char c = At(text, at);
  if (IsAsciiAlpha(c)) return Piece{std::string(1, c), 1};
  const char dotless = At(text, at + 1);
  if (c == '\\' && (dotless == 'i' || dotless == 'j') &&
      !IsAsciiAlpha(At(text, at + 2))) {
    return Piece{std::string(1, dotless), 2};
  }
  return std::nullopt;
}

// An accent from text[at] on, a backslash.
std::optional<Piece> ReadAccent(std::string_view text, size_t at) {
  std::string_view mark = SignMark(At(text, at + 1));
  size_t from = at + 2;
  const bool in_braces = At(text, from) == '{';
  if (mark.empty() && in_braces) mark = LetterMark(At(text, at + 1));
  if (mark.empty()) return std::nullopt;
  if (in_braces) ++from;
  const std::optional<Piece> base = ReadBase(text, from);
  if (!base) return std::nullopt;
  size_t end = from + base->length;
  if (in_braces && At(text, end++) != '}') return std::nullopt;
  std::string letters = base->letters;
  letters += mark;
  return Piece{Composed(letters), end - at};
}

// A letter that is a command: \o, \ss{}; the blank behind it goes with it.
std::optional<Piece> ReadLetter(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (IsAsciiAlpha(At(text, end))) ++end;
  const std::string_view letter = LetterOf(text.substr(at + 1, end - at - 1));
  if (letter.empty()) return std::nullopt;
  if (text.substr(end).starts_with("{}")) {
    end += 2;
  } else if (At(text, end) == ' ') {
    ++end;
  }
  return Piece{std::string(letter), end - at};
}

std::optional<Piece> ReadCommand(std::string_view text, size_t at) {
  if (At(text, at) != '\\') return std::nullopt;
  if (auto accent = ReadAccent(text, at)) return accent;
  if (auto letter = ReadLetter(text, at)) return letter;
  constexpr std::string_view kEscaped = "&%$#_";
  const char c = At(text, at + 1);
  if (c == '\0' || kEscaped.find(c) == std::string_view::npos) {
    return std::nullopt;
  }
  return Piece{std::string(1, c), 2};
}

// A command, or one in braces of its own: {\"o}.
std::optional<Piece> ReadPiece(std::string_view text, size_t at) {
  if (At(text, at) != '{') return ReadCommand(text, at);
  auto inner = ReadCommand(text, at + 1);
  if (!inner || At(text, at + 1 + inner->length) != '}') return std::nullopt;
  inner->length += 2;
  return inner;
}

}  // namespace

std::string WithoutTexAccents(std::string_view text) {
  if (text.find('\\') == std::string_view::npos) return std::string(text);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t math = text[at] == '$' ? MathSpan(text, at) : 0;
    if (math > 0) {
      out += text.substr(at, math);
      at += math;
    } else if (const auto piece = ReadPiece(text, at)) {
      out += piece->letters;
      at += piece->length;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace offprint
