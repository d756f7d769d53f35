// The filters of HTML, XML, JSON and Markdown.
#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "liquid/escape.h"
#include "liquid/filter.h"
#include "liquid/renderer.h"
#include "liquid/smartify.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

std::string_view InputText(const FilterCall& call) {
  return ToText(call.input, call.renderer);
}

void WriteEscape(const FilterCall& call, std::string* out) {
  AppendCgiEscaped(InputText(call), out);
}

void WriteEscapeOnce(const FilterCall& call, std::string* out) {
  AppendEscapedOnce(InputText(call), out);
}

void WriteXmlEscape(const FilterCall& call, std::string* out) {
  AppendXmlEscaped(InputText(call), out);
}

void WriteUrlEncode(const FilterCall& call, std::string* out) {
  AppendFormEscaped(InputText(call), out);
}

void WriteCgiEscape(const FilterCall& call, std::string* out) {
  if (!call.input.IsString()) {
    call.renderer.Fail("cgi_escape needs a text, not a value of class " +
                       std::string(ClassName(call.input)));
    return;
  }
  AppendFormEscaped(call.input.text(), out);
}

void WriteUrlDecode(const FilterCall& call, std::string* out) {
  const std::string text = FormUnescaped(InputText(call));
  if (FindInvalidUtf8(text)) {
    call.renderer.Fail("invalid byte sequence in UTF-8");
    return;
  }
  out->append(text);
}

void WriteUriEscape(const FilterCall& call, std::string* out) {
  if (!call.input.IsString()) {
    call.renderer.Fail("uri_escape needs a text, not a value of class " +
                       std::string(ClassName(call.input)));
    return;
  }
  out->append(ComponentNormalized(call.input.text()));
}

// The end of what begins with `open` at `at` and goes on to `close`; nothing
// where it does not.
std::optional<size_t> BlockEnd(std::string_view text, size_t at,
                               std::string_view open, std::string_view close) {
  if (!text.substr(at).starts_with(open)) return std::nullopt;
  const size_t end = text.find(close, at + open.size());
  if (end == std::string_view::npos) return std::nullopt;
  return end + close.size();
}

std::optional<size_t> HiddenBlockEnd(std::string_view text, size_t at) {
  if (const auto end = BlockEnd(text, at, "<script", "</script>")) return end;
  if (const auto end = BlockEnd(text, at, "<!--", "-->")) return end;
  return BlockEnd(text, at, "<style", "</style>");
}

// Scripts, comments and styles go first, then all that is left of tags.
void WriteStripHtml(const FilterCall& call, std::string* out) {
  const std::string_view text = InputText(call);
  std::string visible;
  visible.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t open = std::min(text.find('<', at), text.size());
    visible.append(text, at, open - at);
    if (open == text.size()) break;
    const auto end = HiddenBlockEnd(text, open);
    if (!end) visible.push_back('<');
    at = end.value_or(open + 1);
  }
  const std::string_view rest = visible;
  for (size_t at = 0; at < rest.size();) {
    const size_t open = rest.find('<', at);
    out->append(rest.substr(at, open - at));
    if (open == std::string_view::npos) return;
    const size_t close = rest.find('>', open);
    if (close == std::string_view::npos) {
      out->append(rest.substr(open));
      return;
    }
    at = close + 1;
  }
}

void WriteJsonify(const FilterCall& call, std::string* out) {
  AppendJsonForm(call.input, call.renderer, out);
}

void WriteInspect(const FilterCall& call, std::string* out) {
  std::string text;
  AppendInspected(call.input, call.renderer, &text);
  AppendXmlEscaped(text, out);
}

// Paragraphs at empty lines, where nobody gave a converter.
void AppendParagraphs(std::string_view text, std::string* out) {
  std::string paragraph;
  for (const std::string_view line : Split(text, '\n')) {
    if (!Trim(line).empty()) {
      if (!paragraph.empty()) paragraph.push_back('\n');
      paragraph.append(line);
      continue;
    }
    if (!paragraph.empty()) out->append("<p>" + paragraph + "</p>\n");
    paragraph.clear();
  }
  if (!paragraph.empty()) out->append("<p>" + paragraph + "</p>\n");
}

void WriteMarkdownify(const FilterCall& call, std::string* out) {
  const Options::Converter& convert = call.renderer.options().markdownify;
  if (convert) {
    out->append(convert(InputText(call)));
  } else {
    AppendParagraphs(InputText(call), out);
  }
}

void WriteSmartify(const FilterCall& call, std::string* out) {
  AppendSmart(InputText(call), out);
}

constexpr Filter kFilters[] = {
    {"cgi_escape", 0, 0, nullptr, WriteCgiEscape},
    {"escape", 0, 0, nullptr, WriteEscape, true},
    {"escape_once", 0, 0, nullptr, WriteEscapeOnce},
    {"h", 0, 0, nullptr, WriteEscape, true},
    {"inspect", 0, 0, nullptr, WriteInspect},
    {"jsonify", 0, 0, nullptr, WriteJsonify},
    {"markdownify", 0, 0, nullptr, WriteMarkdownify},
    {"smartify", 0, 0, nullptr, WriteSmartify},
    {"strip_html", 0, 0, nullptr, WriteStripHtml},
    {"uri_escape", 0, 0, nullptr, WriteUriEscape, true},
    {"url_decode", 0, 0, nullptr, WriteUrlDecode, true},
    {"url_encode", 0, 0, nullptr, WriteUrlEncode, true},
    {"xml_escape", 0, 0, nullptr, WriteXmlEscape},
};

}  // namespace

std::span<const Filter> MarkupFilters() { return kFilters; }

}  // namespace offprint::liquid
