#include "markdown/html.h"

#include <algorithm>

#include "base/char_set.h"
#include "base/text.h"
#include "markdown/delimiter_run.h"
#include "markdown/document.h"
#include "markdown/html_writer.h"
#include "markdown/markdown.h"
#include "markdown/noncharacters.h"
#include "markdown/tex.h"

namespace offprint {
namespace {

constexpr CharSet kControls = CharSet::ControlsAnd("");

bool MeansSomething(char c) {
  static constexpr CharSet kMarks = CharSet::ControlsAnd("\\`*_[]<&$~|");
  return kMarks.Has(c) && c != '\n';
}

// Bytes at text[at] that are TeX on one line, or dollars that mean none; 0
// where something else begins.
size_t TexOrDollars(std::string_view text, size_t at) {
  if (text[at] != '$' && text[at] != '\\') return 0;
  const size_t length = TexSpanLength(text, at);
  if (length == 0) return text[at] == '$' ? RunLength(text, at) : 0;
  const bool has_control = std::ranges::any_of(
      text.substr(at, length), [](char c) { return kControls.Has(c); });
  return has_control ? 0 : length;
}

bool HasMarkup(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (!MeansSomething(text[at])) {
      ++at;
    } else if (const size_t length = TexOrDollars(text, at); length > 0) {
      at += length;
    } else {
      return true;
    }
  }
  return false;
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
  if (HasMarkup(markdown) || markdown.find("://") != std::string_view::npos ||
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
