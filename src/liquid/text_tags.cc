// The tags whose inside is not rendered as it stands.
#include <cctype>
#include <string>

#include "base/text.h"
#include "liquid/escape.h"
#include "liquid/markup.h"
#include "liquid/number.h"
#include "liquid/renderer.h"
#include "liquid/tags.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

class CommentNode final : public Node {
 public:
  CommentNode() { blank = true; }
  void Render(Renderer&, std::string*) const override {}
};

class RawNode final : public Node {
 public:
  explicit RawNode(std::string_view text) : text_(text) {
    blank = text.empty();
  }
  void Render(Renderer&, std::string* out) const override {
    out->append(text_);
  }

 private:
  std::string_view text_;
};

// Code as Jekyll shows it, but for colours: rouge is not there.
class HighlightNode final : public Node {
 public:
  HighlightNode(std::string_view language, bool numbered, Body body)
      : language_(language), numbered_(numbered), body_(body) {}

  void Render(Renderer& renderer, std::string* out) const override {
    const size_t begin = out->size();
    renderer.Render(body_, out);
    std::string code(*out, begin);
    out->resize(begin);
    TrimLines(&code);
    AppendPrinted(renderer.Find("highlighter_prefix"), renderer, out);
    out->append("<figure class=\"highlight\"><pre><code class=\"language-");
    for (const char c : language_) out->push_back(c == '+' ? '-' : c);
    out->append("\" data-lang=\"").append(language_).append("\">");
    if (numbered_) {
      AppendNumbered(code, out);
    } else {
      AppendEscapedCode(code, out);
    }
    out->append("</code></pre></figure>");
    AppendPrinted(renderer.Find("highlighter_suffix"), renderer, out);
  }

 private:
  static void TrimLines(std::string* code) {
    const size_t first = code->find_first_not_of("\r\n");
    if (first == std::string::npos) {
      code->clear();
      return;
    }
    code->erase(code->find_last_not_of("\r\n") + 1);
    code->erase(0, first);
  }

  static void AppendNumbered(std::string_view code, std::string* out) {
    out->append(
        "<table class=\"rouge-table\"><tbody><tr><td class=\"gutter gl\">"
        "<pre class=\"lineno\">");
    const size_t lines = Split(code, '\n').size();
    for (size_t line = 1; line <= lines; ++line) {
      AppendInteger(static_cast<int64_t>(line), out);
      out->push_back('\n');
    }
    out->append("</pre></td><td class=\"code\"><pre>");
    AppendEscapedCode(code, out);
    out->append("\n</pre></td></tr></tbody></table>");
  }

  std::string_view language_;
  bool numbered_;
  Body body_;
};

constexpr bool IsLanguageChar(char c) {
  return IsNameChar(c) || c == '.' || c == '+' || c == '#';
}

// What follows "=": a word, or numbers in double quotes.
std::optional<size_t> OptionValueEnd(std::string_view markup, size_t at) {
  if (at < markup.size() && markup[at] == '"') {
    const size_t end = markup.find_first_not_of("0123456789 ", at + 1);
    if (end == std::string_view::npos || markup[end] != '"') {
      return std::nullopt;
    }
    return end + 1;
  }
  size_t end = at;
  while (end < markup.size() && IsWordChar(markup[end])) ++end;
  return end == at ? std::nullopt : std::optional(end);
}

// The options behind the language: words, some with a value.
bool ReadOptions(std::string_view markup, bool* numbered) {
  size_t at = 0;
  while (at < markup.size()) {
    const size_t name = SkipSpace(markup, at);
    size_t end = name;
    while (end < markup.size() && IsWordChar(markup[end])) ++end;
    if (name == at || end == name) return false;
    *numbered = *numbered || markup.substr(name, end - name) == "linenos";
    if (end < markup.size() && markup[end] == '=') {
      const auto value = OptionValueEnd(markup, end + 1);
      if (!value) return false;
      end = *value;
    }
    at = end;
  }
  return true;
}

}  // namespace

// Tags inside need not be known, but blocks must be closed.
const Node* ParseComment(Parser& parser, const TagMarkup& tag) {
  bool blank = true;
  TagMarkup stop;
  do {
    parser.ParseBody(tag, &blank, &stop);
    if (parser.failed()) return nullptr;
    if (stop.name.empty()) parser.UnexpectedTag(stop, tag);
  } while (!parser.failed() && !Parser::Ends(stop, tag));
  return parser.New<CommentNode>(tag);
}

const Node* ParseRaw(Parser& parser, const TagMarkup& tag) {
  if (!Trim(tag.markup).empty()) {
    parser.Error(tag.at, "'raw' is written {% raw %}");
    return nullptr;
  }
  return parser.New<RawNode>(tag, parser.ParseRawText(tag));
}

const Node* ParseHighlight(Parser& parser, const TagMarkup& tag) {
  const std::string_view markup = Trim(tag.markup);
  size_t end = 0;
  while (end < markup.size() && IsLanguageChar(markup[end])) ++end;
  bool numbered = false;
  if (end == 0 || !ReadOptions(markup.substr(end), &numbered)) {
    parser.Error(tag.at, "'highlight' is written {% highlight language %}");
    return nullptr;
  }
  const std::string_view language =
      parser.arena().Keep(AsciiLower(markup.substr(0, end)));
  bool blank = true;
  const Body body = parser.ParseWholeBody(tag, &blank);
  HighlightNode* node =
      parser.New<HighlightNode>(tag, language, numbered, body);
  node->blank = blank;
  return node;
}

}  // namespace offprint::liquid
