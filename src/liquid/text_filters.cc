// The filters of text.
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "liquid/characters.h"
#include "liquid/filter.h"
#include "liquid/renderer.h"
#include "liquid/sequence.h"
#include "liquid/slugify.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

std::string_view InputText(const FilterCall& call) {
  return ToText(call.input, call.renderer);
}

std::string_view TextArgument(const FilterCall& call, size_t index) {
  return ToText(call.Argument(index), call.renderer);
}

void WriteAppend(const FilterCall& call, std::string* out) {
  AppendText(call.input, call.renderer, out);
  AppendText(call.Argument(0), call.renderer, out);
}

void WritePrepend(const FilterCall& call, std::string* out) {
  AppendText(call.Argument(0), call.renderer, out);
  AppendText(call.input, call.renderer, out);
}

void WriteDowncase(const FilterCall& call, std::string* out) {
  AppendLowerCase(InputText(call), out);
}

void WriteUpcase(const FilterCall& call, std::string* out) {
  AppendUpperCase(InputText(call), out);
}

void WriteCapitalize(const FilterCall& call, std::string* out) {
  const std::string_view text = InputText(call);
  const size_t first = CodePointOffset(text, 1);
  AppendUpperCase(text.substr(0, first), out);
  AppendLowerCase(text.substr(first), out);
}

Value Strip(const FilterCall& call) { return Value(Trim(InputText(call))); }
Value Lstrip(const FilterCall& call) {
  return Value(TrimLeft(InputText(call)));
}
Value Rstrip(const FilterCall& call) {
  return Value(TrimRight(InputText(call)));
}

// The replacement of a gsub, in which "\0" and "\&" stand for what is
// replaced and "\\" for a "\".
void AppendReplacement(std::string_view replacement, std::string_view text,
                       const Slice& match, std::string* out) {
  for (size_t i = 0; i < replacement.size(); ++i) {
    const char c = replacement[i];
    const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
    if (c != '\\' || next == '\0') {
      out->push_back(c);
      continue;
    }
    ++i;
    if (next == '0' || next == '&') {
      out->append(text.substr(match.begin, match.end - match.begin));
    } else if (next == '`') {
      out->append(text.substr(0, match.begin));
    } else if (next == '\'') {
      out->append(text.substr(match.end));
    } else if (next == '\\') {
      out->push_back('\\');
    } else if (!IsAsciiDigit(next)) {
      out->push_back('\\');
      out->push_back(next);
    }
  }
}

enum class Which : uint8_t { kAll, kFirst };

void WriteReplaced(const FilterCall& call, std::string_view replacement,
                   Which which, std::string* out) {
  const std::string_view text = InputText(call);
  const std::string_view pattern = TextArgument(call, 0);
  size_t at = 0;
  while (at <= text.size() && call.renderer.Allow(out->size())) {
    const size_t found = text.find(pattern, at);
    if (found == std::string_view::npos) break;
    out->append(text.substr(at, found - at));
    const size_t end = found + pattern.size();
    AppendReplacement(replacement, text, {found, end}, out);
    at = end;
    if (which == Which::kFirst) break;
    if (!pattern.empty()) continue;
    // An empty pattern fits between any two characters.
    if (at == text.size()) return;
    NextCodePoint(text, &at);
    out->append(text.substr(end, at - end));
  }
  if (at < text.size()) out->append(text.substr(at));
}

void WriteReplace(const FilterCall& call, std::string* out) {
  WriteReplaced(call, TextArgument(call, 1), Which::kAll, out);
}

void WriteReplaceFirst(const FilterCall& call, std::string* out) {
  WriteReplaced(call, TextArgument(call, 1), Which::kFirst, out);
}

void WriteRemove(const FilterCall& call, std::string* out) {
  WriteReplaced(call, {}, Which::kAll, out);
}

void WriteRemoveFirst(const FilterCall& call, std::string* out) {
  WriteReplaced(call, {}, Which::kFirst, out);
}

void WriteTruncate(const FilterCall& call, std::string* out) {
  const std::string_view text = InputText(call);
  const auto length = ArgumentInteger(call, 0, 50);
  const std::string_view ending =
      call.arguments.size() > 1 ? TextArgument(call, 1) : "...";
  if (!length) return;
  const auto size = static_cast<int64_t>(CountCodePoints(text));
  if (size <= *length) {
    out->append(text);
    return;
  }
  const auto ending_size = static_cast<int64_t>(CountCodePoints(ending));
  const int64_t kept = *length > ending_size ? *length - ending_size : 0;
  out->append(text.substr(0, CodePointOffset(text, static_cast<size_t>(kept))));
  out->append(ending);
}

