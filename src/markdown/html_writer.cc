#include "markdown/html_writer.h"

#include <cmark-gfm.h>

#include "base/text.h"
#include "markdown/url.h"

namespace offprint {
namespace {

class HtmlWriter {
 public:
  HtmlWriter(const Document& document, std::string* html)
      : source_(document.source()),
        document_(document),
        walk_(document.root()),
        html_(html) {}

  void Write() {
    while (walk_.Next()) {
      cmark_node* const node = walk_.node();
      const bool enters = walk_.enters();
      if (!WriteInline(node, enters) && !WriteBlock(node, enters)) {
        WriteTable(node, enters);
      }
    }
  }

 private:
  bool WriteInline(cmark_node* node, bool enters);
  bool WriteBlock(cmark_node* node, bool enters);
  void WriteTable(cmark_node* node, bool enters);
  void WriteCell(cmark_node* node, bool enters);
  void WriteParagraph(cmark_node* node, bool enters);
  void WriteList(cmark_node* node, bool enters);
  void WriteRawTag(cmark_node* node);
  void WriteLink(cmark_node* node, bool enters);
  void WriteImage(cmark_node* node);
  void OpenLink(std::string_view url);
  void WriteText(std::string_view text);

  void Escape(std::string_view text) {
    AppendHtmlEscaped(source_.Restored(text), html_);
  }
  void Put(std::string_view markup) { *html_ += markup; }
  void PutEither(bool enters, std::string_view open, std::string_view close) {
    Put(enters ? open : close);
  }
  // A block on lines of its own.
  void PutBlock(bool enters, std::string_view open, std::string_view close) {
    if (enters) StartLine();
    PutEither(enters, open, close);
    if (!enters) Put("\n");
  }
  void StartLine() {
    if (!html_->empty() && html_->back() != '\n') Put("\n");
  }

  const ProtectedText& source_;
  const Document& document_;
  NodeWalk walk_;
  std::string* html_;
  cmark_node* open_link_ = nullptr;  // one <a> at a time
  bool in_head_ = false;             // of a table
  bool has_body_ = false;
  size_t column_ = 0;
};

bool HtmlWriter::WriteInline(cmark_node* node, bool enters) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) {
    WriteText(LiteralOf(node));
  } else if (type == CMARK_NODE_SOFTBREAK) {
    Put("\n");
  } else if (type == CMARK_NODE_LINEBREAK) {
    Put("<br>\n");
  } else if (type == CMARK_NODE_CODE) {
    Put("<code>");
    Escape(LiteralOf(node));
    Put("</code>");
  } else if (type == CMARK_NODE_HTML_INLINE) {
    WriteRawTag(node);
  } else if (type == CMARK_NODE_EMPH) {
    PutEither(enters, "<em>", "</em>");
  } else if (type == CMARK_NODE_STRONG) {
    PutEither(enters, "<strong>", "</strong>");
  } else if (type == CMARK_NODE_LINK) {
    WriteLink(node, enters);
  } else if (type == CMARK_NODE_IMAGE) {
    if (enters) WriteImage(node);
  } else {
    return false;
  }
  return true;
}

bool HtmlWriter::WriteBlock(cmark_node* node, bool enters) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_PARAGRAPH) {
    WriteParagraph(node, enters);
  } else if (type == CMARK_NODE_HEADING) {
    PutBlock(enters, "<p><strong>", "</strong></p>");
  } else if (type == CMARK_NODE_BLOCK_QUOTE) {
    PutBlock(enters, "<blockquote>\n", "</blockquote>");
  } else if (type == CMARK_NODE_LIST) {
    WriteList(node, enters);
  } else if (type == CMARK_NODE_ITEM) {
    PutBlock(enters, "<li>", "</li>");
  } else if (type == CMARK_NODE_THEMATIC_BREAK) {
    StartLine();
    Put("<hr>\n");
  } else if (type == CMARK_NODE_CODE_BLOCK) {
    StartLine();
    Put("<pre><code>");
    Escape(LiteralOf(node));
    Put("</code></pre>\n");
  } else if (type == CMARK_NODE_HTML_BLOCK) {
    StartLine();
    Put("<p>");
    Escape(TrimRight(LiteralOf(node)));
    Put("</p>\n");
  } else {
    return type == CMARK_NODE_DOCUMENT;
  }
  return true;
}

