#include "markdown/kramdown_contents.h"

namespace offprint {
namespace {

class ContentsWriter {
 public:
  ContentsWriter(std::string_view tag, std::string* html)
      : tag_(tag), html_(*html) {}

  // The list of the headings, those that are deeper than the one before them
  // in a list of their own.
  void Write(std::span<const Heading> headings, size_t depth) {
    Indent(depth);
    html_.append("<").append(tag_);
    if (depth == 0) html_ += " id=\"markdown-toc\"";
    html_ += ">\n";
    for (size_t at = 0; at < headings.size();) {
      size_t end = at + 1;
      while (end < headings.size() &&
             headings[end].level > headings[at].level) {
        ++end;
      }
      WriteItem(headings.subspan(at, end - at), depth + 1);
      at = end;
    }
    Indent(depth);
    html_.append("</").append(tag_) += ">\n";
  }

 private:
  void Indent(size_t depth) { html_.append(2 * depth, ' '); }

  // A heading, and those below it.
  void WriteItem(std::span<const Heading> headings, size_t depth) {
    const Heading& heading = headings.front();
    Indent(depth);
    html_ += "<li><a href=\"#" + heading.id + "\" id=\"markdown-toc-" +
             heading.id + "\">" + heading.html + "</a>";
    if (headings.size() > 1) {
      Write(headings.subspan(1), depth + 1);
      Indent(depth);
    }
    html_ += "</li>\n";
  }

  std::string_view tag_;
  std::string& html_;
};

}  // namespace

std::string TableOfContents(std::span<const Heading> headings,
                            std::string_view tag) {
  std::string html;
  if (!headings.empty()) ContentsWriter(tag, &html).Write(headings, 0);
  return html;
}

}  // namespace offprint