Value Truncatewords(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  const auto count = ArgumentInteger(call, 0, 15);
  if (!count) return Value();
  const size_t last = *count > 1 ? static_cast<size_t>(*count) - 1 : 0;
  const std::vector<std::string_view> words = SplitWords(InputText(call));
  if (words.size() <= last) return call.input;
  std::string text;
  for (size_t i = 0; i < words.size() && i <= last; ++i) {
    if (i > 0) text.push_back(' ');
    text.append(words[i]);
  }
  text.append(call.arguments.size() > 1 ? TextArgument(call, 1) : "...");
  return Value(call.renderer.Keep(text));
}

Value SplitText(const FilterCall& call) {
  const std::string_view text = InputText(call);
  const std::string_view pattern = TextArgument(call, 0);
  std::vector<Value> parts;
  if (pattern == " ") {
    for (const std::string_view word : SplitWords(text)) {
      parts.emplace_back(word);
    }
    return call.renderer.NewArray(parts);
  }
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    if (pattern.empty()) {
      NextCodePoint(text, &end);
    } else {
      end = std::min(text.find(pattern, at), text.size());
    }
    parts.emplace_back(text.substr(at, end - at));
    at = end + pattern.size();
  }
  while (!parts.empty() && parts.back().text().empty()) parts.pop_back();
  return call.renderer.NewArray(parts);
}

void WriteStripNewlines(const FilterCall& call, std::string* out) {
  const std::string_view text = InputText(call);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || text.substr(i, 2) == "\r\n") continue;
    out->push_back(text[i]);
  }
}

void WriteNewlineToBr(const FilterCall& call, std::string* out) {
  for (const char c : InputText(call)) {
    if (c == '\n') out->append("<br />");
    out->push_back(c);
  }
}

void WriteNormalizeWhitespace(const FilterCall& call, std::string* out) {
  bool first = true;
  for (const std::string_view word : SplitWords(InputText(call))) {
    if (!first) out->push_back(' ');
    first = false;
    out->append(word);
  }
}

Value NumberOfWords(const FilterCall& call) {
  if (!call.input.IsString()) {
    call.renderer.Fail("number_of_words needs a text, not a value of class " +
                       std::string(ClassName(call.input)));
    return Value();
  }
  return Value(SplitWords(call.input.text()).size());
}

void WriteSlugify(const FilterCall& call, std::string* out) {
  if (!call.input.IsString()) {
    call.renderer.Fail("slugify needs a text, not a value of class " +
                       std::string(ClassName(call.input)));
    return;
  }
  const Value mode = call.Argument(0);
  AppendSlug(call.input.text(),
             mode.IsTruthy() ? ToText(mode, call.renderer) : "default", out);
}

constexpr Filter kFilters[] = {
    {"append", 1, 1, nullptr, WriteAppend},
    {"capitalize", 0, 0, nullptr, WriteCapitalize},
    {"downcase", 0, 0, nullptr, WriteDowncase},
    {"lstrip", 0, 0, Lstrip},
    {"newline_to_br", 0, 0, nullptr, WriteNewlineToBr},
    {"normalize_whitespace", 0, 0, nullptr, WriteNormalizeWhitespace},
    {"number_of_words", 0, 0, NumberOfWords},
    {"prepend", 1, 1, nullptr, WritePrepend},
    {"remove", 1, 1, nullptr, WriteRemove},
    {"remove_first", 1, 1, nullptr, WriteRemoveFirst},
    {"replace", 1, 2, nullptr, WriteReplace},
    {"replace_first", 1, 2, nullptr, WriteReplaceFirst},
    {"rstrip", 0, 0, Rstrip},
    {"slugify", 0, 1, nullptr, WriteSlugify, true},
    {"split", 1, 1, SplitText},
    {"strip", 0, 0, Strip},
    {"strip_newlines", 0, 0, nullptr, WriteStripNewlines},
    {"truncate", 0, 2, nullptr, WriteTruncate, true},
    {"truncatewords", 0, 2, Truncatewords},
    {"upcase", 0, 0, nullptr, WriteUpcase},
};

}  // namespace

std::span<const Filter> TextFilters() { return kFilters; }

}  // namespace offprint::liquid
