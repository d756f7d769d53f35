#include "markdown/kramdown_attributes.h"

#include <algorithm>

#include "base/text.h"

namespace offprint {
namespace {

// A quote at the head of the text, straight or curly: its length.
size_t QuoteSize(std::string_view text) {
  for (const std::string_view quote : {"\"", "'", "“", "”", "‘", "’"}) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

size_t NameSize(std::string_view text) {
  size_t size = 0;
  while (size < text.size() &&
         (IsAsciiAlpha(text[size]) || IsAsciiDigit(text[size]) ||
          text[size] == '_' || text[size] == '-' || text[size] == ':')) {
    ++size;
  }
  return size;
}

void Set(std::string_view name, std::string_view value,
         HtmlAttributes* attributes) {
  for (auto& [known, text] : *attributes) {
    if (known != name) continue;
    if (name != "class") {
      text = value;
    } else {
      text.append(" ").append(value);
    }
    return;
  }
  attributes->emplace_back(name, value);
}

// Takes `="value"` off the head of the list.
bool TakeValue(std::string_view* list, std::string_view* value) {
  if (!list->starts_with('=')) return false;
  const size_t open = QuoteSize(list->substr(1));
  if (open == 0) return false;
  const size_t begin = 1 + open;
  for (size_t at = begin; at < list->size(); ++at) {
    const size_t close = QuoteSize(list->substr(at));
    if (close != open) continue;
    *value = list->substr(begin, at - begin);
    list->remove_prefix(at + close);
    return true;
  }
  return false;
}

}  // namespace

HtmlAttributes ReadAttributes(std::string_view list) {
  HtmlAttributes attributes;
  while (!list.empty()) {
    const char mark = list[0];
    const bool short_form = mark == '.' || mark == '#';
    if (short_form) list.remove_prefix(1);
    const std::string_view name = list.substr(0, NameSize(list));
    list.remove_prefix(name.size());
    std::string_view value;
    if (short_form && !name.empty()) {
      Set(mark == '.' ? "class" : "id", name, &attributes);
    } else if (!name.empty() && TakeValue(&list, &value)) {
      Set(name, value, &attributes);
    } else if (name == "toc" || name == ":toc") {
      Set(kContents, {}, &attributes);
    } else if (name.empty() && !short_form) {
      list.remove_prefix(1);
    }
  }
  return attributes;
}

const std::string* FindAttribute(const HtmlAttributes& attributes,
                                 std::string_view name) {
  const auto found =
      std::ranges::find(attributes, name, &HtmlAttributes::value_type::first);
  return found == attributes.end() ? nullptr : &found->second;
}

void AppendText(std::string_view text, std::string* html) {
  for (const char c : text) {
    switch (c) {
      case '&':
        *html += "&amp;";
        break;
      case '<':
        *html += "&lt;";
        break;
      case '>':
        *html += "&gt;";
        break;
      default:
        *html += c;
    }
  }
}

void AppendAttribute(std::string_view name, std::string_view value,
                     std::string* html) {
  *html += ' ';
  html->append(name) += "=\"";
  for (const char c : value) {
    if (c == '"') {
      *html += "&quot;";
    } else {
      AppendText({&c, 1}, html);
    }
  }
  *html += '"';
}

void AppendAttributes(const HtmlAttributes& attributes, std::string* html) {
  for (const auto& [name, value] : attributes) {
    if (name == kContents) continue;
    AppendAttribute(name, value, html);
  }
}

}  // namespace offprint
