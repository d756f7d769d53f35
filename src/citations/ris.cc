// assets/cite.js of the default theme writes the same; tests/citations holds
// both to that.
#include "citations/ris.h"

#include <string_view>

#include "citations/key.h"
#include "citations/person_name.h"

namespace offprint {
namespace {

void AppendLine(std::string_view tag, std::string_view value,
                std::string* out) {
  if (value.empty()) return;
  out->append(tag).append("  - ").append(value).append("\r\n");
}

// "van Rossum, Guido", "King, Martin, Jr.".
std::string AuthorOf(std::string_view text) {
  const PersonName name = ReadPersonName(text);
  if (name.given.empty()) return name.family;
  std::string author;
  if (!name.particle.empty()) author = name.particle + ' ';
  author += name.family + ", " + name.given;
  if (!name.suffix.empty()) author += ", " + name.suffix;
  return author;
}

}  // namespace

void AppendRis(const Citation& citation, std::string* out) {
  AppendLine("TY", IsArticle(citation) ? "JOUR" : "UNPB", out);
  AppendLine("ID", CitationKey(citation), out);
  AppendLine("TI", citation.title, out);
  for (const std::string& author : citation.authors) {
    AppendLine("AU", AuthorOf(author), out);
  }
  if (citation.year > 0) {
    AppendLine("PY", std::to_string(citation.year), out);
    // "2017/06/" where the day is not known.
    AppendLine("DA", SlashedDate(citation) + (citation.day > 0 ? "" : "/"),
               out);
  }
  AppendLine("T2", citation.journal, out);
  if (!citation.arxiv_id.empty()) {
    AppendLine("PB", IsArticle(citation) ? "" : "arXiv", out);
    AppendLine("AN", "arXiv:" + citation.arxiv_id, out);
  }
  AppendLine("DO", citation.doi, out);
  AppendLine("UR", citation.url, out);
  AppendLine("L1", citation.file, out);
  AppendLine("N1", citation.withdrawn ? "Withdrawn" : "", out);
  *out += "ER  - \r\n";
}

}  // namespace offprint
