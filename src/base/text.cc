#include "base/text.h"

#include <algorithm>

#include "base/char_set.h"

namespace offprint {
namespace {

// How many bytes the white space at `at` takes, U+0085, U+2028 and U+2029
// included; 0 where there is none.
size_t SpaceLength(std::string_view text, size_t at) {
  const char c = text[at];
  if (IsSpace(c)) return 1;
  if (c == '\xC2' && text.compare(at, 2, "\xC2\x85") == 0) return 2;
  if (c == '\xE2' && (text.compare(at, 3, "\xE2\x80\xA8") == 0 ||
                      text.compare(at, 3, "\xE2\x80\xA9") == 0)) {
    return 3;
  }
  return 0;
}

// The length of the valid UTF-8 sequence at `at`, or 0 (Unicode 15, table 3-7).
size_t SequenceLength(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const auto tail = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!tail(1) || !tail(2)) return 0;
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

// How many bytes the control character at `at` takes (C0 but for white space,
// DEL, C1); 0 where there is none.
size_t ControlLength(std::string_view text, size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == '\t' || c == '\n' || c == '\r') return 0;
  if (c < 0x20 || c == 0x7F) return 1;
  if (c != 0xC2 || at + 1 >= text.size()) return 0;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return next >= 0x80 && next <= 0x9F ? 2 : 0;
}

// The optimal string alignment distance: insertions, deletions, substitutions
// and swaps of neighbours each count 1.
size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> before(b.size() + 1);  // the row above the last
  std::vector<size_t> last(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

// White space is none.
bool IsControl(char32_t c) {
  const bool is_space = (c >= '\t' && c <= '\r') || c == 0x85;
  return !is_space && (c < 0x20 || (c >= 0x7F && c < 0xA0));
}

}  // namespace

std::string_view TrimLeft(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && IsSpace(text[at])) ++at;
  return text.substr(at);
}

std::string_view TrimRight(std::string_view text) {
  size_t size = text.size();
  while (size > 0 && IsSpace(text[size - 1])) --size;
  return text.substr(0, size);
}

std::string_view Trim(std::string_view text) {
  return TrimLeft(TrimRight(text));
}

std::string CollapseSpace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (size_t at = 0; at < text.size();) {
    const size_t space = SpaceLength(text, at);
    if (space > 0) {
      pending = !out.empty();
      at += space;
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    size_t end = at + 1;
    while (end < text.size() && SpaceLength(text, end) == 0) ++end;
    out.append(text, at, end - at);
    at = end;
  }
  return out;
}

bool IsCollapsed(std::string_view text) {
  bool after_space = true;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t space = SpaceLength(text, at);
    if (space > 0 && (after_space || text[at] != ' ')) return false;
    after_space = space > 0;
  }
  return text.empty() || !after_space;
}

std::string OneLine(std::string_view text) {
  // Most texts are. 0xC2 begins the controls beyond ASCII.
  const bool may_have_controls = std::ranges::any_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7F' || c == '\xC2';
  });
  if (!may_have_controls) return CollapseSpace(text);
  std::string line;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (!IsControl(c)) AppendUtf8(c, &line);
  }
  return CollapseSpace(line);
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string Join(const std::vector<std::string>& parts,
                 std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) text += between;
    text += part;
  }
  return text;
}

std::string AsciiLower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool StartsWithIgnoreCase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         EqualsIgnoreCase(text.substr(0, prefix.size()), prefix);
}

bool EqualsIgnoreCase(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

std::optional<size_t> FindInvalidUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t length = SequenceLength(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::string RepairUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t length = SequenceLength(text, at);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      ++at;
    } else {
      out.append(text, at, length);
      at += length;
    }
  }
  return out;
}

char32_t NextCodePoint(std::string_view text, size_t* at) {
  const auto byte = [&](size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[*at + i]));
  };
  const size_t length = SequenceLength(text, *at);
  char32_t code_point = byte(0);
  if (length == 2) code_point = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
  if (length == 3) {
    code_point =
        (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  }
  if (length == 4) {
    code_point = (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 |
                 (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
  *at += std::max<size_t>(length, 1);
  return code_point;
}

void AppendUtf8(char32_t code_point, std::string* out) {
  const auto put = [&](char32_t byte) { *out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

void AppendHtmlEscaped(std::string_view text, std::string* out) {
  // 0xC2 begins the controls beyond ASCII.
  static constexpr CharSet kMayChange = CharSet::ControlsAnd("&<>\"'\xC2");
  size_t start = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!kMayChange.Has(text[at])) continue;
    const auto c = static_cast<unsigned char>(text[at]);
    const char* replacement = nullptr;
    size_t width = 1;
    switch (c) {
      case '&':
        replacement = "&amp;";
        break;
      case '<':
        replacement = "&lt;";
        break;
      case '>':
        replacement = "&gt;";
        break;
      case '"':
        replacement = "&quot;";
        break;
      case '\'':
        replacement = "&#39;";
        break;
      default:
        width = ControlLength(text, at);
        if (width > 0) replacement = "";
    }
    if (replacement == nullptr) continue;
    out->append(text, start, at - start);
    out->append(replacement);
    at += width - 1;
    start = at + 1;
  }
  out->append(text, start);
}

std::string HtmlEscaped(std::string_view text) {
  std::string out;
  AppendHtmlEscaped(text, &out);
  return out;
}

std::optional<std::string_view> NearMiss(
    std::string_view word, const std::vector<std::string_view>& candidates) {
  std::optional<std::string_view> best;
  size_t best_distance = std::max<size_t>(1, word.size() / 3) + 1;
  for (std::string_view candidate : candidates) {
    const size_t distance = EditDistance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

uint64_t StableHash(std::string_view bytes) {
  uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace offprint
