#include "readers/translated_title.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "readers/line_scanner.h"

namespace offprint {
namespace {

bool NextFilledLine(LineScanner* lines, std::string_view* line) {
  while (lines->Next(line)) {
    if (!CollapseSpace(*line).empty()) return true;
  }
  return false;
}

bool Announces(std::string_view line) {
  line = TrimRight(line);
  return line.ends_with(':') || line.ends_with("：");
}

// Without the marks of a heading and of bold type.
std::string Plain(std::string_view line) {
  line = Trim(line);
  const size_t marks = line.find_first_not_of('#');
  if (marks == std::string_view::npos) return {};
  std::string out;
  for (std::string_view rest = line.substr(marks); !rest.empty();) {
    const size_t bold = rest.find("**");
    out += rest.substr(0, bold);
    rest.remove_prefix(bold == std::string_view::npos ? rest.size() : bold + 2);
  }
  return CollapseSpace(out);
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TranslatedTitle ParseTranslatedTitle(std::string_view cell) {
  cell = Trim(cell);
  LineScanner lines(cell);
  std::string_view line;
  if (!NextFilledLine(&lines, &line)) return {};
  std::string_view announcement;
  std::string_view next;
  LineScanner ahead = lines;
  if (Announces(line) && NextFilledLine(&ahead, &next)) {
    announcement = line;
    line = next;
    lines = ahead;
  }
  TranslatedTitle result{Plain(line), {}};
  const size_t rest = std::min(lines.offset(), cell.size());
  result.note = Trim(announcement.empty() ? cell.substr(rest) : cell);
  return result;
}

bool IsRefusal(std::string_view title) {
  constexpr std::array<std::string_view, 7> kOpenings = {
      "抱歉",       "很抱歉",   "对不起",  "I'm sorry",
      "I am sorry", "I cannot", "As an AI"};
  for (const std::string_view opening : kOpenings) {
    if (StartsWithIgnoreCase(title, opening)) return true;
  }
  if (!Contains(title, "请提供")) return false;
  return Contains(title, "翻译") || Contains(title, "文本") ||
         Contains(title, "标题") || Contains(title, "内容");
}

}  // namespace offprint
