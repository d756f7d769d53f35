#include "markdown/html.h"

#include <algorithm>

#include "base/char_set.h"
#include "base/text.h"
#include "markdown/document.h"
#include "markdown/html_writer.h"
#include "markdown/markdown.h"
#include "markdown/noncharacters.h"

namespace offprint {
namespace {

bool MeansSomething(char c) {
  static constexpr CharSet kMarks("\\`*_[]<&$~|");
  return kMarks.Has(c) || (static_cast<unsigned char>(c) < 0x20 && c != '\n') ||
         c == 0x7F;
}

// Whether the line, which is not empty, is text and does not begin a heading,
// a quote, a list, a rule or the second line of a table.
bool IsProseLine(std::string_view line) {
  if (line.front() == ' ' || line.back() == ' ') return false;
  if (std::string_view("#>-+=:").find(line.front()) != line.npos) return false;
  const auto text = std::ranges::find_if_not(line, IsAsciiDigit);
  const bool is_numbered = text != line.begin() && text != line.end() &&
                           (*text == '.' || *text == ')');
  return !is_numbered;
}

}  // namespace

bool IsProse(std::string_view markdown) {
  if (std::ranges::any_of(markdown, MeansSomething) ||
      markdown.find("://") != std::string_view::npos ||
      markdown.find(kNoncharacterLead) != std::string_view::npos) {
    return false;
  }
  return std::ranges::all_of(Split(markdown, '\n'), [](std::string_view line) {
    return line.empty() || IsProseLine(line);
  });
}

void AppendProseHtml(std::string_view markdown, std::string* html) {
  bool in_paragraph = false;
  for (const std::string_view line : Split(markdown, '\n')) {
    if (line.empty()) {
      if (in_paragraph) *html += "</p>\n";
      in_paragraph = false;
      continue;
    }
    *html += in_paragraph ? "\n" : "<p>";
    AppendHtmlEscaped(line, html);
    in_paragraph = true;
  }
  if (in_paragraph) *html += "</p>\n";
}

void AppendParsedHtml(std::string_view markdown, std::string* html) {
  std::string parsed;
  WriteHtml(Document(markdown), &parsed);
  *html += parsed;
}

void AppendMarkdownHtml(std::string_view markdown, std::string* html) {
  if (IsProse(markdown)) {
    AppendProseHtml(markdown, html);
  } else {
    AppendParsedHtml(markdown, html);
  }
}

}  // namespace offprint