void HtmlWriter::WriteParagraph(cmark_node* node, bool enters) {
  cmark_node* list = cmark_node_parent(cmark_node_parent(node));
  if (list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
      cmark_node_get_list_tight(list) != 0) {
    return;
  }
  PutBlock(enters, "<p>", "</p>");
}

void HtmlWriter::WriteList(cmark_node* node, bool enters) {
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
    return PutBlock(enters, "<ul>\n", "</ul>");
  }
  const int start = cmark_node_get_list_start(node);
  PutBlock(
      enters,
      start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n",
      "</ol>");
}

void HtmlWriter::WriteTable(cmark_node* node, bool enters) {
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table") {
    if (!enters) Put(has_body_ ? "</tbody>\n" : "");
    PutBlock(enters, "<table>\n", "</table>");
    has_body_ = false;
  } else if (type == "table_header") {
    in_head_ = enters;
    column_ = 0;
    PutEither(enters, "<thead>\n<tr>\n", "</tr>\n</thead>\n");
  } else if (type == "table_row") {
    column_ = 0;
    if (enters && !has_body_) Put("<tbody>\n");
    has_body_ = true;
    PutEither(enters, "<tr>\n", "</tr>\n");
  } else if (type == "table_cell") {
    WriteCell(node, enters);
  }
}

void HtmlWriter::WriteCell(cmark_node* node, bool enters) {
  if (!enters) return Put(in_head_ ? "</th>\n" : "</td>\n");
  const char alignment = AlignmentOf(node, column_);
  ++column_;
  Put(in_head_ ? "<th" : "<td");
  if (alignment == 'c') Put(" class=\"align-center\"");
  if (alignment == 'r') Put(" class=\"align-right\"");
  Put(">");
}

void HtmlWriter::WriteRawTag(cmark_node* node) {
  const std::string_view tag = document_.TagOf(node);
  if (tag.empty()) {
    Escape(LiteralOf(node));
  } else {
    Put(tag);
  }
}

void HtmlWriter::WriteLink(cmark_node* node, bool enters) {
  if (!enters) {
    if (open_link_ == node) Put("</a>");
    if (open_link_ == node) open_link_ = nullptr;
    return;
  }
  const std::string url = source_.Restored(cmark_node_get_url(node));
  const bool is_empty = cmark_node_first_child(node) == nullptr;
  if (open_link_ == nullptr && IsLinkable(url)) {
    open_link_ = node;
    OpenLink(url);
  }
  if (is_empty) AppendHtmlEscaped(url, html_);
}

void HtmlWriter::OpenLink(std::string_view url) {
  Put("<a href=\"");
  AppendHref(url, html_);
  Put("\" rel=\"nofollow\">");
}

// A link to the picture, named by its description.
void HtmlWriter::WriteImage(cmark_node* node) {
  std::string description;
  while (walk_.Next() && walk_.node() != node) {
    description += LiteralOf(walk_.node());
  }
  const std::string url = source_.Restored(cmark_node_get_url(node));
  const bool links = open_link_ == nullptr && IsLinkable(url);
  if (links) {
    OpenLink(url);
  }
  const std::string text = source_.Restored(description);
  AppendHtmlEscaped(Trim(text).empty() ? url : text, html_);
  if (links) Put("</a>");
}

void HtmlWriter::WriteText(std::string_view text) {
  size_t done = 0;
  while (open_link_ == nullptr) {
    const auto [at, length] = FindBareUrl(text, done);
    if (length == 0) break;
    const std::string_view url = text.substr(at, length);
    Escape(text.substr(done, at - done));
    OpenLink(url);
    AppendHtmlEscaped(url, html_);
    Put("</a>");
    done = at + length;
  }
  Escape(text.substr(done));
}

}  // namespace

void WriteHtml(const Document& document, std::string* html) {
  HtmlWriter(document, html).Write();
}

}  // namespace offprint
