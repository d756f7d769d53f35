// assets/cite.js of the default theme writes the same; tests/citations holds
// both to that.
#include "citations/bibtex.h"

#include <string_view>

#include "base/text.h"
#include "citations/key.h"
#include "citations/person_name.h"
#include "citations/tex_text.h"

namespace offprint {
namespace {

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr",
                                        "may", "jun", "jul", "aug",
                                        "sep", "oct", "nov", "dec"};

std::string InBraces(std::string_view text) {
  return "{" + std::string(text) + "}";
}

std::string AuthorOf(std::string_view text) {
  if (StandsForOthers(text)) return "others";
  const PersonName name = ReadPersonName(text);
  if (name.given.empty()) {
    const bool is_word = text.find_first_of(" ,") == std::string_view::npos &&
                         !EqualsIgnoreCase(text, "and");
    return is_word ? TexText(text) : InBraces(TexText(text));
  }
  std::string author;
  if (!name.particle.empty()) author = TexText(name.particle) + ' ';
  author += TexText(name.family);
  if (!name.suffix.empty()) author += ", " + TexText(name.suffix);
  return author + ", " + TexText(name.given);
}

std::string AuthorsOf(const Citation& citation) {
  std::string authors;
  for (const std::string& author : citation.authors) {
    if (!authors.empty()) authors += " and ";
    authors += AuthorOf(author);
  }
  return authors;
}

// An address or identifier: as it is, but for braces and backslashes, which
// would end the field or its command.
std::string Verbatim(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '{') {
      out += "%7B";
    } else if (c == '}') {
      out += "%7D";
    } else if (c == '\\') {
      out += "%5C";
    } else {
      out += c;
    }
  }
  return out;
}

void AppendField(std::string_view name, std::string_view value,
                 std::string* out) {
  if (value.empty()) return;
  out->append(",\n  ").append(name).append(" = ").append(value);
}

void AppendText(std::string_view name, std::string_view value,
                std::string* out) {
  if (!value.empty()) AppendField(name, InBraces(value), out);
}

}  // namespace

void AppendBibtex(const Citation& citation, std::string* out) {
  *out += IsArticle(citation) ? "@article{" : "@misc{";
  *out += CitationKey(citation);
  AppendText("title", TexTitle(citation.title), out);
  AppendText("author", AuthorsOf(citation), out);
  AppendText("journal", TexText(citation.journal), out);
  if (citation.year > 0) {
    AppendText("year", std::to_string(citation.year), out);
  }
  if (citation.month >= 1 && citation.month <= 12) {
    AppendField("month", kMonths[citation.month - 1], out);
  }
  if (!citation.arxiv_id.empty()) {
    AppendText("eprint", citation.arxiv_id, out);
    AppendText("archivePrefix", "arXiv", out);
    AppendText("primaryClass", citation.primary_class, out);
  }
  AppendText("doi", Verbatim(citation.doi), out);
  AppendText("url", Verbatim(citation.url), out);
  AppendText("note", citation.withdrawn ? "Withdrawn" : "", out);
  *out += "\n}\n";
}

}  // namespace offprint
